"""One side of a train, cut open at both ends, with a panel for each of its elements."""

from xml.etree import ElementTree as etree

from story.graphics.rows import said, tie
from story.graphics.svg import SIZE, WIDTH, add, canvas, lines, measure, number, words
from story.tables.tables import Tables

_END, _DOOR = 16, 22
_ROOF, _PANEL, _SILL, _RAIL = 6, 60, 154, 184
_LARGE, _LEADING = 21, 16
_SHORT = {"wording": {"zh": 1, "en": 1}}
"""The name without what all the names begin with."""


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    rows = graphic["rows"]
    svg = canvas(_RAIL + 4)
    _body(svg)
    wide = (WIDTH - 2 * _END - _DOOR * (len(rows) - 1)) / len(rows)
    for index, row in enumerate(rows):
        left = _END + index * (wide + _DOOR)
        _door(svg, left + wide) if row is not rows[-1] else None
        _panel(svg, row, left, wide)
        _words(
            svg, left + wide / 2, wide - 4, said(row, tables, lang), said(row | _SHORT, tables, lang), lang
        )
    return svg


def _body(svg: etree.Element) -> None:
    """Torn off at both ends; the rail runs on."""
    teeth = "".join(f"l{7 if index % 2 else -7} {(_SILL - _ROOF) / 12:g}" for index in range(12))
    back = "".join(f"l{-7 if index % 2 else 7} {(_ROOF - _SILL) / 12:g}" for index in range(12))
    add(svg, "path", "story-graphic__side", d=f"M2 {_ROOF}H{WIDTH - 2}{teeth}H2{back}z")
    add(svg, "path", "story-graphic__hull", d=f"M2 {_ROOF}H{WIDTH - 2}M2 {_SILL}H{WIDTH - 2}")
    for x in (80, WIDTH - 80):
        _bogie(svg, x)
    add(svg, "path", "story-graphic__hull", d=f"M0 {_RAIL}H{WIDTH}")


def _bogie(svg: etree.Element, x: float) -> None:
    add(svg, "path", "story-graphic__hull", d=f"M{x - 30} {_RAIL - 14}h60")
    for wheel in (x - 16, x + 16):
        add(svg, "circle", "story-graphic__wheel", cx=wheel, cy=_RAIL - 11, r=10)


def _door(svg: etree.Element, left: float) -> None:
    """Two leaves, each with a window."""
    middle = left + _DOOR / 2
    leaves = "".join(f"M{number(x)} {_SILL}V20h8v{_SILL - 20}" for x in (middle - 8, middle))
    panes = "".join(f"M{number(x)} 26h4v36h-4z" for x in (middle - 6, middle + 2))
    add(svg, "path", "story-graphic__glass", d=leaves + panes)


def _panel(svg: etree.Element, row: dict, left: float, wide: float) -> None:
    add(svg, "rect", "story-graphic__glass", x=left + 2, y=20, width=wide - 4, height=30, rx=4)
    add(
        svg,
        "rect",
        "story-graphic__second",
        x=left,
        y=_PANEL,
        width=wide,
        height=_SILL - _PANEL - 8,
        rx=3,
        **tie(row),
    )


def _words(svg: etree.Element, x: float, width: float, whole: str, short: str, lang: str) -> None:
    """What the names have in common is small, what sets them apart is large where it fits."""
    size = _LARGE if measure(short, _LARGE) < width else SIZE
    small, large = lines(whole.removesuffix(short).strip(), width), lines(short, width, size)
    y = (_PANEL + _SILL - 8 - (len(small) + len(large) - 1) * _LEADING - (size - SIZE)) / 2 + SIZE / 2 - 2
    for index, line in enumerate(small):
        words(svg, x, y + index * _LEADING, line, lang, "story-graphic__on", "middle")
    for index, line in enumerate(large, len(small)):
        words(
            svg,
            x,
            y + index * _LEADING + (size - SIZE) * 1.25,
            line,
            lang,
            f"story-graphic__on story-graphic__{'large' if size > SIZE else 'strong'}",
            "middle",
        )
