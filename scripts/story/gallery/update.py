"""From a folder of photographs and a manifest to a folder of derivatives and an index of them.

A run looks at each file's stamp, makes what is missing, then writes the index
and removes what nothing needs, in that order: killed at any moment, or run
twice at once, it leaves files that are whole and an index the next run mends.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from story.files import shown
from story.findings import Finding, Words
from story.gallery.recipe import RECIPE, Recipe
from story.rules import rule

if TYPE_CHECKING:
    from PIL import Image

INDEX = "index.json"
_OURS = re.compile(r".+-[0-9a-f]{10}-[0-9]+\.(avif|webp|jpg)|\.part-.+", re.DOTALL)
"""Names that a run gives. Nothing else in the folder is ever removed."""


@dataclass(frozen=True)
class Source:
    """What one picture is made from: a file of the photos folder, else a drawn plate.

    `held` means that something is wrong with its entry: what it had stays, and nothing new is made but the
    plate; with `night` the plate by night, for pages alone. `recipe` is its own, if it has one.
    """

    id: str
    file: Path | None = None
    plate: str | None = None
    copyright: str = ""
    held: bool = False
    night: bool = False
    recipe: Recipe | None = None


@dataclass
class Report:
    """What a run did, or with `check` would do.

    `made`, `kept`, `removed` count files, `refused` pictures; `bytes_in`/`bytes_out` are of the photographs
    made.
    """

    check: bool = False
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
        counts = f"{self.kept}个，删去{self.removed}个，{self.refused}张用不了"
        counts_en = f"{self.kept} kept, {self.removed} removed, {self.refused} pictures refused"
        if self.check:
            return (
                f"只看没做：会新做{self.made}个文件，沿用{counts}。\n"
                f"Nothing changed: {self.made} files would be made, {counts_en}."
            )
        before, after = _megabytes(self.bytes_in), _megabytes(self.bytes_out)
        saved, saved_en = (f"，从{before}到{after}", f", {before} to {after}") if self.bytes_in else ("", "")
        return f"新做{self.made}个文件，沿用{counts}{saved}。\n{self.made} files made, {counts_en}{saved_en}."


def run(
    sources: list[Source],
    photos: Path,
    out: Path,
    jobs: int = 0,
    force: bool = False,
    check: bool = False,
    recipe: Recipe = RECIPE,
    root: Path = Path(),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Bring `out` up to date with `sources` and report. Nothing is written when `check` is true.

    `jobs` processes work side by side (0: one a core). `progress(done, total)` counts pictures.
    `root` is the project whose palette drawings have.
    A picture that is refused keeps its former derivatives. Raises `OSError` if `out` cannot be written.
    """
    before, task = index(out), _Task(photos, out, force, check, recipe, root)
    report, waiting = Report(check), []
    for source in sources:
        known = before.get(source.id)
        current = source.held or not force and known and known["stamp"] == _stamp(source, recipe)
        if known and current and _whole(known, out):
            _keep(report, source.id, known)
        elif not source.held or source.plate:
            waiting.append(replace(source, file=None) if source.held else source)
    if waiting and not check:
        out.mkdir(parents=True, exist_ok=True)
    for done, (source, result) in enumerate(_results(waiting, before, task, jobs), 1):
        _take(source, result, before, out, report)
        progress(done, len(waiting))
    for source in waiting:
        # The plate of each refused photograph that had nothing before.
        if source.file and source.plate and source.id not in report.pictures:
            plate = replace(source, file=None)
            _take(plate, _make(plate, {}, task), {}, out, report)
    report.pictures = dict(sorted(report.pictures.items()))
    if report.pictures != before and not check:
        _write_index(out, report.pictures)
    for path in _leftovers(out, report.pictures):
        report.removed += not path.name.startswith(".part-")
        if not check:
            path.unlink(missing_ok=True)
    report.findings.sort()
    return report


@dataclass(frozen=True)
class _Task:
    """What is the same for every picture of a run."""

    photos: Path
    out: Path
    force: bool
    check: bool
    recipe: Recipe
    root: Path


class _Made(NamedTuple):
    """A picture as the index has it; how many of its files are new; bytes of its photograph, 0 if drawn."""

    picture: dict
    new: int
    bytes_in: int


def _results(
    waiting: list[Source], before: dict[str, dict], task: _Task, jobs: int
) -> Iterator[tuple[Source, _Made | Finding]]:
    """Each picture as it is done: in this process, or side by side in `jobs`."""
    work = [(source, before.get(source.id, {}), task) for source in waiting]
    jobs = min(jobs or os.cpu_count() or 1, len(work))
    if jobs < 2:
        yield from ((each[0], _make(*each)) for each in work)
        return
    # Here, not above: a run with nothing to do should not pay for it.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed

    pool, left = ProcessPoolExecutor(jobs, initializer=_end_with_parent), list(waiting)
    try:
        running = {pool.submit(_make, *each): each[0] for each in work}
        for finished in as_completed(running):
            result = finished.result()
            left.remove(running[finished])
            yield running[finished], result
    except BrokenExecutor:  # a worker was killed from outside
        yield from ((source, _out_of_memory(source)) for source in left)
    finally:
        pool.shutdown(cancel_futures=True)


def _take(source: Source, result: _Made | Finding, before: dict, out: Path, report: Report) -> None:
    """Enter a result; a refused picture keeps what it had."""
    if isinstance(result, Finding):
        report.refused += 1
        report.findings.append(result)
        if source.id in before and _whole(before[source.id], out):
            _keep(report, source.id, before[source.id])
        return
    files = result.picture["derivatives"]
    report.made += result.new
    report.kept += len(files) - result.new
    if result.new and result.bytes_in:
        report.bytes_in += result.bytes_in
        report.bytes_out += sum(file["size"] for file in files)
    report.pictures[source.id] = result.picture


