"""An entry of a table that names something another table does not hold."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from story.checks.rule import rule
from story.findings import Finding
from story.pages.page import Page
from story.tables.tables import Tables

RULE = rule("reference-unknown")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    paragraphs, facts = set(tables.paragraphs), set(tables.facts)
    data = tables.data
    yield from _each(tables, "facts", "facts", "source", paragraphs, ends=True)
    yield from _each(tables, "photos", "photos", "source", paragraphs, ends=True)
    yield from _each(tables, "photos", "photos", "fact", facts)
    yield from _each(tables, "measures", "measures", "fact", facts)
    yield from _each(
        tables, "measures", "measures", "rhythm", {rhythm["id"] for rhythm in data["measures"]["rhythms"]}
    )
    yield from _each(tables, "timeline", "entries", "fact", facts)
    yield from _each(tables, "timeline", "entries", "background", set(tables.background))
    yield from _each(
        tables, "glossary", "terms", "theme", {theme["id"] for theme in data["glossary"]["themes"]}
    )
    yield from _each(tables, "line", "stops", "fact", facts)
    yield from _each(tables, "line", "stops", "page", {Path(shown).name.split(".")[0] for shown in pages})
    yield from _each(tables, "corrections", "corrections", "source", paragraphs, ends=True)
    yield from _graphics(tables, {"fact": facts, "background": set(tables.background)})


def _graphics(tables: Tables, known: dict[str, set[str]]) -> Iterator[Finding]:
    """A graphic names facts in its rows and below them; a total names rows of its own."""
    for index, graphic in enumerate(tables.data["graphics"]["graphics"]):
        place = ("graphics", index)
        for inner, entry in _entries(graphic, place):
            for field in known.keys() & entry.keys():
                yield from _field(tables, "graphics", (*inner, field), entry[field], known[field])
        drawn = {row.get("fact") for row in graphic.get("rows", [])}
        for number, fact in enumerate(graphic.get("total", {}).get("over", [])):
            yield from _field(tables, "graphics", (*place, "total", "over", number), fact, drawn - {None})


def _entries(value: Any, place: tuple) -> Iterator[tuple[tuple, dict]]:
    """Every mapping inside `value`, and where it stands."""
    if isinstance(value, dict):
        yield place, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield from _entries(part, (*place, key))


def _each(
    tables: Tables, name: str, key: str, field: str, known: set[str], ends: bool = False
) -> Iterator[Finding]:
    """`ends`: the value may be a range `C01-C07`, whose two ends must be known."""
    for index, entry in enumerate(tables.data[name][key]):
        value = entry.get(field)
        for part in value.split("-") if ends and value else [value]:
            yield from _field(tables, name, (key, index, field), part, known)


def _field(tables: Tables, name: str, place: tuple, value: str | None, known: set[str]) -> Iterator[Finding]:
    if value and value not in known:
        field = next(step for step in reversed(place) if isinstance(step, str))
        near = get_close_matches(value, known, 1)
        yield Finding(
            tables.path(name),
            *tables.mark(name, *place),
            "reference-unknown",
            f"{field} 写的是“{value}”，没有这一条。{f'是不是想写 {near[0]}？' if near else ''}",
            f"{field} names “{value}”, which does not exist.{f' Did you mean {near[0]}?' if near else ''}",
        )
