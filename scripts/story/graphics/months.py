"""The months of a year as leaves of a calendar, and one mark in a month for each of a number of times."""

from story.graphics.rows import Told
from story.graphics.svg import WIDTH, Pen, number
from story.language.dates import month as month_name
from story.language.wording import numeral

_MONTHS, _PITCH, _LEAF = 12, WIDTH / 12, 26
_HEIGHT, _HEAD = 34, 7


def draw(told: Told, svg: Pen) -> float:
    """One row, whose fact happened once a month: its marks are dealt out month by month."""
    (row,) = told.rows
    fact, style = told.entry(row), row.get("style", "first")
    top = svg.headline(0, numeral(fact, told.lang), told.label(row), style) + 13
    _leaves(svg, top)
    marks = svg.add("g", style, data_fact=fact["id"])
    for index in range(fact["value"]):
        marks.add("circle", r=6, cx=_middle(index % _MONTHS), cy=top + _HEAD + 14 + 5 * (index // _MONTHS))
    return top + _HEIGHT + 22


def _leaves(svg: Pen, top: float) -> None:
    for kind, height in (("leaf", _HEIGHT), ("head", _HEAD)):
        outline = f"{number(top)}h{_LEAF}v{height}h-{_LEAF}z"
        lefts = (number(_middle(month) - _LEAF / 2) for month in range(_MONTHS))
        svg.add("path", kind, d="".join(f"M{left} {outline}" for left in lefts))
    for month in range(_MONTHS):
        svg.words(_middle(month), top + _HEIGHT + 17, month_name(month + 1, svg.lang), "note", "middle")


def _middle(month: int) -> float:
    return (month + 0.5) * _PITCH
