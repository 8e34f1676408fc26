"""A year as a calendar: what falls into months, the day of what is dated; what has no date stands below."""

from datetime import date

from story.graphics.calendar import MONTHS, months, place
from story.graphics.pen import POINT, Pen, number
from story.graphics.rows import Told, tie
from story.tables.records import Row

_UNDATED = ("campaign", "fair")


def draw(told: Told, pen: Pen) -> None:
    """A row for each of the groups `season` and `dated`, in their order; the others have no place in it."""
    for row in told.rows:
        if row["group"] in ("season", "dated"):
            line = pen.add("div", "row")
            label = line.add("span")
            label.add("b", text=told.said(row))
            label.add("small", text=told.label(row))
            _mark(line.strip(MONTHS), told, row)
    months(pen)
    below = pen.add("div", "undated")
    below.add("b", text=told.heading("undated"))
    for name in _UNDATED:
        group = below.add("p", text=told.heading(name))
        for row in told.group(name):
            group.add("span", text=told.said(row), **tie(row))


def _mark(svg: Pen, told: Told, row: Row) -> None:
    if row["group"] == "season":
        first, last = row["months"]
        svg.path([f"M{first - 1} 0h{last - first + 1}v1H{first - 1}z"], **tie(row))
    else:
        day = number(place(date.fromisoformat(told.entry(row)["value"])))
        svg.path([f"M{day} .5{POINT}"], "stop", **tie(row))
