"""Time the gallery against its peers: one workload, the same outputs, in turn, medians.

    python scripts/bench/bench.py [--photos 100] [--rounds 3]

Peers and the tools that measure quality are installed below `.cache/bench/` on first use (needs npm).
The table is printed as Markdown for README.md.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / ".cache" / "bench"
sys.path.insert(0, str(ROOT / "scripts"))

from story.derivatives import _options  # noqa: E402
from story.recipe import Recipe  # noqa: E402

PEERS = ("@11ty/eleventy-img@6.0.4", "sharp@0.35.5")
SIGAL = ("sigal==2.6.1", "scikit-image")
SMALL = Recipe(formats=("webp", "jpeg"))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    _install()
    photos = workload(options.photos)
    _print(f"{options.photos} × 12 MP, {os.cpu_count()} cores, median of {options.rounds}", _rounds(photos, options.rounds))
    return 0


def workload(count: int) -> Path:
    """A folder of `count` synthetic 4000×3000 JPEGs with detail at every scale, the same on every machine."""
    folder = WORK / f"photos-{count}"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"photo-{number:03d}.jpg"
        if not path.exists():
            _photo(number).save(path, quality=92)
    return folder


def _photo(seed: int):
    from PIL import Image
    noise = random.Random(seed)
    image = Image.new("RGB", (4000, 3000))
    for columns, share in ((8, 0.5), (32, 0.5), (128, 0.25), (500, 0.25), (1500, 0.08)):
        rows = columns * 3 // 4
        grain = Image.frombytes("RGB", (columns, rows), noise.randbytes(columns * rows * 3)).resize(image.size, Image.Resampling.BICUBIC)
        image = Image.blend(image, grain, share)
    return image


def _rounds(photos: Path, rounds: int) -> list[tuple[str, float, str]]:
    contestants: dict[str, Callable[[], None]] = {
        "ours, WebP + JPEG": lambda: _ours(photos, SMALL),
        "decode + encode floor, the same": lambda: _floor(photos, SMALL),
        "eleventy-img, WebP + JPEG": lambda: _node("eleventy.mjs", photos, ["webp", "jpeg"]),
        "sharp alone, WebP + JPEG": lambda: _node("sharp.mjs", photos, ["webp", "jpeg"]),
        "sigal, WebP + JPEG (four runs)": lambda: _sigal(photos),
        "ours, with AVIF": lambda: _ours(photos, Recipe()),
        "eleventy-img, with AVIF": lambda: _node("eleventy.mjs", photos, ["avif", "webp", "jpeg"]),
    }
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            shutil.rmtree(WORK / "out", ignore_errors=True)
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
            print(f"{name}: {times[name][-1]:.2f} s", flush=True)
    return [(name, statistics.median(values), "") for name, values in times.items()]


def _ours(photos: Path, recipe: Recipe) -> None:
    code = ("import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from story import gallery, manifest; from story.recipe import Recipe; "
            "photos, out = Path(sys.argv[2]), Path(sys.argv[3]); "
            "gallery.run(manifest.from_folder(photos)[0], photos, out, recipe=Recipe(formats=tuple(sys.argv[4].split(','))))")
    _run([sys.executable, "-c", code, str(ROOT / "scripts"), str(photos), str(WORK / "out"), ",".join(recipe.formats)])


def _floor(photos: Path, recipe: Recipe) -> None:
    """Only what cannot be left out: decoding at the needed scale and encoding, on every core."""
    _run([sys.executable, str(HERE / "bench.py"), "--floor", str(photos), ",".join(recipe.formats)])


def floor(photos: Path, formats: tuple[str, ...]) -> None:
    from concurrent.futures import ProcessPoolExecutor
    with ProcessPoolExecutor() as pool:
        list(pool.map(_bare, sorted(photos.iterdir()), [formats] * len(list(photos.iterdir()))))


def _bare(path: Path, formats: tuple[str, ...]) -> None:
    import io

    from PIL import Image
    recipe = Recipe(formats=formats)
    image = Image.open(path)
    image.draft("RGB", (1600, 1200))
    image.load()
    for size in ((1600, 1200), (960, 720), (480, 360)):
        image = image.resize(size, Image.Resampling.NEAREST)
        for kind in formats:
            image.save(io.BytesIO(), kind.upper(), **_options(kind, recipe, b""))


def _node(script: str, photos: Path, formats: list[str]) -> None:
    shutil.copy(HERE / script, WORK / script)
    _run(["node", script, str(photos), str(WORK / "out")], FORMATS=json.dumps(formats))


def _sigal(photos: Path) -> None:
    """Sigal writes one format and two sizes a run; four runs give the six files of the others."""
    for kind, width, thumbnail in (("JPEG", 1600, 480), ("JPEG", 960, 0), ("WEBP", 1600, 480), ("WEBP", 960, 0)):
        config = WORK / "sigal.conf.py"
        config.write_text(f"source={str(photos)!r}\ndestination={str(WORK / 'out' / (kind + str(width)))!r}\nimg_size=({width},{width})\n"
                          f"thumb_size=({thumbnail or 480},{thumbnail or 480})\nmake_thumbs={bool(thumbnail)}\nimg_format={kind!r}\n"
                          f"jpg_options={{'quality':80,'progressive':True}}\nwrite_html=False\n")
        _run([str(WORK / "venv/bin/sigal"), "build", "--quiet", "--ncpu", str(os.cpu_count()), "--config", str(config)])


def _install() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    if not (WORK / "node_modules").exists():
        _run(["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(WORK), *PEERS])
    if not (WORK / "venv").exists():
        _run([sys.executable, "-m", "venv", str(WORK / "venv")])
        _run([str(WORK / "venv/bin/python"), "-m", "pip", "install", "--quiet", *SIGAL])


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(command, cwd=WORK, env=os.environ | environment, check=True, stdout=subprocess.DEVNULL)


def _print(title: str, rows: list[tuple[str, float, str]]) -> None:
    first = rows[0][1]
    print(f"\n| {title} | s | ratio |\n|---|---|---|")
    for name, seconds, _ in rows:
        print(f"| {name} | {seconds:.1f} | {seconds / first:.2f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--floor"]:
        floor(Path(sys.argv[2]), tuple(sys.argv[3].split(",")))
    else:
        sys.exit(main(sys.argv[1:]))
