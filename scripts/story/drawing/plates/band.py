"""The wide band: mountains on the left, a river and a city wall on the right, one line through all of it."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import Colours
from story.drawing.scenery import (
    box,
    curve,
    disc,
    massif,
    metro_line,
    mist,
    oval,
    pigment,
    river,
    shape,
    sheet,
    stroke,
    sun,
    wash,
)

SIZE = WIDTH, HEIGHT = 2880, 960
LINE = (
    (-20, 700),
    (170, 668),
    (420, 742),
    (700, 690),
    (930, 744),
    (1030, 752),
    (1220, 752),
    (1500, 752),
    (1900, 752),
    (2400, 752),
    (2900, 752),
)
STOPS = (230, 700, 1170, 1640, 2110, 2580)
SHORE, DECK = 780, 752
WALL = (2030, 560)
"""Left end and top of the city wall."""
GATE = (2580, 92, 130)
"""Middle of the gate, half its width, and the height of its springing above the shore."""


def draw(colours: Colours) -> Image.Image:
    """From Shangluo to Nanjing."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    warm = mix(colours["ochre"], colours["paper"], 0.72)
    wash(image, (0, 160, WIDTH, 560), warm, 0, 0.45)
    wash(image, (0, 560, WIDTH, 760), warm, 0.45, 0)
    sun(image, (1730, 330), 78, colours)
    _mountains(image, colours)
    _wall(image, colours)
    _river(image, colours)
    _foothills(image, colours)
    _bridge(image, colours)
    line = curve(LINE)
    stops = [min(line, key=lambda point: abs(point[0] - x)) for x in STOPS]
    metro_line(image, line, colours["cinnabar"], 9, stops, colours["paper"])
    return image


def _mountains(image, colours):
    farthest = [(860, 250, 1500), (250, 170, 1400), (1420, 410, 1100), (2420, 440, 1500)]
    massif(image, farthest, 660, pigment(colours, "azurite", 0.78), 81)
    massif(
        image,
        [(600, 270, 1200), (20, 300, 1100), (1130, 440, 1000)],
        760,
        pigment(colours, "malachite", 0.5),
        82,
    )
    mist(image, 740, 130, colours["paper"], 0.8)
    massif(image, [(330, 400, 1050), (880, 500, 900)], 880, pigment(colours, "azurite", 0.2), 83)


def _foothills(image, colours):
    massif(image, [(30, 560, 1000), (620, 640, 900)], 1000, pigment(colours, "malachite", 0.03), 84)


def _river(image, colours):
    far = [(980, 812), (1300, SHORE), (1700, SHORE + 4), (2300, SHORE), (2900, SHORE)]
    near = [(640, 980), (1500, 985), (2200, 985), (2900, 985)]
    water, ripple = (mix(colours["azurite"], colours["paper"], share) for share in (0.56, 0.88))
    river(image, (far, near), water, ripple, 85)
    wash(image, (0, 880, WIDTH, HEIGHT), colours["azurite"], 0, 0.2)
    _sail(image, colours, 1400, 892, 0.82)
    _sail(image, colours, 1850, 846, 0.48)


def _sail(image, colours, x, y, scale):
    hull = ((-62, -14), (66, -14), (42, 0), (-40, 0))
    small = (-44, -20), (-38, -92), (-6, -79), (-2, -20)
    large = (2, -20), (8, -122), (52, -105), (56, -20)
    wood, cloth = mix(colours["ink"], colours["ochre"], 0.4), colours["paper"]
    for outline, colour in ((hull, wood), (small, cloth), (large, cloth)):
        shape(image, [(x + right * scale, y + down * scale) for right, down in outline], colour)


def _wall(image, colours):
    left, top = WALL
    brick = mix(mix(colours["muted"], colours["ochre"], 0.25), colours["paper"], 0.42)
    shape(image, [(left, top), (WIDTH, top), (WIDTH, SHORE + 6), (left - 26, SHORE + 6)], brick)
    for x in range(left, WIDTH, 44):
        box(image, (x, top - 26, x + 27, top + 2), brick)
    box(image, (left, top + 14, WIDTH, top + 20), mix(brick, colours["ink"], 0.25))
    for row in range(5):
        box(
            image,
            (left - 6 - row * 4, top + 52 + row * 34, WIDTH, top + 54 + row * 34),
            mix(brick, colours["ink"], 0.1),
        )
    wash(image, (left - 10, top + 60, WIDTH, SHORE + 6), colours["azurite"], 0, 0.25)
    _gate(image, colours, brick)
    for x, size in ((2080, 46), (2150, 62), (2230, 40), (2330, 54), (2790, 58), (2850, 44)):
        _tree(image, colours, x, size)


def _gate(image, colours, brick):
    (middle, half, rise), (_, top) = GATE, WALL
    _tower(image, colours, middle, top - 60)
    box(image, (middle - 250, top - 56, middle + 250, SHORE + 6), mix(brick, colours["ink"], 0.08))
    for x in range(middle - 250, middle + 240, 44):
        box(image, (x, top - 82, x + 27, top - 54), mix(brick, colours["ink"], 0.08))
    dark = mix(colours["ink"], colours["azurite"], 0.4)
    oval(image, (middle - half, SHORE - rise - half, middle + half, SHORE - rise + half), dark)
    box(image, (middle - half, SHORE - rise, middle + half, SHORE + 6), dark)


def _tower(image, colours, middle, base):
    box(
        image, (middle - 150, base - 92, middle + 150, base + 4), mix(colours["ochre"], colours["paper"], 0.5)
    )
    for x in range(middle - 140, middle + 150, 40):
        stroke(image, [(x, base - 92), (x, base - 24)], mix(colours["ochre"], colours["ink"], 0.3), 5)
    roof = curve([(middle - 220, base - 88), (middle - 154, base - 108), (middle - 98, base - 166)])
    mirrored = [(2 * middle - x, y) for x, y in reversed(roof)]
    shape(image, [*roof, *mirrored], mix(colours["azurite"], colours["ink"], 0.35))


def _tree(image, colours, x, size):
    leaf = mix(colours["malachite"], colours["paper"], 0.12)
    stroke(image, [(x, DECK), (x, DECK - size)], mix(colours["ink"], colours["ochre"], 0.4), 5)
    disc(image, (x, DECK - size * 1.3), size * 0.8, mix(leaf, colours["ink"], 0.2))
    disc(image, (x - size * 0.18, DECK - size * 1.4), size * 0.62, leaf)


def _bridge(image, colours):
    stone = mix(colours["ochre"], colours["paper"], 0.55)
    for x in range(1060, 2000, 120):
        box(image, (x - 7, DECK, x + 7, SHORE + 22), stone)
        box(
            image,
            (x - 16, SHORE + 18, x + 16, SHORE + 24),
            mix(colours["azurite"], colours["paper"], 0.88),
            3,
        )
    box(image, (1000, DECK, WIDTH, DECK + 15), stone)
