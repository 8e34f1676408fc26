"""Writing in one step: a file is whole under its own name or not there at all."""

import contextlib
import os
import tempfile
import time
from pathlib import Path

TEMPORARY = ".part-"
"""Prefix of unfinished files; a later run removes those that a killed one left."""


def put(path: Path, content: bytes | memoryview) -> None:
    """Write into a temporary file beside `path` and move it there in one step. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def prune(folder: Path, needed: set[str], keep: float = 86400) -> None:
    """Remove files that nothing needs any more, save those of the last `keep` seconds: a build beside this one may be reading them."""
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # that build may be tidying too
            if path.name not in needed and time.time() - path.stat().st_mtime > keep:
                path.unlink()
