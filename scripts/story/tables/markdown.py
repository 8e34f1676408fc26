"""Fields of the tables that hold Markdown, because their schema says so; all others hold plain text."""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

_LINK = re.compile(r"\]\([^()\s]")
ELEMENT = "markdown"
"""What such a field is in a drawn part, until the page's Markdown is read."""


class Markdown(str):
    """Words with inline Markdown in them, such as a link. They are a `str` like any other; a template that
    prints them marks where they begin and end."""

    __slots__ = ()

    def __html__(self) -> Markup:
        return Markup(f"<{ELEMENT}>{{}}</{ELEMENT}>").format(str(self))


def read(part: dict, data: Any, inside: bool = False) -> Any:
    """A table's `data` with a `Markdown` for each string of the fields that its schema `part` calls so."""
    inside = inside or "x-markdown" in part
    if isinstance(data, dict):
        fields = part.get("properties", {})
        return {key: read(fields.get(key, {}), value, inside) for key, value in data.items()}
    if isinstance(data, list):
        return [read(part.get("items", {}), value, inside) for value in data]
    return Markdown(data) if inside and isinstance(data, str) else data


def linking(part: dict, data: Any, place: tuple = ()) -> Iterator[tuple]:
    """Where a table holds a link in plain text, which would be printed with its brackets."""
    if "x-markdown" in part:
        return
    if isinstance(data, str) and _LINK.search(data):
        yield place
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from linking(
            part.get("items", {}) if isinstance(data, list) else part.get("properties", {}).get(key, {}),
            value,
            (*place, key),
        )
