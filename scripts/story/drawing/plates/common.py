"""What all plates share: their size and the mark that says they are not photographs."""

from story.drawing.lettering import text_width
from story.drawing.sheet import Sheet

SIZE = WIDTH, HEIGHT = 2400, 1600
MARK = ("插图 · Illustration", "示意插图，不是原照片 / Illustration, not the photograph")
MARK_SIZES = (58, 33)
MARK_PADDING = 30
MARK_CORNER = (72, HEIGHT - 72)


def mark(sheet: Sheet) -> None:
    """The label inside the picture, on a paper tab in the lower left corner."""
    (large, small), (left, bottom), inside = MARK_SIZES, MARK_CORNER, MARK_CORNER[0] + MARK_PADDING
    right = inside + text_width(MARK[1], small) + MARK_PADDING
    top = bottom - large - small - 2.1 * MARK_PADDING
    sheet.box((left, top, right, bottom), "paper", 10)
    sheet.text((inside, bottom - small - 1.75 * MARK_PADDING), MARK[0], large, "ink")
    sheet.text((inside, bottom - 1.05 * MARK_PADDING), MARK[1], small, "muted")
