"""From a folder of photographs and a manifest to a folder of derivatives and an index of them.

A run looks at each file's stamp, makes what is missing, then writes the index
and removes what nothing needs, in that order: killed at any moment, or run
twice at once, it leaves files that are whole and an index the next run mends.
"""

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from story.files import shown
from story.findings import Finding
from story.gallery.recipe import RECIPE, Recipe

INDEX = "index.json"
_OURS = re.compile(r".+-[0-9a-f]{10}-[0-9]+\.(avif|webp|jpg)|\.part-.+", re.DOTALL)
"""Names that a run gives. Nothing else in the folder is ever removed."""


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
    """What a run did, or with `check` would do.

    `made`, `kept`, `removed` count files, `refused` pictures; `bytes_in`/`bytes_out` are of the photographs made.
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
        if self.check:
            return (
                f"只看没做：会新做{self.made}个文件，沿用{self.kept}个，删去{self.removed}个，{self.refused}张用不了。\n"
                f"Nothing changed: {self.made} files would be made, {self.kept} kept, {self.removed} removed, {self.refused} pictures refused."
            )
        saved = f"，从{_megabytes(self.bytes_in)}到{_megabytes(self.bytes_out)}" if self.bytes_in else ""
        saved_en = f", {_megabytes(self.bytes_in)} to {_megabytes(self.bytes_out)}" if self.bytes_in else ""
        return (
            f"新做{self.made}个文件，沿用{self.kept}个，删去{self.removed}个，{self.refused}张用不了{saved}。\n"
            f"{self.made} files made, {self.kept} kept, {self.removed} removed, {self.refused} pictures refused{saved_en}."
        )


def run(
    sources: list[Source],
    photos: Path,
    out: Path,
    jobs: int = 0,
    force: bool = False,
    check: bool = False,
    recipe: Recipe = RECIPE,
    root: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Bring `out` up to date with `sources` and report. Nothing is written when `check` is true.

    `jobs` processes work side by side (0: one a core). `progress(done, total)` counts pictures.
    A picture that is refused keeps its former derivatives. Raises `OSError` if `out` cannot be written.
    """
    before = index(out)
    report, waiting = Report(check), []
    for source in sources:
        known = before.get(source.id)
        current = source.held or not force and known and known["stamp"] == _stamp(source, recipe)
        if known and current and _whole(known, out):
            _keep(report, source.id, known)
        elif not source.held:
            waiting.append(source)
        elif source.plate:
            waiting.append(replace(source, file=None))
    if waiting and not check:
        out.mkdir(parents=True, exist_ok=True)
    _make_all(waiting, before, _Task(photos, out, force, check, recipe, root), jobs, report, progress)
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
    root: Path | None


def _make_all(
    waiting: list[Source],
    before: dict,
    task: _Task,
    jobs: int,
    report: Report,
    progress: Callable[[int, int], None],
) -> None:
    jobs = min(jobs or os.cpu_count() or 1, len(waiting))
    results = _side_by_side if jobs > 1 else _one_by_one
    for done, (source, result) in enumerate(results(waiting, before, task, jobs), 1):
        _take(source, result, before, task.out, report)
        progress(done, len(waiting))
    for source in waiting:
        # The plate of each refused photograph that had nothing before.
        if source.file and source.plate and source.id not in report.pictures:
            plate = replace(source, file=None)
            _take(plate, _make(plate, {}, task), {}, task.out, report)


def _one_by_one(
    waiting: list[Source], before: dict, task: _Task, jobs: int
) -> Iterator[tuple[Source, dict | Finding]]:
    for source in waiting:
        yield source, _make(source, before.get(source.id, {}), task)


def _side_by_side(
    waiting: list[Source], before: dict, task: _Task, jobs: int
) -> Iterator[tuple[Source, dict | Finding]]:
    # Here, not above: a run with nothing to do should not pay for it.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed

    pool, left = ProcessPoolExecutor(jobs, initializer=_end_with_parent), list(waiting)
    try:
        running = {pool.submit(_make, source, before.get(source.id, {}), task): source for source in waiting}
        for finished in as_completed(running):
            result = finished.result()
            left.remove(running[finished])
            yield running[finished], result
    except BrokenExecutor:  # a worker was killed from outside
        yield from ((source, _out_of_memory(source)) for source in left)
    finally:
        pool.shutdown(cancel_futures=True)


def _take(source: Source, result: "dict | Finding", before: dict, out: Path, report: Report) -> None:
    """Enter a result; a refused picture keeps what it had."""
    if isinstance(result, Finding):
        report.refused += 1
        report.findings.append(result)
        if source.id in before and _whole(before[source.id], out):
            _keep(report, source.id, before[source.id])
        return
    made, bytes_in = result.pop("made"), result.pop("bytes_in")
    report.made += made
    report.kept += len(result["derivatives"]) - made
    if made and bytes_in:
        report.bytes_in += bytes_in
        report.bytes_out += sum(derivative["size"] for derivative in result["derivatives"])
    report.pictures[source.id] = result


