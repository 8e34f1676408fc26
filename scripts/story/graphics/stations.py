"""A railway line as a strip: a stop for each station, in as many colours as it has stretches."""

from story.graphics.pen import Pen, dots, number
from story.graphics.rows import Told, tie

_STYLES = ("first", "third")


def draw(told: Told, pen: Pen) -> None:
    """The first row is the whole line; the group `stretch` parts it, the rows of `about` say more."""
    whole, ends = told.rows[0], pen.add("p", "ends")
    for name in told.entry(whole)["names"]:
        ends.add("b", text=name[told.lang])
    svg, first, parts = pen.strip(told.value(whole)), 0, pen.add("p", "ends")
    for row, style in zip(told.group("stretch"), _STYLES):
        _stretch(svg.add("g", style, **tie(row)), first, told.value(row))
        parts.add("span", style, told.shown(row))
        first += told.value(row)
    about = pen.add("p", "note")
    for row in (whole, *told.group("about")):
        about.add("span", text=f"{told.shown(row)} · ", **tie(row))
    about.add("span", text=told.graphic["note"][told.lang])


def _stretch(group: Pen, first: int, count: int) -> None:
    """The line from half-way before its first station to half-way behind its last."""
    group.path([f"M{number(first)} .5h{count}"], "track")
    group.path(dots(count, first + 0.5))
    group.path(dots(count, first + 0.5), "hole")
