"""An open notebook and a pen on a table by a window."""

from PIL import Image

from story.drawing.palette import mix
from story.drawing.plates.common import HEIGHT, WIDTH, Colours
from story.drawing.scenery import box, curve, inset, metro_line, shape, sheet, stroke, text, vista, wash

THEME = ("铭记苦难历史", "传承革命精魂")
SILL, TABLE = 820, 886
MULLIONS = (520, 1890)
SPINE = 1696
PAGE_BACK, PAGE_FRONT = 1000, 1370


def draw(colours: Colours) -> Image.Image:
    """The window, the table, and on it the book."""
    image = sheet(WIDTH, HEIGHT, colours["paper"])
    _window(image, colours)
    _table(image, colours)
    _notebook(image, colours)
    _words(image, colours)
    _pen(image, colours)
    return image


def _window(image, colours):
    view = vista(WIDTH, SILL, colours, 17, light=0.33)
    metro_line(
        view,
        curve([(-20, 680), (380, 626), (820, 700), (1300, 612), (1760, 690), (2120, 640), (2420, 680)]),
        colours["cinnabar"],
    )
    inset(image, view, (0, 0, WIDTH, SILL))
    frame = mix(colours["ink"], colours["ochre"], 0.62)
    box(image, (0, 0, WIDTH, 34), frame)
    for x in MULLIONS:
        box(image, (x - 17, 0, x + 17, SILL), frame)
        box(image, (x - 17, 34, x - 9, SILL), mix(frame, colours["paper"], 0.35))
    box(image, (0, SILL, WIDTH, SILL + 34), mix(frame, colours["paper"], 0.3))
    box(image, (0, SILL + 34, WIDTH, TABLE), mix(frame, colours["ink"], 0.2))


def _table(image, colours):
    wood = mix(colours["ochre"], colours["paper"], 0.52)
    box(image, (0, TABLE, WIDTH, HEIGHT), wood)
    for left, right in ((-420, 430), (560, 1790), (1930, 2700)):
        patch = [(left, TABLE), (right, TABLE), (right + 560, HEIGHT), (left + 560, HEIGHT)]
        shape(image, patch, mix(wood, colours["paper"], 0.36))
    wash(image, (0, TABLE, WIDTH, HEIGHT), mix(colours["ochre"], colours["ink"], 0.1), 0.03, 0.34)
    box(image, (0, TABLE, WIDTH, TABLE + 8), mix(wood, colours["paper"], 0.5))


def _notebook(image, colours):
    left, right, back, front = SPINE - 492, SPINE + 492, PAGE_BACK + 8, PAGE_FRONT + 34
    shadow = [(left + 40, back + 30), (right, back + 20), (right + 250, front + 40), (left - 30, front + 44)]
    shape(image, shadow, colours["ink"], 0.2)
    shape(image, [(left, back), (right, back), (right + 160, front), (left - 160, front)], colours["azurite"])
    for side in (-1, 1):
        for leaf in range(3):
            _page(image, mix(colours["paper"], colours["ochre"], 0.3 - 0.12 * leaf), side, 24 - 8 * leaf)
        _page(image, mix(colours["paper"], "#ffffff", 0.45), side, 0)
        _gutter(image, colours, side)
    ribbon = [
        (SPINE, back - 4),
        (SPINE + 3, back + 170),
        (SPINE - 4, front - 30),
        (SPINE + 30, front + 50),
        (SPINE - 20, HEIGHT + 40),
    ]
    metro_line(image, curve(ribbon), colours["cinnabar"], 11)


def _gutter(image, colours, side):
    for reach in range(20, 120, 14):
        back, front = PAGE_BACK - 26 * reach / 120, PAGE_FRONT - 30 * reach / 140
        fold = [
            (SPINE, PAGE_BACK + 4),
            (SPINE + side * reach * 0.8, back),
            (SPINE + side * reach, front),
            (SPINE, PAGE_FRONT + 6),
        ]
        shape(image, fold, colours["ink"], 0.024)


def _page(image, colour, side, drop):
    back, front = SPINE + side * 474, SPINE + side * (622 + drop * 0.4)
    top = curve(
        [
            (SPINE, PAGE_BACK + 4),
            (SPINE + side * 110, PAGE_BACK - 26),
            (SPINE + side * 300, PAGE_BACK - 16),
            (back, PAGE_BACK),
        ]
    )
    bottom = curve(
        [
            (front, PAGE_FRONT + drop),
            (SPINE + side * 420, PAGE_FRONT - 20 + drop),
            (SPINE + side * 140, PAGE_FRONT - 26 + drop),
            (SPINE, PAGE_FRONT + 8 + drop),
        ]
    )
    shape(image, [*top, *bottom], colour)


def _words(image, colours):
    rule = mix(colours["azurite"], colours["paper"], 0.68)
    for row in range(5):
        y, slant = PAGE_BACK + 66 + row * 58, row * 24
        stroke(image, [(SPINE - 440 - slant, y), (SPINE - 120, y - 4)], rule, 3)
    for row, words in enumerate(THEME):
        text(
            image,
            (SPINE + 104 + row * 4, PAGE_BACK + 150 + row * 100),
            words,
            62,
            colours["ink"],
            tracking=0.04,
        )


def _pen(image, colours):
    dark = mix(colours["malachite"], colours["ink"], 0.35)
    shape(image, [(1170, 1346), (1534, 1116), (1554, 1128), (1188, 1358)], colours["ink"], 0.16)
    stroke(image, [(1164, 1314), (1510, 1080)], dark, 25)
    stroke(image, [(1160, 1309), (1506, 1075)], colours["malachite"], 13)
    stroke(image, [(1338, 1196), (1510, 1080)], mix(dark, colours["ink"], 0.5), 25)
    stroke(image, [(1368, 1162), (1494, 1077)], colours["ochre"], 7)
    shape(image, [(1154, 1305), (1172, 1330), (1104, 1360)], mix(colours["ochre"], colours["paper"], 0.25))
