"""A metro train in side view, on its way out of the mist."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import (
    box,
    curve,
    fog,
    massif,
    metro_line,
    mist,
    pigment,
    shape,
    sheet,
    sky,
    stroke,
    sun,
    text,
    wash,
)

THEME = "22℃商洛·中国康养之都"
RAIL = 1130
CARS, CAR, GAP, NOSE = 3, 790, 18, 2130
ROOF, SILL = RAIL - 262, RAIL - 30


def draw(colours: Colours) -> Image.Image:
    """Mountains, the viaduct, three cars, and the theme set in the ground below."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    _mountains(image, colours)
    _viaduct(image, colours)
    for number in range(CARS):
        _car(image, colours, NOSE - number * (CAR + GAP), first=number == 0)
    fog(image, (0, ROOF - 300, 1300, RAIL + 60), colours["paper"])
    metro_line(image, [(-20, RAIL), (WIDTH + 20, RAIL)], colours["cinnabar"], 11)
    text(image, (WIDTH - 120, 1486), THEME, 88, colours["ink"], align="right", tracking=0.06)
    return image


def _mountains(image, colours):
    sky(image, (0, 0, WIDTH, 900), colours)
    sun(image, (600, 300), 100, colours)
    far = [(1480, 250, 1900), (420, 430, 1500), (2280, 380, 1300), (940, 470, 1100)]
    massif(image, far, 920, pigment(colours, "azurite", 0.76), 31)
    massif(
        image,
        [(1980, 470, 1500), (1130, 540, 1400), (120, 540, 1300)],
        1050,
        pigment(colours, "malachite", 0.46),
        36,
    )
    massif(
        image,
        [(1500, 690, 1300), (2360, 600, 1200), (640, 700, 1300)],
        1180,
        pigment(colours, "azurite", 0.14),
        33,
    )
    mist(image, 1130, 190, colours["paper"], 0.92)


def _viaduct(image, colours):
    stone = mix(colours["ochre"], colours["paper"], 0.66)
    for x in range(260, WIDTH, 620):
        pier = [
            (x - 84, RAIL + 60),
            (x + 84, RAIL + 60),
            (x + 40, RAIL + 104),
            (x + 34, HEIGHT),
            (x - 34, HEIGHT),
            (x - 40, RAIL + 104),
        ]
        shape(image, pier, stone)
        shape(image, [(x + 8, RAIL + 60), *pier[1:4], (x + 8, HEIGHT)], mix(stone, colours["ink"], 0.12))
    wash(image, (0, RAIL + 60, WIDTH, RAIL + 240), colours["paper"], 0, 1)
    box(image, (0, RAIL + 239, WIDTH, HEIGHT), colours["paper"])
    box(image, (0, RAIL, WIDTH, RAIL + 60), mix(stone, colours["paper"], 0.3))
    box(image, (0, RAIL + 40, WIDTH, RAIL + 60), mix(stone, colours["ink"], 0.14))


def _car(image, colours, right, *, first):
    left, glass = right - CAR, mix(colours["azurite"], colours["ink"], 0.45)
    box(image, (left + 30, SILL - 10, right - 60, SILL + 24), mix(colours["ink"], colours["muted"], 0.3), 14)
    front = (
        _nose(right)
        if first
        else [(right - 22, ROOF), (right - 4, ROOF + 8), (right, ROOF + 26), (right, SILL)]
    )
    body = [(left, SILL), (left, ROOF + 26), (left + 4, ROOF + 8), (left + 22, ROOF), *front]
    shape(image, body, mix(colours["mist"], "#ffffff", 0.62))
    lower = (right - 7, right - 40) if first else (right, right)
    shadow = [(left, SILL - 66), (lower[0], SILL - 66), (lower[1], SILL), (left, SILL)]
    shape(image, shadow, mix(colours["azurite"], colours["paper"], 0.4), 0.42)
    box(image, (left + 60, ROOF - 12, left + 330, ROOF + 4), mix(colours["mist"], colours["muted"], 0.35), 6)
    for number in range(3 if first else 4):
        _window(image, colours, left + 44 + number * 176, glass)
    if first:
        _cab(image, right, glass)


def _nose(right):
    knots = [(190, ROOF), (96, ROOF + 26), (30, ROOF + 112), (4, SILL - 50), (40, SILL)]
    return curve([(right - back, y) for back, y in knots])


def _window(image, colours, left, glass):
    box(image, (left, ROOF + 58, left + 134, ROOF + 146), glass, 16)
    gleam = [
        (left + 70, ROOF + 58),
        (left + 110, ROOF + 58),
        (left + 66, ROOF + 146),
        (left + 26, ROOF + 146),
    ]
    shape(image, gleam, colours["paper"], 0.16)
    stroke(
        image,
        [(left + 155, ROOF + 44), (left + 155, SILL - 8)],
        mix(colours["mist"], colours["muted"], 0.3),
        3,
    )


def _cab(image, right, glass):
    pane = curve([(right - 150, ROOF + 40), (right - 92, ROOF + 72), (right - 46, ROOF + 146)], 8)
    shape(image, [*pane, (right - 186, ROOF + 146), (right - 186, ROOF + 40)], glass)
    box(image, (right - 60, SILL - 62, right - 16, SILL - 46), "#ffffff", 8)
