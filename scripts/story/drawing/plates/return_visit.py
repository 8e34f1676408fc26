"""A road between two ranges of hills, with the years beside it."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import curve, disc, massif, metro_line, pigment, shape, sheet, sky, sun, text, wash

YEARS = range(2017, 2024)
STOPS = (1500, 1372, 1262, 1166, 1084, 1014, 954)
"""How far down the picture the stop of each year is: the first is the nearest."""
ROAD = (
    (1700, 1720, 330),
    (1640, 1520, 236),
    (1610, 1390, 176),
    (1480, 1270, 132),
    (1430, 1180, 104),
    (1440, 1110, 80),
    (1330, 1040, 62),
    (1280, 990, 48),
    (1310, 945, 36),
    (1280, 905, 26),
    (1240, 880, 18),
)
"""Middle of the road and half its width, from near to far."""


def draw(colours: Colours) -> Image.Image:
    """Hills left and right, and the road that goes between them into the distance."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    sky(image, (0, 0, WIDTH, 860), colours)
    sun(image, (1260, 330), 108, colours)
    _hills(image, colours)
    _valley(image, colours)
    _road(image, colours)
    _years(image, colours)
    return image


def _hills(image, colours):
    massif(
        image,
        [(1270, 540, 1500), (1760, 480, 1300), (760, 500, 1300)],
        900,
        pigment(colours, "azurite", 0.8),
        61,
    )
    massif(image, [(480, 380, 1500), (2080, 430, 1400)], 1010, pigment(colours, "malachite", 0.55), 62)
    massif(
        image,
        [(60, 420, 1500), (2380, 560, 1500), (640, 700, 1100)],
        1190,
        pigment(colours, "azurite", 0.28),
        65,
    )


def _valley(image, colours):
    meadow = mix(colours["malachite"], colours["paper"], 0.72)
    wash(image, (0, 900, WIDTH, HEIGHT), meadow, 0, 0.75)
    massif(image, [(-60, 800, 1800), (2520, 860, 1500)], 1900, pigment(colours, "malachite", 0.03), 64)


def _road(image, colours):
    left = curve([(x - half, y) for x, y, half in ROAD])
    right = curve([(x + half, y) for x, y, half in ROAD])
    shape(image, [*left, *reversed(right)], mix(colours["ochre"], colours["paper"], 0.6))
    inner_left = curve([(x - half * 0.9, y) for x, y, half in ROAD])
    inner_right = curve([(x + half * 0.9, y) for x, y, half in ROAD])
    shape(image, [*inner_left, *reversed(inner_right)], mix(colours["ochre"], colours["paper"], 0.82))
    metro_line(image, curve([(x, y) for x, y, _ in ROAD]), colours["cinnabar"], 10)


def _years(image, colours):
    middle = curve([(x, y) for x, y, _ in ROAD])
    edges = curve([(x - half, y) for x, y, half in ROAD]), curve([(x + half, y) for x, y, half in ROAD])
    for number, (year, y) in enumerate(zip(YEARS, STOPS, strict=True)):
        scale = (y - 700) / 800
        _stop(image, colours, _nearest(middle, y), scale)
        side = number % 2
        x, align = _nearest(edges[side], y)[0] + (90 if side else -90) * scale, ("right", "left")[side]
        text(image, (x, y + 36 * scale), str(year), 104 * scale, colours["ink"], align=align)


def _stop(image, colours, centre, scale):
    disc(image, centre, 38 * scale, colours["cinnabar"])
    disc(image, centre, 22 * scale, colours["paper"])


def _nearest(line, y):
    return min(line, key=lambda point: abs(point[1] - y))
