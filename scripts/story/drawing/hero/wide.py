"""For desks: mountains on the left, a river and a city wall on the right, the line across all of it.

Above is sky for the title, below is mist for the names of the stops.
"""

from story.drawing.hero import pieces
from story.drawing.hero.course import WIDE as COURSE
from story.drawing.scenery import massif, mist, river, sun
from story.drawing.sheet import Sheet

WIDTH, HEIGHT = COURSE.size
DECK, SHORE = 942, 976


def draw(sheet: Sheet) -> None:
    """From Shangluo to Nanjing."""
    pieces.warmth(sheet, 240, 740, 950)
    sun(sheet, (2040, 470), 88)
    _far(sheet)
    pieces.skyline(sheet, (1700, 600, WIDTH, 940), 7)
    mist(sheet, 940, 150, 0.9)
    pieces.wall(sheet, (2060, 770, WIDTH, SHORE + 6), 1, (2112, 2190, 2268, 2770, 2848))
    pieces.gate(sheet, (2480, SHORE + 6), 0.92)
    _water(sheet)
    _near(sheet)
    _bridge(sheet)
    pieces.train(sheet, (1600, DECK - 6), 0.9, 3)
    pieces.metro(sheet, COURSE, 10)


def _far(sheet: Sheet) -> None:
    farthest = [(880, 500, 1500), (240, 400, 1400), (1500, 620, 1100), (2480, 600, 1600)]
    massif(sheet, farthest, 880, "azurite", 0.78, 81)
    pieces.birds(sheet, (1560, 520), 1)
    massif(sheet, [(620, 500, 1200), (20, 510, 1100), (1150, 640, 1000)], 960, "malachite", 0.5, 82)
    mist(sheet, 930, 130, 0.8)
    massif(sheet, [(340, 610, 1050), (900, 700, 900)], 1070, "azurite", 0.2, 83)


def _water(sheet: Sheet) -> None:
    far = [(980, 1008), (1300, SHORE), (1700, SHORE + 4), (2300, SHORE), (2900, SHORE)]
    near = [(640, 1180), (1500, 1190), (2200, 1190), (2900, 1190)]
    river(sheet, (far, near), 85)
    sheet.haze(990, 1190, "paper", 0, 1)
    sheet.level(1189, HEIGHT, "paper")
    pieces.sail(sheet, (1890, 1046), 0.46)
    pieces.sail(sheet, (1440, 1066), 0.7)


def _near(sheet: Sheet) -> None:
    massif(sheet, [(40, 730, 1000), (640, 830, 900)], 1180, "malachite", 0.03, 84)
    pieces.village(sheet, (386, 962), 0.95, 3)
    sheet.haze(1000, 1160, "paper", 0, 1)
    sheet.level(1159, HEIGHT, "paper")


def _bridge(sheet: Sheet) -> None:
    stone = sheet.pale("ochre", 0.55)
    for x in range(1150, 2040, 120):
        sheet.box((x - 7, DECK, x + 7, SHORE + 22), stone)
        sheet.box((x - 16, SHORE + 18, x + 16, SHORE + 24), sheet.pale("azurite", 0.88), 3)
    sheet.box((1090, DECK, WIDTH - 52, DECK + 14), stone)
