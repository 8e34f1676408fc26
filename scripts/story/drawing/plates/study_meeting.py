"""A long table and its chairs from above, cut off by the edges of the picture."""

import random

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import (
    SCALE,
    box,
    curve,
    disc,
    metro_line,
    rounded,
    shape,
    sheet,
    turned,
    vista,
    wash,
)

CENTRE = (1200, 720)
TURN = -17
TABLE = (-400, 300, 2800, 1140)
SCROLL = (2620, 330)
SKY = 110
"""What the scroll shows no more of the view's sky."""
SEAT, PITCH = 300, 470
FAR_ROW, NEAR_ROW = (-330, 60), (-120, 1080)


def draw(colours: Colours) -> Image.Image:
    """Floor, chairs, table, and along its middle a painted scroll."""
    image = sheet(WIDTH, HEIGHT, mix(colours["mist"], colours["paper"], 0.25))
    _floor(image, colours)
    for number in range(7):
        _chair(image, colours, FAR_ROW[0] + number * PITCH, FAR_ROW[1], back=-40)
        _chair(image, colours, NEAR_ROW[0] + number * PITCH, NEAR_ROW[1], back=256)
    _table(image, colours)
    _scroll(image, colours)
    chance = random.Random(52)
    for number in range(7):
        _place(image, colours, FAR_ROW[0] + number * PITCH + 20, 360, chance)
        _place(image, colours, NEAR_ROW[0] + number * PITCH + 20, 944, chance)
    return image


def _piece(image, edges, colour, radius=0.0, opacity=1.0):
    """A rectangle of the furniture, turned as all of it is."""
    shape(image, turned(rounded(edges, radius), CENTRE, TURN), colour, opacity)


def _floor(image, colours):
    for x in (-500, 300, 1100, 1900):
        shape(
            image,
            [(x, 0), (x + 430, 0), (x + 1230, HEIGHT), (x + 800, HEIGHT)],
            mix(colours["paper"], "#ffffff", 0.3),
        )
    wash(image, (0, 0, WIDTH, HEIGHT), mix(colours["azurite"], colours["paper"], 0.5), 0.02, 0.36)


def _chair(image, colours, x, y, back):
    cloth = mix(colours["malachite"], colours["paper"], 0.1)
    _piece(image, (x + 34, y + 30, x + SEAT + 34, y + 310), colours["ink"], 50, 0.16)
    _piece(image, (x, y, x + SEAT, y + 270), mix(cloth, colours["ink"], 0.2), 56)
    _piece(image, (x + 10, y + 8, x + SEAT - 16, y + 254), cloth, 50)
    _piece(
        image,
        (x - 14, y + back, x + SEAT + 14, y + back + 62),
        mix(colours["azurite"], colours["ink"], 0.3),
        31,
    )
    edge = (x - 10, y + back + 2, x + SEAT + 6, y + back + 30)
    _piece(image, edge, mix(colours["azurite"], colours["paper"], 0.14), 14)


def _table(image, colours):
    left, top, right, bottom = TABLE
    wood = mix(colours["ochre"], colours["paper"], 0.5)
    _piece(image, (left, top + 70, right, bottom + 76), colours["ink"], opacity=0.2)
    _piece(image, (left, top, right, bottom + 22), mix(wood, colours["ink"], 0.3))
    _piece(image, TABLE, wood)
    _piece(image, (left, top, right, top + 12), mix(wood, colours["paper"], 0.5))
    for x in (-100, 1000, 2100):
        _piece(image, (x, top + 12, x + 560, bottom), mix(wood, colours["paper"], 0.16))


def _scroll(image, colours):
    length, width = SCROLL
    view = vista(length, width + SKY, colours, 57).crop(
        (0, SKY * SCALE, length * SCALE, (width + SKY) * SCALE)
    )
    knots = [(x, 268 + 24 * (-1) ** number) for number, x in enumerate(range(-60, 2900, 340))]
    metro_line(view, curve(knots), colours["cinnabar"], 10)
    for y in (0, width - 14):
        box(view, (0, y, length, y + 14), mix(colours["azurite"], colours["paper"], 0.2))
    _lay(image, view)


def _lay(image, view):
    """Put a view on the table, turned as the table is."""
    laid = view.rotate(-TURN, Image.Resampling.BILINEAR, expand=True)
    corner = [round(middle * SCALE - side / 2) for middle, side in zip(CENTRE, laid.size, strict=True)]
    mask = Image.new("L", image.size)
    (x, y), (width, height) = CENTRE, (side / SCALE - 2 for side in view.size)
    shape(
        mask,
        turned(rounded((x - width / 2, y - height / 2, x + width / 2, y + height / 2), 0), CENTRE, TURN),
        255,
    )
    image.paste(laid, corner, mask.crop((*corner, corner[0] + laid.width, corner[1] + laid.height)))


def _place(image, colours, x, y, chance):
    """Papers, sometimes a notebook, sometimes a cup of tea."""
    x, y = x + chance.uniform(-26, 26), y + chance.uniform(-8, 8)
    if chance.random() < 0.45:
        _book(image, colours, x, y, colours[chance.choice(("azurite", "malachite"))])
    else:
        _sheets(image, colours, x, y)
    if chance.random() < 0.75:
        _cup(image, colours, turned([(x + 240, y + chance.uniform(20, 110))], CENTRE, TURN)[0])


def _sheets(image, colours, x, y):
    _piece(image, (x + 8, y + 12, x + 188, y + 146), colours["ink"], 0, 0.16)
    _piece(image, (x, y, x + 180, y + 134), mix(colours["paper"], "#ffffff", 0.4))
    for row, length in enumerate((136, 120, 136, 70)):
        line = (x + 22, y + 28 + row * 25, x + 22 + length, y + 33 + row * 25)
        _piece(image, line, mix(colours["azurite"], colours["paper"], 0.55))


def _book(image, colours, x, y, cover):
    _piece(image, (x + 8, y + 12, x + 148, y + 146), colours["ink"], 6, 0.18)
    _piece(image, (x, y, x + 140, y + 134), mix(cover, colours["paper"], 0.12), 8)
    _piece(image, (x, y, x + 22, y + 134), mix(cover, colours["ink"], 0.35), 8)


def _cup(image, colours, centre):
    disc(image, (centre[0] + 10, centre[1] + 13), 46, colours["ink"], 0.16)
    disc(image, centre, 44, mix(colours["paper"], "#ffffff", 0.4))
    disc(image, centre, 33, mix(colours["ochre"], colours["paper"], 0.35))
    disc(image, (centre[0] - 6, centre[1] - 6), 20, mix(colours["ochre"], colours["paper"], 0.5))