def _make(source: Source, known: dict, task: _Task) -> "dict | Finding":
    """Make one picture; runs in a process of its own. Imports Pillow only here: looking needs none."""
    from story.gallery import encode
    from story.gallery.decode import Refusal

    sizes = {derivative["name"]: derivative["size"] for derivative in known.get("derivatives", [])}
    out, new = task.out, []
    try:
        stamp = _stamp(source, task.recipe)
        image, key, bytes_in = _picture(source, task.photos, task.recipe, task.root)
        made = encode.make(
            image,
            f"{source.id}-{key}",
            out,
            task.recipe,
            _exif(source.copyright),
            task.force,
            task.check,
            sizes,
            lambda: new.append(1),
        )
    except Refusal as refusal:
        return Finding(shown(source.file), 1, 1, refusal.rule, refusal.zh, refusal.en)
    except MemoryError:
        return _out_of_memory(source)
    except OSError as error:
        return Finding(
            shown(source.file or out),
            1,
            1,
            "photo-not-written",
            f"写不进 {out.name}（{error.strerror or error}）。请检查磁盘空间和权限；已有的图没有动。",
            f"{out.name} cannot be written ({error.strerror or error}). Check disk space and permissions; what was there is untouched.",
        )
    largest = made[0]
    return {
        "stamp": stamp,
        "width": largest.width,
        "height": largest.height,
        "plate": source.file is None,
        "colours": encode.colours(image),
        "derivatives": [asdict(derivative) for derivative in made],
        "made": len(new),
        "bytes_in": bytes_in,
    }


def _out_of_memory(source: Source) -> Finding:
    return Finding(
        shown(source.file or Path(source.id)),
        1,
        1,
        "photo-not-made",
        "做到一半被系统中断，多半是内存不够。请关掉别的程序，用 --jobs 1 再运行一次。",
        "The work on it was ended by the system, probably for want of memory. Close other programs and run again with --jobs 1.",
    )


def _picture(source: Source, photos: Path, recipe: Recipe, root: Path | None):
    """The picture itself, the key of its name, and the bytes it came from."""
    from story.gallery import encode

    if source.file is None:
        from story.drawing import plates

        image = plates.band(root) if source.plate == "band" else plates.draw(source.plate, root)
        return image, encode.digest(image.tobytes(), recipe), 0
    from story.gallery.decode import decode, read

    data = read(source.file, photos)
    image = decode(data, source.file.suffix.lower(), recipe.largest)
    return image, encode.digest(data, recipe, source.copyright), len(data)


def _exif(text: str) -> bytes:
    """EXIF that holds a copyright line (tag 0x8298) and nothing else."""
    if not text:
        return b""
    from PIL import Image

    exif = Image.Exif()
    exif[0x8298] = text.encode(
        "utf-8"
    )  # as text, Pillow would turn every Chinese character into a question mark
    return exif.tobytes()


def _stamp(source: Source, recipe: Recipe) -> list:
    """What tells without reading a picture that it is unchanged."""
    made_by = recipe.fingerprint()
    if source.file is None:
        from story.drawing.digest import drawing_digest

        return ["plate", source.plate, drawing_digest(), made_by]
    try:
        status = source.file.stat()
    except OSError:
        return ["missing"]
    return [source.file.name, status.st_mtime_ns, status.st_size, source.copyright, made_by]


def _whole(known: dict, out: Path) -> bool:
    """True if every derivative is there with the size it was written with."""
    try:
        return all(
            os.stat(out / derivative["name"]).st_size == derivative["size"]
            for derivative in known["derivatives"]
        )
    except OSError:
        return False


def _keep(report: Report, picture: str, known: dict) -> None:
    report.pictures[picture] = known
    report.kept += len(known["derivatives"])


def _leftovers(out: Path, pictures: dict[str, dict]) -> list[Path]:
    """Files in `out` that a run wrote and no picture needs."""
    needed = {derivative["name"] for picture in pictures.values() for derivative in picture["derivatives"]}
    if not out.is_dir():
        return []
    return [
        path
        for path in sorted(out.iterdir())
        if _OURS.fullmatch(path.name) and path.name not in needed and path.is_file() and not _in_work(path)
    ]


def _in_work(path: Path) -> bool:
    """An unfinished file of a run that is still going on: it was touched in the last minute."""
    import time

    try:
        return path.name.startswith(".part-") and time.time() - path.stat().st_mtime < 60
    except OSError:  # that run has just finished it
        return True


def index(out: Path) -> dict[str, dict]:
    """Pictures of the last run by id: size, colours and derivatives; without entries that no run could have written."""
    try:
        found = json.loads((out / INDEX).read_text(encoding="utf-8"))
        return {picture: known for picture, known in found.items() if _sensible(known)}
    except (OSError, ValueError, AttributeError):
        return {}


def _sensible(known: dict) -> bool:
    try:
        return (
            bool(known["derivatives"])
            and {"stamp", "width", "height", "plate", "colours"} <= known.keys()
            and all(
                {"format", "width", "height"} <= each.keys()
                and Path(each["name"]).name == each["name"]
                and each["size"] > 0
                for each in known["derivatives"]
            )
        )
    except (AttributeError, KeyError, TypeError):
        return False


def _write_index(out: Path, pictures: dict[str, dict]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    temporary = out / f".part-index-{os.getpid()}"
    try:
        # In ASCII: a file name need not be valid Unicode.
        temporary.write_text(json.dumps(pictures, sort_keys=True), encoding="ascii")
        os.replace(temporary, out / INDEX)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _end_with_parent() -> None:
    """End a worker whose parent was killed, which would wait for work for ever; and leave Ctrl-C to the parent."""
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
