"""What a preview waits for: a free address, and the next save."""

import errno
import socket
import time
from pathlib import Path

IN_USE = (
    "\n\n{0}端口有人在用，多半是另一个预览还开着：先停掉它，或者运行 make serve PORT={1}。\n"
    "Port {0} is in use, most likely by another preview: stop that, or run make serve PORT={1}.\n"
)
"""With the port and the next one. Said before anything is built: MkDocs would end in a traceback."""
WAITING = (
    "\n\n%s\n\n改好存盘，预览就会开始；不想等，按 Ctrl-C。\n"
    "Cure this and save, and the preview begins; Ctrl-C ends it.\n"
)


def in_use(host: str, port: int) -> bool:
    """True if another program listens there. Other reasons not to get the address are left to MkDocs."""
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
