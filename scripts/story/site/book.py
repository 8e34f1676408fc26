"""The site as books (EPUB 3.3): one in each language, and one in both, chapter by chapter.

Written with the standard library: what PyPI has for EPUB stamps the hour into every book, and reads pages
as HTML, which takes from SVG its `viewBox`.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from story.drawing.cover import cover
from story.files import zipped
from story.gallery.encode import encoded
from story.gallery.recipe import RECIPE
from story.language.dates import human
from story.site.assets import FULL, small
from story.site.leaf import Leaf, bound, leaf
from story.tables.tables import load, strings

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
"""The books by key, and their languages; the first is that of the contents."""
_LEFT_OUT = ("gallery", "search")
"""Kinds of pages: all plates stand in the chapters, and whoever reads a book has a search."""
_KINDS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif", "webp": "webp", "svg": "svg+xml"}
"""Kinds of pictures that every reader's program shows (EPUB 3.3, core media types), by their endings."""
_DRAWN = ("graphics", "measures", "timeline")
"""Style sheets of the site that lay out drawings."""
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


@dataclass(frozen=True)
class Text:
    """One language of the site: its pages in order; its name, what it says of itself, its address on the web;
    the day of its last revision, as ISO 8601 and in words; the words of the interface."""

    lang: str
    leaves: list[Leaf]
    title: str
    description: str
    address: str
    revised: str
    day: str
    t: dict[str, str]


def books(site: Path, root: Path) -> dict[str, bytes]:
    """Each book by its key; `site` is a built copy to keep. The same files give the same bytes."""
    texts = {lang: _text(site, lang, root) for lang in ("zh", "en")}
    return {key: _book(key, site, root, [texts[lang] for lang in langs]) for key, langs in LANGUAGES.items()}


def _text(site: Path, lang: str, root: Path) -> Text:
    folder, t = "en/" if lang == "en" else "", strings(load(root), lang)
    first = LexborHTMLParser((site / folder / "index.html").read_text(encoding="utf-8"))
    held = lambda selector, name: [node.attributes[name] or "" for node in first.css(selector)]
    places = [folder + href for href in held(".story-nav a", "href")]
    leaves = [leaf((site / place).read_text(encoding="utf-8"), place, t) for place in places]
    kept = [each for each in leaves if each.kind not in _LEFT_OUT]
    (description,), (address,) = (
        held("meta[name=description]", "content"),
        held("link[rel=canonical]", "href"),
    )
    revised = max(each.revised for each in kept)
    return Text(kept[0].lang, kept, kept[0].title, description, address, revised, human(revised, lang), t)


def _book(key: str, site: Path, root: Path, texts: list[Text]) -> bytes:
    openings, first = list(zip(*(text.leaves for text in texts))), texts[0]
    leaves = {each.place: each for opening in openings for each in opening}
    pictures = sorted({place for each in leaves.values() for place in each.pictures})
    told = {
        "texts": texts,
        "openings": openings,
        "leaves": leaves.values(),
        "pictures": pictures,
        "kinds": _KINDS,
    }
    told |= {"t": first.t, "identifier": uuid.uuid5(uuid.NAMESPACE_URL, first.address + key)}
    loader = FileSystemLoader(root / "overrides" / "book")
    drawn = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    draw = lambda name, **words: drawn.get_template(name).render(told | words)
    page = lambda lang, title, body, **words: draw(
        "page.xhtml", lang=lang, title=title, body=Markup(body), **words
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": draw("package.opf"),
        "EPUB/book.css": _style(root),
        "EPUB/cover.jpg": _cover(site, root, texts),
    }
    for name, title in {"nav": first.t["book_contents"], "cover": first.title, "title": first.title}.items():
        files[f"EPUB/{name}.xhtml"] = page(first.lang, title, draw(f"{name}.xhtml"))
    for each, other in _turned(openings):
        body = bound(each, leaves, first.address)
        files[f"EPUB/{each.file}"] = page(each.lang, each.title, body, up="../", other=other)
    return zipped(files | {f"EPUB/{place}": (site / place).read_bytes() for place in pictures})


def _turned(openings: list[tuple[Leaf, ...]]) -> Iterator[tuple[Leaf, Leaf | None]]:
    """Every page, and in a book of both languages its twin."""
    for opening in openings:
        for each in opening:
            yield each, next((other for other in opening if other is not each), None)


def _style(root: Path) -> str:
    """The book's own, and for those that know what they need the drawings'."""
    sheets = root / "docs" / "assets" / "stylesheets"
    drawn = "".join((sheets / f"{name}.css").read_text(encoding="utf-8") for name in _DRAWN)
    own = (root / "overrides" / "book" / "book.css").read_text(encoding="utf-8")
    return small(own + f"@supports {FULL} {{{drawn}}}")


def _cover(site: Path, root: Path, texts: list[Text]) -> bytes:
    (picture,) = (site / "assets" / "photos").glob("hero-wide-*.jpg")
    with Image.open(picture) as band:
        return bytes(encoded(cover([(text.lang, text.title) for text in texts], band, root), "jpeg", RECIPE))
