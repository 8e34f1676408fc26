"""What stands in docs and is no file to be read there: a link that leads out, a folder named like a page.

Of the photographs' folder the rules for photographs speak.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.pages.page import project
from story.tables.tables import Tables

RULE = rule("file-unusable")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    root = tables.root if tables else project(pages)
    for path in _everything(root / "docs"):
        if fault := _fault(path, root / "docs"):
            yield RULE.finding(path.relative_to(root).as_posix(), (1, 1), fault)


def _everything(docs: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(docs):
        if Path(folder) == docs / "photos":
            folders.clear()
            continue
        yield from (Path(folder, name) for name in sorted([*folders, *files]))


def _fault(path: Path, docs: Path) -> Words | None:
    """What is wrong with a path, or None."""
    if path.is_symlink():
        if not path.exists():
            return RULE.words("dead", name=path.name)
        if not path.resolve().is_relative_to(docs.resolve()):
            return RULE.words("outside", name=path.name)
    folder = path.is_dir()
    if folder and path.suffix in (".md", ".yml"):
        return RULE.words("folder", name=path.name)
    if not folder and not stat.S_ISREG(path.stat().st_mode):
        return RULE.words("special", name=path.name)
    readable = os.access(path, os.R_OK | (os.X_OK if folder else 0))
    return None if readable else RULE.words("unreadable", name=path.name)
