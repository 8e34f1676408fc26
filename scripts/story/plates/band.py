"""The wide band: mountains on the left, a river and a city wall on the right, one line through all of it."""

from PIL import Image

from story.palette import mix
from story.plates.common import Colours
from story.scenery import box, curve, massif, metro_line, pigment, river, shape, sheet, sun, wash

SIZE = WIDTH, HEIGHT = 2880, 960
LINE = ((-20, 690), (240, 640), (520, 690), (820, 650), (1120, 720), (1420, 740), (1760, 730), (2100, 720), (2900, 720))
STOPS = (240, 720, 1200, 1680, 2160, 2640)


def draw(colours: Colours) -> Image.Image:
    """From Shangluo to Nanjing."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    wash(image, (0, 0, WIDTH, 600), mix(colours["ochre"], colours["paper"], 0.72), 0.6, 0)
    sun(image, (1900, 250), 84, colours["cinnabar"], colours["paper"])
    _mountains(image, colours)
    _river(image, colours)
    _wall(image, colours)
    line = curve(LINE)
    stops = [min(line, key=lambda point: abs(point[0] - x)) for x in STOPS]
    metro_line(image, line, colours["cinnabar"], 9, stops, colours["paper"])
    return image


def _mountains(image, colours):
    massif(image, [(900, 260, 1300), (300, 180, 1200), (1500, 380, 1000), (2300, 440, 1200)], 620, pigment(colours, "azurite", 0.78), 81)
    massif(image, [(620, 290, 1000), (60, 300, 1000), (1180, 430, 900)], 720, pigment(colours, "malachite", 0.5), 82)
    massif(image, [(320, 430, 900), (900, 500, 800)], 820, pigment(colours, "azurite", 0.22), 83)
    massif(image, [(40, 560, 900), (640, 660, 760)], 960, pigment(colours, "malachite", 0.04), 84)


def _river(image, colours):
    far = [(1150, 800), (1600, 770), (2100, 790), (2900, 770)]
    near = [(900, 970), (1500, 980), (2200, 970), (2900, 980)]
    river(image, (far, near), mix(colours["azurite"], colours["paper"], 0.62), colours["paper"], 85)


def _wall(image, colours):
    brick = mix(colours["muted"], colours["paper"], 0.35)
    shape(image, [(1960, 560), (2900, 540), (2900, 790), (1940, 790)], brick)
    for x in range(1960, 2880, 46):
        box(image, (x, 532 - (x - 1960) * 0.02, x + 28, 570), brick)
