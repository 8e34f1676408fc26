"""Share cards and icons."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from story import plates
from story.lettering import draw_text, fit
from story.palette import mix, palette

MARGIN = 0.07
TITLE_LINES = 3
ICON_UNITS = 32
ICON_SCALE = 8


def card(title: str, kicker: str, site: str, size: tuple[int, int], root: Path) -> Image.Image:
    """A share card: kicker, title and the site's name over the band."""
    colours = palette(root)
    image = Image.new("RGB", size, colours["paper"])
    _scenery(image, root)
    _words(image, title, kicker, site, colours)
    return image


def icon(size: int, root: Path) -> Image.Image:
    """A square icon, the drawing of docs/assets/images/favicon.svg."""
    colours = palette(root)
    unit = size * ICON_SCALE / ICON_UNITS
    image = Image.new("RGBA", (size * ICON_SCALE,) * 2)
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, *image.size), 6 * unit, fill=colours["azurite"])
    _icon_line(pen, [(5, 20), (12, 11), (17, 17), (21, 13), (27, 20)], 2.5, colours["paper"], unit)
    _icon_line(pen, [(5, 25), (27, 25)], 2, colours["paper"], unit)
    _icon_dot(pen, (5, 25), 2, colours["paper"], unit)
    _icon_dot(pen, (27, 25), 2, mix(colours["cinnabar"], colours["paper"], 0.4), unit)
    return image.resize((size, size), Image.Resampling.LANCZOS)


@cache
def _band(root: Path) -> Image.Image:
    return plates.band(root)


def _scenery(image, root):
    band = _band(root)
    height = round(image.width * band.height / band.width)
    image.paste(band.resize((image.width, height), Image.Resampling.LANCZOS), (0, image.height - height))


def _words(image, title, kicker, site, colours):
    left, width = image.width * MARGIN, image.width * (1 - 2 * MARGIN)
    small = round(image.width * 0.03)
    size, rows = fit(title, width, TITLE_LINES, round(image.width * 0.078))
    y = image.width * MARGIN + small
    draw_text(image, (left, y), kicker, small, colours["cinnabar"])
    draw_text(image, (left + width, y), site, small, colours["muted"], align="right")
    for number, row in enumerate(rows):
        draw_text(image, (left, y + size * (1.45 + 1.25 * number)), row, size, colours["ink"])


def _icon_line(pen, points, width, colour, unit):
    scaled = [(x * unit, y * unit) for x, y in points]
    pen.line(scaled, fill=colour, width=round(width * unit), joint="curve")
    for point in (points[0], points[-1]):
        _icon_dot(pen, point, width / 2, colour, unit)


def _icon_dot(pen, centre, radius, colour, unit):
    x, y = centre
    pen.ellipse([edge * unit for edge in (x - radius, y - radius, x + radius, y + radius)], fill=colour)
