"""One line, and along it what was counted: what came together on it, what happened, where it led."""

from story.graphics.pen import FRAY, POINT, Pen, frayed, number, ticks
from story.graphics.rows import Told, tie
from story.language.wording import numeral
from story.tables.records import Row


def draw(told: Told, pen: Pen) -> None:
    """Each row says its `way`: `in` and `out` are lines, `line` is marks on one, and so is `until`, which
    ends on the day of its callout and has no beginning."""
    for row in told.rows:
        part, way = pen.add("div", row["way"]), row["way"]
        part.head(numeral(told.entry(row), told.lang), told.label(row))
        if way in ("in", "out"):
            part.fan(told.entry(row)["value"], way == "in", **tie(row))
        else:
            _along(part, told, row)
        if "callout" in row:
            line = part.add(
                "p",
                "callout",
                text=told.label(row["callout"]) + told.tables.data["strings"]["colon"][told.lang],
            )
            line.add("b", text=told.said(row["callout"]), **tie(row["callout"]))


def _along(part: Pen, told: Told, row: Row) -> None:
    """Marks across the line; the open end of a lower bound is where they would go on."""
    fact, ends = told.entry(row), row["way"] == "until"
    count, tail = fact["value"], FRAY if fact.get("bound") else 0
    first, end = tail if ends else 0, count + tail + 1
    svg = part.strip(end)
    svg.path([f"M{first} .5H{end}"], "rail")
    svg.path(ticks(count, first + 0.5), **tie(row))
    if tail:
        svg.path(frayed(first - 0.5, -1) if ends else frayed(count + 0.5), "open")
    if ends:
        svg.path([f"M{number(end - 0.4)} .5{POINT}"], "stop")
