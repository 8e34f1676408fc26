"""From what happened to what is hoped for: one line, whose style says how certain it is."""

from itertools import groupby

from story.graphics.pen import Pen
from story.graphics.rows import Told, tie
from story.tables.records import Row


def draw(told: Told, pen: Pen) -> None:
    """Visits both ways first, then a part of the line for each group, with what belongs to it."""
    _visits(told, pen.add("div", "hub"))
    line = pen.add("ol")
    for name, rows in groupby(told.rows, key=lambda row: row["group"]):
        part = line.add("li", name)
        part.add("span", text=told.heading(name))
        for level, those in groupby(rows, key=_level):
            if level is not None:
                _items(part.add("p"), told, list(those))


def _level(row: Row) -> int | None:
    """What stands beside the line comes before its levels; visits have no level."""
    return 0 if row.get("way") == "line" else row.get("level")


def _items(line: Pen, told: Told, rows: list[Row]) -> None:
    for row in rows:
        kind = "b" if told.entry(row)["kind"] == "date" else "i"
        line.add(kind, text=told.said(row), **tie(row))


def _visits(told: Told, hub: Pen) -> None:
    """A line inward for each visit, a line outward to each place."""
    ways = {row.get("way"): row for row in reversed(told.rows)}
    inward, middle, outward = ways["in"], ways["middle"], ways["out"]
    times, places = told.entry(inward)["value"], told.entry(outward)["value"]
    hub.head(str(times), told.label(inward))
    hub.fan(times, True, **tie(inward))
    hub.add("p", "sign", told.said(middle), **tie(middle))
    hub.head(str(len(places)), told.label(outward))
    hub.fan(len(places), False, **tie(outward))
    stops = hub.add("ul")
    for index in range(len(places)):
        stops.add("li", text=told.said(outward | {"item": index + 1}))
