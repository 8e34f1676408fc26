"""Only what cannot be left out: decoding at the needed scale and encoding. floor.py PHOTOS FORMAT…

Every core works on the pictures as the gallery does, but only the time inside Pillow's decoder and
encoders is counted; prints those seconds, divided by the cores.
"""

import io
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from story.gallery.encode import options, plan
from story.gallery.recipe import Recipe


def bare(path: Path, recipe: Recipe) -> float:
    """Seconds of decoding and encoding one picture; reducing it in between is not counted."""
    start = time.perf_counter()
    image: Any = Image.open(path)
    image.draft("RGB", (recipe.largest, recipe.largest * 3 // 4))
    image.load()
    seconds = time.perf_counter() - start
    for size, kinds in plan(image.size, recipe):
        image = image.resize(size, Image.Resampling.LANCZOS)
        for kind in kinds:
            start = time.perf_counter()
            image.save(io.BytesIO(), kind.upper(), **options(kind, recipe, image.width))
            seconds += time.perf_counter() - start
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        work = partial(bare, recipe=Recipe(formats=tuple(sys.argv[2:]), zoom=0))
        print(sum(pool.map(work, sorted(Path(sys.argv[1]).iterdir()))) / (os.cpu_count() or 1))
