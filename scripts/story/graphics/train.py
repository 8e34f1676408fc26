"""One side of a train that runs on at both ends, with a panel for each of its elements."""

from story.graphics.pen import Pen
from story.graphics.rows import Told, tie

_SHORT = {"wording": {"zh": 1, "en": 1}}
"""The name without what all the names begin with."""


def draw(told: Told, pen: Pen) -> None:
    """A panel for each row, side by side: what the names share is small, what sets them apart large."""
    side = pen.add("ol")
    for row in told.rows:
        whole, short = told.said(row), told.said(row | _SHORT)
        panel = side.add("li", **tie(row))
        panel.add("small", text=whole.removesuffix(short).strip() + " " * (told.lang == "en"))
        panel.add("b", text=short)
