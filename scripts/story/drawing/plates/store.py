"""A counter, a shelf, a phone and a parcel: three ways to sell."""

from story.drawing.lines import curve, placed
from story.drawing.plates.common import HEIGHT, WIDTH
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

SHELF = (150, 1180)
BOARDS = (372, 690)
GOODS = (
    (
        ("jar", 190, 170, "azurite", 0.1),
        ("jar", 330, 130, "malachite", 0.35),
        ("carton", 470, 190, "wood", 0.45),
        ("carton", 650, 120, "malachite", 0.62),
        ("jar", 830, 150, "malachite", 0.08),
        ("jar", 970, 120, "azurite", 0.5),
    ),
    (
        ("carton", 190, 130, "wood", 0.62),
        ("carton", 360, 210, "azurite", 0.55),
        ("jar", 540, 140, "wood", 0.25),
        ("jar", 680, 180, "azurite", 0.1),
        ("carton", 820, 160, "wood", 0.5),
        ("jar", 1010, 150, "malachite", 0.3),
    ),
)
"""On each board, plain goods: left edge, height, pigment, and how much paper is mixed into it."""
MOON, MOON_RADIUS, MOON_FRAME = (1960, 480), 340, 40
COUNTER, EDGE = 1080, 1180
PARCEL = (300, 862, 790, 1134)
PHONE = (1256, 600, 1516, 1090)


def draw(sheet: Sheet) -> None:
    """The wall with its shelf and moon window, the counter, and what stands on it."""
    sheet.ground(sheet.pale("mist", 0.4))
    sheet.glow(MOON, 1300, "paper", 0.9)
    _moon_window(sheet)
    lamplight(sheet, (900, 420), 1500, 0.34)
    _shelves(sheet)
    _counter(sheet)
    _parcel(sheet)
    _phone(sheet)
    lamplight(sheet, (820, 980), 1100, 0.16)


def _moon_window(sheet: Sheet) -> None:
    (x, y), radius = MOON, MOON_RADIUS
    sheet.disc((x, y + 8), radius + MOON_FRAME, sheet.mix("muted", "mist", 0.6))
    sheet.disc(MOON, radius + 36, sheet.pale("wood", 0.35))
    sheet.disc(MOON, radius + 10, sheet.dark("wood", 0.4))
    view = vista(radius * 2, radius * 2, sheet.colours, 47, light=0.68)
    sheet.inset(view, (x - radius, y - radius, x + radius, y + radius), radius)


def _shelves(sheet: Sheet) -> None:
    left, right = SHELF
    wood = sheet.pale("wood", 0.28)
    for board, goods in zip(BOARDS, GOODS, strict=True):
        sheet.wash((left + 20, board + 24, right + 20, board + 84), "ink", 0.16, 0)
        for kind, x, tall, pigment, share in goods:
            (_jar if kind == "jar" else _carton)(sheet, x, board, tall, sheet.pale(pigment, share))
        sheet.box((left, board, right, board + 26), wood, 3)
        sheet.box((left, board, right, board + 8), sheet.pale(wood, 0.4), 3)


def _jar(sheet: Sheet, x: float, board: float, tall: float, glaze: str) -> None:
    sheet.box((x, board - tall, x + 108, board), sheet.dark(glaze, 0.18), 28)
    sheet.box((x, board - tall, x + 88, board), glaze, 28)
    sheet.box((x + 24, board - tall - 24, x + 84, board - tall + 10), sheet.pale("wood", 0.4), 5)
    sheet.box((x + 14, board - tall * 0.62, x + 94, board - tall * 0.25), "paper", 4, 0.85)


def _carton(sheet: Sheet, x: float, board: float, tall: float, card: str) -> None:
    sheet.box((x, board - tall, x + 136, board), card, 3)
    sheet.box((x + 96, board - tall, x + 136, board), sheet.dark(card, 0.14), 3)
    sheet.box((x, board - tall, x + 136, board - tall + 14), sheet.pale(card, 0.4), 3)


def _counter(sheet: Sheet) -> None:
    wood, front = sheet.pale("wood", 0.5), sheet.mix("malachite", "azurite", 0.35)
    sheet.level(COUNTER, EDGE, sheet.pale(wood, 0.35))
    sheet.haze(COUNTER, EDGE, wood, 0.5, 0)
    sheet.level(EDGE, HEIGHT, sheet.pale(front, 0.14))
    for x in range(-60, WIDTH, 410):
        sheet.box((x, EDGE + 70, x + 370, HEIGHT + 20), sheet.dark(front, 0.22), 8)
        sheet.box((x + 6, EDGE + 76, x + 370, HEIGHT + 20), sheet.pale(front, 0.06), 8)
    sheet.haze(EDGE, EDGE + 110, "ink", 0.34, 0)
    metro_line(sheet, [(-20, EDGE), (WIDTH + 20, EDGE)], 11)


def _parcel(sheet: Sheet) -> None:
    left, top, right, bottom = PARCEL
    back, far, card = top - 56, right + 170, sheet.pale("wood", 0.34)
    shadow = [(-430, 0), (40, 0), (420, -26), (190, -60)]
    sheet.shape(placed(shadow, (right, bottom)), "ink", 0.22)
    sheet.box(PARCEL, card)
    sheet.shape([(right, top), (far, back), (far, bottom - 44), (right, bottom)], sheet.dark(card, 0.26))
    sheet.shape([(left, top), (left + 190, back), (far, back), (right, top)], sheet.pale(card, 0.45))
    # The string goes round the parcel and ends where it ends.
    knot, level, string = left + 216, top + 124, "cinnabar"
    sheet.shape([(knot, top), (knot + 184, back), (knot + 198, back), (knot + 12, top)], string)
    sheet.box((knot, top, knot + 11, bottom), string)
    sheet.box((left, level, right, level + 11), string)
    sheet.shape([(right, level), (far, level - 48), (far, level - 38), (right, level + 11)], string)


def _phone(sheet: Sheet) -> None:
    left, top, right, bottom = PHONE
    shadow = [(-220, 26), (0, 26), (230, 2), (60, -22)]
    stand = [(-190, -60), (-70, -60), (-10, 28), (-250, 28)]
    sheet.shape(placed(shadow, (right, bottom)), "ink", 0.2)
    sheet.shape(placed(stand, (right, bottom)), sheet.pale("azurite", 0.35))
    sheet.box((left + 6, top + 6, right + 8, bottom + 6), sheet.dark("muted", 0.3), 36)
    sheet.box(PHONE, "ink", 36)
    view = vista(232, 462, sheet.colours, 45, light=0.64)
    metro_line(view, curve([(-10, 384), (80, 350), (160, 388), (250, 348)]), 8)
    sheet.inset(view, (left + 14, top + 14, right - 14, bottom - 14), 24)
