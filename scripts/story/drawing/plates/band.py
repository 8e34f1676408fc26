"""The wide band: mountains on the left, a river and a city wall on the right, one line through all of it."""

from story.drawing.lines import curve, placed
from story.drawing.scenery import massif, metro_line, mist, river, sun
from story.drawing.sheet import Sheet

SIZE = WIDTH, HEIGHT = 2880, 960
SHORE, DECK = 780, 752
HILLY = ((-20, 700), (170, 668), (420, 742), (700, 690), (930, 744))
LINE = (*HILLY, *((x, DECK) for x in (1030, 1220, 1500, 1900, 2400, 2900)))
STOPS = (230, 700, 1170, 1640, 2110, 2580)
WALL = (2030, 560)
"""Left end and top of the city wall."""
GATE = (2580, 92, 130)
"""Middle of the gate, half its width, and the height of its springing above the shore."""


def draw(sheet: Sheet) -> None:
    """From Shangluo to Nanjing."""
    warm = sheet.pale("ochre", 0.72)
    sheet.haze(160, 560, warm, 0, 0.45)
    sheet.haze(560, 760, warm, 0.45, 0)
    sun(sheet, (1730, 330), 78)
    _mountains(sheet)
    _wall(sheet)
    _river(sheet)
    massif(sheet, [(30, 560, 1000), (620, 640, 900)], 1000, "malachite", 0.03, 84)
    _bridge(sheet)
    line = curve(LINE)
    stops = [min(line, key=lambda point: abs(point[0] - x)) for x in STOPS]
    metro_line(sheet, line, 9, stops)


def _mountains(sheet: Sheet) -> None:
    farthest = [(860, 250, 1500), (250, 170, 1400), (1420, 410, 1100), (2420, 440, 1500)]
    massif(sheet, farthest, 660, "azurite", 0.78, 81)
    massif(sheet, [(600, 270, 1200), (20, 300, 1100), (1130, 440, 1000)], 760, "malachite", 0.5, 82)
    mist(sheet, 740, 130, 0.8)
    massif(sheet, [(330, 400, 1050), (880, 500, 900)], 880, "azurite", 0.2, 83)


def _river(sheet: Sheet) -> None:
    far = [(980, 812), (1300, SHORE), (1700, SHORE + 4), (2300, SHORE), (2900, SHORE)]
    near = [(640, 980), (1500, 985), (2200, 985), (2900, 985)]
    river(sheet, (far, near), 85)
    sheet.haze(880, HEIGHT, "azurite", 0, 0.2)
    _sail(sheet, 1400, 892, 0.82)
    _sail(sheet, 1850, 846, 0.48)


def _sail(sheet: Sheet, x: float, y: float, scale: float) -> None:
    hull = ((-62, -14), (66, -14), (42, 0), (-40, 0))
    small = (-44, -20), (-38, -92), (-6, -79), (-2, -20)
    large = (2, -20), (8, -122), (52, -105), (56, -20)
    for outline, colour in ((hull, sheet.mix("ink", "ochre", 0.4)), (small, "paper"), (large, "paper")):
        sheet.shape(placed(outline, (x, y), scale), colour)


def _wall(sheet: Sheet) -> None:
    left, top = WALL
    brick = sheet.pale(sheet.mix("muted", "ochre", 0.25), 0.42)
    sheet.shape([(left, top), (WIDTH, top), (WIDTH, SHORE + 6), (left - 26, SHORE + 6)], brick)
    for x in range(left, WIDTH, 44):
        sheet.box((x, top - 26, x + 27, top + 2), brick)
    sheet.box((left, top + 14, WIDTH, top + 20), sheet.dark(brick, 0.25))
    for row in range(5):
        course = top + 52 + row * 34
        sheet.box((left - 6 - row * 4, course, WIDTH, course + 2), sheet.dark(brick, 0.1))
    sheet.wash((left - 10, top + 60, WIDTH, SHORE + 6), "azurite", 0, 0.25)
    _gate(sheet, brick)
    for x, size in ((2080, 46), (2150, 62), (2230, 40), (2330, 54), (2790, 58), (2850, 44)):
        _tree(sheet, x, size)


def _gate(sheet: Sheet, brick: str) -> None:
    (middle, half, rise), (_, top) = GATE, WALL
    _tower(sheet, middle, top - 60)
    sheet.box((middle - 250, top - 56, middle + 250, SHORE + 6), sheet.dark(brick, 0.08))
    for x in range(middle - 250, middle + 240, 44):
        sheet.box((x, top - 82, x + 27, top - 54), sheet.dark(brick, 0.08))
    dark = sheet.mix("ink", "azurite", 0.4)
    sheet.oval((middle - half, SHORE - rise - half, middle + half, SHORE - rise + half), dark)
    sheet.box((middle - half, SHORE - rise, middle + half, SHORE + 6), dark)


def _tower(sheet: Sheet, middle: int, base: float) -> None:
    sheet.box((middle - 150, base - 92, middle + 150, base + 4), sheet.pale("ochre", 0.5))
    for x in range(middle - 140, middle + 150, 40):
        sheet.stroke([(x, base - 92), (x, base - 24)], sheet.dark("ochre", 0.3), 5)
    roof = curve([(middle - 220, base - 88), (middle - 154, base - 108), (middle - 98, base - 166)])
    mirrored = [(2 * middle - x, y) for x, y in reversed(roof)]
    sheet.shape([*roof, *mirrored], sheet.dark("azurite", 0.35))


def _tree(sheet: Sheet, x: float, size: float) -> None:
    leaf = sheet.pale("malachite", 0.12)
    sheet.stroke([(x, DECK), (x, DECK - size)], sheet.mix("ink", "ochre", 0.4), 5)
    sheet.disc((x, DECK - size * 1.3), size * 0.8, sheet.dark(leaf, 0.2))
    sheet.disc((x - size * 0.18, DECK - size * 1.4), size * 0.62, leaf)


def _bridge(sheet: Sheet) -> None:
    stone = sheet.pale("ochre", 0.55)
    for x in range(1060, 2000, 120):
        sheet.box((x - 7, DECK, x + 7, SHORE + 22), stone)
        sheet.box((x - 16, SHORE + 18, x + 16, SHORE + 24), sheet.pale("azurite", 0.88), 3)
    sheet.box((1000, DECK, WIDTH, DECK + 15), stone)
