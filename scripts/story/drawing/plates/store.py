"""A counter, a shelf, a phone and a parcel: three ways to sell."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import box, curve, disc, glow, inset, metro_line, shape, sheet, vista, wash

SHELF = (150, 1180)
BOARDS = (372, 690)
GOODS = (
    (
        ("jar", 190, 170, "azurite", 0.1),
        ("jar", 330, 130, "malachite", 0.35),
        ("carton", 470, 190, "ochre", 0.45),
        ("carton", 650, 120, "malachite", 0.62),
        ("jar", 830, 150, "malachite", 0.08),
        ("jar", 970, 120, "azurite", 0.5),
    ),
    (
        ("carton", 190, 130, "ochre", 0.62),
        ("carton", 360, 210, "azurite", 0.55),
        ("jar", 540, 140, "ochre", 0.25),
        ("jar", 680, 180, "azurite", 0.1),
        ("carton", 820, 160, "ochre", 0.5),
        ("jar", 1010, 150, "malachite", 0.3),
    ),
)
"""On each board, plain goods: left edge, height, pigment, and how much paper is mixed into it."""
MOON, MOON_RADIUS = (1880, 500), 390
COUNTER, EDGE = 1080, 1180
PARCEL = (300, 862, 790, 1134)
PHONE = (1300, 600, 1560, 1090)


def draw(colours: Colours) -> Image.Image:
    """The wall with its shelf and moon window, the counter, and what stands on it."""
    image = sheet(WIDTH, HEIGHT, mix(colours["mist"], colours["paper"], 0.4))
    glow(image, MOON, 1300, colours["paper"], 0.9)
    _moon_window(image, colours)
    _shelves(image, colours)
    _counter(image, colours)
    _parcel(image, colours)
    _phone(image, colours)
    return image


def _moon_window(image, colours):
    (x, y), radius = MOON, MOON_RADIUS
    disc(image, (x, y + 8), radius + 40, mix(colours["muted"], colours["mist"], 0.6))
    disc(image, MOON, radius + 36, mix(colours["ochre"], colours["paper"], 0.35))
    disc(image, MOON, radius + 10, mix(colours["ochre"], colours["ink"], 0.4))
    view = vista(radius * 2, radius * 2, colours, 47, light=0.68)
    inset(image, view, (x - radius, y - radius, x + radius, y + radius), radius)


def _shelves(image, colours):
    left, right = SHELF
    wood = mix(colours["ochre"], colours["paper"], 0.28)
    for board, goods in zip(BOARDS, GOODS, strict=True):
        wash(image, (left + 20, board + 24, right + 20, board + 84), colours["ink"], 0.16, 0)
        for kind, x, tall, pigment, share in goods:
            put = {"jar": _jar, "carton": _carton}[kind]
            put(image, colours, x, board, tall, mix(colours[pigment], colours["paper"], share))
        box(image, (left, board, right, board + 26), wood, 3)
        box(image, (left, board, right, board + 8), mix(wood, colours["paper"], 0.4), 3)


def _jar(image, colours, x, board, tall, glaze):
    box(image, (x, board - tall, x + 108, board), mix(glaze, colours["ink"], 0.18), 28)
    box(image, (x, board - tall, x + 88, board), glaze, 28)
    box(
        image,
        (x + 24, board - tall - 24, x + 84, board - tall + 10),
        mix(colours["ochre"], colours["paper"], 0.4),
        5,
    )
    box(image, (x + 14, board - tall * 0.62, x + 94, board - tall * 0.25), colours["paper"], 4, 0.85)


def _carton(image, colours, x, board, tall, card):
    box(image, (x, board - tall, x + 136, board), card, 3)
    box(image, (x + 96, board - tall, x + 136, board), mix(card, colours["ink"], 0.14), 3)
    box(image, (x, board - tall, x + 136, board - tall + 14), mix(card, colours["paper"], 0.4), 3)


def _counter(image, colours):
    wood, front = (
        mix(colours["ochre"], colours["paper"], 0.5),
        mix(colours["malachite"], colours["azurite"], 0.35),
    )
    box(image, (0, COUNTER, WIDTH, EDGE), mix(wood, colours["paper"], 0.35))
    wash(image, (0, COUNTER, WIDTH, EDGE), wood, 0.5, 0)
    box(image, (0, EDGE, WIDTH, HEIGHT), mix(front, colours["paper"], 0.14))
    for x in range(-60, WIDTH, 410):
        box(image, (x, EDGE + 70, x + 370, HEIGHT + 20), mix(front, colours["ink"], 0.22), 8)
        box(image, (x + 6, EDGE + 76, x + 370, HEIGHT + 20), mix(front, colours["paper"], 0.06), 8)
    wash(image, (0, EDGE, WIDTH, EDGE + 110), colours["ink"], 0.34, 0)
    metro_line(image, [(-20, EDGE), (WIDTH + 20, EDGE)], colours["cinnabar"], 11)


def _parcel(image, colours):
    left, top, right, bottom = PARCEL
    back, far, card = top - 56, right + 170, mix(colours["ochre"], colours["paper"], 0.34)
    shadow = [
        (left + 60, bottom),
        (right + 40, bottom),
        (right + 420, bottom - 26),
        (right + 190, bottom - 60),
    ]
    shape(image, shadow, colours["ink"], 0.22)
    box(image, PARCEL, card)
    shape(
        image,
        [(right, top), (far, back), (far, bottom - 44), (right, bottom)],
        mix(card, colours["ink"], 0.26),
    )
    shape(
        image, [(left, top), (left + 190, back), (far, back), (right, top)], mix(card, colours["paper"], 0.45)
    )
    _string(image, colours["cinnabar"])


def _string(image, colour):
    """Round the parcel, and down to the line on the edge of the counter."""
    left, top, right, _ = PARCEL
    back, far, knot, level = top - 56, right + 170, left + 216, top + 124
    shape(image, [(knot, top), (knot + 184, back), (knot + 198, back), (knot + 12, top)], colour)
    box(image, (knot, top, knot + 11, EDGE), colour)
    box(image, (left, level, right, level + 11), colour)
    shape(image, [(right, level), (far, level - 48), (far, level - 38), (right, level + 11)], colour)


def _phone(image, colours):
    left, top, right, bottom = PHONE
    shadow = [
        (left + 40, bottom + 26),
        (right, bottom + 26),
        (right + 230, bottom + 2),
        (right + 60, bottom - 22),
    ]
    stand = [
        (left + 70, bottom - 60),
        (right - 70, bottom - 60),
        (right - 10, bottom + 28),
        (left + 10, bottom + 28),
    ]
    shape(image, shadow, colours["ink"], 0.2)
    shape(image, stand, mix(colours["azurite"], colours["paper"], 0.35))
    box(image, (left + 6, top + 6, right + 8, bottom + 6), mix(colours["muted"], colours["ink"], 0.3), 36)
    box(image, PHONE, colours["ink"], 36)
    view = vista(232, 462, colours, 45, light=0.64)
    metro_line(view, curve([(-10, 384), (80, 350), (160, 388), (250, 348)]), colours["cinnabar"], 8)
    inset(image, view, (left + 14, top + 14, right - 14, bottom - 14), 24)
