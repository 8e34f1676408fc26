"""From what happened to what is hoped for: one line, whose style says how certain it is."""

from itertools import groupby

from story.graphics.pen import Pen
from story.graphics.rows import Told, tie


def draw(told: Told, pen: Pen) -> None:
    """Visits both ways first, then a part of the line for each group, with what belongs to it."""
    _visits(told, pen.add("div", "hub"))
    line = pen.add("ol")
    for name, rows in groupby(told.rows, key=lambda row: row["group"]):
        part = line.add("li", name)
        part.add("p", text=told.heading(name))
        for row in rows:
            if row.get("way") == "line":
                part.add("p", "date", told.said(row), **tie(row))
            elif "level" in row:
                part.add("b", text=told.said(row), **tie(row))


def _visits(told: Told, hub: Pen) -> None:
    """A line inward for each visit, a line outward to each place."""
    ways = {row.get("way"): row for row in reversed(told.rows)}
    inward, middle, outward = ways["in"], ways["middle"], ways["out"]
    hub.head(told.said(inward), told.label(inward))
    hub.fan(told.entry(inward)["value"], True, **tie(inward))
    hub.add("p", "sign", told.said(middle), **tie(middle))
    places = told.entry(outward)["value"]
    hub.fan(len(places), False, **tie(outward))
    stops = hub.add("ul")
    for index in range(len(places)):
        stops.add("li", text=told.said(outward | {"item": index + 1}))
    hub.add("p", text=told.label(outward))
