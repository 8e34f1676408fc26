"""From what happened down to what is hoped for: the line style of a group says how certain it is."""

from itertools import groupby

from story.graphics.rows import Told, tie
from story.graphics.svg import LEADING, SIZE, WIDTH, Pen, even, lines, number
from story.tables.records import Row

_X, _WIDE = WIDTH / 2, WIDTH - 4
_TOP, _HALF, _TALL = 44, 45, 66
_BESIDE = 14
_GAP, _SINGLE, _PAD = 8, 300, 12
_LONG, _SHORT = 64, 34


def draw(told: Told, svg: Pen) -> float:
    """Visits both ways at the top, then a row of boxes for each level."""
    _visits(svg, told)
    y, above, known = float(_TOP + _TALL), [_X], ""
    rows = [row for row in told.rows if "level" in row]
    for _, level in groupby(rows, key=lambda row: row["level"]):
        boxes = list(level)
        certainty, pitch = boxes[0]["group"], (_WIDE + _GAP) / len(boxes)
        below = [2 + pitch * (index + 0.5) - _GAP / 2 for index in range(len(boxes))]
        end = y + (_SHORT if known == certainty else _LONG)
        _lines(svg, certainty, above, below, y, end)
        if known != certainty:
            _beside(svg, told, certainty, y + _LONG / 2)
        y, above, known = _boxes(svg, told, boxes, below, end), below, certainty
    return y + 2


def _visits(svg: Pen, told: Told) -> None:
    """Lines into the middle, as many as the visits; lines out of it, one to each place."""
    ways = {row.get("way"): row for row in reversed(told.rows)}
    inward, outward, middle = ways["in"], ways["out"], ways["middle"]
    right = _X + _HALF
    _arrows(svg, inward, told.entry(inward)["value"], 4, _X - _HALF - 4)
    places = told.entry(outward)["value"]
    _arrows(svg, outward, len(places), right, right + 48)
    for index in range(len(places)):
        name = told.said(outward | {"item": index + 1})
        svg.words(right + 56, _level(index, len(places)) + 4.5, name, "strong")
    _above(svg, 4, [told.said(inward), told.label(inward)], _X - 4)
    _above(svg, right, [told.label(outward)], _X - _HALF - 4)
    box = svg.add("g", middle["group"], **tie(middle))
    box.add("rect", x=_X - _HALF, y=_TOP, width=2 * _HALF, height=_TALL, rx=_TALL / 2)
    box.column(_X, _TOP + _TALL / 2 + 5, even(told.said(middle), 2 * _HALF), "name", "middle")


def _level(index: int, count: int) -> float:
    return _TOP + _TALL * (index + 0.5) / count


def _arrows(svg: Pen, row: Row, count: int, start: float, end: float) -> None:
    marks = svg.add("g", row["group"], **tie(row))
    for index in range(count):
        marks.add("path", d=f"M{start:g} {number(_level(index, count))}H{end:g}m-5 -3.5l5 3.5l-5 3.5")


def _above(svg: Pen, x: float, texts: list[str], width: float) -> None:
    """Lines that end just above the arrows."""
    parts = [line for text in texts for line in lines(text, width)]
    top = _TOP - 8 - (len(parts) - 1) * LEADING
    svg.words(x, top, parts[0], "strong" if len(parts) > 1 else "")
    svg.column(x, top + LEADING, parts[1:])


def _lines(svg: Pen, style: str, above: list[float], below: list[float], start: float, end: float) -> None:
    """From every box above to every box below, over one crossing where there are several."""
    middle = (start + end) / 2 if len(below) > 1 else start + 14
    crossing = number(middle if len(above) > 1 else end - 16)
    marks = svg.add("g", style)
    d = "".join(f"M{x:g} {number(start)}V{crossing}" for x in above)
    if len(above + below) > 2:
        d += f"M{min(above + below):g} {crossing}H{max(above + below):g}"
    marks.add("path", d=d + "".join(f"M{x:g} {crossing}V{number(end - 3)}" for x in below))
    marks.add("path", "head", d="".join(f"M{x - 4:g} {number(end - 8)}l4 6l4 -6" for x in below))


def _beside(svg: Pen, told: Told, certainty: str, y: float) -> None:
    """What the article says of the line to its left; what the line means to its right."""
    for row in told.group(certainty):
        if row.get("way") == "line":
            kind = "key" if told.entry(row)["kind"] == "date" else ""
            svg.words(_X - _BESIDE, y, told.said(row), kind, "end", **tie(row))
    svg.words(_X + _BESIDE, y, told.heading(certainty), "strong")


def _boxes(svg: Pen, told: Told, rows: list[Row], centres: list[float], top: float) -> float:
    """The boxes of one level, as tall as the longest text needs; where they end."""
    width = min((_WIDE + _GAP) / len(rows) - _GAP, _SINGLE)
    texts = [even(told.said(row), width - _PAD) for row in rows]
    height = max(map(len, texts)) * LEADING + 2 * _PAD - 4
    for row, x, text in zip(rows, centres, texts):
        box = svg.add("g", row["group"], **tie(row))
        box.add("rect", x=x - width / 2, y=top, width=width, height=height, rx=6)
        y = top + (height - (len(text) - 1) * LEADING) / 2 + SIZE / 2 - 2
        box.column(x, y, text, "", "middle")
    return top + height
