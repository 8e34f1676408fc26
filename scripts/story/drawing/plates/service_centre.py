"""A row of service windows under a frieze of mountains."""

from story.drawing.lines import placed
from story.drawing.plates.common import HEIGHT, WIDTH
from story.drawing.scenery import massif, metro_line, sky, sun
from story.drawing.sheet import Sheet

FRIEZE = 548
PITCH, WIDE = 476, 384
WINDOWS = range(-190, WIDTH, PITCH)
"""Where each begins."""
LINTEL, DESK, FLOOR = 660, 1024, 1262
OPEN = 4
"""The window that is lit."""


def draw(sheet: Sheet) -> None:
    """Frieze, windows, desk and floor, and on the floor a line with a stop before each."""
    _frieze(sheet)
    _wall(sheet)
    for number, left in enumerate(WINDOWS):
        _window(sheet, left, lit=number == OPEN)
    _floor(sheet)
    _desk(sheet)


def _frieze(sheet: Sheet) -> None:
    sky(sheet, 420)
    sun(sheet, (1930, 170), 74)
    far = [(1500, 130, 1300), (300, 180, 1200), (2250, 230, 1000), (900, 240, 900)]
    middle = [(620, 210, 1100), (1900, 270, 1000), (60, 270, 900), (1250, 300, 800)]
    near = [(1560, 350, 900), (250, 340, 900), (2330, 320, 800), (960, 400, 700)]
    massif(sheet, far, 470, "azurite", 0.76, 71)
    massif(sheet, middle, 540, "malachite", 0.45, 72)
    massif(sheet, near, 620, "azurite", 0.1, 73)


def _wall(sheet: Sheet) -> None:
    wood = sheet.pale("ochre", 0.3)
    sheet.level(FRIEZE, DESK, sheet.pale("mist", 0.35))
    sheet.level(FRIEZE, FRIEZE + 30, wood)
    sheet.level(FRIEZE, FRIEZE + 9, sheet.pale(wood, 0.45))
    sheet.haze(FRIEZE + 30, FRIEZE + 110, "ink", 0.16, 0)


def _window(sheet: Sheet, left: float, *, lit: bool) -> None:
    line = sheet.dark("azurite", 0.15)
    glass = sheet.pale("ochre", 0.72) if lit else sheet.pale("azurite", 0.8)
    sheet.box((left, LINTEL, left + WIDE, DESK + 30), line, 20)
    sheet.box((left + 9, LINTEL + 9, left + WIDE - 9, DESK), glass, 12)
    sheet.wash((left + 9, LINTEL + 30, left + WIDE - 9, DESK), "paper", 0, 0.55)
    if lit:
        sheet.glow((left + WIDE / 2, LINTEL + 90), 150, "paper", 0.9)
    x = left + WIDE / 2
    sheet.stroke([(x, LINTEL), (x, LINTEL + 40)], line, 4)
    sheet.shape(placed([(-20, 40), (20, 40), (52, 82), (-52, 82)], (x, LINTEL)), "malachite")
    gleam = [(left + 60, DESK), (left + 190, LINTEL + 9), (left + 262, LINTEL + 9), (left + 132, DESK)]
    sheet.shape(gleam, "#ffffff", 0.3)
    _hatch(sheet, left, sheet.pale(glass, 0.75), line)


def _hatch(sheet: Sheet, left: float, colour: str, line: str) -> None:
    top, inner, outer = DESK - 92, left + 122, left + WIDE - 122
    sheet.stroke([(left + 9, top), (left + WIDE - 9, top)], line, 5)
    sheet.box((inner, top, outer, DESK), colour)
    sheet.stroke([(inner, DESK), (inner, top), (outer, top), (outer, DESK)], line, 5)


def _desk(sheet: Sheet) -> None:
    wood, front = sheet.pale("ochre", 0.48), sheet.pale("azurite", 0.12)
    sheet.level(DESK + 40, FLOOR, front)
    sheet.haze(DESK + 40, FLOOR, "ink", 0.4, 0.02)
    for left in WINDOWS:
        x = left - (PITCH - WIDE) / 2
        sheet.box((x - 3, DESK + 40, x + 3, FLOOR), sheet.dark(front, 0.4))
    sheet.level(DESK, DESK + 44, sheet.pale(wood, 0.55))
    sheet.level(DESK + 34, DESK + 44, sheet.dark(wood, 0.15))
    sheet.level(FLOOR - 26, FLOOR, sheet.mix("ink", "azurite", 0.3))


def _floor(sheet: Sheet) -> None:
    sheet.level(FLOOR, HEIGHT, sheet.mix("mist", "azurite", 0.12))
    sheet.haze(FLOOR, HEIGHT, "paper", 0, 0.6)
    for x in WINDOWS:
        patch = [(x + 60, FLOOR), (x + WIDE - 60, FLOOR), (x + WIDE + 40, HEIGHT), (x + 120, HEIGHT)]
        sheet.shape(patch, "paper", 0.5)
    stops = [(left + WIDE / 2, FLOOR + 46) for left in WINDOWS]
    metro_line(sheet, [(-20, FLOOR + 46), (WIDTH + 20, FLOOR + 46)], 10, stops)
    sheet.disc(stops[OPEN], 13, "cinnabar")
