"""The drawn plates that stand in for the photographs, and the wide band of the home page."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from story.drawing.palette import palette
from story.drawing.plates import band as wide_band
from story.drawing.plates import (
    party_day,
    return_visit,
    service_centre,
    store,
    study_meeting,
    train_inside,
    train_outside,
)
from story.drawing.plates.common import mark
from story.drawing.scenery import finish

VERSION = "1"
"""Raise it when a drawing changes, so that kept copies are drawn anew."""

PLATES: dict[str, Callable[[dict[str, str]], Image.Image]] = {
    "party-day": party_day.draw,
    "train-inside": train_inside.draw,
    "train-outside": train_outside.draw,
    "store": store.draw,
    "study-meeting": study_meeting.draw,
    "return-visit": return_visit.draw,
    "service-centre": service_centre.draw,
}
"""The drawing of each photograph of `docs/data/photos.yml`, by its id."""


def draw(name: str, root: Path) -> Image.Image:
    """A plate, 2400 × 1600, with the mark that says it is an illustration."""
    colours = palette(root)
    image = PLATES[name](colours)
    mark(image, colours)
    return finish(image, seed=len(name))


def band(root: Path) -> Image.Image:
    """The wide band, 2880 × 960."""
    return finish(wide_band.draw(palette(root)), seed=1)
