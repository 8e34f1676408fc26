"""Ways that part from one place: lines of one width, because nothing is said about how much goes along each."""

from xml.etree import ElementTree as etree

from story.graphics.rows import group, said, tie
from story.graphics.svg import SIZE, WIDTH, add, canvas, lines, words
from story.tables.tables import Tables

_PITCH, _RADIUS, _APART = 70, 23, 9
_SIGN, _FORK, _STOP = 94, 108, 212
_NAME = 17
_PICTURES = (
    "M-11 -8h22l3 7h-28zM-10 -1v12h20v-12M-4 11v-6h8v6",
    "M-12 -8h17v16h-17zM5 -2l8 -5v14l-8 -5z",
    "M-7 -13h14v26h-14zM-2 9h4",
)
"""A counter, a camera, a telephone: in the order of the rows."""


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    (start,) = group(graphic, "from")
    ways = group(graphic, "stop")
    svg = canvas(_PITCH * len(ways))
    middle = _PITCH * len(ways) / 2
    for index, (row, picture) in enumerate(zip(ways, _PICTURES)):
        _way(svg, row, middle + _APART * (index - (len(ways) - 1) / 2), _PITCH * (index + 0.5))
        _stop(svg, picture, _PITCH * (index + 0.5))
        _name(svg, row, _PITCH * (index + 0.5), said(row, tables, lang), lang)
    _sign(svg, start, middle, said(start, tables, lang), lang)
    return svg


def _way(svg: etree.Element, row: dict, start: float, y: float) -> None:
    """Out of the shop side by side, off at 45 degrees, and on to the stop."""
    rise = y - start
    add(
        svg,
        "path",
        "story-graphic__track story-graphic__track--first",
        d=f"M{_SIGN} {start:g}H{_FORK}l{abs(rise):g} {rise:g}H{_STOP}",
        **tie(row),
    )


def _stop(svg: etree.Element, picture: str, y: float) -> None:
    add(svg, "circle", "story-graphic__stop story-graphic__track--first", cx=_STOP, cy=y, r=_RADIUS)
    add(svg, "path", "story-graphic__picture", d=picture, transform=f"translate({_STOP} {y:g})")


def _name(svg: etree.Element, row: dict, y: float, name: str, lang: str) -> None:
    left = _STOP + _RADIUS + 8
    parts = lines(name, WIDTH - left)
    y -= (len(parts) * 17) / 2 - SIZE + 2
    for line in parts:
        words(svg, left, y, line, lang, "story-graphic__strong")
        y += 17
    words(svg, left, y, row["label"][lang], lang, "story-graphic__note")


def _sign(svg: etree.Element, row: dict, middle: float, name: str, lang: str) -> None:
    parts = lines(name, _SIGN - 12, _NAME)
    add(svg, "rect", "story-graphic__first", x=2, y=middle - 42, width=_SIGN - 2, height=84, rx=6, **tie(row))
    y = middle - 11 * (len(parts) - 1) - 4
    for line in parts:
        words(svg, _SIGN / 2 + 1, y, line, lang, "story-graphic__on story-graphic__sign", "middle")
        y += 22
    words(svg, _SIGN / 2 + 1, y + 1, row["label"][lang], lang, "story-graphic__on", "middle")
