"""For phones: a hanging scroll. Mountains above, the city wall below, the line coming down between them.

The names of the stops stand to the right of it, in the mist.
"""

from story.drawing.hero import pieces
from story.drawing.hero.course import TALL as COURSE
from story.drawing.scenery import massif, mist, river, sun
from story.drawing.sheet import Sheet

WIDTH, HEIGHT = COURSE.size
GROUND = 2730


def draw(sheet: Sheet) -> None:
    """From Shangluo down to Nanjing."""
    pieces.warmth(sheet, 200, 520, 760)
    sun(sheet, (905, 336), 60)
    _mountains(sheet)
    _between(sheet)
    _city(sheet)
    sheet.haze(GROUND - 60, HEIGHT, "paper", 0, 1)
    pieces.metro(sheet, COURSE, 11)


def _mountains(sheet: Sheet) -> None:
    massif(sheet, [(930, 430, 900), (210, 436, 1000)], 740, "azurite", 0.76, 81)
    pieces.birds(sheet, (610, 440), 0.6)
    massif(sheet, [(560, 480, 760), (1120, 520, 700)], 800, "malachite", 0.5, 82)
    massif(sheet, [(120, 500, 700), (850, 570, 640)], 850, "azurite", 0.2, 86)
    massif(sheet, [(455, 650, 520)], 860, "malachite", 0.05, 84)
    pieces.village(sheet, (640, 800), 0.8, 3)
    mist(sheet, 860, 110, 0.95)


def _between(sheet: Sheet) -> None:
    """Slopes at the left edge, and their echoes so far away that words can be read before them."""
    for x, y, wide in ((1010, 1180, 900), (620, 1500, 900), (1080, 1700, 800)):
        massif(sheet, [(x, y, wide)], y + 260, "azurite", 0.93, round(x))
    for x, y, rock, seed in (
        (-60, 1020, "malachite", 91),
        (-90, 1330, "azurite", 92),
        (-60, 1640, "malachite", 93),
    ):
        massif(sheet, [(x, y, 520)], y + 330, rock, 0.2, seed)


def _city(sheet: Sheet) -> None:
    far = [(-20, 2000), (400, 1985), (800, 1995), (1200, 1975)]
    near = [(-20, 2330), (500, 2310), (900, 2330), (1200, 2310)]
    river(sheet, (far, near), 85)
    sheet.haze(1970, 2120, "paper", 0.9, 0.5)
    sheet.haze(2120, 2331, "paper", 0.5, 1)
    pieces.sail(sheet, (82, 2170), 0.8)
    pieces.skyline(sheet, (-20, 2360, WIDTH, 2600), 5)
    mist(sheet, 2590, 130, 0.8)
    pieces.wall(sheet, (-40, 2560, WIDTH + 10, GROUND), 0.8, (70, 150, 240, 940, 1020, 1110))
    pieces.gate(sheet, (585, GROUND), 0.68)
