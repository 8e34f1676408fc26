"""Share cards and icons: one landscape and one square card per page and language, kept until words or drawing change."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from story.drawing.digest import drawing_digest
from story.drawing.lettering import MissingGlyphs
from story.files import TEMPORARY, prune
from story.gallery.encode import write
from story.gallery.recipe import RECIPE
from story.pages.chapters import chapters, page_path, page_titles
from story.tables.tables import Tables, strings

SIZES = ((1200, 630), (1200, 1200))
"""Open Graph's landscape card and the square that chat apps crop to."""
ICONS = (32, 180, 512)


@dataclass(frozen=True)
class Words:
    """What stands on the cards of one page."""

    page: str
    lang: str
    path: Path
    title: str
    kicker: str
    site: str


def run(tables: Tables, out: Path) -> dict[str, str]:
    """Bring the cards and icons in `out` up to date; file names by key (`train-zh-1200x630`, `icon-180`).

    A title with a character that the bundled font lacks has no card; `checks/rules/title_glyph.py` reports it.
    """
    out.mkdir(parents=True, exist_ok=True)
    names = _icons(tables, out)
    for words in each_page(tables):
        try:
            names |= {
                f"{words.page}-{words.lang}-{width}x{height}": _card(words, (width, height), tables, out)
                for width, height in SIZES
            }
        except MissingGlyphs:
            continue
    prune(out, set(names.values()))
    return names


def key(page: str, lang: str, size: tuple[int, int] = SIZES[0]) -> str:
    """The key of a page's card in what `run` returns."""
    return f"{page}-{lang}-{size[0]}x{size[1]}"


def each_page(tables: Tables) -> Iterator[Words]:
    """What stands on the cards and the poster of every page."""
    for lang in ("zh", "en"):
        t, titles = strings(tables, lang), page_titles(tables.root, lang)
        for page, words in titles.items():
            yield Words(
                page,
                lang,
                page_path(tables.root, page, lang),
                words,
                _kicker(page, t, chapters(tables)),
                titles.get("home", ""),
            )


def _kicker(page: str, t: dict[str, str], stops: list[str]) -> str:
    if page in stops:
        return t["stop"].format(stops.index(page) + 1, len(stops))
    return t["card_home"] if page == "home" else t["card_other"]


def _card(words: Words, size: tuple[int, int], tables: Tables, out: Path) -> str:
    name = (
        f"{words.page}-{words.lang}-{size[0]}x{size[1]}.{_digest(words.title, words.kicker, words.site)}.jpg"
    )
    if not (out / name).exists():
        from story.drawing.cards import card

        write(out / name, card(words.title, words.kicker, words.site, size, tables.root), "jpeg", RECIPE)
    return name


def _icons(tables: Tables, out: Path) -> dict[str, str]:
    names = {f"icon-{size}": f"icon-{size}.{_digest()}.png" for size in ICONS}
    for size in ICONS:
        path = out / names[f"icon-{size}"]
        if not path.exists():
            from story.drawing.cards import icon

            temporary = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
            icon(size, tables.root).save(temporary, "PNG", optimize=True)
            os.replace(temporary, path)
    return names


def _digest(*words: str) -> str:
    return hashlib.sha256(json.dumps([words, drawing_digest()], ensure_ascii=False).encode()).hexdigest()[:8]
