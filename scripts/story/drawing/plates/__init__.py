"""The drawn plates: seven in place of photographs, two that stand for none; and the home page's wide band."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from story.drawing import hero
from story.drawing.palette import palette
from story.drawing.plates import (
    measures_wall,
    party_day,
    return_visit,
    service_centre,
    signing_table,
    store,
    study_meeting,
    train_inside,
    train_outside,
)
from story.drawing.plates.common import SIZE, fade, mark
from story.drawing.sheet import Sheet

PLATES: dict[str, Callable[[Sheet], None]] = {
    "party-day": party_day.draw,
    "train-inside": train_inside.draw,
    "train-outside": train_outside.draw,
    "store": store.draw,
    "study-meeting": study_meeting.draw,
    "return-visit": return_visit.draw,
    "service-centre": service_centre.draw,
    "measures-wall": measures_wall.draw,
    "signing-table": signing_table.draw,
}
"""The drawing of each picture of `docs/data/photos.yml`, by its id."""


def draw(name: str, root: Path, night: bool = False) -> Image.Image:
    """A plate, 2400 × 1600, by day or by night, with the mark that says it is an illustration; or, named
    `hero-wide` or `hero-tall`, the home page's picture, which nobody takes for a photograph."""
    if name.startswith("hero-"):
        return hero.draw(name.removeprefix("hero-"), root, night)
    sheet = Sheet.blank(*SIZE, palette(root, night))
    PLATES[name](sheet)
    if night:
        fade(sheet)
    mark(sheet)
    return sheet.finish(seed=len(name))


def band(root: Path) -> Image.Image:
    """The wide band, 2880 × 960: the home page's picture without its room for words."""
    return hero.draw("wide", root).crop((0, 190, 2880, 1150))
