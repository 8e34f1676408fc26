"""What a preview waits for: a free address, and the next save."""

import errno
import re
import socket
import time
from collections.abc import Mapping
from pathlib import Path

from story.files import stamp
from story.parts.setting import Setting
from story.tables.menu import FILE

IN_USE = (
    "\n\n{0}端口有人在用，多半是另一个预览还开着：先停掉它，或者运行 make serve PORT={1}。\n"
    "Port {0} is in use, most likely by another preview: stop that, or run make serve PORT={1}.\n"
)
"""With the port and the next one. Said before anything is built: MkDocs would end in a traceback."""
WAITING = (
    "\n\n%s\n\n改好存盘，预览就会开始；不想等，按 Ctrl-C。\n"
    "Cure this and save, and the preview begins; Ctrl-C ends it.\n"
)
UNREAD = (
    "# {}\n\n这个文件读不了，终端里说了为什么、怎么改。 "
    "This file cannot be read; the terminal says why, and the cure.\n"
)
"""In place of such a file, by its name."""
REFUSED = (
    "<h1 id='title'>这一页有不能发布的东西 / Something here may not be published</h1>\n"
    "<p>终端里说了在哪一行、怎么改；改好存盘，这一页就会回来。 "
    "The terminal says on which line, and the cure; once it is saved the page comes back.</p>"
)
"""In place of the text of such a page, until it is cured."""
REFUSED_PAGE = f'<!doctype html>\n<html lang="zh-Hans"><meta charset="utf-8"><title>—</title>\n{REFUSED}\n'
"""The same where it is the whole page that may not be published."""

LOOKS = 0.2
"""Seconds between two looks for what was saved; each takes a fiftieth of a second."""
MADE = ("toc", "_title_from_render", "present_anchor_ids")
"""What MkDocs keeps of a page that it has rendered, besides its content."""


def ground(root: Path, settings: Mapping[str, Setting]) -> str:
    """What changes with all that pages are drawn from, beside their own texts: tables, pictures, templates,
    code, the menu; and of the other pages their names and titles."""
    docs = sorted((root / "docs").iterdir())
    others = [path for path in docs if path.suffix != ".md"]
    known = stamp(*others, root / "overrides", root / "scripts", root / FILE)
    titles = [setting.common.titles for setting in settings.values()]
    return repr((known, [path.name for path in docs], titles))


def open_to_mkdocs(html: str) -> str:
    """A page without its policy, which would stop the script that MkDocs adds to see an edit."""
    return re.sub(r"<meta [^>]*http-equiv=Content-Security-Policy>", "", html)


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
