"""One line, and along it what was counted: what came together on it, what happened, where it led."""

from story.graphics.pen import FRAY, Pen, frayed, ticks
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
            line = part.add("p", "callout", text=told.label(row["callout"]))
            line.add("b", text=told.said(row["callout"]), **tie(row["callout"]))


def _along(part: Pen, told: Told, row: Row) -> None:
    """Marks across the line; the open end of a lower bound is where they would go on."""
    fact, ends = told.entry(row), row["way"] == "until"
    count, open_end = fact["value"], FRAY if fact.get("bound") else 0
    svg = part.strip(count + open_end + 1)
    svg.path([f"M{open_end if ends else 0} .5H{count + open_end + 1}"], "line")
    svg.path(ticks(count, open_end + 0.5 if ends else 0.5), **tie(row))
    if open_end:
        svg.path(frayed(open_end - 0.5, -1) if ends else frayed(count + 0.5), "open")
    if ends:
        svg.path([f"M{count + open_end + 1} .5h0"], "stop")
