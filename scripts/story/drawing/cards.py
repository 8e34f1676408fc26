"""Share cards and icons."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from story.drawing import plates
from story.drawing.lettering import draw_text, fit
from story.drawing.palette import Colours, mix, palette

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
PEAKS, GROUND = ((5, 20), (12, 11), (17, 17), (21, 13), (27, 20)), ((5, 25), (27, 25))
"""Lines of the icon, in its units."""


@dataclass(frozen=True)
class Words:
    """What stands on a card: the title, the line above it, and the name of the site."""

    title: str
    kicker: str
    site: str


def card(words: Words, size: tuple[int, int], root: Path, picture: Image.Image | None = None) -> Image.Image:
    """A share card of `size` pixels: the words over a picture, or over the band. Raises MissingGlyphs."""
    colours = palette(root)
    image = Image.new("RGB", size, colours["paper"])
    peaks = _picture(image, picture) if picture else _scenery(image, root)
    _words(image, words, colours, peaks)
    return image


def icon(size: int, root: Path) -> Image.Image:
    """A square icon, `size` pixels wide, the drawing of docs/assets/images/favicon.svg."""
    colours = palette(root)
    unit = size * ICON_SCALE / ICON_UNITS
    image = Image.new("RGBA", (size * ICON_SCALE,) * 2)
    pen, paper = ImageDraw.Draw(image), colours["paper"]
    turn = 0 if size == APPLE_TOUCH else 6 * unit
    pen.rounded_rectangle((0, 0, *image.size), turn, fill=colours["azurite"])
    for line, width in (PEAKS, 2.5), (GROUND, 2):
        scaled = [(x * unit, y * unit) for x, y in line]
        pen.line(scaled, fill=paper, width=round(width * unit), joint="curve")
    dots = [(1.25, paper), (1.25, paper), (2, paper), (2, mix(colours["cinnabar"], paper, 0.34))]
    for (x, y), (radius, colour) in zip((PEAKS[0], PEAKS[-1], *GROUND), dots):
        edges = (x - radius, y - radius, x + radius, y + radius)
        pen.ellipse([edge * unit for edge in edges], fill=colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)


@lru_cache(maxsize=1)
def _band(root: Path, colours: tuple[str, ...]) -> Image.Image:
    """The band, drawn once for all cards and again when a colour has changed."""
    return plates.band(root)


def _scenery(image: Image.Image, root: Path) -> float:
    """The band at the foot of the card, its sky fading into the paper; gives where its peaks begin."""
    band = _band(root, tuple(palette(root).values()))
    view = _as_wide(band, round(image.width * ZOOM[image.width > image.height]))
    top = image.height - round(view.height * (1 - SUNK))
    fading = Image.linear_gradient("L").point(lambda v: min(255, v * 4)).resize(view.size)
    image.paste(view, (image.width - view.width, top), fading)
    return top + view.height * SKY


def _picture(image: Image.Image, picture: Image.Image) -> float:
    """The picture across the foot of the card; gives where it begins."""
    view = _as_wide(picture, image.width)
    image.paste(view, (0, image.height - view.height))
    return image.height - view.height


def _as_wide(picture: Image.Image, width: int) -> Image.Image:
    size = width, round(width * picture.height / picture.width)
    return picture.resize(size, Image.Resampling.LANCZOS)


def _words(image: Image.Image, words: Words, colours: Colours, peaks: float) -> None:
    left, width = image.width * MARGIN, image.width * (1 - 2 * MARGIN)
    small, top = round(image.width * SMALL), image.width * HEAD
    draw_text(image, (left, top + small), words.kicker, small, colours["cinnabar"], tracking=0.04)
    if words.site != words.title:
        end = left + width, top + small
        draw_text(image, end, words.site, small, colours["muted"], align="right", tracking=0.04)
    size, rows = _largest(words.title, width, peaks - top - small * 1.6, round(image.width * LARGEST))
    for number, row in enumerate(rows):
        base = top + small * 2 + size * (0.98 + LEADING * number)
        draw_text(image, (left, base), row, size, colours["ink"])


def _largest(title: str, width: float, room: float, largest: int) -> tuple[int, list[str]]:
    """The largest type in which a title fits the room above the scenery, in few lines rather than many."""
    tallest = {lines: min(largest, int(room / LEADING / lines)) for lines in range(1, TITLE_LINES + 1)}
    settings = [fit(title, width, lines, size) for lines, size in tallest.items()]
    best = max(size for size, _ in settings)
    return next(setting for setting in settings if setting[0] >= FEWER_LINES * best)
