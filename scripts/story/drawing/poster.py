"""Posters, as tall as a phone: a page's plate, figure and first sentence, and a QR code (ISO/IEC 18004)."""

import io
from pathlib import Path

from PIL import Image

from story.drawing import cards
from story.drawing.lettering import draw_text, fit, missing
from story.drawing.palette import Colours, palette

SIZE = WIDTH, HEIGHT = 1440, 2560
MODULE = 10
"""Pixels of one square of the code."""
LEFT, BOTTOM = 104, 2420
"""Where the code begins and ends."""
INSIDE = WIDTH - 2 * LEFT
SMALL, TITLE, FIGURE, MEANING, HINT, ADDRESS = 42, 132, 360, 60, 56, 36
"""Type sizes, at most."""
SENTENCE = {True: 58, False: 76}
"""That of the sentence, under a figure and without one."""
PICTURE = 960
"""Where the picture ends."""
GAP = 56


def poster(words: cards.Words, address: str, hint: str, plate: Path | None, root: Path) -> Image.Image:
    """What a page begins with, its plate or the band, and the code of its address. Raises MissingGlyphs."""
    colours = palette(root)
    image = Image.new("RGB", SIZE, colours["paper"])
    shown = cards.as_wide(Image.open(plate).convert("RGB") if plate else cards.band(root), WIDTH)
    image.paste(shown, (0, PICTURE - shown.height))
    base = _head(image, words, colours)
    if words.figure:
        base = _figure(image, words, colours, base)
    if not missing(words.sentence):
        rows = fit(words.sentence, INSIDE, 3, SENTENCE[bool(words.figure)])
        cards.draw_rows(image, (LEFT, base + rows[0] * 2.2), rows, colours["muted"])
    _foot(image, address, hint, colours)
    return image


def _head(image: Image.Image, words: cards.Words, colours: Colours) -> float:
    """Kicker and title; gives the last base line."""
    first = PICTURE + SMALL * 2.4
    draw_text(image, (LEFT, first), words.kicker, SMALL, colours["cinnabar"], tracking=0.04)
    if words.site != words.title:
        draw_text(image, (WIDTH - LEFT, first), words.site, SMALL, colours["muted"], align="right")
    rows = fit(words.title, INSIDE, 2, TITLE)
    return cards.draw_rows(image, (LEFT, first + SMALL * 0.8 + rows[0]), rows, colours["ink"])


def _figure(image: Image.Image, words: cards.Words, colours: Colours, above: float) -> float:
    """The figure, and behind it what it means; gives its base line."""
    base = above + FIGURE * 0.98
    left = LEFT + cards.draw_figure(image, (LEFT, base), words.figure, FIGURE, colours["cinnabar"]) + GAP
    rows = cards.meant(words.meaning, WIDTH - LEFT - left, MEANING)
    first = base - rows[0] * cards.LEADING * (len(rows[1]) - 1)
    cards.draw_rows(image, (left, first), rows, colours["ink"])
    return base


def _foot(image: Image.Image, address: str, hint: str, colours: Colours) -> None:
    """The code, beside it what it is for, under it the address."""
    code, bare = _code(address, colours["ink"]), address.partition("://")[2]
    image.paste(code, (LEFT, BOTTOM - code.height), code)
    left = LEFT + code.width + GAP
    rows = fit(hint, WIDTH - LEFT - left, 3, HINT)
    cards.draw_rows(image, (left, BOTTOM - code.height + rows[0]), rows, colours["azurite"])
    size, _ = fit(bare, INSIDE, 1, ADDRESS, 1)
    draw_text(image, (LEFT, BOTTOM + GAP + ADDRESS), bare, size, colours["muted"])


def _code(address: str, colour: str) -> Image.Image:
    """The code without its white border, on nothing; error correction M survives a crease."""
    import segno  # here, not above: a build with nothing new to draw needs none of it

    stream = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(stream, kind="png", scale=MODULE, border=0, dark=colour, light=None)
    return Image.open(stream).convert("RGBA")
