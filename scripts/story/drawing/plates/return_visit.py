"""A road between two ranges of hills, with the years beside it."""

from story.drawing.lines import Point, curve
from story.drawing.plates.common import HEIGHT
from story.drawing.scenery import massif, metro_line, sky, stop, sun
from story.drawing.sheet import Sheet

YEARS = range(2017, 2024)
STOPS = (1500, 1372, 1262, 1166, 1084, 1014, 954)
"""How far down the picture the stop of each year is: the first is the nearest."""
ROAD = tuple(
    zip(
        (1700, 1640, 1610, 1480, 1430, 1440, 1330, 1280, 1310, 1280, 1240),
        (1720, 1520, 1390, 1270, 1180, 1110, 1040, 990, 945, 905, 880),
        (330, 236, 176, 132, 104, 80, 62, 48, 36, 26, 18),
    )
)
"""From near to far: the middle of the road, how far down the picture it is, and half the road's width."""


def draw(sheet: Sheet) -> None:
    """Hills left and right, and the road that goes between them into the distance."""
    sky(sheet, 860)
    sun(sheet, (1260, 330), 108)
    _hills(sheet)
    for share, paper in ((1, 0.6), (0.9, 0.82)):
        sheet.shape([*_along(-share), *reversed(_along(share))], sheet.pale("ochre", paper))
    metro_line(sheet, _along(0), 10)
    _years(sheet)


def _hills(sheet: Sheet) -> None:
    massif(sheet, [(1270, 540, 1500), (1760, 480, 1300), (760, 500, 1300)], 900, "azurite", 0.8, 61)
    massif(sheet, [(480, 380, 1500), (2080, 430, 1400)], 1010, "malachite", 0.55, 62)
    massif(sheet, [(60, 420, 1500), (2380, 560, 1500), (640, 700, 1100)], 1190, "azurite", 0.28, 65)
    sheet.haze(900, HEIGHT, sheet.pale("malachite", 0.72), 0, 0.75)
    massif(sheet, [(-60, 800, 1800), (2520, 860, 1500)], 1900, "malachite", 0.03, 64)


def _along(share: float) -> list[Point]:
    """The line that is so far from the middle of the road: -1 is its left edge, 1 its right."""
    return curve([(x + half * share, y) for x, y, half in ROAD])


def _years(sheet: Sheet) -> None:
    middle, edges = _along(0), (_along(-1), _along(1))
    for number, (year, y) in enumerate(zip(YEARS, STOPS, strict=True)):
        scale = (y - 700) / 800
        stop(sheet, _nearest(middle, y), 38 * scale, 22 * scale)
        side = number % 2
        x, align = _nearest(edges[side], y)[0] + (90 if side else -90) * scale, ("right", "left")[side]
        sheet.text((x, y + 36 * scale), str(year), 104 * scale, "ink", align=align)


def _nearest(line: list[Point], y: float) -> Point:
    return min(line, key=lambda point: abs(point[1] - y))
