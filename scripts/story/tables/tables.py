"""The tables of `docs/data/`: read, checked, indexed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import story
from story import bounds
from story.files import recall, remember, stamp
from story.findings import Faults, Finding
from story.tables import markdown, menu, schemas
from story.tables.reading import needed
from story.tables.records import BackgroundItem, Fact, Graphic, Term
from story.tables.yamlfile import Mark, Marks, mark_of

NAMES = (
    "facts",
    "measures",
    "timeline",
    "glossary",
    "photos",
    "article",
    "background",
    "graphics",
    "line",
    "corrections",
    "strings",
)
FIGURES = ("count", "money", "period")
"""Kinds of fact that are figures; dates have the timeline."""


@dataclass(frozen=True, eq=False)  # one reading of them is itself: what is made of it can be kept by it
class Tables:
    """All tables as plain lists and dicts, and the mark of every value.

    `data[name]` is the table as written, its entries as in `records.py`; the properties index it by id.
    `fields` describes those of a fact, by name, as the schema does; `pages` are the menu's, in its order.
    """

    root: Path
    data: dict[str, Any]
    marks: dict[str, Marks] = field(repr=False)
    fields: dict[str, dict] = field(repr=False)
    pages: tuple[str, ...]

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return {fact["id"]: fact for fact in self.data["facts"]["facts"]}

    @cached_property
    def terms(self) -> dict[str, Term]:
        return {term["id"]: term for term in self.data["glossary"]["terms"]}

    @cached_property
    def background(self) -> dict[str, BackgroundItem]:
        return {item["id"]: item for item in self.data["background"]["background"]}

    @cached_property
    def graphics(self) -> dict[str, Graphic]:
        return {graphic["id"]: graphic for graphic in self.data["graphics"]["graphics"]}

    @cached_property
    def paragraphs(self) -> list[str]:
        """Ids of the article's paragraphs, in the article's order."""
        parts = self.data["article"]["parts"]
        return [paragraph["id"] for part in parts for paragraph in part["paragraphs"]]

    @cached_property
    def texts(self) -> list[tuple[str, str, str, Mark]]:
        """Every text in one language: its table's path, the language, the text and where it stands."""
        return [
            (self.path(name), place[-1], text, self.mark(name, *place))
            for name, data in self.data.items()
            for place, text in strings_of(data)
            if place[-1] in ("zh", "en")
        ]

    def path(self, name: str) -> str:
        return f"docs/data/{name}.yml"

    def mark(self, name: str, *place) -> Mark:
        """Line and column of a value, or of the nearest value around it."""
        return mark_of(self.marks[name], place)

    def line_of_fact(self, fact_id: str) -> int:
        index = list(self.facts).index(fact_id)
        return self.mark("facts", "facts", index)[0]


def strings(tables: Tables, lang: str) -> dict[str, str]:
    """The words of the interface in one language."""
    return {key: words[lang] for key, words in tables.data["strings"].items()}


def strings_of(data: Any, place: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """Every text in a value, with its path."""
    if isinstance(data, str):
        yield place, data
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from strings_of(value, (*place, key))


def _excesses(data: Any, marks: Marks, shown: str) -> Iterator[Finding]:
    """A finding for each text that is more than one can be."""
    for place, text in strings_of(data):
        if len(text) > 500 and (excess := bounds.beyond(text)):
            yield bounds.RULE.finding(shown, mark_of(marks, place), excess[1])


_Read = tuple[dict[str, Any], dict[str, Marks]]
"""Tables as written, and their marks, by name."""
_cache: dict[Path, tuple[str, Tables]] = {}


def load(root: Path) -> Tables:
    """Read all tables below `root`. Raises `Faults` if any cannot be read or breaks its schema.

    The result is kept until a table, a schema, the menu or the code changes.
    """
    key = stamp(root / menu.FILE, root / "docs" / "data", Path(story.__file__).parent)
    if root not in _cache or _cache[root][0] != key:
        data, marks = _kept(root, key)
        data = {name: markdown.read(schemas.schema(root, name), table) for name, table in data.items()}
        fields = schemas.schema(root, "facts")["properties"]["facts"]["items"]["properties"]
        fields = schemas.inlined(fields, schemas.schema(root, "common")["$defs"], menu.pages(root))
        _cache[root] = key, Tables(root, data, marks, fields, menu.pages(root))
    return _cache[root][1]


def _kept(root: Path, key: str) -> _Read:
    """As `_read_all` has them, from an earlier run if nothing was written since: most of a check."""
    file = root / ".cache" / "tables"
    if known := recall(file, key):
        data, listed = json.loads(known)
        marked = lambda table: {tuple(path): (line, column) for *path, line, column in table}
        return data, {name: marked(table) for name, table in listed.items()}
    data, marks = _read_all(root)
    listed = {name: [[*path, *mark] for path, mark in table.items()] for name, table in marks.items()}
    remember(file, key, json.dumps([data, listed]))
    return data, marks


def _read_all(root: Path) -> _Read:
    data, marks, found = {}, {}, []
    for name in NAMES:
        shown = f"docs/data/{name}.yml"
        try:
            data[name], marks[name] = needed(root, shown)
        except Faults as faults:
            found += faults.findings
            continue
        found += schemas.faults(root, name, data[name], marks[name], shown)
        found += _excesses(data[name], marks[name], shown)
    if found:
        raise Faults(found)
    return data, marks
