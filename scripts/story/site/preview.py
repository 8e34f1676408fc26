"""What a preview waits for: a free address, and the next save."""

import errno
import socket
import time
from pathlib import Path


def in_use(host: str, port: int) -> bool:
    """True if another program listens there. Other reasons not to get the address are left to who asks for
    it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.errno == errno.EADDRINUSE
    return False


def wait(folder: Path) -> None:
    """Until any file below `folder` is saved, added or removed."""
    before = _stamps(folder)
    while _stamps(folder) == before:
        time.sleep(0.3)


def _stamps(folder: Path) -> dict | None:
    try:
        return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    except OSError:  # a file went while we looked: that is a change
        return None
