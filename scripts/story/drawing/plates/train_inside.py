"""Seats and hand rails of a metro carriage, with four blank panels above the windows."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import box, curve, inset, metro_line, shape, sheet, stroke, text, vista, wash

PANELS = ("山景", "山珍", "山居", "赛事")
PANEL_PITCH, PANEL = 540, (150, 172, 630, 408)
BAYS = ((120, 600, 2), (720, 1680, 4), (1800, 2280, 2))
"""Left, right and number of seats of each bay; there are poles between the bays."""
POLES = (660, 1740)
RAIL = 452
WINDOW = (496, 984)
SEAT = 1034
FLOOR = SEAT + 322


def draw(colours: Colours) -> Image.Image:
    """The side of the carriage seen from the seats opposite."""
    image = sheet(WIDTH, HEIGHT, mix(colours["mist"], colours["paper"], 0.4))
    _ceiling(image, colours)
    _panels(image, colours)
    _windows(image, colours)
    _floor(image, colours)
    for bay in BAYS:
        _seats(image, colours, *bay)
    _light(image, colours)
    _rails(image, colours)
    return image


def _ceiling(image, colours):
    wash(image, (0, 0, WIDTH, 132), mix(colours["azurite"], colours["paper"], 0.35), 0.75, 0.35)
    box(image, (0, 50, WIDTH, 74), colours["paper"])
    wash(image, (0, 132, WIDTH, 240), mix(colours["azurite"], colours["paper"], 0.35), 0.3, 0)


def _panels(image, colours):
    left, top, right, bottom = PANEL
    for number, label in enumerate(PANELS):
        x = number * PANEL_PITCH
        box(image, (left + x + 8, top + 12, right + x + 8, bottom + 12), colours["ink"], 12, 0.12)
        box(image, (left + x, top, right + x, bottom), mix(colours["malachite"], colours["paper"], 0.3), 12)
        box(image, (left + x + 10, top + 10, right + x - 10, bottom - 10), colours["paper"], 5)
        text(
            image,
            ((left + right) / 2 + x + 8, bottom - 84),
            label,
            88,
            colours["ink"],
            align="middle",
            tracking=0.18,
        )


def _windows(image, colours):
    top, bottom = WINDOW
    view = vista(2160, bottom - top, colours, 26, light=0.5)
    knots = [(-20, 420), (400, 380), (800, 430), (1250, 372), (1700, 425), (2180, 390)]
    metro_line(view, curve(knots), colours["cinnabar"])
    for left, right, _ in BAYS:
        box(
            image,
            (left - 18, top - 18, right + 18, bottom + 18),
            mix(colours["azurite"], colours["paper"], 0.5),
            60,
        )
        box(image, (left - 8, top - 8, right + 8, bottom + 8), colours["ink"], 52)
        inset(image, view, (left, top, right, bottom), 44, (left - 120, 0))
        gleam = [
            (left + 190, top),
            (left + 330, top),
            (left + 60, bottom - 60),
            (left, bottom - 120),
            (left, top + 270),
        ]
        shape(image, gleam, "#ffffff", 0.14)


def _floor(image, colours):
    box(image, (0, FLOOR, WIDTH, HEIGHT), mix(colours["ochre"], colours["paper"], 0.55))
    wash(image, (0, FLOOR, WIDTH, HEIGHT), mix(colours["ochre"], colours["ink"], 0.2), 0.35, 0.05)


def _seats(image, colours, left, right, count):
    box(image, (left, SEAT + 260, right, FLOOR), mix(colours["ink"], colours["azurite"], 0.3))
    pitch = (right - left) / count
    for number in range(count):
        x = left + number * pitch
        cloth = mix(colours["malachite"], colours["azurite"], 0.0 if number % 2 else 0.75)
        box(image, (x + 4, SEAT, x + pitch - 4, SEAT + 250), mix(cloth, colours["ink"], 0.12), 34)
        box(image, (x + 4, SEAT, x + pitch - 14, SEAT + 238), mix(cloth, colours["paper"], 0.12), 34)
        box(image, (x, SEAT + 192, x + pitch, SEAT + 276), mix(cloth, colours["ink"], 0.32), 26)
        box(image, (x + 6, SEAT + 192, x + pitch - 6, SEAT + 226), mix(cloth, colours["paper"], 0.26), 17)


def _light(image, colours):
    for left, right, _ in BAYS:
        beam = [(left + 70, SEAT - 20), (right - 40, SEAT - 20), (right + 270, HEIGHT), (left + 380, HEIGHT)]
        shape(image, beam, colours["paper"], 0.2)


def _rails(image, colours):
    steel = mix(colours["muted"], colours["paper"], 0.4)
    box(image, (0, RAIL - 9, WIDTH, RAIL + 9), steel)
    box(image, (0, RAIL - 9, WIDTH, RAIL - 3), colours["paper"])
    for left, right, count in BAYS:
        for number in range(count):
            _strap(image, colours, left + (number + 0.5) * (right - left) / count)
    for x in POLES:
        box(image, (x - 16, 0, x + 16, FLOOR + 50), steel)
        box(image, (x - 10, 0, x - 2, FLOOR + 44), colours["paper"])
        box(image, (x - 34, FLOOR + 40, x + 34, FLOOR + 60), mix(steel, colours["ink"], 0.4), 8)


def _strap(image, colours, x):
    band = mix(colours["azurite"], colours["ink"], 0.25)
    box(image, (x - 15, RAIL - 14, x + 15, RAIL + 14), band, 5)
    box(image, (x - 7, RAIL, x + 7, RAIL + 96), band)
    ring = [(x, RAIL + 92), (x + 38, RAIL + 158), (x - 38, RAIL + 158), (x, RAIL + 92), (x + 38, RAIL + 158)]
    stroke(image, ring, mix(colours["ochre"], colours["paper"], 0.45), 12)
