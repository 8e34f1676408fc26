"""A long table and its chairs from above, cut off by the edges of the picture."""

import random

from story.drawing.lines import Box, Point, curve, rounded, turned
from story.drawing.plates.common import HEIGHT
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

CENTRE = (1200, 720)
TURN = -17
TABLE = (-400, 300, 2800, 1140)
SCROLL = (2620, 330)
SKY = 110
"""What the scroll shows no more of the view's sky."""
SEAT, PITCH = 300, 470
FAR_ROW, NEAR_ROW = (-330, 60), (-120, 1080)


def draw(sheet: Sheet) -> None:
    """Floor, chairs, table, and along its middle a painted scroll."""
    sheet.ground(sheet.pale("mist", 0.25))
    _floor(sheet)
    for number in range(7):
        _chair(sheet, FAR_ROW[0] + number * PITCH, FAR_ROW[1], back=-40)
        _chair(sheet, NEAR_ROW[0] + number * PITCH, NEAR_ROW[1], back=256)
    _table(sheet)
    _scroll(sheet)
    chance = random.Random(52)
    for number in range(7):
        _place(sheet, FAR_ROW[0] + number * PITCH + 20, 360, chance)
        _place(sheet, NEAR_ROW[0] + number * PITCH + 20, 944, chance)
    lamplight(sheet, CENTRE, 1500, 0.26)


def _piece(sheet: Sheet, edges: Box, colour: str, radius: float = 0, opacity: float = 1) -> None:
    """A rectangle of the furniture, turned as all of it is."""
    sheet.shape(turned(rounded(edges, radius), CENTRE, TURN), colour, opacity)


def _floor(sheet: Sheet) -> None:
    for x in (-500, 300, 1100, 1900):
        tile = [(x, 0), (x + 430, 0), (x + 1230, HEIGHT), (x + 800, HEIGHT)]
        sheet.shape(tile, sheet.mix("paper", "white", 0.3))
    sheet.haze(0, HEIGHT, sheet.pale("azurite", 0.5), 0.02, 0.36)


def _chair(sheet: Sheet, x: float, y: float, back: float) -> None:
    cloth = sheet.pale("malachite", 0.1)
    _piece(sheet, (x + 34, y + 30, x + SEAT + 34, y + 310), "ink", 50, 0.16)
    _piece(sheet, (x, y, x + SEAT, y + 270), sheet.dark(cloth, 0.2), 56)
    _piece(sheet, (x + 10, y + 8, x + SEAT - 16, y + 254), cloth, 50)
    _piece(sheet, (x - 14, y + back, x + SEAT + 14, y + back + 62), sheet.dark("azurite", 0.3), 31)
    edge = (x - 10, y + back + 2, x + SEAT + 6, y + back + 30)
    _piece(sheet, edge, sheet.pale("azurite", 0.14), 14)


def _table(sheet: Sheet) -> None:
    left, top, right, bottom = TABLE
    wood = sheet.pale("wood", 0.5)
    _piece(sheet, (left, top + 70, right, bottom + 76), "ink", opacity=0.2)
    _piece(sheet, (left, top, right, bottom + 22), sheet.dark(wood, 0.3))
    _piece(sheet, TABLE, wood)
    _piece(sheet, (left, top, right, top + 12), sheet.pale(wood, 0.5))
    for x in (-100, 1000, 2100):
        _piece(sheet, (x, top + 12, x + 560, bottom), sheet.pale(wood, 0.16))


def _scroll(sheet: Sheet) -> None:
    length, width = SCROLL
    view = vista(length, width + SKY, sheet.colours, 57).below(SKY)
    knots = [(x, 268 + 24 * (-1) ** number) for number, x in enumerate(range(-60, 2900, 340))]
    metro_line(view, curve(knots), 10)
    for y in (0, width - 14):
        view.level(y, y + 14, view.pale("azurite", 0.2))
    sheet.lay(view, CENTRE, TURN)


def _place(sheet: Sheet, x: float, y: float, chance: random.Random) -> None:
    """Papers, sometimes a notebook, sometimes a cup of tea."""
    x, y = x + chance.uniform(-26, 26), y + chance.uniform(-8, 8)
    if chance.random() < 0.45:
        _book(sheet, x, y, chance.choice(("azurite", "malachite")))
    else:
        _sheets(sheet, x, y)
    if chance.random() < 0.75:
        _cup(sheet, turned([(x + 240, y + chance.uniform(20, 110))], CENTRE, TURN)[0])


def _sheets(sheet: Sheet, x: float, y: float) -> None:
    _piece(sheet, (x + 8, y + 12, x + 188, y + 146), "ink", 0, 0.16)
    _piece(sheet, (x, y, x + 180, y + 134), sheet.mix("paper", "white", 0.4))
    for row, length in enumerate((136, 120, 136, 70)):
        line = (x + 22, y + 28 + row * 25, x + 22 + length, y + 33 + row * 25)
        _piece(sheet, line, sheet.pale("azurite", 0.55))


def _book(sheet: Sheet, x: float, y: float, cover: str) -> None:
    _piece(sheet, (x + 8, y + 12, x + 148, y + 146), "ink", 6, 0.18)
    _piece(sheet, (x, y, x + 140, y + 134), sheet.pale(cover, 0.12), 8)
    _piece(sheet, (x, y, x + 22, y + 134), sheet.dark(cover, 0.35), 8)


def _cup(sheet: Sheet, centre: Point) -> None:
    sheet.disc((centre[0] + 10, centre[1] + 13), 46, "ink", 0.16)
    sheet.disc(centre, 44, sheet.mix("paper", "white", 0.4))
    sheet.disc(centre, 33, sheet.pale("wood", 0.35))
    sheet.disc((centre[0] - 6, centre[1] - 6), 20, sheet.pale("wood", 0.5))
