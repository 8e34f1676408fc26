"""A year as a ring: seasons as arcs, one dated thing as a dot; what has no date stands below."""

from calendar import isleap
from datetime import date
from math import cos, pi, sin

from story.graphics.rows import Told, tie
from story.graphics.svg import LEADING, WIDTH, Pen, even, measure, number
from story.language.dates import month as month_name
from story.tables.records import Row

_X, _Y = WIDTH / 2, 168
_BAND, _OUTER, _INNER = 151, 132, 98
_LANE = 2 * _Y + 16
_UNDATED = ("campaign", "fair")
_STYLES = ("second", "first", "third")


def draw(told: Told, svg: Pen) -> float:
    """An arc for each row of the group `season`, a dot for that of `dated`; what has no date below."""
    svg.add("circle", "band", cx=_X, cy=_Y, r=_BAND)
    _months(svg)
    for row, style in zip(told.group("season"), _STYLES):
        _season(svg, row, style, told.said(row), f"{told.graphic['id']}-{row['months'][0]}")
    (dated,) = told.group("dated")
    _day(svg, dated, date.fromisoformat(told.entry(dated)["value"]))
    svg.words(_X, _Y - 2, told.said(dated), "date", "middle")
    svg.column(_X, _Y + 17, even(told.label(dated), 150), "", "middle")
    return _lane(svg, told)


def _at(turn: float, radius: float) -> tuple[float, float]:
    """The point at a part of the year (0 to 1, clockwise from the top)."""
    return _X + radius * sin(turn * 2 * pi), _Y - radius * cos(turn * 2 * pi)


def _place(turn: float, radius: float) -> str:
    return " ".join(number(length) for length in _at(turn, radius))


def _months(svg: Pen) -> None:
    """Twelve sectors of a dial, each with its month."""
    for radius in (_OUTER, _INNER):
        svg.add("circle", "thin", cx=_X, cy=_Y, r=radius)
    sides = (f"M{_place(month / 12, _INNER)}L{_place(month / 12, _OUTER)}" for month in range(12))
    svg.add("path", "thin", d="".join(sides))
    names = svg.add("g", "note", text_anchor="middle")
    for month in range(12):
        x, y = _at((month + 0.5) / 12, (_OUTER + _INNER) / 2)
        names.words(round(x), round(y + 4.5), month_name(month + 1, svg.lang))


def _season(svg: Pen, row: Row, style: str, name: str, path: str) -> None:
    """An arc over its months, its name along it; in the lower half that runs the other way, to be upright."""
    first, last = (row["months"][0] - 1) / 12, row["months"][-1] / 12
    svg.add("path", f"arc arc--{style}", d=_arc(first, last, _BAND), **tie(row))
    lower = 0.25 < (first + last) / 2 < 0.74
    along = _arc(last, first, _BAND + 4.5) if lower else _arc(first, last, _BAND - 4.5)
    svg.add("defs").add("path", id=path, d=along)
    text = svg.words(0, 0, "", "on along", "middle")
    text.add("textPath", href=f"#{path}", startOffset="50%").element.text = name


def _arc(start: float, end: float, radius: float) -> str:
    return f"M{_place(start, radius)}A{radius:g} {radius:g} 0 0 {int(end > start)} {_place(end, radius)}"


def _day(svg: Pen, row: Row, day: date) -> None:
    """A dot where the day stands in the year, and a line from it to the middle."""
    x, y = _at((day.timetuple().tm_yday - 0.5) / (365 + isleap(day.year)), _INNER)
    svg.add("path", "leader", d=f"M{number(x)} {number(y)}V{_Y + 26}")
    svg.add("circle", "day", cx=x, cy=y, r=7, **tie(row))


def _lane(svg: Pen, told: Told) -> float:
    """The undated inside a broken frame; where the frame ends."""
    frame = svg.add("rect", "undated", x=1, y=_LANE, width=WIDTH - 2, rx=6)
    svg.words(14, _LANE + 24, told.heading("undated"), "strong")
    y, left = _LANE + 30.0, 34 + max(measure(told.heading(name)) for name in _UNDATED)
    for name in _UNDATED:
        svg.words(14, y + LEADING + 3, told.heading(name), "note")
        for row in told.group(name):
            y += LEADING + 3
            svg.add("circle", "hollow", cx=left, cy=y - 4.5, r=3.5, **tie(row))
            y = svg.column(left + 11, y, even(told.said(row), WIDTH - left - 20))
        y += 3
    frame.element.set("height", number(y + 14 - _LANE))
    return y + 16
