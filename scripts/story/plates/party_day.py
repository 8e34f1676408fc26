"""An open notebook and a pen on a table by a window."""

from PIL import Image

from story.palette import mix
from story.plates.common import HEIGHT, WIDTH, Colours
from story.scenery import box, curve, inset, metro_line, shape, sheet, stroke, text, vista, wash

THEME = ("铭记苦难历史", "传承革命精魂")
SILL, TABLE = 930, 1010
MULLIONS = (520, 1890)
SPINE = 1590
PAGE_BACK, PAGE_FRONT = 1120, 1480


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
    metro_line(view, curve([(-20, 770), (380, 716), (820, 790), (1300, 700), (1760, 780), (2120, 730), (2420, 770)]),
               colours["cinnabar"])
    inset(image, view, (0, 0, WIDTH, SILL))
    frame = mix(colours["ink"], colours["ochre"], 0.55)
    box(image, (0, 0, WIDTH, 34), frame)
    for x in MULLIONS:
        box(image, (x - 17, 0, x + 17, SILL), frame)
        box(image, (x - 17, 34, x - 9, SILL), mix(frame, colours["paper"], 0.35))
    box(image, (0, SILL, WIDTH, SILL + 34), mix(frame, colours["paper"], 0.3))
    box(image, (0, SILL + 34, WIDTH, TABLE), mix(frame, colours["ink"], 0.2))


def _table(image, colours):
    wood = mix(colours["ochre"], colours["paper"], 0.52)
    box(image, (0, TABLE, WIDTH, HEIGHT), wood)
    wash(image, (0, TABLE, WIDTH, HEIGHT), mix(colours["ochre"], colours["ink"], 0.1), 0.05, 0.5)
    for left, right in ((-420, 430), (560, 1790), (1930, 2700)):
        shape(image, [(left, TABLE), (right, TABLE), (right + 560, HEIGHT), (left + 560, HEIGHT)], colours["paper"], 0.32)
    box(image, (0, TABLE, WIDTH, TABLE + 8), mix(wood, colours["paper"], 0.5))


def _notebook(image, colours):
    shape(image, [(1140, 1160), (2080, 1150), (2420, 1560), (2380, 1590), (960, 1560)], colours["ink"], 0.2)
    shape(image, [(1098, 1128), (2082, 1128), (2318, 1512), (862, 1512)], colours["azurite"])
    for side in (-1, 1):
        for leaf in range(3):
            _page(image, mix(colours["paper"], colours["ochre"], 0.3 - 0.12 * leaf), side, 24 - 8 * leaf)
        _page(image, mix(colours["paper"], "#ffffff", 0.45), side, 0)
        for reach, opacity in ((22, 0.12), (50, 0.08), (88, 0.06)):
            shape(image, [(SPINE, PAGE_BACK + 4), (SPINE + side * reach * 0.8, PAGE_BACK - 14),
                          (SPINE + side * reach, PAGE_FRONT - 14), (SPINE, PAGE_FRONT + 6)], colours["ink"], opacity)
    metro_line(image, curve([(SPINE, 1124), (SPINE + 3, 1300), (SPINE - 4, 1470), (SPINE + 26, 1540), (SPINE + 10, 1640)]),
               colours["cinnabar"], 11)


def _page(image, colour, side, drop):
    back, front = SPINE + side * 474, SPINE + side * (686 + drop * 0.4)
    top = curve([(SPINE, PAGE_BACK + 4), (SPINE + side * 110, PAGE_BACK - 26), (SPINE + side * 300, PAGE_BACK - 16), (back, PAGE_BACK)])
    bottom = curve([(front, PAGE_FRONT + drop), (SPINE + side * 420, PAGE_FRONT - 20 + drop),
                    (SPINE + side * 140, PAGE_FRONT - 26 + drop), (SPINE, PAGE_FRONT + 8 + drop)])
    shape(image, [*top, *bottom], colour)


def _words(image, colours):
    for row in range(5):
        y, slant = 1190 + row * 58, row * 33
        stroke(image, [(SPINE - 440 - slant, y), (SPINE - 104, y - 4)], mix(colours["azurite"], colours["paper"], 0.68), 3)
    for row, words in enumerate(THEME):
        text(image, (SPINE + 108 + row * 4, 1274 + row * 104), words, 66, colours["ink"], tracking=0.04)


def _pen(image, colours):
    dark = mix(colours["malachite"], colours["ink"], 0.35)
    shape(image, [(1052, 1462), (1416, 1232), (1436, 1244), (1070, 1474)], colours["ink"], 0.16)
    stroke(image, [(1046, 1430), (1392, 1196)], dark, 25)
    stroke(image, [(1042, 1425), (1388, 1191)], colours["malachite"], 13)
    stroke(image, [(1220, 1312), (1392, 1196)], mix(dark, colours["ink"], 0.5), 25)
    stroke(image, [(1250, 1278), (1376, 1193)], colours["ochre"], 7)
    shape(image, [(1036, 1421), (1054, 1446), (986, 1476)], mix(colours["ochre"], colours["paper"], 0.25))
