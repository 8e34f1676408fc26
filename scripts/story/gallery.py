"""From a folder of photographs and a manifest to a folder of derivatives and an index of them.

A run looks at each file's stamp, makes what is missing, then writes the index
and removes what nothing needs, in that order: killed at any moment, or run
twice at once, it leaves files that are whole and an index the next run mends.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path

from story.findings import Finding
from story.recipe import Recipe

INDEX = "index.json"


@dataclass(frozen=True)
class Source:
    """What one picture is made from: a file of the photos folder, else a drawn plate.

    `held` means that something is wrong with its entry: what it had stays, and nothing new is made but the plate.
    """

    id: str
    file: Path | None = None
    plate: str | None = None
    copyright: str = ""
    held: bool = False


@dataclass
class Report:
    """What a run did. `made`, `kept`, `removed` count files; `bytes_in`/`bytes_out` are of the pictures made."""

    made: int = 0
    kept: int = 0
    removed: int = 0
    refused: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    findings: list[Finding] = field(default_factory=list)
    pictures: dict[str, dict] = field(default_factory=dict)

    def summary(self) -> str:
        """One line in each language."""
        saved = f"，从{_megabytes(self.bytes_in)}到{_megabytes(self.bytes_out)}" if self.made else ""
        saved_en = f", {_megabytes(self.bytes_in)} to {_megabytes(self.bytes_out)}" if self.made else ""
        return (f"新做{self.made}个文件，沿用{self.kept}个，删去{self.removed}个，{self.refused}张用不了{saved}。\n"
                f"{self.made} files made, {self.kept} kept, {self.removed} removed, {self.refused} pictures refused{saved_en}.")


def run(sources: list[Source], photos: Path, out: Path, jobs: int = 0, force: bool = False, check: bool = False,
        recipe: Recipe = Recipe(), root: Path | None = None, progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
    """Bring `out` up to date with `sources` and report. Nothing is written when `check` is true.

    `jobs` processes work side by side (0: one a core). `progress(done, total)` counts pictures.
    A picture that is refused keeps its former derivatives. Raises `OSError` if `out` cannot be written.
    """
    before = {} if force else _read_index(out)
    report = Report()
    waiting = []
    for source in sources:
        known = before.get(source.id)
        if known and (source.held or known["stamp"] == _stamp(source, recipe)) and _whole(known, out):
            _keep(report, source.id, known)
        elif not source.held:
            waiting.append(source)
        elif source.plate:
            waiting.append(replace(source, file=None))
    if check:
        _look(waiting, photos, report)
        report.removed = len(_leftovers(out, report, waiting, before))
        return report
    if waiting:
        out.mkdir(parents=True, exist_ok=True)
        _drop_damaged(before, out)
    _make_all(waiting, before, photos, out, jobs, force, recipe, root, report, progress)
    if report.pictures != before or force:
        _write_index(out, report.pictures)
    for path in _leftovers(out, report, [], before):
        path.unlink(missing_ok=True)
        report.removed += not path.name.startswith(".part-")
    report.findings.sort()
    return report


def index(out: Path) -> dict[str, dict]:
    """Pictures of the last run by id: size, colours and derivatives."""
    return _read_index(out)


def _make_all(waiting, before, photos, out, jobs, force, recipe, root, report, progress) -> None:
    if not waiting:
        return
    # Here, not above: a run with nothing to do should not pay for it.
    from concurrent.futures import ProcessPoolExecutor, as_completed
    jobs = min(jobs or os.cpu_count() or 1, len(waiting))
    if jobs == 1:
        results = ((source, _make(source, photos, out, force, recipe, root)) for source in waiting)
        for done, (source, result) in enumerate(results, 1):
            _take(source, result, before, report)
            progress(done, len(waiting))
        return _stand_in(waiting, report, photos, out, force, recipe, root)
    with ProcessPoolExecutor(jobs, initializer=_end_with_parent, initargs=(os.getpid(),)) as pool:
        running = {pool.submit(_make, source, photos, out, force, recipe, root): source for source in waiting}
        for done, finished in enumerate(as_completed(running), 1):
            _take(running[finished], finished.result(), before, report)
            progress(done, len(waiting))
    _stand_in(waiting, report, photos, out, force, recipe, root)


def _stand_in(waiting, report, photos, out, force, recipe, root) -> None:
    """The plate of each refused photograph that had nothing before."""
    for source in waiting:
        if source.file and source.plate and source.id not in report.pictures:
            plate = replace(source, file=None)
            _take(plate, _make(plate, photos, out, force, recipe, root), {}, report)


def _take(source: Source, result: "dict | Finding", before: dict, report: Report) -> None:
    """Enter a result; a refused picture keeps what it had."""
    if isinstance(result, Finding):
        report.refused += 1
        report.findings.append(result)
        if source.id in before:
            report.pictures[source.id] = before[source.id]
            report.kept += len(before[source.id]["derivatives"])
        return
    report.made += result.pop("made")
    report.bytes_in += result.pop("bytes_in")
    report.bytes_out += sum(derivative["size"] for derivative in result["derivatives"])
    report.pictures[source.id] = result


def _make(source: Source, photos: Path, out: Path, force: bool, recipe: Recipe, root: Path | None) -> "dict | Finding":
    """Make one picture; runs in a process of its own. Imports Pillow only here: looking needs none."""
    from story import derivatives
    from story.photos import Refusal
    try:
        stamp = _stamp(source, recipe)
        image, key, bytes_in = _picture(source, photos, recipe, root)
        new = []
        made = derivatives.make(image, f"{source.id}-{key}", out, recipe, _exif(source.copyright), force, lambda: new.append(1))
    except Refusal as refusal:
        return Finding(_shown(source.file), 1, 1, refusal.rule, refusal.zh, refusal.en)
    except OSError as error:
        return Finding(_shown(source.file or out), 1, 1, "photo-not-written", f"写不进 {out.name}（{error.strerror or error}）。请检查磁盘空间和权限；已有的图没有动。",
                       f"{out.name} cannot be written ({error.strerror or error}). Check disk space and permissions; what was there is untouched.")
    largest = made[0]
    return {"stamp": stamp, "width": largest.width, "height": largest.height, "plate": source.file is None, "colours": derivatives.colours(image),
            "derivatives": [asdict(derivative) for derivative in made], "made": len(new), "bytes_in": bytes_in}


def _picture(source: Source, photos: Path, recipe: Recipe, root: Path | None):
    """The picture itself, the key of its name, and the bytes it came from."""
    from story import derivatives
    if source.file is None:
        from story import plates
        image = plates.band(root) if source.plate == "band" else plates.draw(source.plate, root)
        return image, derivatives.digest(image.tobytes(), recipe), 0
    from story.photos import decode, read
    data = read(source.file, photos)
    image = decode(data, source.file.suffix.lower(), max(recipe.widths))
    return image, derivatives.digest(data, recipe, source.copyright), len(data)


def _exif(text: str) -> bytes:
    """EXIF that holds a copyright line (tag 0x8298) and nothing else."""
    if not text:
        return b""
    from PIL import Image
    exif = Image.Exif()
    exif[0x8298] = text
    return exif.tobytes()


def _stamp(source: Source, recipe: Recipe) -> list:
    """What tells without reading a picture that it is unchanged."""
    made_by = recipe.fingerprint()
    if source.file is None:
        return ["plate", source.plate, drawing_digest(), made_by]
    try:
        status = source.file.stat()
    except OSError:
        return ["missing"]
    return [source.file.name, status.st_mtime_ns, status.st_size, source.copyright, made_by]


@cache
def drawing_digest() -> str:
    """Changes with the drawing code, the font and the palette, and with nothing else."""
    here = Path(__file__).parent
    drawn_by = [*sorted(here.glob("plates/*.py")), here / "scenery.py", here / "lettering.py", here / "cards.py",
                *sorted(here.parent.glob("fonts/*.otf")), here.parents[1] / "docs/assets/stylesheets/tokens.css"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in drawn_by)).hexdigest()[:10]


def _whole(known: dict, out: Path) -> bool:
    """True if every derivative is there with the size it was written with."""
    try:
        return all(os.stat(out / derivative["name"]).st_size == derivative["size"] for derivative in known["derivatives"])
    except OSError:
        return False


def _drop_damaged(before: dict, out: Path) -> None:
    """Remove derivatives that are not as they were written, so that they are made again."""
    for derivative in (each for picture in before.values() for each in picture["derivatives"]):
        path = out / derivative["name"]
        if path.exists() and path.stat().st_size != derivative["size"]:
            path.unlink()


def _keep(report: Report, picture: str, known: dict) -> None:
    report.pictures[picture] = known
    report.kept += len(known["derivatives"])


def _look(waiting: list[Source], photos: Path, report: Report) -> None:
    """Open each waiting file as a run would, without writing: `made` counts pictures to be made."""
    from story.photos import Refusal, decode, read
    for source in waiting:
        try:
            if source.file:
                decode(read(source.file, photos), source.file.suffix.lower(), 480)
            report.made += 1
        except Refusal as refusal:
            report.refused += 1
            report.findings.append(Finding(_shown(source.file), 1, 1, refusal.rule, refusal.zh, refusal.en))


def _leftovers(out: Path, report: Report, waiting: list[Source], before: dict) -> list[Path]:
    """Files in `out` that no picture needs. While pictures wait, their former files are needed."""
    pictures = [*report.pictures.values(), *(before[source.id] for source in waiting if source.id in before)]
    needed = {derivative["name"] for picture in pictures for derivative in picture["derivatives"]} | {INDEX}
    if not out.is_dir():
        return []
    return [path for path in sorted(out.iterdir()) if path.is_file() and path.name not in needed and not _in_work(path)]


def _in_work(path: Path) -> bool:
    """An unfinished file of a run that is still going on: it was touched in the last minute."""
    import time
    return path.name.startswith(".part-") and time.time() - path.stat().st_mtime < 60


def _read_index(out: Path) -> dict[str, dict]:
    try:
        return json.loads((out / INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _write_index(out: Path, pictures: dict[str, dict]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    temporary = out / f".part-index-{os.getpid()}"
    temporary.write_text(json.dumps(pictures, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    os.replace(temporary, out / INDEX)


def _end_with_parent(parent: int) -> None:
    """End a worker whose parent was killed: it would wait for work for ever."""
    import threading
    import time

    def watch() -> Iterator[None]:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)
    threading.Thread(target=watch, daemon=True).start()


def _shown(path: Path) -> str:
    return os.path.relpath(path).replace(os.sep, "/")


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