def _keep(report: Report, picture: str, known: dict) -> None:
    report.pictures[picture] = known
    report.kept += len(known["derivatives"])


def _make(source: Source, known: dict, task: _Task) -> _Made | Finding:
    """Make one picture; runs in a process of its own. Imports Pillow only here: looking needs none."""
    from story.gallery import encode
    from story.gallery.decode import Refusal

    sizes = {file["name"]: file["size"] for file in known.get("derivatives", [])}
    recipe = _recipe(source, task.recipe)
    out, new = task.out, []
    try:
        stamp = _stamp(source, task.recipe)
        image, key, bytes_in = _picture(source, task.photos, recipe, task.root)
        stem, exif, tick = f"{source.id}-{key}", _exif(source.copyright), lambda: new.append(1)
        made = encode.make(image, stem, out, recipe, exif, task.force, task.check, sizes, tick)
    except Refusal as refusal:
        return about(source.file or out, refusal.rule, (refusal.zh, refusal.en))
    except MemoryError:
        return _out_of_memory(source)
    except OSError as error:
        reason = error.strerror or error
        return about(source.file or out, "photo-not-written", folder=out.name, reason=reason)
    picture = {
        "stamp": stamp,
        "width": made[0].width,
        "height": made[0].height,
        "plate": source.file is None,
        "colours": encode.colours(image),
        "derivatives": [asdict(file) for file in made],
    }
    return _Made(picture, len(new), bytes_in)


def _out_of_memory(source: Source) -> Finding:
    return about(source.file or Path(source.id), "photo-not-made")


def _picture(source: Source, photos: Path, recipe: Recipe, root: Path) -> "tuple[Image.Image, str, int]":
    """The picture itself, the key of its name, and the bytes it came from."""
    from story.gallery import encode

    if source.file is None:
        from story.drawing import plates

        image = plates.draw(source.plate or "", root, source.night)
        return image, encode.digest(image.tobytes(), recipe), 0
    from story.gallery.decode import decode, read

    data = read(source.file, photos)
    image = decode(data, source.file.suffix.lower(), recipe.largest)
    return image, encode.digest(data, recipe, source.copyright), len(data)


def _recipe(source: Source, recipe: Recipe) -> Recipe:
    if source.file:
        return recipe
    recipe = source.recipe or recipe
    return recipe.by_night() if source.night else recipe.drawn()


def _exif(text: str) -> bytes:
    """EXIF that holds a copyright line (tag 0x8298) and nothing else."""
    if not text:
        return b""
    from PIL import Image

    exif = Image.Exif()
    exif[0x8298] = text.encode()  # as text, Pillow would turn every Chinese character into a question mark
    return exif.tobytes()


def _stamp(source: Source, recipe: Recipe) -> list:
    """What tells without reading a picture that it is unchanged."""
    made_by = _recipe(source, recipe).fingerprint()
    if source.file is None:
        from story.drawing.digest import drawing_digest

        return ["plate", source.plate, source.night, drawing_digest(), made_by]
    try:
        status = source.file.stat()
    except OSError:
        return ["missing"]
    return [source.file.name, status.st_mtime_ns, status.st_size, source.copyright, made_by]


def _whole(known: dict, out: Path) -> bool:
    """True if every derivative is there with the size it was written with."""
    try:
        return all(os.stat(out / file["name"]).st_size == file["size"] for file in known["derivatives"])
    except OSError:
        return False


def _leftovers(out: Path, pictures: dict[str, dict]) -> list[Path]:
    """Files in `out` that a run wrote and no picture needs."""
    needed = {file["name"] for picture in pictures.values() for file in picture["derivatives"]}
    found = sorted(out.iterdir()) if out.is_dir() else []
    ours = [path for path in found if _OURS.fullmatch(path.name) and path.name not in needed]
    return [path for path in ours if path.is_file() and not _in_work(path)]


def _in_work(path: Path) -> bool:
    """An unfinished file of a run that is still going on: it was touched in the last minute."""
    try:
        return path.name.startswith(".part-") and time.time() - path.stat().st_mtime < 60
    except OSError:  # that run has just finished it
        return True


def index(out: Path) -> dict[str, dict]:
    """Pictures of the last run by id: size, colours, derivatives; without what no run could have written."""
    try:
        found = json.loads((out / INDEX).read_text(encoding="utf-8"))
        return {picture: known for picture, known in found.items() if _sensible(known)}
    except (OSError, ValueError, AttributeError):
        return {}


def _sensible(known: dict) -> bool:
    try:
        files = known["derivatives"]
        return (
            bool(files)
            and {"stamp", "width", "height", "plate", "colours"} <= known.keys()
            and all({"format", "width", "height"} <= file.keys() for file in files)
            and all(Path(file["name"]).name == file["name"] and file["size"] > 0 for file in files)
        )
    except (AttributeError, KeyError, TypeError):
        return False


def _write_index(out: Path, pictures: dict[str, dict]) -> None:
    from story.files import put  # here, not above: a run with nothing to do writes nothing

    out.mkdir(parents=True, exist_ok=True)
    # In ASCII: a file name need not be valid Unicode.
    put(out / INDEX, json.dumps(pictures, sort_keys=True).encode("ascii"))


def _end_with_parent() -> None:
    """End a worker whose parent was killed, or it waits for work for ever; and leave Ctrl-C to the parent."""
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def about(path: Path, name: str, said: str | Words = "", /, **fields: object) -> Finding:
    """A finding of the rule `name` about a whole file, said as `Rule.finding` has it."""
    return rule(name).finding(shown(path), (1, 1), said, **fields)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
