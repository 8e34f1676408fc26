"""A road between two ranges of hills, with the years on stones beside it."""

from collections.abc import Iterator

from story.drawing.lines import Box, Point, curve, placed
from story.drawing.plates.common import HEIGHT
from story.drawing.scenery import massif, metro_line, sky, stop, sun
from story.drawing.sheet import Sheet

YEARS = range(2017, 2024)
STOPS = (1478, 1356, 1254, 1166, 1090, 1024, 966)
"""How far down the picture the stop of each year is: the first is the nearest."""
STONE = 262, 150
"""Width and height of the nearest stone."""
ROAD = tuple(
    zip(
        (1620, 1560, 1540, 1430, 1390, 1400, 1310, 1270, 1300, 1275, 1240),
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
    for y in STOPS:
        stop(sheet, _nearest(_along(0), y), 38 * _scale(y), 22 * _scale(y))
    for year, edges in reversed(list(stones())):
        _stone(sheet, edges, str(year))


def stones() -> Iterator[tuple[int, Box]]:
    """The stone of each year, in turn left and right of the road, with its foot at the road's edge."""
    for number, (year, y) in enumerate(zip(YEARS, STOPS, strict=True)):
        side, (width, height) = number % 2, (length * _scale(y) for length in STONE)
        edge = beside(side, y)
        left = edge + 0.1 * width if side else edge - 1.1 * width
        yield year, (left, y + 20 - height, left + width, y + 20)


def beside(side: int, y: float) -> float:
    """Where the road's left (0) or right (1) edge is, so far down the picture."""
    return _nearest(_along(2 * side - 1), y)[0]


def _hills(sheet: Sheet) -> None:
    massif(sheet, [(1270, 540, 1500), (1760, 480, 1300), (760, 500, 1300)], 900, "azurite", 0.8, 61)
    massif(sheet, [(480, 380, 1500), (2080, 430, 1400)], 1010, "malachite", 0.55, 62)
    massif(sheet, [(60, 420, 1500), (2380, 560, 1500), (640, 700, 1100)], 1190, "azurite", 0.28, 65)
    sheet.haze(900, HEIGHT, sheet.pale("malachite", 0.72), 0, 0.75)
    massif(sheet, [(-60, 800, 1800), (2520, 860, 1500)], 1900, "malachite", 0.03, 64)


def _along(share: float) -> list[Point]:
    """The line that is so far from the middle of the road: -1 is its left edge, 1 its right."""
    return curve([(x + half * share, y) for x, y, half in ROAD])


def _scale(y: float) -> float:
    return 0.44 + 0.56 * (y - STOPS[-1]) / (STOPS[0] - STOPS[-1])


def _stone(sheet: Sheet, edges: Box, words: str) -> None:
    left, top, right, bottom = edges
    width, tall = right - left, bottom - top
    face = sheet.mix("wall", "muted", 0.14)
    outline = [(0, 0), (0, -0.74), (0.16, -0.96), (0.5, -1), (0.84, -0.96), (1, -0.74), (1, 0)]
    stone = [(x * width, y * tall) for x, y in outline]
    ground = (left - width * 0.04, bottom - tall * 0.12, right + width * 0.16, bottom + tall * 0.1)
    sheet.oval(ground, sheet.dark("malachite", 0.3) if sheet.night else sheet.pale("malachite", 0.45))
    sheet.shape(placed(stone, (left + width * 0.04, bottom)), sheet.dark(face, 0.32))
    sheet.shape(placed(stone, (left, bottom)), face)
    grass = [(-0.08, 0.03), (0.05, -0.13), (0.16, 0), (0.3, -0.07), (0.42, 0.03)]
    sheet.shape(
        placed([(x * width, y * tall) for x, y in grass], (left, bottom)), sheet.dark("malachite", 0.2)
    )
    size = width * 0.34
    sheet.text((left + width / 2, bottom - tall * 0.3), words, size, "ink", align="middle")


def _nearest(line: list[Point], y: float) -> Point:
    return min(line, key=lambda point: abs(point[1] - y))
