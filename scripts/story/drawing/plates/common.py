"""What all plates share: their size and the mark that says they are not photographs."""

from PIL import Image

from story.drawing.lettering import text_width
from story.drawing.scenery import box, text

SIZE = WIDTH, HEIGHT = 2400, 1600
MARK = ("插图 · Illustration", "示意插图，不是原照片 / Illustration, not the photograph")
MARK_SIZES = (58, 33)
MARK_PADDING = 30
MARK_CORNER = (72, HEIGHT - 72)

Colours = dict[str, str]


def mark(image: Image.Image, colours: Colours) -> None:
    """The label inside the picture, on a paper tab in the lower left corner."""
    large, small = MARK_SIZES
    width = text_width(MARK[1], small) + 2 * MARK_PADDING
    left, bottom = MARK_CORNER
    box(
        image, (left, bottom - large - small - 2.1 * MARK_PADDING, left + width, bottom), colours["paper"], 10
    )
    text(image, (left + MARK_PADDING, bottom - small - 1.75 * MARK_PADDING), MARK[0], large, colours["ink"])
    text(image, (left + MARK_PADDING, bottom - 1.05 * MARK_PADDING), MARK[1], small, colours["muted"])
