"""Only what cannot be left out: decoding at the needed scale and encoding, on every core. floor.py PHOTOS FORMAT…

The sizes to encode are cut out of the decoded picture, which costs next to nothing.
"""

import io
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from story.derivatives import options
from story.recipe import Recipe


def bare(path: Path, recipe: Recipe) -> None:
    image = Image.open(path)
    image.draft("RGB", (1600, 1200))
    image.load()
    for size in ((1600, 1200), (960, 720), (480, 360)):
        for kind in recipe.formats:
            image.crop((0, 0, *size)).save(io.BytesIO(), kind.upper(), **options(kind, recipe))


if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(bare, recipe=Recipe(formats=tuple(sys.argv[2:]))), sorted(Path(sys.argv[1]).iterdir())))
