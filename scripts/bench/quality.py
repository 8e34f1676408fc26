"""Structural similarity of each contestant's files to a careful reduction, and their weight.

Run with the Python of `.cache/bench/venv`: quality.py PHOTOS OUT NAME…  Prints JSON: name → [mean SSIM,
kilobytes a picture], in words. Reference: the whole picture decoded, converted and reduced with LANCZOS in
one step (Pillow); SSIM on luminance, scikit-image's default window of 7 (Wang et al. 2004).
"""

import json
import sys
from pathlib import Path
from statistics import mean

import numpy
from PIL import Image
from skimage.metrics import structural_similarity


def compare(photos: Path, folder: Path) -> list[str]:
    """Mean similarity of the files below `folder` to the first four photographs, and kilobytes a picture."""
    kinds = (".jpg", ".jpeg", ".webp", ".avif")
    files = [path for path in folder.rglob("*") if path.suffix in kinds and "original" not in path.parts]
    originals = sorted(photos.iterdir())
    scores = [
        score(original, path)
        for original in originals[:4]
        for path in files
        if path.stem.startswith(original.stem) or original.stem in str(path)
    ]
    weight = sum(path.stat().st_size for path in files) / len(originals) / 1000
    return [f"{mean(scores):.4f}", f"{weight:.0f}"]


def score(original: Path, path: Path) -> float:
    """How much a file looks like the photograph reduced to its size: 1 is the same."""
    made = Image.open(path)
    reference = Image.open(original).convert("RGB").resize(made.size, Image.Resampling.LANCZOS)
    return structural_similarity(numpy.asarray(reference.convert("L")), numpy.asarray(made.convert("L")))


if __name__ == "__main__":
    photos, out, *names = sys.argv[1:]
    print(json.dumps({name: compare(Path(photos), Path(out) / name) for name in names}))
