"""Posters: a card as tall as a phone, with a QR code (ISO/IEC 18004) between its title and its picture."""

from pathlib import Path

from PIL import Image, ImageDraw

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
    code, bare = modules(address), address.partition("://")[2]
    side = len(code) * MODULE
    _code(image, code, colours["ink"])
    _hint(image, hint, (LEFT + side + GAP, BOTTOM - side), colours["azurite"])
    size, _ = fit(bare, SIZE[0] - 2 * LEFT, 1, ADDRESS, 1)
    draw_text(image, (LEFT, BOTTOM + GAP + ADDRESS), bare, size, colours["muted"])
    return image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def modules(address: str) -> list[list[bool]]:
    """The squares of the code, row by row, without its white border; error correction M survives a crease."""
    import segno  # here, not above: a build with nothing new to draw needs none of it

    return [[bool(square) for square in row] for row in segno.make_qr(address, error="m").matrix]


def _code(image: Image.Image, code: list[list[bool]], colour: str) -> None:
    pen, top = ImageDraw.Draw(image), BOTTOM - len(code) * MODULE
    for y, row in enumerate(code):
        for x, dark in enumerate(row):
            if dark:
                corner = LEFT + x * MODULE, top + y * MODULE
                pen.rectangle((*corner, corner[0] + MODULE - 1, corner[1] + MODULE - 1), fill=colour)


def _hint(image: Image.Image, hint: str, at: tuple[int, int], colour: str) -> None:
    size, rows = fit(hint, SIZE[0] - LEFT - at[0], 3, HINT)
    for number, row in enumerate(rows):
        draw_text(image, (at[0], at[1] + size * (1 + cards.LEADING * number)), row, size, colour)
