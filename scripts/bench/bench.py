"""Time the gallery against its peers: one workload, the same outputs, in turn, medians.

    python scripts/bench/bench.py [--photos 100] [--rounds 3] [--avif]

Peers and the tools that measure quality are installed below `.cache/bench/` on first use (needs npm).
The table is printed as Markdown for README.md. Seconds are wall time of whole processes, memory is
the largest single process, SSIM and weight are those of `quality.py`.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from command import ROOT, Parser, run  # noqa: E402
from story.gallery.recipe import RECIPE  # noqa: E402

WORK = ROOT / ".cache" / "bench"
OUT = WORK / "out"
PYTHON = WORK / "venv" / "bin"
PEERS = ("@11ty/eleventy-img@6.0.4", "sharp@0.35.5")
TOOLS = ("sigal==2.6.1", "scikit-image")


@dataclass
class Contestant:
    """A way to do the job: the commands of one run. `warm` runs a second time with nothing changed."""

    name: str
    folder: str
    commands: list[list[str]]
    warm: bool = True
    environment: dict[str, str] = field(default_factory=dict)
    cold: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    memory: float = 0


def main(arguments: list[str]) -> int:
    parser = Parser(__doc__)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--avif", action="store_true", help="add AVIF to the outputs")
    options = parser.parse_args(arguments)
    _install()
    photos = workload(options.photos)
    runners = _contestants(photos, [*(["avif"] if options.avif else []), "webp", "jpeg"])
    for _ in range(options.rounds):
        for runner in runners:
            _round(runner)
    # Quality first: the changed photograph is no longer the one that the others made.
    quality = _quality(photos, [runner.folder for runner in runners if runner.folder != "floor"])
    print(_table(runners, quality, options, _one_changed(runners[0], photos)))
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
        grain = Image.frombytes("RGB", (columns, rows), noise.randbytes(columns * rows * 3))
        image = Image.blend(image, grain.resize(image.size, Image.Resampling.BICUBIC), share)
    return image


def _contestants(photos: Path, formats: list[str]) -> list[Contestant]:
    ours = [sys.executable, str(HERE / "ours.py"), str(photos), str(OUT / "ours"), *formats]
    floor = [sys.executable, str(HERE / "floor.py"), str(photos), *formats]
    widths = {kind: RECIPE.of(kind) for kind in formats}
    node = {"FORMATS": json.dumps(formats), "WIDTHS": json.dumps(widths)}
    return [
        Contestant("this gallery", "ours", [ours]),
        Contestant("decode + encode alone (the floor)", "floor", [floor], warm=False),
        Contestant("eleventy-img 6.0.4", "eleventy", [_node("eleventy", photos)], environment=node),
        Contestant("sharp 0.35.5 by itself", "sharp", [_node("sharp", photos)], warm=False, environment=node),
        *([] if "avif" in formats else [Contestant("sigal 2.6.1, two runs", "sigal", _sigal(photos))]),
    ]


def _node(name: str, photos: Path) -> list[str]:
    return ["node", f"{name}.mjs", str(photos), str(OUT / name)]


def _sigal(photos: Path) -> list[list[str]]:
    """Sigal writes one format and two sizes a run; two runs give the four files of the others."""
    commands, (small, large) = [], RECIPE.others
    for kind in ("JPEG", "WEBP"):
        config = WORK / f"sigal-{kind}.py"
        config.write_text(
            f"source={str(photos)!r}\ndestination={str(OUT / 'sigal' / kind)!r}\n"
            f"img_size=({large},{large})\nthumb_size=({small},{small})\nthumb_fit=False\n"
            f"make_thumbs=True\nimg_format={kind!r}\n"
            "jpg_options={'quality':80,'progressive':True}\nwrite_html=False\n"
        )
        line = [PYTHON / "sigal", "build", "--quiet", "--ncpu", os.cpu_count(), "--config", config]
        commands.append([str(word) for word in line])
    return commands


def _round(runner: Contestant) -> None:
    shutil.rmtree(OUT / runner.folder, ignore_errors=True)
    (OUT / runner.folder).mkdir(parents=True)
    seconds, memory = _timed(runner)
    runner.cold.append(seconds)
    runner.memory = max(runner.memory, memory)
    if runner.warm:
        runner.again.append(_timed(runner)[0])
    again = f"{runner.again[-1]:.3f}" if runner.again else "nan"
    print(f"{runner.name}: {seconds:.2f} s, again {again} s", file=sys.stderr, flush=True)


def _timed(runner: Contestant) -> tuple[float, float]:
    """Wall seconds of all commands and the peak memory (MB) of the largest process."""
    start, peak, environment = time.perf_counter(), 0.0, os.environ | runner.environment
    for command in runner.commands:
        process = subprocess.Popen(
            command, cwd=WORK, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        assert status == 0, command
        peak = max(peak, usage.ru_maxrss / 1000)
    # The floor counts for itself: part of what its process does is not its business.
    return float(said) if runner.folder == "floor" else time.perf_counter() - start, peak


def _one_changed(ours: Contestant, photos: Path) -> float:
    """Seconds for our run after one photograph was replaced."""
    first = sorted(photos.iterdir())[0]
    kept = first.read_bytes()
    _photo(len(kept)).save(first, quality=92)
    try:
        return _timed(ours)[0]
    finally:
        first.write_bytes(kept)


def _table(runners: list[Contestant], quality: dict, options, changed: float) -> str:
    base = statistics.median(runners[0].cold)
    formats = "AVIF + WebP + JPEG" if options.avif else "WebP + JPEG"
    how = f"the widths of pages, {os.cpu_count()} cores, median of {options.rounds}"
    lines = [
        f"{options.photos} × 12 MP, {formats}, {how}\n",
        "| | cold, s | against ours | nothing changed, s | memory, MB | SSIM | KB a picture |",
        "|---|---|---|---|---|---|---|",
    ]
    for runner in runners:
        cold = statistics.median(runner.cold)
        again = f"{statistics.median(runner.again):.2f}" if runner.again else "–"
        score, weight = quality.get(runner.folder, ("–", "–"))
        times = f"{cold:.1f} | {cold / base:.2f} | {again}"
        lines.append(f"| {runner.name} | {times} | {runner.memory:.0f} | {score} | {weight} |")
    return "\n".join([*lines, "", f"One photograph of {options.photos} changed: {changed:.2f} s."])


def _quality(photos: Path, folders: list[str]) -> dict[str, list[str]]:
    """Of each contestant the mean SSIM and the weight of a picture, in words."""
    command = [str(PYTHON / "python"), str(HERE / "quality.py"), str(photos), str(OUT), *folders]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _install() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    if not (WORK / "node_modules").exists():
        quiet = ["--no-audit", "--no-fund", "--silent"]
        subprocess.run(["npm", "install", *quiet, "--prefix", str(WORK), *PEERS], check=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PYTHON.parent)], check=True)
        subprocess.run([str(PYTHON / "python"), "-m", "pip", "install", "--quiet", *TOOLS], check=True)
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, WORK)


if __name__ == "__main__":
    run(main)
