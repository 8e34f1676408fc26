"""Posters: a tall picture of each page with its plate, figure and first sentence and a code of its address,
for chat apps that show a picture where they would hide a link."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from story.drawing.poster import SIZE, poster
from story.gallery.encode import encoded
from story.gallery.recipe import RECIPE
from story.site.kept import Wanted, keep
from story.site.share import Words, each_page, key, plate_of
from story.tables.tables import Tables, strings


def run(tables: Tables, out: Path, site_url: str, pictures: dict[str, dict], folder: Path) -> dict[str, str]:
    """Bring the posters in `out` up to date; file names by key (`train-zh`). Raises OSError.

    `pictures` are the index of derivatives, by id; `folder` holds their files. A page without has the band.
    """
    return keep(_posters(tables, site_url, pictures, folder), out)


def address_of(words: Words, site_url: str) -> str:
    """Where the page of these words is on the web."""
    page = "" if words.page == "home" else f"{words.page}/"
    return site_url + ("en/" if words.lang == "en" else "") + page


def _posters(tables: Tables, site_url: str, pictures: dict[str, dict], folder: Path) -> Iterator[Wanted]:
    for words in each_page(tables):
        address, hint = address_of(words, site_url), strings(tables, words.lang)["poster_hint"]
        plate = plate_of(words.page, tables, pictures, folder, SIZE[0])
        said = words.title, words.kicker, words.site, words.figure, words.meaning, words.sentence
        shows = *said, address, hint, plate.name if plate else "", str(RECIPE.jpeg)
        draw = partial(_drawn, words, address, hint, plate, tables.root)
        yield Wanted(key(words.page, words.lang), "jpg", shows, draw)


def _drawn(words: Words, address: str, hint: str, plate: Path | None, root: Path) -> memoryview:
    return encoded(poster(words, address, hint, plate, root), "jpeg", RECIPE)
