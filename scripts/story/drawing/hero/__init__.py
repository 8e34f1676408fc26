"""The picture of the home page: from the mountains to the city wall, and the line with its six stops."""

from pathlib import Path

from PIL import Image

from story.drawing.hero import tall, wide
from story.drawing.palette import palette
from story.drawing.sheet import Sheet

DRAWINGS = {"wide": (wide.COURSE, wide.draw), "tall": (tall.COURSE, tall.draw)}
"""One for desks and one for phones."""


def draw(name: str, root: Path, night: bool = False) -> Image.Image:
    """The `wide` picture or the `tall` one, by day or by night."""
    course, paint = DRAWINGS[name]
    sheet = Sheet.blank(*course.size, palette(root, night))
    paint(sheet)
    return sheet.bare()
