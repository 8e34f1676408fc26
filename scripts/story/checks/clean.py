"""Pages in which the judge found nothing, so that the next check need not draw them again.

A page is known again by its file, as it was saved, and by all that it is drawn from.
"""

import hashlib
import os
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import story
from story.checks.rule import Pages
from story.files import put, stamp
from story.pages.page import Page, title
from story.tables import menu
from story.tables.tables import Tables

_SOURCES = (("docs/data", "*"), ("overrides/fragments", "*"), ("", menu.FILE))
_LIBRARIES = ("jinja2", "jsonschema", "markdown", "pillow", "pymdown-extensions", "pyyaml", "selectolax")


def state(root: Path) -> str:
    """What changes with all that a check looks at, with what looks, and from where: paths are shown from
    there."""
    looked_at = stamp(root / "docs", root / "overrides", root / menu.FILE, Path(story.__file__).parent)
    return " ".join([looked_at, os.getcwd(), sys.version, *map(version, _LIBRARIES)])


class Clean:
    """The pages of a project that were clean, and those of this look."""

    def __init__(self, pages: Pages, tables: Tables):
        self._file = tables.root / ".cache" / "clean"
        self._shared = _digest(tables.root, [title(page.text) for page in pages.values()])
        self._before, self._now = self._read(), set[str]()

    def _read(self) -> set[str]:
        with suppress(OSError, UnicodeDecodeError):
            return set(self._file.read_text(encoding="utf-8").split())
        return set()

    def _key(self, page: Page) -> str:
        # The time, which nobody can foresee: a stranger might send this file along with a page.
        stamp = page.path.stat().st_mtime_ns if page.path.exists() else 0
        told = f"{self._shared}\0{page.path.name}\0{stamp}\0{page.text}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    def knows(self, page: Page) -> bool:
        """Whether nothing was found in it before."""
        known = self._key(page) in self._before
        self.add(page, known)
        return known

    def add(self, page: Page, clean: bool) -> None:
        """Note a page of this look."""
        self._now |= {self._key(page)} if clean else set()

    def keep(self) -> None:
        """Write it down for the next look, where that is possible."""
        if self._now != self._before:
            with suppress(OSError):
                self._file.parent.mkdir(exist_ok=True)
                put(self._file, "\n".join(sorted(self._now)).encode())


def _digest(root: Path, titles: list[str]) -> str:
    """What changes with everything but its own text that a page is drawn from."""
    code = Path(story.__file__).parent
    files = [*sorted(code.rglob("*.py")), *sorted(code.rglob("*.yml"))]
    files += [path for folder, name in _SOURCES for path in sorted((root / folder).glob(name))]
    told = hashlib.sha256(repr([titles, *map(version, _LIBRARIES)]).encode("utf-8", "surrogatepass"))
    for path in files:
        if path.is_file():
            told.update(path.name.encode("utf-8", "surrogateescape") + b"\0" + path.read_bytes())
    return told.hexdigest()
