"""Not a check: the facts that a page or a table shows, by whatever means."""

from collections.abc import Iterator
from typing import Any

from story.checks.cited import everywhere
from story.pages.page import Page, citations, markers, photographs
from story.tables.tables import FIGURES, Tables

FOOT = {"source-publication-date", "source-page-number"}
"""Facts at the foot of every page."""


def on_page(page: Page, tables: Tables) -> set[str]:
    """Ids of the facts that a page cites, or shows through its generated parts. May hold ids that do not exist."""
    parts = (_part(name, arguments, tables) for name, arguments, _ in markers(page.text))
    pictures = {picture for picture, _ in photographs(page.text)}
    return {cited.fact for cited in citations(page.text)}.union(
        *parts, (entry["fact"] for entry in _photos(tables) if entry["id"] in pictures), FOOT
    )


def somewhere(pages: dict[str, Page], tables: Tables) -> set[str]:
    """Ids of all facts that a page cites or another table names; the list of all facts does not count."""
    named = {fact for name, data in tables.data.items() if name != "facts" for fact in _named(data)}
    return named | {cited.fact for _, _, cited in everywhere(pages, tables)} | FOOT


def _part(name: str, arguments: list[str], tables: Tables) -> set[str]:
    """Facts that one generated part shows."""
    if name in ("figures", "ledger"):
        return {
            fact["id"] for fact in tables.facts.values() if (fact["kind"] in FIGURES) is (name == "figures")
        }
    entries = _entries(name, arguments, tables)
    return {fact for entry in entries for fact in _named(entry)} | {
        cited.fact for entry in entries for text in _texts(entry) for cited in citations(text)
    }


def _entries(name: str, arguments: list[str], tables: Tables) -> list[Any]:
    """What a generated part draws from."""
    data = tables.data
    if name == "graphic":
        drawn = [tables.graphics[graphic] for graphic in arguments if graphic in tables.graphics]
        return drawn + (
            data["measures"]["measures"] if any(graphic["kind"] == "rhythm" for graphic in drawn) else []
        )
    if name == "timeline":
        return [entry for entry in data["timeline"]["entries"] if entry["lane"] in arguments]
    if name == "background":
        return [tables.background[item] for item in arguments if item in tables.background]
    whole = {
        "measures": data["measures"]["measures"],
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
    if isinstance(data, dict):
        for key, value in data.items():
            yield from (
                [value]
                if key == "fact" and isinstance(value, str)
                else value
                if key == "over"
                else _named(value)
            )
    elif isinstance(data, list):
        for value in data:
            yield from _named(value)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
