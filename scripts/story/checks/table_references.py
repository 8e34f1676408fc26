"""An entry of a table that names something another table does not hold."""

from collections.abc import Iterator
from difflib import get_close_matches

from story.findings import Finding
from story.pages import Page
from story.tables import Tables


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    paragraphs, facts = set(tables.paragraphs), set(tables.facts)
    data = tables.data
    yield from _each(tables, "facts", "facts", "source", paragraphs, ends=True)
    yield from _each(tables, "photos", "photos", "source", paragraphs, ends=True)
    yield from _each(tables, "photos", "photos", "fact", facts)
    yield from _each(tables, "measures", "measures", "fact", facts)
    yield from _each(tables, "measures", "measures", "rhythm", {rhythm["id"] for rhythm in data["measures"]["rhythms"]})
    yield from _each(tables, "timeline", "entries", "fact", facts)
    yield from _each(tables, "timeline", "entries", "background", set(tables.background))
    yield from _each(tables, "glossary", "terms", "theme", {theme["id"] for theme in data["glossary"]["themes"]})


def _each(tables: Tables, name: str, key: str, field: str, known: set[str], ends: bool = False) -> Iterator[Finding]:
    """`ends`: the value may be a range `C01-C07`, whose two ends must be known."""
    for index, entry in enumerate(tables.data[name][key]):
        value = entry.get(field)
        for part in (value.split("-") if ends and value else [value]):
            if part and part not in known:
                line, column = tables.mark(name, key, index, field)
                near = get_close_matches(part, known, 1)
                yield Finding(tables.path(name), line, column, "reference-unknown",
                              f"{field} 写的是“{part}”，没有这一条。{f'是不是想写 {near[0]}？' if near else ''}",
                              f"{field} names “{part}”, which does not exist.{f' Did you mean {near[0]}?' if near else ''}")
