"""A row of service windows under a frieze of mountains."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import (
    box,
    disc,
    glow,
    massif,
    metro_line,
    pigment,
    shape,
    sheet,
    sky,
    stroke,
    sun,
    wash,
)

FRIEZE = 548
FIRST, PITCH, WIDE = -190, 476, 384
LINTEL, DESK, FLOOR = 660, 1024, 1262
OPEN = 4
"""The window that is lit."""


def draw(colours: Colours) -> Image.Image:
    """Frieze, windows, desk and floor, and on the floor a line with a stop before each."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    _frieze(image, colours)
    _wall(image, colours)
    for number in range(6):
        _window(image, colours, FIRST + number * PITCH, lit=number == OPEN)
    _floor(image, colours)
    _desk(image, colours)
    return image


def _frieze(image, colours):
    sky(image, (0, 0, WIDTH, 420), colours)
    sun(image, (1930, 170), 74, colours)
    far = [(1500, 130, 1300), (300, 180, 1200), (2250, 230, 1000), (900, 240, 900)]
    middle = [(620, 210, 1100), (1900, 270, 1000), (60, 270, 900), (1250, 300, 800)]
    near = [(1560, 350, 900), (250, 340, 900), (2330, 320, 800), (960, 400, 700)]
    massif(image, far, 470, pigment(colours, "azurite", 0.76), 71)
    massif(image, middle, 540, pigment(colours, "malachite", 0.45), 72)
    massif(image, near, 620, pigment(colours, "azurite", 0.1), 73)


def _wall(image, colours):
    wood = mix(colours["ochre"], colours["paper"], 0.3)
    box(image, (0, FRIEZE, WIDTH, DESK), mix(colours["mist"], colours["paper"], 0.35))
    box(image, (0, FRIEZE, WIDTH, FRIEZE + 30), wood)
    box(image, (0, FRIEZE, WIDTH, FRIEZE + 9), mix(wood, colours["paper"], 0.45))
    wash(image, (0, FRIEZE + 30, WIDTH, FRIEZE + 110), colours["ink"], 0.16, 0)


def _window(image, colours, left, *, lit):
    line = mix(colours["azurite"], colours["ink"], 0.15)
    glass = (
        mix(colours["ochre"], colours["paper"], 0.72)
        if lit
        else mix(colours["azurite"], colours["paper"], 0.8)
    )
    box(image, (left, LINTEL, left + WIDE, DESK + 30), line, 20)
    box(image, (left + 9, LINTEL + 9, left + WIDE - 9, DESK), glass, 12)
    wash(image, (left + 9, LINTEL + 30, left + WIDE - 9, DESK), colours["paper"], 0, 0.55)
    if lit:
        glow(image, (left + WIDE / 2, LINTEL + 90), 150, colours["paper"], 0.9)
    _lamp(image, colours, left + WIDE / 2, line)
    gleam = [(left + 60, DESK), (left + 190, LINTEL + 9), (left + 262, LINTEL + 9), (left + 132, DESK)]
    shape(image, gleam, "#ffffff", 0.3)
    _hatch(image, left, mix(glass, colours["paper"], 0.75), line)


def _hatch(image, left, colour, line):
    top, inner, outer = DESK - 92, left + 122, left + WIDE - 122
    stroke(image, [(left + 9, top), (left + WIDE - 9, top)], line, 5)
    box(image, (inner, top, outer, DESK), colour)
    stroke(image, [(inner, DESK), (inner, top), (outer, top), (outer, DESK)], line, 5)


def _lamp(image, colours, x, line):
    stroke(image, [(x, LINTEL), (x, LINTEL + 40)], line, 4)
    hood = [(x - 20, LINTEL + 40), (x + 20, LINTEL + 40), (x + 52, LINTEL + 82), (x - 52, LINTEL + 82)]
    shape(image, hood, colours["malachite"])


def _desk(image, colours):
    wood, front = (
        mix(colours["ochre"], colours["paper"], 0.48),
        mix(colours["azurite"], colours["paper"], 0.12),
    )
    box(image, (0, DESK + 40, WIDTH, FLOOR), front)
    wash(image, (0, DESK + 40, WIDTH, FLOOR), colours["ink"], 0.4, 0.02)
    for number in range(7):
        x = FIRST + number * PITCH - (PITCH - WIDE) / 2
        box(image, (x - 3, DESK + 40, x + 3, FLOOR), mix(front, colours["ink"], 0.4))
    box(image, (0, DESK, WIDTH, DESK + 44), mix(wood, colours["paper"], 0.55))
    box(image, (0, DESK + 34, WIDTH, DESK + 44), mix(wood, colours["ink"], 0.15))
    box(image, (0, FLOOR - 26, WIDTH, FLOOR), mix(colours["ink"], colours["azurite"], 0.3))


def _floor(image, colours):
    box(image, (0, FLOOR, WIDTH, HEIGHT), mix(colours["mist"], colours["azurite"], 0.12))
    wash(image, (0, FLOOR, WIDTH, HEIGHT), colours["paper"], 0, 0.6)
    for number in range(6):
        x = FIRST + number * PITCH
        patch = [(x + 60, FLOOR), (x + WIDE - 60, FLOOR), (x + WIDE + 40, HEIGHT), (x + 120, HEIGHT)]
        shape(image, patch, colours["paper"], 0.5)
    stops = [(FIRST + number * PITCH + WIDE / 2, FLOOR + 46) for number in range(6)]
    metro_line(
        image, [(-20, FLOOR + 46), (WIDTH + 20, FLOOR + 46)], colours["cinnabar"], 10, stops, colours["paper"]
    )
    disc(image, stops[OPEN], 13, colours["cinnabar"])
