"""Writing: in one step, one build at a time, readable by whoever serves it, and a sentence when the disk
refuses."""

import contextlib
import errno
import hashlib
import io
import os
import stat
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘只能读",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EBUSY: "别的程序正占着",
}
"""What the system says in English alone."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say. Any true hour would make every one another."""
TEMPORARY = ".part-"
"""Prefix of unfinished files; a later run removes those that a killed one left."""


def put(path: Path, content: bytes | memoryview) -> None:
    """Write into a temporary file and move it to `path` in one step. Raises OSError, which names `path`."""
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):  # the system names the temporary file, or none when the disk is full
            error.filename, error.filename2 = os.fspath(path), None
        raise


def recall(path: Path, key: str) -> str | None:
    """What `remember` wrote there under that key; None if that was another one, or is no longer whole."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        digest, _, text = path.read_bytes().decode().partition("\n")
        return text if digest == _of(key, text) else None
    return None


def remember(path: Path, key: str, text: str) -> str:
    """Write a text down for the next run, if its folder is there and lets itself be written; give it back."""
    if path.parent.is_dir():
        with contextlib.suppress(OSError):
            put(path, f"{_of(key, text)}\n{text}".encode())
    return text


def _of(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\0{text}".encode()).hexdigest()


def stamp(*places: Path) -> str:
    """A digest that changes with every file and folder at or below some places: a name, a size, rights, the
    moment something was written, which nobody can foresee or choose. No file is opened."""
    told = hashlib.sha256()
    for place in places:
        for line in sorted(_stamps(os.fspath(place))):
            told.update(line.encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _stamps(path: str) -> Iterator[str]:
    """What tells a file from what it was. A folder's own time changes with what programs put there a while;
    behind a link to one may be anything, so that is never the same."""
    try:
        own, meant = os.lstat(path), os.stat(path)
    except OSError as error:
        yield f"{path}\0{error.errno}\n"
        return
    if stat.S_ISDIR(own.st_mode):
        yield f"{path}\0{own.st_mode}\n"
        for entry in os.scandir(path):
            if entry.name != "__pycache__" and not entry.name.startswith(TEMPORARY):
                yield from _stamps(entry.path)
    elif stat.S_ISDIR(meant.st_mode):
        yield f"{path}\0{time.time_ns()}\n"
    else:
        told = (own.st_mode, own.st_ctime_ns, meant.st_size, meant.st_mtime_ns, meant.st_ctime_ns)
        yield f"{path}\0{told}\n"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Files by name as a zip (PKWARE APPNOTE); the same files give the same bytes. `mimetype` is stored as it
    is, for whoever tells an EPUB by its first bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(
                entry, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return stream.getvalue()


def prune(folder: Path, needed: set[str], keep: float = 86400) -> None:
    """Remove files that nothing needs any more, save those of the last `keep` seconds: a build beside this
    one may be reading them."""
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # that build may be tidying too
            if path.name not in needed and time.time() - path.stat().st_mtime > keep:
                path.unlink()


def opened(folder: Path) -> None:
    """Let a web server read all that is published: files 0644, folders 0755, whatever the umask of the one
    who built.

    A file system without such permissions needs none.
    """
    for path in [folder, *folder.rglob("*")]:
        with contextlib.suppress(PermissionError, NotImplementedError):
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextlib.contextmanager
def alone(root: Path, target: Path) -> Iterator[None]:
    """One program at a time writes `target`; another waits here, and says so. The system frees the lock of a
    program that ends, however it ends. Raises OSError if the lock cannot be made below `root`."""
    folder = root / ".cache" / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(os.fsencode(target.resolve())).hexdigest()[:10]
    with open(folder / name, "ab") as file:
        if not _taken(file.fileno()):
            print(
                f"另一个程序正在写 {target.name}，等它做完……不想等，按 Ctrl-C。\n"
                f"Another program is writing {target.name}; waiting for it. Ctrl-C ends the waiting.",
                file=sys.stderr,
                flush=True,
            )
            while not _taken(file.fileno()):
                time.sleep(0.2)
        yield


def _taken(handle: int) -> bool:
    """Lock a file for this process, unless another has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:  # any other: of a file system that knows no locks
        return error.errno not in (errno.EAGAIN, errno.EACCES)
    return True


def refused(error: OSError, otherwise: Path) -> tuple[str, str]:
    """What an error of the system is about and why, in both languages; `otherwise` is named if it names no
    file."""
    names = [name for name in (error.filename2, error.filename) if isinstance(name, str | bytes)]
    place, reason = shown(Path(os.fsdecode(names[0])) if names else otherwise), reason_of(error)
    return (
        f"{place} 用不了（{_REASONS.get(error.errno or 0, reason)}）。请检查磁盘空间和权限。",
        f"{place} cannot be used ({reason}). Check disk space and permissions.",
    )


def shown(path: Path) -> str:
    """A path as an editor sees it from where the command runs, printable whatever bytes the name is made
    of."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # on another drive
        near = str(path)
    return near.replace(os.sep, "/").encode("utf-8", "replace").decode("utf-8")


def reason_of(error: OSError) -> str:
    """In the system's words, or else in Python's."""
    return error.strerror or str(error) or type(error).__name__
