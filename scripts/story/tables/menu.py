"""The menu, `nav` in mkdocs.yml: the one list of the site's pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from story.tables.reading import needed
from story.tables.yamlfile import Mark

FILE = "mkdocs.yml"


def pages(root: Path) -> tuple[str, ...]:
    """The names of the menu's pages in its order, `home` for index.md. Raises `Faults` as `entries` does."""
    names = (file.removesuffix(".md") for file in entries(root) if "/" not in file)
    return tuple("home" if name == "index" else name for name in names)


def entries(root: Path) -> dict[str, Mark]:
    """The Markdown files that the menu names, and where. Raises `Faults` if it cannot be read."""
    data, marks = needed(root, FILE, only="nav")
    return {file: marks[place] for file, place in _files(data)}


def _files(part: Any, place: tuple = ()) -> Iterator[tuple[str, tuple]]:
    """Files at any depth: an entry is a file, or a title with a file or a list."""
    if isinstance(part, str) and part.endswith(".md") and "://" not in part:
        yield part, place
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        yield from _files(value, (*place, key))


def unlisted(root: Path) -> str:
    """The patterns of `not_in_nav`: what need not stand in the menu. Raises `Faults` as `entries` does."""
    data, _ = needed(root, FILE, only="not_in_nav")
    return (data or {}).get("not_in_nav") or ""
