"""The facts that a page or a table shows, by whatever means."""

from collections.abc import Iterator
from typing import Any

from story.checks.rule import Pages
from story.pages.links import Citation, citations
from story.pages.page import Page, markers, photographs
from story.tables.tables import FIGURES, Tables

FOOT = {"source-publication-date", "source-page-number"}
"""Facts at the foot of every page."""


def everywhere(pages: Pages, tables: Tables) -> Iterator[tuple[str, str, Citation]]:
    """Path, language and place of every link to the ledger, on pages and in the texts of tables."""
    for shown, page in pages.items():
        for cited in citations(page.text):
            yield shown, page.lang, cited
    for path, lang, text, (line, column) in tables.texts:
        for cited in citations(text):
            yield path, lang, Citation(cited.fact, cited.words, line, column + cited.column - 1)


def on_page(page: Page, tables: Tables) -> set[str]:
    """Ids of the facts that a page cites or shows through its generated parts. Some may not exist."""
    parts = (_part(name, arguments, tables) for name, arguments, _ in markers(page.text))
    pictures = {picture for picture, _ in photographs(page.text)}
    photos = {photo["fact"] for photo in _photos(tables) if photo["id"] in pictures}
    return {cited.fact for cited in citations(page.text)}.union(*parts, photos, FOOT)


def somewhere(pages: Pages, tables: Tables) -> set[str]:
    """Ids of all facts that a page cites or another table names; the list of all facts does not count."""
    named = {fact for name, data in tables.data.items() if name != "facts" for fact in _named(data)}
    return named | {cited.fact for _, _, cited in everywhere(pages, tables)} | FOOT


def _part(name: str, arguments: list[str], tables: Tables) -> set[str]:
    """Facts that one generated part shows."""
    if name in ("figures", "ledger"):
        figures = name == "figures"
        return {fact["id"] for fact in tables.facts.values() if (fact["kind"] in FIGURES) is figures}
    entries = _entries(name, arguments, tables)
    return {*_named(entries), *(cited.fact for text in _texts(entries) for cited in citations(text))}


def _entries(name: str, arguments: list[str], tables: Tables) -> list[Any]:
    """What a generated part draws from."""
    data = tables.data
    measures = data["measures"]["measures"]
    if name == "graphic":
        drawn = [tables.graphics[graphic] for graphic in arguments if graphic in tables.graphics]
        return drawn + (measures if any(graphic["kind"] == "rhythm" for graphic in drawn) else [])
    if name == "timeline":
        return [entry for entry in data["timeline"]["entries"] if entry["lane"] in arguments]
    if name == "background":
        return [tables.background[item] for item in arguments if item in tables.background]
    if name == "opening":
        stops = [stop for stop in data["line"]["stops"] if stop["page"] in arguments]
        opened = {stop.get("photo") for stop in stops}
        return stops + [photo for photo in _photos(tables) if photo["id"] in opened]
    whole = {
        "measures": measures,
        "photos": _photos(tables),
        "line": data["line"]["stops"],
        "year": data["timeline"]["entries"],
        "checks": data["article"]["checks"],
        "gaps": [item for gap in data["article"]["gaps"] for item in gap["items"]],
    }
    return whole.get(name, [])


def _photos(tables: Tables) -> list[dict]:
    return [{"fact": "", **entry} for entry in tables.data["photos"]["photos"]]


def _named(data: Any) -> Iterator[str]:
    """Every value of a field `fact`, and every member of a field `over`."""
    for key, value in _inside(data):
        if key == "fact" and isinstance(value, str):
            yield value
        elif key == "over":
            yield from value
        else:
            yield from _named(value)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for _, value in _inside(data):
        yield from _texts(value)


def _inside(data: Any) -> Iterator[tuple[Any, Any]]:
    """What a list or a mapping holds, with its place or key."""
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)
