"""Share cards and icons."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from story.drawing import plates
from story.drawing.lettering import draw_text, fit, text_width
from story.drawing.lines import Point
from story.drawing.palette import Colours, mix, palette
from story.language.breaks import phrases
from story.language.wording import parted

MARGIN, HEAD = 0.06, 0.04
"""White beside and above the words, as shares of the card's width."""
SMALL, LARGEST = 0.027, 0.115
"""Type sizes of the kicker and, at most, of the title, as shares of the width."""
LEADING = 1.26
TITLE_LINES = 3
SUNK, SKY = 0.06, 0.15
"""Shares of the band's height: below the card's edge, and empty sky above the peaks."""
FEWER_LINES = 0.85
"""How much smaller a title may be set if that saves a line."""
PLATE = 0.55
"""How much of a card's width its plate takes."""
BOUND = 0.5
"""How large the sign of a lower bound is beside the figure."""
MEANING, MEANING_LINES = 0.032, 3
"""Type size of what a figure means, as a share of the width."""
APPLE_TOUCH = 180
"""The one icon that must fill its square: the device rounds it."""
ICON_UNITS = 32
ICON_SCALE = 8
PEAKS, GROUND = ((5, 20), (12, 11), (17, 17), (21, 13), (27, 20)), ((5, 25), (27, 25))
"""Lines of the icon, in its units."""


@dataclass(frozen=True)
class Words:
    """What stands on a card: the title, the line above it, the name of the site; of a stop its figure and
    what that means; on a poster the page's first sentence."""

    title: str
    kicker: str
    site: str
    figure: str = ""
    meaning: str = ""
    sentence: str = ""


def card(words: Words, size: tuple[int, int], root: Path, plate: Image.Image | None = None) -> Image.Image:
    """A share card of `size` pixels: beside its plate the figure, or the band. Raises MissingGlyphs."""
    colours = palette(root)
    image = Image.new("RGB", size, colours["paper"])
    room = _plate(image, plate) if plate else _scenery(image, root)
    _words(image, words, colours, room)
    if plate:
        _figure(image, words, colours, room)
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


def band(root: Path) -> Image.Image:
    """The band, drawn once for all cards and posters and again when a colour has changed."""
    return _band(root, tuple(palette(root).values()))


@lru_cache(maxsize=1)
def _band(root: Path, colours: tuple[str, ...]) -> Image.Image:
    return plates.band(root)


def _scenery(image: Image.Image, root: Path) -> float:
    """The band at the foot of the card, its sky fading into the paper; gives where its peaks begin."""
    view = as_wide(band(root), image.width)
    top = image.height - round(view.height * (1 - SUNK))
    fading = Image.linear_gradient("L").point(lambda v: min(255, v * 4)).resize(view.size)
    image.paste(view, (0, top), fading)
    return top + view.height * SKY


def _plate(image: Image.Image, plate: Image.Image) -> float:
    """The whole plate in the lower right corner; gives where it begins."""
    view = as_wide(plate, round(image.width * PLATE))
    image.paste(view, (image.width - view.width, image.height - view.height))
    return image.height - view.height


def _figure(image: Image.Image, words: Words, colours: Colours, top: float) -> None:
    """The figure as large as it can be to the left of the plate, and below it what it means."""
    left, width = image.width * MARGIN, image.width * (1 - PLATE - 1.6 * MARGIN)
    size = _figure_size(words.figure, width, round((image.height - top) * 0.54))
    base = top + (image.height - top) * 0.14 + size * 0.78
    draw_figure(image, (left, base), words.figure, size, colours["cinnabar"])
    rows = meant(words.meaning, width, round(image.width * MEANING))
    draw_rows(image, (left, base + rows[0] * 2), rows, colours["ink"])


def draw_figure(image: Image.Image, at: Point, figure: str, size: int, colour: str) -> float:
    """A figure, and small behind it the sign that it is a lower bound; gives how wide it is."""
    digits, sign = parted(figure)
    width, small = text_width(digits, size), round(size * BOUND)
    draw_text(image, at, digits, size, colour)
    draw_text(image, (at[0] + width, at[1]), sign, small, colour)
    return width + text_width(sign, small)


def _figure_size(figure: str, width: float, largest: int) -> int:
    digits, sign = parted(figure)
    wide = text_width(digits, 100) + BOUND * text_width(sign, 100)
    return min(largest, int(width / wide * 100))


def meant(meaning: str, width: float, size: int) -> tuple[int, list[str]]:
    """The words after a figure: on one line, or a phrase a line, or as they fit; type size and lines."""
    for rows in ([meaning], [phrase.strip() for phrase in phrases(meaning)]):
        if len(rows) < MEANING_LINES and max(text_width(row, size) for row in rows) <= width:
            return size, rows
    return fit(meaning, width, MEANING_LINES, size)


def draw_rows(image: Image.Image, at: Point, rows: tuple[int, list[str]], colour: str) -> float:
    """Lines of one size under each other, the first on the base line of `at`; gives the last one's."""
    size, lines = rows
    for number, line in enumerate(lines):
        draw_text(image, (at[0], at[1] + size * LEADING * number), line, size, colour)
    return at[1] + size * LEADING * (len(lines) - 1)


def as_wide(picture: Image.Image, width: int) -> Image.Image:
    """The picture reduced to a width."""
    size = width, round(width * picture.height / picture.width)
    return picture.resize(size, Image.Resampling.LANCZOS)


def _words(image: Image.Image, words: Words, colours: Colours, room: float) -> None:
    left, width = image.width * MARGIN, image.width * (1 - 2 * MARGIN)
    small, top = round(image.width * SMALL), image.width * HEAD
    draw_text(image, (left, top + small), words.kicker, small, colours["cinnabar"], tracking=0.04)
    if words.site != words.title:
        end = left + width, top + small
        draw_text(image, end, words.site, small, colours["muted"], align="right", tracking=0.04)
    size, rows = _largest(words.title, width, room - top - small * 1.6, round(image.width * LARGEST))
    draw_rows(image, (left, top + small * 1.6 + size * 0.95), (size, rows), colours["ink"])


def _largest(title: str, width: float, room: float, largest: int) -> tuple[int, list[str]]:
    """The largest type in which a title fits the room above the scenery, in few lines rather than many."""
    tallest = {lines: min(largest, int(room / LEADING / lines)) for lines in range(1, TITLE_LINES + 1)}
    settings = [fit(title, width, lines, size) for lines, size in tallest.items()]
    best = max(size for size, _ in settings)
    return next(setting for setting in settings if setting[0] >= FEWER_LINES * best)
