"""Posters: a tall picture of each page with its title, its first picture and a code of its address,
for chat apps that show a picture where they would hide a link."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from story.drawing.poster import SIZE, poster
from story.parts.pictures import of_page
from story.site.kept import Wanted, keep, png
from story.site.share import Words, each_page
from story.tables.tables import Tables, strings


def run(tables: Tables, out: Path, site_url: str, pictures: dict[str, dict], folder: Path) -> dict[str, str]:
    """Bring the posters in `out` up to date; file names by key (`train-zh`). Raises OSError.

    `pictures` are the index of derivatives, by id; `folder` holds their files. A page without has the band.
    """
    return keep(_posters(tables, site_url, pictures, folder), out)


def key(page: str, lang: str) -> str:
    """The key of a page's poster in what `run` returns."""
    return f"{page}-{lang}"


def first(page: str, tables: Tables, pictures: dict[str, dict], folder: Path) -> Path | None:
    """The smallest JPEG, as wide as a poster, of the first picture that a page shows."""
    shown = [pictures[entry["id"]] for entry in of_page(tables, page) if entry["id"] in pictures]
    derivatives = shown[0]["derivatives"] if shown else []
    files = [file for file in derivatives if file["format"] == "jpeg" and file["width"] >= SIZE[0]]
    return folder / min(files, key=lambda file: file["width"])["name"] if files else None


def address_of(words: Words, site_url: str) -> str:
    """Where the page of these words is on the web."""
    page = "" if words.page == "home" else f"{words.page}/"
    return site_url + ("en/" if words.lang == "en" else "") + page


def _posters(tables: Tables, site_url: str, pictures: dict[str, dict], folder: Path) -> Iterator[Wanted]:
    for words in each_page(tables):
        address, hint = address_of(words, site_url), strings(tables, words.lang)["poster_hint"]
        picture = first(words.page, tables, pictures, folder)
        shows = words.title, words.kicker, words.site, address, hint, picture.name if picture else ""
        draw = partial(png, poster, words, address, hint, picture, tables.root)
        yield Wanted(key(words.page, words.lang), "png", shows, draw)
