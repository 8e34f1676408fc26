"""Share cards and icons."""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from story.drawing import plates
from story.drawing.lettering import draw_text, fit
from story.drawing.palette import mix, palette

MARGIN, HEAD = 0.07, 0.05
"""White beside and above the words, as shares of the card's width."""
SMALL, LARGEST = 0.03, 0.115
"""Type sizes of the kicker and, at most, of the title, as shares of the width."""
LEADING = 1.26
TITLE_LINES = 3
ZOOM = {True: 1.0, False: 1.25}
"""Width of the band as a multiple of the card's, for wide cards and for square ones."""
SUNK, SKY = 0.06, 0.15
"""Shares of the band's height: below the card's edge, and empty sky above the peaks."""
FEWER_LINES = 0.85
"""How much smaller a title may be set if that saves a line."""
APPLE_TOUCH = 180
"""The one icon that must fill its square: the device rounds it."""
ICON_UNITS = 32
ICON_SCALE = 8


def card(
    title: str, kicker: str, site: str, size: tuple[int, int], root: Path, picture: Image.Image | None = None
) -> Image.Image:
    """A share card: kicker, title and the site's name over a picture, or over the band."""
    colours = palette(root)
    image = Image.new("RGB", size, colours["paper"])
    peaks = _picture(image, picture) if picture else _scenery(image, root)
    _words(image, title, kicker, site, colours, peaks)
    return image


def icon(size: int, root: Path) -> Image.Image:
    """A square icon, the drawing of docs/assets/images/favicon.svg."""
    colours = palette(root)
    unit = size * ICON_SCALE / ICON_UNITS
    image = Image.new("RGBA", (size * ICON_SCALE,) * 2)
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle(
        (0, 0, *image.size), 0 if size == APPLE_TOUCH else 6 * unit, fill=colours["azurite"]
    )
    _icon_line(pen, [(5, 20), (12, 11), (17, 17), (21, 13), (27, 20)], 2.5, colours["paper"], unit)
    _icon_line(pen, [(5, 25), (27, 25)], 2, colours["paper"], unit)
    _icon_dot(pen, (5, 25), 2, colours["paper"], unit)
    _icon_dot(pen, (27, 25), 2, mix(colours["cinnabar"], colours["paper"], 0.34), unit)
    return image.resize((size, size), Image.Resampling.LANCZOS)


@lru_cache(maxsize=1)
def _band(root: Path, colours: tuple[str, ...]) -> Image.Image:
    """The band, drawn once for all cards and again when a colour has changed."""
    return plates.band(root)


def _view(size: tuple[int, int], root: Path) -> tuple[Image.Image, int]:
    """The band as a card of this size shows it, and where its top is."""
    band = _band(root, tuple(palette(root).values()))
    width = round(size[0] * ZOOM[size[0] > size[1]])
    height = round(width * band.height / band.width)
    return band.resize((width, height), Image.Resampling.LANCZOS), size[1] - round(height * (1 - SUNK))


def _scenery(image, root):
    """The band at the foot of the card, its sky fading into the paper; gives where its peaks begin."""
    view, top = _view(image.size, root)
    fading = Image.linear_gradient("L").point(lambda v: min(255, v * 4)).resize(view.size)
    image.paste(view, (image.width - view.width, top), fading)
    return top + view.height * SKY


def _picture(image, picture):
    """The picture across the foot of the card; gives where it begins."""
    view = picture.resize(
        (image.width, round(image.width * picture.height / picture.width)), Image.Resampling.LANCZOS
    )
    image.paste(view, (0, image.height - view.height))
    return image.height - view.height


def _words(image, title, kicker, site, colours, peaks):
    left, width = image.width * MARGIN, image.width * (1 - 2 * MARGIN)
    small, top = round(image.width * SMALL), image.width * HEAD
    draw_text(image, (left, top + small), kicker, small, colours["cinnabar"], tracking=0.04)
    if site != title:
        draw_text(
            image, (left + width, top + small), site, small, colours["muted"], align="right", tracking=0.04
        )
    room = peaks - top - small * 1.6
    size, rows = _largest(title, width, room, round(image.width * LARGEST))
    for number, row in enumerate(rows):
        draw_text(
            image, (left, top + small * 2 + size * (0.98 + LEADING * number)), row, size, colours["ink"]
        )


def _largest(title, width, room, largest):
    """The largest type in which a title fits the room above the scenery, in few lines rather than many."""
    settings = [_setting(title, width, room, largest, lines) for lines in range(1, TITLE_LINES + 1)]
    best = max(size for size, _ in settings)
    return next(setting for setting in settings if setting[0] >= FEWER_LINES * best)


def _setting(title, width, room, largest, lines):
    return fit(title, width, lines, min(largest, int(room / LEADING / lines)))


def _icon_line(pen, points, width, colour, unit):
    scaled = [(x * unit, y * unit) for x, y in points]
    pen.line(scaled, fill=colour, width=round(width * unit), joint="curve")
    for point in (points[0], points[-1]):
        _icon_dot(pen, point, width / 2, colour, unit)


def _icon_dot(pen, centre, radius, colour, unit):
    x, y = centre
    pen.ellipse([edge * unit for edge in (x - radius, y - radius, x + radius, y + radius)], fill=colour)
