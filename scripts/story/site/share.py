"""Share cards and icons: a card for each page and language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from story.drawing import cards
from story.gallery.encode import encoded
from story.gallery.recipe import RECIPE
from story.pages.chapters import page_path, page_titles
from story.pages.line import stops
from story.pages.page import standfirst
from story.parts.pictures import of_page
from story.site.kept import Wanted, keep, png
from story.tables.tables import Tables, strings

SIZE = (1200, 630)
"""Open Graph's landscape card."""
ICONS = (32, 180)


@dataclass(frozen=True, kw_only=True)
class Words(cards.Words):
    """What stands on the cards of one page."""

    page: str
    lang: str
    path: Path


def run(tables: Tables, out: Path, pictures: dict[str, dict], folder: Path) -> dict[str, str]:
    """Bring the cards and icons in `out` up to date; file names by key (`train-zh`, `icon-180`).

    `pictures` are the index of derivatives, by id; `folder` holds their files. A page without has the band.
    Raises OSError.
    """
    return keep([*_icons(tables.root), *_cards(tables, pictures, folder)], out)


def key(page: str, lang: str) -> str:
    """The key of a page's card, or poster, among file names."""
    return f"{page}-{lang}"


def each_page(tables: Tables) -> Iterator[Words]:
    """What stands on the card and the poster of every page."""
    for lang in ("zh", "en"):
        t, titles = strings(tables, lang), page_titles(tables.root, lang)
        line = {stop["page"]: stop for stop in stops(tables, lang, titles)}
        for page, title in titles.items():
            path, stop = page_path(tables.root, page, lang), line.get(page)
            kicker = _kicker(page, t, list(line))
            figure, meaning = (stop["figure"], stop["meaning"]) if stop else ("", "")
            sentence = first_sentence(standfirst(path.read_text(encoding="utf-8-sig")))
            said = title, kicker, titles.get("home", ""), figure, meaning, sentence
            yield Words(*said, page=page, lang=lang, path=path)


def plate_of(page: str, tables: Tables, pictures: dict[str, dict], folder: Path, width: int) -> Path | None:
    """The smallest JPEG, at least so wide, of the picture that a page opens on, or else shows first."""
    opens = [stop.get("photo") for stop in tables.data["line"]["stops"] if stop["page"] == page]
    names = [name for name in (*opens, *(entry["id"] for entry in of_page(tables, page))) if name in pictures]
    derivatives = pictures[names[0]]["derivatives"] if names else []
    files = [file for file in derivatives if file["format"] == "jpeg" and file["width"] >= width]
    return folder / min(files, key=lambda file: file["width"])["name"] if files else None


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence."""
    return re.split(r"(?<=[。？！])|(?<=[.?!])\s", text, maxsplit=1)[0]


def _kicker(page: str, t: dict[str, str], stops: list[str]) -> str:
    if page in stops:
        return t["stop"].format(stops.index(page) + 1, len(stops))
    return t["card_home"] if page == "home" else t["card_other"]


def _cards(tables: Tables, pictures: dict[str, dict], folder: Path) -> Iterator[Wanted]:
    for words in each_page(tables):
        plate = plate_of(words.page, tables, pictures, folder, SIZE[0] // 2) if words.figure else None
        said = words.title, words.kicker, words.site, words.figure, words.meaning
        shows = *said, plate.name if plate else "", str(RECIPE.jpeg)
        yield Wanted(key(words.page, words.lang), "jpg", shows, partial(_card, words, plate, tables.root))


def _card(words: Words, plate: Path | None, root: Path) -> memoryview:
    shown = Image.open(plate).convert("RGB") if plate else None
    return encoded(cards.card(words, SIZE, root, shown), "jpeg", RECIPE)


def _icons(root: Path) -> Iterator[Wanted]:
    for size in ICONS:
        yield Wanted(f"icon-{size}", "png", (), partial(png, cards.icon, size, root, optimize=True))
