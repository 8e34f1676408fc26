"""What all plates share: their size and the mark that says they are not photographs."""

from PIL import Image

from story.drawing.lettering import text_width
from story.drawing.lines import Box
from story.drawing.sheet import Sheet

SIZE = WIDTH, HEIGHT = 2400, 1600
MARK, MARK_SIZE = "插图 Illustration", 62
"""Ten pixels high where the picture is as wide as a phone."""
MARK_AREA: Box = (0, HEIGHT - 104, 2 * 34 + text_width(MARK, MARK_SIZE), HEIGHT)
FADING = 0.08
"""How far from its edges a plate begins to fade into a dark page, as a share of its height."""


def mark(sheet: Sheet) -> None:
    """The label inside the picture, on a paper tab in the lower left corner."""
    left, top, right, bottom = MARK_AREA
    sheet.box((left - 20, top, right, bottom + 20), "paper", 20)
    sheet.text((left + 34, bottom - 31), MARK, MARK_SIZE, "text")


def fade(sheet: Sheet) -> None:
    """Let the edges of a plate go over into the page."""
    width, height = sheet.image.size
    reach, ramp = (
        round(height * FADING),
        Image.linear_gradient("L").transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    )
    for turn, place in enumerate(
        ((width, 0, 0), (height, 0, 0), (width, 0, height - reach), (height, width - reach, 0))
    ):
        length, x, y = place
        edge = ramp.resize((length, reach)).rotate(90 * turn, expand=True)
        sheet.image.paste(sheet.colour("paper"), (x, y), edge)
