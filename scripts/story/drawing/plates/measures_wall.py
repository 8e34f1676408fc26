"""Twenty cards on a wall, hung from one red thread in four rhythms."""

from collections.abc import Iterator

from story.drawing.lines import Box, Point, curve
from story.drawing.plates.common import HEIGHT, WIDTH
from story.drawing.scenery import lamplight, metro_line, vista
from story.drawing.sheet import Sheet

RHYTHMS = (
    (("standing", "each-once"), 1, "azurite", 15),
    (("monthly", "each-month"), 12, "malachite", 3),
    (("each-week",), 52, "wood", 1),
    (("always",), 0, "cinnabar", 1),
)
"""Rhythms of measures.yml that beat alike, how often a year they beat (0: at all times), their pigment, and
how many cards they have."""
ROWS = (((8, 300, 0, 700),), ((7, 640, 0, 800),), ((3, 990, 1, 760), (1, 990, 2, 1540), (1, 990, 3, 1960)))
SMALL, LARGE = (158, 212), (196, 268)
PITCH = 204, 244
WINDOW = (-30, 120, 520, 1120)
LEDGE = 1380


def draw(sheet: Sheet) -> None:
    """The wall with a window, the thread that comes in through it, and the cards."""
    sheet.ground(sheet.pale("wood", 0.86))
    sheet.haze(0, LEDGE, sheet.pale("azurite", 0.5), 0.28, 0.02)
    _light(sheet)
    _window(sheet)
    _thread(sheet)
    for place, beats, pigment in cards():
        _card(sheet, place, beats, pigment)
    _ledge(sheet)
    lamplight(sheet, (1480, 720), 1500, 0.24)


def cards() -> Iterator[tuple[Box, int, str]]:
    """Each card: its edges, how often a year its measure comes round (0: at all times), its pigment."""
    for row in ROWS:
        for count, top, rhythm, left in row:
            _, beats, pigment, _ = RHYTHMS[rhythm]
            width, tall = LARGE if rhythm else SMALL
            for number in range(count):
                x = left + number * PITCH[bool(rhythm)]
                y = top + (0, 7, 3, 10)[(number * 3 + count) % 4]
                yield (x, y, x + width, y + tall), beats, pigment


def _light(sheet: Sheet) -> None:
    """The window's light on the wall."""
    for left in (640, 1130, 1620):
        pane = [(left, 130), (left + 400, 190), (left + 760, 1300), (left + 330, 1300)]
        sheet.shape(pane, "shine", 0.55)


def _window(sheet: Sheet) -> None:
    left, top, right, bottom = WINDOW
    frame = sheet.mix("ink", "wood", 0.62)
    sheet.box((left, top - 34, right + 34, bottom + 34), sheet.dark(frame, 0.15), 6)
    sheet.box((left, top - 26, right + 26, bottom + 26), frame, 4)
    view = vista(right - left, bottom - top, sheet.colours, 35, light=0.6)
    metro_line(view, curve([(-20, 830), (180, 790), (360, 850), (580, 800)]), 9)
    sheet.inset(view, WINDOW)
    sheet.box((236, top, 258, bottom), frame)
    sheet.box((left, 560, right, 580), frame)
    sheet.box((left, bottom + 26, right + 74, bottom + 66), sheet.pale(frame, 0.3), 4)


def _thread(sheet: Sheet) -> None:
    """From the window's edge along each row of cards and on, out of the picture."""
    for points in _ways():
        metro_line(sheet, points, 8)
    for x, y in ((2352, 262), (2352, 604), (700, 604), (700, 952)):
        sheet.disc((x + 3, y + 5), 15, "ink", 0.2)
        sheet.disc((x, y), 14, sheet.dark("wood", 0.15))


def _ways() -> list[list[Point]]:
    sag = lambda left, right, y: curve([(left, y), ((left + right) / 2, y + 26), (right, y)])
    return [[*sag(520, 2352, 262), *sag(2352, 700, 604), *sag(700, WIDTH + 30, 952)]]


def _card(sheet: Sheet, edges: Box, beats: int, pigment: str) -> None:
    left, top, right, bottom = edges
    sheet.box((left + 8, top + 12, right + 8, bottom + 12), "ink", 5, 0.14)
    sheet.box(edges, sheet.mix("paper", "white", 0.6), 5)
    _beats(sheet, (left + 24, top + 40, right - 24, bottom - 28), beats, sheet.pale(pigment, 0.12))
    middle = (left + right) / 2
    sheet.box((middle - 11, top - 26, middle + 11, top + 20), sheet.pale("wood", 0.25), 5)
    sheet.box((middle - 11, top - 26, middle - 3, top + 20), sheet.pale("wood", 0.55), 4)


def _beats(sheet: Sheet, edges: Box, beats: int, colour: str) -> None:
    """As many dots as there are days in a year on which the measure comes round; a full field for always."""
    left, top, right, bottom = edges
    if not beats:
        sheet.box(edges, colour, 4)
        return
    across, radius = {1: (1, 25), 12: (3, 14), 52: (6, 8)}[beats]
    down = -(-beats // across)
    for number in range(beats):
        row, column = divmod(number, across)
        x = left + (right - left) * (column + 0.5) / across
        sheet.disc((x, top + (bottom - top) * (row + 0.5) / down), radius, colour)


def _ledge(sheet: Sheet) -> None:
    """A low cupboard along the wall, with a stack of blank cards and a cup on it."""
    wood, front = sheet.pale("wood", 0.45), sheet.mix("malachite", "azurite", 0.35)
    sheet.haze(LEDGE - 60, LEDGE, "ink", 0, 0.1)
    sheet.level(LEDGE, HEIGHT, sheet.pale(front, 0.12))
    for x in range(-120, WIDTH, 520):
        sheet.box((x, LEDGE + 64, x + 476, HEIGHT + 20), sheet.dark(front, 0.2), 8)
        sheet.box((x + 6, LEDGE + 70, x + 476, HEIGHT + 20), sheet.pale(front, 0.04), 8)
    sheet.haze(LEDGE + 30, LEDGE + 110, "ink", 0.3, 0)
    sheet.level(LEDGE, LEDGE + 30, wood)
    sheet.level(LEDGE, LEDGE + 9, sheet.pale(wood, 0.45))
