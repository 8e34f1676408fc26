"""An open notebook and a pen on a table by a window."""

from collections.abc import Sequence

from story.drawing.lines import Point, curve
from story.drawing.plates.common import HEIGHT, WIDTH
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

THEME = ("铭记苦难历史", "传承革命精魂")
SILL, TABLE = 820, 886
MULLIONS = (520, 1890)
SPINE = 1696
PAGE_BACK, PAGE_FRONT = 1000, 1370


def draw(sheet: Sheet) -> None:
    """The window, the table, and on it the book."""
    _window(sheet)
    _table(sheet)
    lamplight(sheet, (SPINE, 1150), 1100, 0.4)
    _notebook(sheet)
    _words(sheet)
    _pen(sheet)
    lamplight(sheet, (SPINE, 1100), 900, 0.25)


def _window(sheet: Sheet) -> None:
    view = vista(WIDTH, SILL, sheet.colours, 17, light=0.33)
    knots = [(-20, 680), (380, 626), (820, 700), (1300, 612), (1760, 690), (2120, 640), (2420, 680)]
    metro_line(view, curve(knots))
    sheet.inset(view, (0, 0, WIDTH, SILL))
    frame = sheet.mix("ink", "wood", 0.62)
    sheet.level(0, 34, frame)
    for x in MULLIONS:
        sheet.box((x - 17, 0, x + 17, SILL), frame)
        sheet.box((x - 17, 34, x - 9, SILL), sheet.pale(frame, 0.35))
    sheet.level(SILL, SILL + 34, sheet.pale(frame, 0.3))
    sheet.level(SILL + 34, TABLE, sheet.dark(frame, 0.2))


def _table(sheet: Sheet) -> None:
    wood = sheet.pale("wood", 0.52)
    sheet.level(TABLE, HEIGHT, wood)
    for left, right in ((-420, 430), (560, 1790), (1930, 2700)):
        patch = [(left, TABLE), (right, TABLE), (right + 560, HEIGHT), (left + 560, HEIGHT)]
        sheet.shape(patch, sheet.pale(wood, 0.36))
    sheet.haze(TABLE, HEIGHT, sheet.dark("wood", 0.1), 0.03, 0.34)
    sheet.level(TABLE, TABLE + 8, sheet.pale(wood, 0.5))


def _notebook(sheet: Sheet) -> None:
    left, right, back, front = SPINE - 492, SPINE + 492, PAGE_BACK + 8, PAGE_FRONT + 34
    shadow = [(left + 40, back + 30), (right, back + 20), (right + 250, front + 40), (left - 30, front + 44)]
    sheet.shape(shadow, "ink", 0.2)
    sheet.shape([(left, back), (right, back), (right + 160, front), (left - 160, front)], "azurite")
    for side in (-1, 1):
        for leaf in range(3):
            _page(sheet, sheet.mix("paper", "wood", 0.3 - 0.12 * leaf), side, 24 - 8 * leaf)
        _page(sheet, sheet.mix("paper", "white", 0.45), side, 0)
        _gutter(sheet, side)
    knots = [(0, back - 4), (3, back + 170), (-4, front - 30), (30, front + 50), (-20, HEIGHT + 40)]
    metro_line(sheet, curve(_from_spine(1, knots)), 11)


def _from_spine(side: float, points: Sequence[Point]) -> list[Point]:
    """Points to the right of the spine (`side` 1), or as many to its left (-1)."""
    return [(SPINE + side * x, y) for x, y in points]


def _gutter(sheet: Sheet, side: float) -> None:
    for reach in range(20, 120, 14):
        back, front = PAGE_BACK - 26 * reach / 120, PAGE_FRONT - 30 * reach / 140
        fold = [(0, PAGE_BACK + 4), (reach * 0.8, back), (reach, front), (0, PAGE_FRONT + 6)]
        sheet.shape(_from_spine(side, fold), "ink", 0.024)


def _page(sheet: Sheet, colour: str, side: float, drop: float) -> None:
    front = PAGE_FRONT + drop
    top = [(0, PAGE_BACK + 4), (110, PAGE_BACK - 26), (300, PAGE_BACK - 16), (474, PAGE_BACK)]
    bottom = [(622 + drop * 0.4, front), (420, front - 20), (140, front - 26), (0, front + 8)]
    sheet.shape([point for edge in (top, bottom) for point in curve(_from_spine(side, edge))], colour)


def _words(sheet: Sheet) -> None:
    rule = sheet.pale("azurite", 0.68)
    for row in range(5):
        y, slant = PAGE_BACK + 66 + row * 58, row * 24
        sheet.stroke([(SPINE - 440 - slant, y), (SPINE - 120, y - 4)], rule, 3)
    for row, words in enumerate(THEME):
        sheet.text((SPINE + 104 + row * 4, PAGE_BACK + 150 + row * 100), words, 62, "ink", tracking=0.04)


def _pen(sheet: Sheet) -> None:
    dark = sheet.dark("malachite", 0.35)
    sheet.shape([(1170, 1346), (1534, 1116), (1554, 1128), (1188, 1358)], "ink", 0.16)
    sheet.stroke([(1164, 1314), (1510, 1080)], dark, 25)
    sheet.stroke([(1160, 1309), (1506, 1075)], "malachite", 13)
    sheet.stroke([(1338, 1196), (1510, 1080)], sheet.dark(dark, 0.5), 25)
    sheet.stroke([(1368, 1162), (1494, 1077)], "wood", 7)
    sheet.shape([(1154, 1305), (1172, 1330), (1104, 1360)], sheet.pale("wood", 0.25))
