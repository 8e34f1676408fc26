"""A year as a ring: seasons as arcs, one dated thing as a dot; what has no date stands below, off the ring."""

from calendar import isleap
from datetime import date
from math import cos, pi, sin
from xml.etree import ElementTree as etree

from story.graphics.rows import entry, group, heading, said, tie
from story.graphics.svg import LEADING, WIDTH, add, canvas, measure, number, paragraph, words
from story.language.dates import month as month_name
from story.tables.tables import Tables

_X, _Y = WIDTH / 2, 168
_BAND, _OUTER, _INNER = 151, 132, 98
_LANE = 2 * _Y + 16
_UNDATED = ("campaign", "fair")
_STYLES = ("second", "first", "third")


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    svg = canvas(0)
    add(svg, "circle", "story-graphic__band", cx=_X, cy=float(_Y), r=_BAND)
    _months(svg, lang)
    for row, style in zip(group(graphic, "season"), _STYLES):
        _season(svg, row, style, said(row, tables, lang), f"{graphic['id']}-{row['months'][0]}", lang)
    (dated,) = group(graphic, "dated")
    _day(svg, dated, date.fromisoformat(entry(dated, tables)["value"]))
    _middle(svg, dated, said(dated, tables, lang), lang)
    bottom = _lane(svg, graphic, tables, lang)
    svg.set("viewBox", f"0 0 {WIDTH} {number(bottom)}")
    return svg


def _at(turn: float, radius: float) -> tuple[float, float]:
    """The point at a part of the year (0 to 1, clockwise from the top)."""
    return _X + radius * sin(turn * 2 * pi), _Y - radius * cos(turn * 2 * pi)


def _place(turn: float, radius: float) -> str:
    return " ".join(number(length) for length in _at(turn, radius))


def _months(svg: etree.Element, lang: str) -> None:
    """Twelve sectors of a dial, each with its month."""
    for radius in (_OUTER, _INNER):
        add(svg, "circle", "story-graphic__thin", cx=_X, cy=float(_Y), r=radius)
    add(
        svg,
        "path",
        "story-graphic__thin",
        d="".join(f"M{_place(month / 12, _INNER)}L{_place(month / 12, _OUTER)}" for month in range(12)),
    )
    names = add(svg, "g", "story-graphic__note", text_anchor="middle")
    for month in range(12):
        x, y = _at((month + 0.5) / 12, (_OUTER + _INNER) / 2)
        words(names, round(x), round(y + 4.5), month_name(month + 1, lang), lang)


def _season(svg: etree.Element, row: dict, style: str, name: str, path: str, lang: str) -> None:
    """An arc over its months with its name along it; in the lower half the name runs the other way, to stand upright."""
    first, last = (row["months"][0] - 1) / 12, row["months"][-1] / 12
    add(
        svg, "path", f"story-graphic__arc story-graphic__arc--{style}", d=_arc(first, last, _BAND), **tie(row)
    )
    lower = 0.25 < (first + last) / 2 < 0.74
    along = _arc(last, first, _BAND + 4.5) if lower else _arc(first, last, _BAND - 4.5)
    add(add(svg, "defs"), "path", id=path, d=along)
    text = words(svg, 0, 0, "", lang, "story-graphic__on story-graphic__along", "middle")
    add(text, "textPath", href=f"#{path}", startOffset="50%").text = name


def _arc(start: float, end: float, radius: float) -> str:
    return f"M{_place(start, radius)}A{radius:g} {radius:g} 0 0 {int(end > start)} {_place(end, radius)}"


def _day(svg: etree.Element, row: dict, day: date) -> None:
    """A dot where the day stands in the year, and a line from it to the middle."""
    turn = (day.timetuple().tm_yday - 0.5) / (365 + isleap(day.year))
    x, y = _at(turn, _INNER)
    add(svg, "path", "story-graphic__leader", d=f"M{number(x)} {number(y)}V{_Y + 26}")
    add(svg, "circle", "story-graphic__day", cx=x, cy=y, r=7, **tie(row))


def _middle(svg: etree.Element, row: dict, when: str, lang: str) -> None:
    words(svg, _X, _Y - 2, when, lang, "story-graphic__date", "middle")
    paragraph(svg, _X, _Y + 17, row["label"][lang], 150, lang, "", "middle")


def _lane(svg: etree.Element, graphic: dict, tables: Tables, lang: str) -> float:
    """The undated inside a broken frame; where the frame ends."""
    frame = add(svg, "rect", "story-graphic__undated", x=1, y=_LANE, width=WIDTH - 2, rx=6)
    words(svg, 14, _LANE + 24, heading(graphic, "undated", lang), lang, "story-graphic__strong")
    y, left = _LANE + 30, 34 + max(measure(heading(graphic, name, lang)) for name in _UNDATED)
    for name in _UNDATED:
        y = _list(svg, graphic, name, left, y, tables, lang)
    frame.set("height", number(y + 14 - _LANE))
    return y + 16


def _list(
    svg: etree.Element, graphic: dict, name: str, left: float, y: float, tables: Tables, lang: str
) -> float:
    words(svg, 14, y + LEADING + 3, heading(graphic, name, lang), lang, "story-graphic__note")
    for row in group(graphic, name):
        y += LEADING + 3
        add(svg, "circle", "story-graphic__hollow", cx=left, cy=y - 4.5, r=3.5, **tie(row))
        y = paragraph(svg, left + 11, y, said(row, tables, lang), WIDTH - left - 20, lang)
    return y + 3
