"""Seats and hand rails of a metro carriage, with four blank panels above the windows."""

from story.drawing.lines import curve, placed
from story.drawing.plates.common import HEIGHT
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

PANELS = ("山景", "山珍", "山居", "赛事")
PANEL_PITCH, PANEL = 540, (150, 172, 630, 408)
BAYS = ((120, 600, 2), (720, 1680, 4), (1800, 2280, 2))
"""Left, right and number of seats of each bay; there are poles between the bays."""
POLES = (660, 1740)
RAIL = 452
WINDOW = (496, 984)
SEAT = 1034
FLOOR = SEAT + 322


def draw(sheet: Sheet) -> None:
    """The side of the carriage seen from the seats opposite."""
    sheet.ground(sheet.pale("mist", 0.4))
    sheet.haze(0, 132, sheet.pale("azurite", 0.35), 0.75, 0.35)
    sheet.level(50, 74, "paper")
    sheet.haze(132, 240, sheet.pale("azurite", 0.35), 0.3, 0)
    _panels(sheet)
    _windows(sheet)
    _bays(sheet)
    _rails(sheet)
    lamplight(sheet, (1200, 60), 1700, 0.3)


def _panels(sheet: Sheet) -> None:
    left, top, right, bottom = PANEL
    for number, label in enumerate(PANELS):
        x = number * PANEL_PITCH
        sheet.box((left + x + 8, top + 12, right + x + 8, bottom + 12), "ink", 12, 0.12)
        sheet.box((left + x, top, right + x, bottom), sheet.pale("malachite", 0.3), 12)
        sheet.box((left + x + 10, top + 10, right + x - 10, bottom - 10), "paper", 5)
        sheet.text(
            ((left + right) / 2 + x + 8, bottom - 84), label, 88, "text", align="middle", tracking=0.18
        )


def _windows(sheet: Sheet) -> None:
    top, bottom = WINDOW
    view = vista(2160, bottom - top, sheet.colours, 26, light=0.5)
    knots = [(-20, 420), (400, 380), (800, 430), (1250, 372), (1700, 425), (2180, 390)]
    metro_line(view, curve(knots))
    for left, right, _ in BAYS:
        sheet.box((left - 18, top - 18, right + 18, bottom + 18), sheet.pale("azurite", 0.5), 60)
        sheet.box((left - 8, top - 8, right + 8, bottom + 8), "ink", 52)
        sheet.inset(view, (left, top, right, bottom), 44, (left - 120, 0))
        gleam = [(190, 0), (330, 0), (60, 428), (0, 368), (0, 270)]
        sheet.shape(placed(gleam, (left, top)), "white", 0.14)


def _bays(sheet: Sheet) -> None:
    """The floor, the seats on it, and the light from the windows across both."""
    sheet.level(FLOOR, HEIGHT, sheet.pale("wood", 0.55))
    sheet.haze(FLOOR, HEIGHT, sheet.dark("wood", 0.2), 0.35, 0.05)
    for bay in BAYS:
        _seats(sheet, *bay)
    for left, right, _ in BAYS:
        beam = [(left + 70, SEAT - 20), (right - 40, SEAT - 20), (right + 270, HEIGHT), (left + 380, HEIGHT)]
        sheet.shape(beam, "shine", 0.2)


def _seats(sheet: Sheet, left: float, right: float, count: int) -> None:
    sheet.box((left, SEAT + 260, right, FLOOR), sheet.mix("ink", "azurite", 0.3))
    pitch = (right - left) / count
    for number in range(count):
        x = left + number * pitch
        cloth = sheet.mix("malachite", "azurite", 0.0 if number % 2 else 0.75)
        sheet.box((x + 4, SEAT, x + pitch - 4, SEAT + 250), sheet.dark(cloth, 0.12), 34)
        sheet.box((x + 4, SEAT, x + pitch - 14, SEAT + 238), sheet.pale(cloth, 0.12), 34)
        sheet.box((x, SEAT + 192, x + pitch, SEAT + 276), sheet.dark(cloth, 0.32), 26)
        sheet.box((x + 6, SEAT + 192, x + pitch - 6, SEAT + 226), sheet.pale(cloth, 0.26), 17)


def _rails(sheet: Sheet) -> None:
    steel = sheet.pale("muted", 0.4)
    sheet.level(RAIL - 9, RAIL + 9, steel)
    sheet.level(RAIL - 9, RAIL - 3, "paper")
    for left, right, count in BAYS:
        for number in range(count):
            _strap(sheet, left + (number + 0.5) * (right - left) / count)
    for x in POLES:
        sheet.box((x - 16, 0, x + 16, FLOOR + 50), steel)
        sheet.box((x - 10, 0, x - 2, FLOOR + 44), "paper")
        sheet.box((x - 34, FLOOR + 40, x + 34, FLOOR + 60), sheet.dark(steel, 0.4), 8)


def _strap(sheet: Sheet, x: float) -> None:
    band = sheet.dark("azurite", 0.25)
    sheet.box((x - 15, RAIL - 14, x + 15, RAIL + 14), band, 5)
    sheet.box((x - 7, RAIL, x + 7, RAIL + 96), band)
    ring = [(0, 92), (38, 158), (-38, 158), (0, 92), (38, 158)]
    sheet.stroke(placed(ring, (x, RAIL)), sheet.pale("wood", 0.45), 12)
