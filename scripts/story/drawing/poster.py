"""Posters: a card as tall as a phone, with a QR code (ISO/IEC 18004) between its title and its picture."""

import io
from pathlib import Path

from PIL import Image

from story.drawing import cards
from story.drawing.lettering import draw_text, fit
from story.drawing.palette import palette

SIZE = (720, 1280)
MODULE = 7
"""Pixels of one square of the code."""
LEFT, BOTTOM = round(SIZE[0] * cards.MARGIN), 715
"""Where the code ends: in the clear between title and picture."""
GAP, HINT, ADDRESS = 28, 40, 22
"""White beside the code, and the sizes of the words there and of the address under it."""
COLOURS = 128
"""Enough for the band, at a third of the weight of all its shades."""


def poster(words: cards.Words, address: str, hint: str, picture: Path | None, root: Path) -> Image.Image:
    """The card of a page over its picture or the band, with the code of its address. Raises MissingGlyphs.

    It has few colours, chosen by octree: a median cut drops the red line for one more grey.
    """
    shown = Image.open(picture).convert("RGB") if picture else None
    image, colours = cards.card(words, SIZE, root, shown), palette(root)
    code, bare = _code(address, colours["ink"]), address.partition("://")[2]
    image.paste(code, (LEFT, BOTTOM - code.height), code)
    left, top = LEFT + code.width + GAP, BOTTOM - code.height
    size, rows = fit(hint, SIZE[0] - LEFT - left, 3, HINT)
    for number, row in enumerate(rows):
        base = top + size * (1 + cards.LEADING * number)
        draw_text(image, (left, base), row, size, colours["azurite"])
    size, _ = fit(bare, SIZE[0] - 2 * LEFT, 1, ADDRESS, 1)
    draw_text(image, (LEFT, BOTTOM + GAP + ADDRESS), bare, size, colours["muted"])
    return image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _code(address: str, colour: str) -> Image.Image:
    """The code without its white border, on nothing; error correction M survives a crease."""
    import segno  # here, not above: a build with nothing new to draw needs none of it

    stream = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(stream, kind="png", scale=MODULE, border=0, dark=colour, light=None)
    return Image.open(stream).convert("RGBA")
