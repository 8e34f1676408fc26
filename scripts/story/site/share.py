"""Share cards and icons: one landscape and one square card per page and language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from story.drawing import cards
from story.gallery.encode import encoded
from story.gallery.recipe import RECIPE
from story.pages.chapters import chapters, page_path, page_titles
from story.site.kept import Wanted, keep, png
from story.tables.tables import Tables, strings

SIZES = ((1200, 630), (1200, 1200))
"""Open Graph's landscape card and the square that chat apps crop to."""
ICONS = (32, 180, 512)


@dataclass(frozen=True)
class Words(cards.Words):
    """What stands on the cards of one page."""

    page: str
    lang: str
    path: Path


def run(tables: Tables, out: Path) -> dict[str, str]:
    """Bring the cards and icons in `out` up to date; file names by key (`train-zh-1200x630`, `icon-180`).
    Raises OSError."""
    return keep([*_icons(tables.root), *_cards(tables)], out)


def key(page: str, lang: str, size: tuple[int, int] = SIZES[0]) -> str:
    """The key of a page's card in what `run` returns."""
    return f"{page}-{lang}-{size[0]}x{size[1]}"


def each_page(tables: Tables) -> Iterator[Words]:
    """What stands on the cards and the poster of every page."""
    for lang in ("zh", "en"):
        t, titles = strings(tables, lang), page_titles(tables.root, lang)
        for page, title in titles.items():
            path = page_path(tables.root, page, lang)
            yield Words(title, _kicker(page, t, chapters(tables)), titles.get("home", ""), page, lang, path)


def _kicker(page: str, t: dict[str, str], stops: list[str]) -> str:
    if page in stops:
        return t["stop"].format(stops.index(page) + 1, len(stops))
    return t["card_home"] if page == "home" else t["card_other"]


def _cards(tables: Tables) -> Iterator[Wanted]:
    for words in each_page(tables):
        shows = words.title, words.kicker, words.site, str(RECIPE.jpeg)
        for size in SIZES:
            draw = partial(_card, words, size, tables.root)
            yield Wanted(key(words.page, words.lang, size), "jpg", shows, draw)


def _card(words: Words, size: tuple[int, int], root: Path) -> memoryview:
    return encoded(cards.card(words, size, root), "jpeg", RECIPE)


def _icons(root: Path) -> Iterator[Wanted]:
    for size in ICONS:
        yield Wanted(f"icon-{size}", "png", (), partial(png, cards.icon, size, root, optimize=True))
