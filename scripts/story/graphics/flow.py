"""From what happened down to what is hoped for: the line style of a group says how certain it is."""

from itertools import groupby
from xml.etree import ElementTree as etree

from story.graphics.rows import entry, group, heading, said, tie
from story.graphics.svg import LEADING, SIZE, WIDTH, add, balanced, canvas, lines, number, paragraph, words
from story.tables.tables import Tables

_X, _WIDE = WIDTH / 2, WIDTH - 4
_TOP, _HALF, _TALL = 44, 45, 66
_BESIDE = 14
_GAP, _SINGLE, _PAD = 8, 300, 12
_LONG, _SHORT = 64, 34


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    """Visits both ways at the top, then a row of boxes for each level."""
    svg = canvas(0)
    _visits(svg, graphic, tables, lang)
    y, above, told = _TOP + _TALL, [_X], ""
    for _, level in groupby((row for row in graphic["rows"] if "level" in row), key=lambda row: row["level"]):
        boxes = list(level)
        certainty, below = boxes[0]["group"], _centres(len(boxes))
        end = y + (_SHORT if told == certainty else _LONG)
        _lines(svg, certainty, above, below, y, end)
        if told != certainty:
            _beside(svg, graphic, certainty, y + _LONG / 2, tables, lang)
        y, above, told = _boxes(svg, boxes, below, end, tables, lang), below, certainty
    svg.set("viewBox", f"0 0 {WIDTH} {number(y + 2)}")
    return svg


def _visits(svg: etree.Element, graphic: dict, tables: Tables, lang: str) -> None:
    """Lines into the middle, as many as the visits; lines out of it, one to each place."""
    inward, outward, middle = (
        next(row for row in graphic["rows"] if row.get("way") == way) for way in ("in", "out", "middle")
    )
    _arrows(svg, inward, entry(inward, tables)["value"], 4, _X - _HALF - 4)
    places = entry(outward, tables)["value"]
    _arrows(svg, outward, len(places), _X + _HALF, _X + _HALF + 48)
    for index in range(len(places)):
        words(
            svg,
            _X + _HALF + 56,
            _level(index, len(places)) + 4.5,
            said(outward | {"item": index + 1}, tables, lang),
            lang,
            "story-graphic__strong",
        )
    _above(svg, 4, f"{said(inward, tables, lang)}\n{inward['label'][lang]}", _X - 4, lang)
    _above(svg, _X + _HALF, outward["label"][lang], _X - _HALF - 4, lang)
    box = _group(svg, middle)
    add(box, "rect", x=_X - _HALF, y=_TOP, width=2 * _HALF, height=_TALL, rx=_TALL / 2)
    paragraph(
        box,
        _X,
        _TOP + _TALL / 2 + 5,
        said(middle, tables, lang),
        2 * _HALF,
        lang,
        "story-graphic__name",
        "middle",
    )


def _group(svg: etree.Element, row: dict) -> etree.Element:
    return add(svg, "g", f"story-graphic__{row['group']}", **tie(row))


def _level(index: int, count: int) -> float:
    return _TOP + _TALL * (index + 0.5) / count


def _arrows(svg: etree.Element, row: dict, count: int, start: float, end: float) -> None:
    marks = _group(svg, row)
    for index in range(count):
        y = number(_level(index, count))
        add(marks, "path", d=f"M{start:g} {y}H{end:g}m-5 -3.5l5 3.5l-5 3.5")


def _above(svg: etree.Element, x: float, text: str, width: float, lang: str) -> None:
    """Lines that end just above the arrows."""
    parts = [line for part in text.split("\n") for line in lines(part, width)]
    for index, line in enumerate(parts):
        words(
            svg,
            x,
            _TOP - 8 - (len(parts) - 1 - index) * LEADING,
            line,
            lang,
            "story-graphic__strong" if index == 0 and len(parts) > 1 else "",
        )


def _centres(count: int) -> list[float]:
    return [2 + (_WIDE + _GAP) / count * (index + 0.5) - _GAP / 2 for index in range(count)]


def _lines(
    svg: etree.Element, certainty: str, above: list[float], below: list[float], start: float, end: float
) -> None:
    """From every box above to every box below, over one crossing where there are several."""
    crossing = (
        (start + end) / 2 if len(above) > 1 < len(below) else start + 14 if len(above) > 1 else end - 16
    )
    marks = add(svg, "g", f"story-graphic__{certainty}")
    d = "".join(f"M{x:g} {number(start)}V{number(crossing)}" for x in above)
    if len(above + below) > 2:
        d += f"M{min(above + below):g} {number(crossing)}H{max(above + below):g}"
    add(marks, "path", d=d + "".join(f"M{x:g} {number(crossing)}V{number(end - 3)}" for x in below))
    add(
        marks,
        "path",
        "story-graphic__head",
        d="".join(f"M{x - 4:g} {number(end - 8)}l4 6l4 -6" for x in below),
    )


def _beside(svg: etree.Element, graphic: dict, certainty: str, y: float, tables: Tables, lang: str) -> None:
    """What the article says of the line to its left; what the line means to its right."""
    for row in group(graphic, certainty):
        if row.get("way") == "line":
            words(
                svg,
                _X - _BESIDE,
                y,
                said(row, tables, lang),
                lang,
                "story-graphic__key" if entry(row, tables)["kind"] == "date" else "",
                "end",
                **tie(row),
            )
    words(svg, _X + _BESIDE, y, heading(graphic, certainty, lang), lang, "story-graphic__strong")


def _boxes(
    svg: etree.Element, rows: list[dict], centres: list[float], top: float, tables: Tables, lang: str
) -> float:
    """The boxes of one level, as tall as the longest text needs; where they end."""
    width = min((_WIDE + _GAP) / len(rows) - _GAP, _SINGLE)
    names = [said(row, tables, lang) for row in rows]
    texts = [lines(name, balanced(name, width - _PAD)) for name in names]
    height = max(map(len, texts)) * LEADING + 2 * _PAD - 4
    for row, x, text in zip(rows, centres, texts):
        box = _group(svg, row)
        add(box, "rect", x=x - width / 2, y=float(top), width=float(width), height=height, rx=6)
        y = top + (height - (len(text) - 1) * LEADING) / 2 + SIZE / 2 - 2
        for index, line in enumerate(text):
            words(box, x, y + index * LEADING, line, lang, "", "middle")
    return top + height
