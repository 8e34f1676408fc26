"""A railway line as a strip: a ring for each station, in as many colours as it has stretches."""

from story.graphics.rows import Told, tie
from story.graphics.svg import WIDTH, Pen
from story.tables.records import Row

_END, _LINE, _RADIUS = 20, 50, 7.5
_STYLES = ("first", "third")


def draw(told: Told, svg: Pen) -> float:
    """The first row is the whole line; the group `stretch` parts it, two rows of `about` say more."""
    whole, length, opening = told.rows[0], *told.group("about")
    pitch = (WIDTH - 2 * _END) / (told.value(whole) - 1)
    places = (_END - _RADIUS, "start"), (WIDTH - _END + _RADIUS, "end")
    for name, (x, anchor) in zip(told.entry(whole)["names"], places):
        svg.words(x, 20, name[told.lang], "name", anchor)
    svg.words(WIDTH / 2, 20, told.shown(length), "", "middle", **tie(length))
    first = 0
    for row, style in zip(told.group("stretch"), _STYLES):
        last = first + told.value(row) - 1
        _stretch(svg, row, style, pitch, first, last)
        _bracket(svg, row, first * pitch, last * pitch, _LINE + 18, told.shown(row), "name")
        first = last + 1
    _bracket(svg, whole, 0, (first - 1) * pitch, _LINE + 60, told.shown(whole), "strong")
    svg.words(WIDTH / 2, _LINE + 133, told.graphic["note"][told.lang], "note", "middle")
    svg.words(WIDTH / 2, _LINE + 113, told.shown(opening), "note", "middle", **tie(opening))
    return _LINE + 138


def _stretch(svg: Pen, row: Row, style: str, pitch: float, first: int, last: int) -> None:
    """The line up to half-way to the next stretch, and its stations."""
    left = _END + pitch * max(first - 0.5, 0)
    right = min(_END + pitch * (last + 0.5), WIDTH - _END)
    marks = svg.add("g", f"stretch track--{style}", **tie(row))
    marks.add("path", d=f"M{left:g} {_LINE}H{right:g}")
    for index in range(first, last + 1):
        marks.add("circle", cx=_END + pitch * index, cy=_LINE, r=_RADIUS)


def _bracket(svg: Pen, row: Row, left: float, right: float, top: float, text: str, kind: str) -> None:
    start, end = left + _END - _RADIUS, right + _END + _RADIUS
    svg.add("path", "thin", d=f"M{start:g} {top}v6H{end:g}v-6")
    svg.words((start + end) / 2, top + (26 if kind == "name" else 24), text, kind, "middle", **tie(row))
