"""One side of a train, cut open at both ends, with a panel for each of its elements."""

from story.graphics.rows import Told, tie
from story.graphics.svg import SIZE, WIDTH, Pen, lines, measure, number

_END, _DOOR = 16, 22
_ROOF, _PANEL, _SILL, _RAIL = 6, 60, 154, 184
_LARGE, _LEADING = 21, 16
_SHORT = {"wording": {"zh": 1, "en": 1}}
"""The name without what all the names begin with."""


def draw(told: Told, svg: Pen) -> float:
    """A panel for each row, side by side, with doors between them."""
    _body(svg)
    wide = (WIDTH - 2 * _END - _DOOR * (len(told.rows) - 1)) / len(told.rows)
    for index, row in enumerate(told.rows):
        left = _END + index * (wide + _DOOR)
        if row is not told.rows[-1]:
            _door(svg, left + wide)
        svg.add("rect", "glass", x=left + 2, y=20, width=wide - 4, height=30, rx=4)
        tall = _SILL - _PANEL - 8
        svg.add("rect", "second", x=left, y=_PANEL, width=wide, height=tall, rx=3, **tie(row))
        _words(svg, left + wide / 2, wide - 4, told.said(row), told.said(row | _SHORT))
    return _RAIL + 4


def _body(svg: Pen) -> None:
    """Torn off at both ends; the rail runs on."""
    teeth, back = _torn(7, _SILL - _ROOF), _torn(-7, _ROOF - _SILL)
    svg.add("path", "side", d=f"M2 {_ROOF}H{WIDTH - 2}{teeth}H2{back}z")
    svg.add("path", "hull", d=f"M2 {_ROOF}H{WIDTH - 2}M2 {_SILL}H{WIDTH - 2}")
    for x in (80, WIDTH - 80):
        svg.add("path", "hull", d=f"M{x - 30} {_RAIL - 14}h60")
        for wheel in (x - 16, x + 16):
            svg.add("circle", "wheel", cx=wheel, cy=_RAIL - 11, r=10)
    svg.add("path", "hull", d=f"M0 {_RAIL}H{WIDTH}")


def _torn(side: int, down: int) -> str:
    """A ragged edge in twelve steps, as a part of a path."""
    return "".join(f"l{side if index % 2 else -side} {down / 12:g}" for index in range(12))


def _door(svg: Pen, left: float) -> None:
    """Two leaves, each with a window."""
    middle = left + _DOOR / 2
    leaves = "".join(f"M{number(x)} {_SILL}V20h8v{_SILL - 20}" for x in (middle - 8, middle))
    panes = "".join(f"M{number(x)} 26h4v36h-4z" for x in (middle - 6, middle + 2))
    svg.add("path", "glass", d=leaves + panes)


def _words(svg: Pen, x: float, width: float, whole: str, short: str) -> None:
    """What the names have in common is small, what sets them apart is large where it fits."""
    size = _LARGE if measure(short, _LARGE) < width else SIZE
    small, large = lines(whole.removesuffix(short).strip(), width), lines(short, width, size)
    y = (_PANEL + _SILL - 8 - (len(small) + len(large) - 1) * _LEADING - (size - SIZE)) / 2 + SIZE / 2 - 2
    svg.column(x, y, small, "on", "middle", _LEADING)
    below = y + len(small) * _LEADING + (size - SIZE) * 1.25
    svg.column(x, below, large, f"on {'large' if size > SIZE else 'strong'}", "middle", _LEADING)
