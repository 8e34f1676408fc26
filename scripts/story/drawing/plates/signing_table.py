"""An empty signing table: two pens, a pot of herbs, and nobody there yet."""

from story.drawing.lines import Point, curve, placed, turned
from story.drawing.plates.common import HEIGHT
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

SCREEN = (250, 90, 2150, 860)
FLOOR = 1010
BACK, FRONT, HEM = 1040, 1240, HEIGHT
PENS = (700, 1700)
POT = (1200, 1150)
LEAVES = (
    (-64, -250, 0.86), (-42, -330, 1.0), (-14, -410, 1.1), (14, -440, 1.15),
    (40, -380, 1.05), (66, -300, 0.95), (84, -220, 0.8), (-88, -190, 0.75),
)  # fmt: skip
"""Tips of the stems, from the rim of the pot, and how large their leaves are."""


def draw(sheet: Sheet) -> None:
    """A painted screen, two chairs, and before them the table."""
    sheet.ground(sheet.pale("mist", 0.35))
    sheet.haze(0, FLOOR, sheet.pale("wood", 0.6), 0.05, 0.3)
    _screen(sheet)
    for x in PENS:
        _chair(sheet, x)
    _table(sheet)
    for x in PENS:
        _pen(sheet, x)
    _herbs(sheet)
    lamplight(sheet, (1200, 1080), 1400, 0.24)


def _screen(sheet: Sheet) -> None:
    left, top, right, bottom = SCREEN
    frame = sheet.mix("ink", "wood", 0.55)
    sheet.wash((left - 20, bottom + 30, right + 40, FLOOR + 20), "ink", 0.2, 0)
    sheet.box((left - 30, top - 30, right + 30, bottom + 30), frame, 8)
    sheet.box((left - 22, top - 22, right + 22, bottom + 22), sheet.pale(frame, 0.28), 6)
    sheet.box((left - 6, top - 6, right + 6, bottom + 6), frame, 4)
    view = vista(right - left, bottom - top, sheet.colours, 63, light=0.7)
    knots = [(-20, 640), (330, 590), (760, 660), (1150, 600), (1560, 655), (1930, 610)]
    metro_line(view, curve(knots), 9)
    sheet.inset(view, SCREEN)
    for number in (1, 2, 3):
        x = left + (right - left) * number / 4
        sheet.box((x - 5, top, x + 5, bottom), frame)
    sheet.level(FLOOR, HEIGHT, sheet.pale("wood", 0.6))


def _chair(sheet: Sheet, x: float) -> None:
    wood = sheet.mix("ink", "wood", 0.5)
    for side in (-1, 1):
        post = [(150 * side, 690), (176 * side, 690), (168 * side, 1100), (138 * side, 1100)]
        sheet.shape(placed(post, (x, 0)), wood)
    rail = curve([(-190, 700), (-110, 672), (0, 658), (110, 672), (190, 700)])
    sheet.stroke(placed(rail, (x, 0)), wood, 34)
    sheet.stroke(placed(rail, (x - 2, -8)), sheet.pale(wood, 0.35), 8)
    splat = [(-52, 664), (52, 664), (66, 1060), (-66, 1060)]
    sheet.shape(placed(splat, (x, 0)), sheet.pale(wood, 0.14))


def _table(sheet: Sheet) -> None:
    cloth = sheet.mix("malachite", "azurite", 0.45)
    sheet.shape([(190, BACK), (2210, BACK), (2340, FRONT), (60, FRONT)], sheet.pale(cloth, 0.2))
    sheet.wash((60, BACK, 2340, BACK + 60), "ink", 0.06, 0)
    sheet.shape([(60, FRONT), (2340, FRONT), (2318, HEM), (82, HEM)], sheet.dark(cloth, 0.14))
    for number in range(12):
        x, lean = 150 + number * 190, (number - 5.5) * 3
        fold = [(x, FRONT + 6), (x + 14, FRONT + 6), (x + 62 + lean, HEM), (x - 14 + lean, HEM)]
        sheet.shape(fold, sheet.dark(cloth, 0.3), 0.7)
        sheet.shape(placed(fold, (66, 0)), sheet.pale(cloth, 0.1), 0.35)
    sheet.haze(FRONT, FRONT + 70, "ink", 0.12, 0)
    metro_line(sheet, [(60, FRONT), (2340, FRONT)], 11)


def _pen(sheet: Sheet, x: float) -> None:
    """On a small rest of its own."""
    sheet.oval((x - 170, 1148, x + 190, 1178), sheet.dark("malachite", 0.45))
    for side in (-96, 96):
        sheet.shape(placed([(-26, 1166), (26, 1166), (12, 1130), (-12, 1130)], (x + side, 0)), "paper")
    lean = lambda points: turned(points, (x, 1126), -5)
    sheet.stroke(lean([(x - 160, 1126), (x + 150, 1126)]), sheet.dark("azurite", 0.5), 24)
    sheet.stroke(lean([(x - 150, 1120), (x + 140, 1120)]), "azurite", 7)
    sheet.stroke(lean([(x - 10, 1126), (x + 8, 1126)]), sheet.pale("wood", 0.25), 26)
    tip = lean([(x - 164, 1116), (x - 164, 1136), (x - 226, 1128)])
    sheet.shape(tip, sheet.pale("wood", 0.2))


def _herbs(sheet: Sheet) -> None:
    x, base = POT
    rim = base - 170
    sheet.oval((x - 150, base - 22, x + 210, base + 30), sheet.dark("malachite", 0.45))
    for number, (reach, rise, size) in enumerate(LEAVES):
        tip = (x + reach * 2.1, rim + rise)
        stem = curve([(x + reach * 0.5, rim), (x + reach * 1.2, rim + rise * 0.5), tip])
        sheet.stroke(stem, sheet.dark("malachite", 0.25), 7)
        for step in range(10, len(stem) - 1, 6):
            for side in (-1, 1):
                _leaf(sheet, stem[step], 62 * side - 90 + reach * 0.3, 78 * size, number + step)
        _leaf(sheet, tip, -90 + reach * 0.4, 84 * size, number)
    glaze = sheet.pale("azurite", 0.5)
    left = curve([(-128, -176), (-140, -120), (-112, -40), (-84, 0)], 8)
    pot = [*left, *((-px, py) for px, py in reversed(left))]
    sheet.shape(placed(pot, (x, base)), glaze)
    shade = [(30, -176), *[(-px, py) for px, py in left], (20, 0)]
    sheet.shape(placed(shade, (x, base)), sheet.dark(glaze, 0.2), 0.6)
    sheet.box((x - 142, rim - 12, x + 142, rim + 22), sheet.pale(glaze, 0.35), 16)
    sheet.box((x - 118, base - 96, x + 118, base - 86), "cinnabar", 4)


def _leaf(sheet: Sheet, at: Point, degrees: float, length: float, number: int) -> None:
    """A leaf that points `degrees` clockwise from the right."""
    edge = curve([(0, 0), (0.35, -0.2), (0.75, -0.16), (1, 0), (0.75, 0.16), (0.35, 0.2), (0, 0)], 6)
    outline = turned([(px * length, py * length) for px, py in edge], (0, 0), degrees)
    colour = sheet.pale("malachite", (0.02, 0.18, 0.3)[number % 3])
    sheet.shape(placed(outline, at), colour)
