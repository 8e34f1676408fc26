"""A road between two ranges of hills, with the years beside it."""

from PIL import Image

from story.palette import mix
from story.plates.common import HEIGHT, WIDTH, Colours
from story.scenery import box, curve, massif, metro_line, pigment, shape, sheet, sky, sun, text, wash

STONES = ((1270, 1526, 1.0, 2017), (1950, 1376, 0.86, 2018), (1220, 1262, 0.74, 2019), (1700, 1166, 0.64, 2020),
          (1150, 1086, 0.55, 2021), (1480, 1016, 0.48, 2022), (1130, 956, 0.42, 2023))
"""Foot of each milestone, its scale and its year: the first is the nearest."""
ROAD = ((1700, 1720, 330), (1640, 1520, 236), (1610, 1390, 176), (1480, 1270, 132), (1430, 1180, 104), (1440, 1110, 80),
        (1330, 1040, 62), (1280, 990, 48), (1310, 945, 36), (1280, 905, 26), (1240, 880, 18))
"""Middle of the road and half its width, from near to far."""


def draw(colours: Colours) -> Image.Image:
    """Hills left and right, and the road that goes between them into the distance."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    sky(image, (0, 0, WIDTH, 860), colours)
    sun(image, (1260, 330), 108, colours["ochre"], colours["paper"])
    _hills(image, colours)
    _valley(image, colours)
    _road(image, colours)
    for stone in reversed(STONES):
        _milestone(image, colours, *stone)
    return image


def _hills(image, colours):
    massif(image, [(1270, 540, 1500), (1760, 480, 1300), (760, 500, 1300)], 900, pigment(colours, "azurite", 0.8), 61)
    massif(image, [(480, 380, 1500), (2080, 430, 1400)], 1010, pigment(colours, "malachite", 0.55), 62)
    massif(image, [(60, 420, 1500), (2380, 560, 1500), (640, 700, 1100)], 1190, pigment(colours, "azurite", 0.28), 65)


def _valley(image, colours):
    meadow = mix(colours["malachite"], colours["paper"], 0.72)
    wash(image, (0, 900, WIDTH, HEIGHT), meadow, 0, 0.75)
    massif(image, [(-60, 800, 1700), (2520, 860, 1500)], 1640, pigment(colours, "malachite", 0.03), 64)


def _road(image, colours):
    left = curve([(x - half, y) for x, y, half in ROAD])
    right = curve([(x + half, y) for x, y, half in ROAD])
    shape(image, [*left, *reversed(right)], mix(colours["ochre"], colours["paper"], 0.6))
    inner_left = curve([(x - half * 0.9, y) for x, y, half in ROAD])
    inner_right = curve([(x + half * 0.9, y) for x, y, half in ROAD])
    shape(image, [*inner_left, *reversed(inner_right)], mix(colours["ochre"], colours["paper"], 0.82))
    metro_line(image, curve([(x, y) for x, y, _ in ROAD]), colours["cinnabar"], 10)


def _milestone(image, colours, x, y, scale, year):
    wide, tall = 240 * scale, 216 * scale
    left, right, stone = x - wide / 2, x + wide / 2, mix(colours["mist"], "#ffffff", 0.45)
    shape(image, [(left, y), (right, y), (right + wide * 0.6, y - tall * 0.16), (right, y - tall * 0.2)], colours["ink"], 0.2)
    box(image, (left + 20 * scale, y - tall, right + 20 * scale, y - 6 * scale), mix(stone, colours["azurite"], 0.45), 64 * scale)
    box(image, (left, y - tall, right, y), stone, 64 * scale)
    box(image, (left, y - 60 * scale, right, y), stone)
    text(image, (x, y - tall * 0.36), str(year), 92 * scale, colours["ink"], align="middle")
    box(image, (left + wide * 0.18, y - tall * 0.22, right - wide * 0.18, y - tall * 0.18), colours["cinnabar"])
