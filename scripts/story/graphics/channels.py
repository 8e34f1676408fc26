"""Ways that part from one place: lines of one width, for nothing is said about how much goes along each."""

from story.graphics.rows import Told, tie
from story.graphics.svg import SIZE, WIDTH, Pen, lines
from story.tables.records import Row

_PITCH, _RADIUS, _APART = 70, 23, 9
_SIGN, _FORK, _STOP = 94, 108, 212
_NAME = 17
_PICTURES = (
    "M-11 -8h22l3 7h-28zM-10 -1v12h20v-12M-4 11v-6h8v6",
    "M-12 -8h17v16h-17zM5 -2l8 -5v14l-8 -5z",
    "M-7 -13h14v26h-14zM-2 9h4",
)
"""A counter, a camera, a telephone: in the order of the rows."""


def draw(told: Told, svg: Pen) -> float:
    """One row of the group `from`, and a way from it to each of the group `stop`."""
    (start,), ways = told.group("from"), told.group("stop")
    middle = _PITCH * len(ways) / 2
    for index, (row, picture) in enumerate(zip(ways, _PICTURES)):
        y = _PITCH * (index + 0.5)
        _way(svg, row, middle + _APART * (index - (len(ways) - 1) / 2), y)
        svg.add("circle", "stop track--first", cx=_STOP, cy=y, r=_RADIUS)
        svg.add("path", "picture", d=picture, transform=f"translate({_STOP} {y:g})")
        _name(svg, y, told.said(row), told.label(row))
    _sign(svg, start, middle, told.said(start), told.label(start))
    return _PITCH * len(ways)


def _way(svg: Pen, row: Row, start: float, y: float) -> None:
    """Out of the shop side by side, off at 45 degrees, and on to the stop."""
    rise = y - start
    d = f"M{_SIGN} {start:g}H{_FORK}l{abs(rise):g} {rise:g}H{_STOP}"
    svg.add("path", "track track--first", d=d, **tie(row))


def _name(svg: Pen, y: float, name: str, label: str) -> None:
    left = _STOP + _RADIUS + 8
    parts = lines(name, WIDTH - left)
    last = svg.column(left, y - (len(parts) * _NAME) / 2 + SIZE - 2, parts, "strong", step=_NAME)
    svg.words(left, last + _NAME, label, "note")


def _sign(svg: Pen, row: Row, middle: float, name: str, label: str) -> None:
    parts, x = lines(name, _SIGN - 12, _NAME), _SIGN / 2 + 1
    svg.add("rect", "first", x=2, y=middle - 42, width=_SIGN - 2, height=84, rx=6, **tie(row))
    last = svg.column(x, middle - 11 * (len(parts) - 1) - 4, parts, "on sign", "middle", 22)
    svg.words(x, last + 23, label, "on", "middle")
