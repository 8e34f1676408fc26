"""The search index: what each page says, section by section, as its reader sees it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from story.language.counting import HAN, UNREAD, Reader
from story.language.markup import VOID
from story.language.pinyin import plain
from story.language.variants import simplified
from story.site.assets import literal, named
from story.tables.records import Term
from story.tables.tables import Tables

_UNREAD_TAGS = {"template", "dialog", "script", "style", "form", "title", "desc"}
# The year is drawn twice, for wide screens and for narrow ones, with the same words; citations are no text.
_UNREAD_CLASSES = UNREAD | {"story-year__down", "story-citations"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "dt"}
_INLINE = {
    *("a", "abbr", "b", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "textpath", "time", "tspan", "u"),
}
_GAP = "\1"
"""What a drawing sets apart: in Chinese one word for who types it, else two."""


def index(pages: Iterable[tuple[str, str]], names: dict[str, str]) -> list:
    """Address and sections of each page, from its address and the HTML of its text.

    A section is its anchor, its heading, its text (one block a line), the heading above its own (the title is
    above all), and the other names it goes by (one a line); the first one's heading is the page's title.
    `names` is what `names` gives.
    """
    named = lambda anchor, term: names.get(anchor, "") if term else ""
    told = lambda html: [[*words, named(words[0], term)] for *words, term in sections(html)]
    return [[url, told(html)] for url, html in pages]


def names(tables: Tables, lang: str) -> dict[str, str]:
    """What each term may be called, by its id: in Chinese, in English, in pinyin without tones."""
    return {key: "\n".join(_names(term, lang)) for key, term in tables.terms.items()}


def _names(term: Term, lang: str) -> list[str]:
    syllables = [plain(word) for word in term["pinyin"].split()]
    own, other = (term["term"], term["english"]) if lang == "zh" else (term["english"], term["term"])
    return list(dict.fromkeys([other, own, " ".join(syllables), "".join(syllables)]))


def script(entries: list, lang: str) -> tuple[str, str]:
    """Name and content of the index (as `index` gives it) as a classic script, which a page opened from a
    folder may load too. Behind the entries stand the characters that others write for those in them."""
    words = literal(entries)
    content = f"storySearch({words},{literal(simplified(words))[1:-1]});\n"
    return named("assets/search", lang, content)


@lru_cache(maxsize=64)  # of a preview, which makes it anew for each save
def sections(html: str) -> list[tuple[str, str, str, str, bool]]:
    """Anchor, heading, text, the heading above it and whether it is a term, for each heading with an id and
    what stands before. Two lists of one page may have headings with the same words."""
    found, second = [], ""
    for part in _Reader(html).sections:
        text = "\n".join(filter(None, map(_line, "".join(part.text).split("\0"))))
        heading = _line("".join(part.heading))
        second = heading if part.tag == "h2" else second
        if part.anchor or text:
            found.append((part.anchor, heading, text, second if part.tag > "h2" else "", part.tag == "dt"))
    return found


def _line(text: str) -> str:
    """Text as it is shown on one line. Composed letters, or `é` would not be `é`."""
    text = re.sub(f"{_GAP}(?=[{HAN}])", "", text).replace(_GAP, " ")
    return unicodedata.normalize("NFC", " ".join(text.split()))


@dataclass
class _Section:
    """A heading and what stands under it."""

    anchor: str = ""
    tag: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(Reader):
    """Cuts a text at its headings; NUL, which no page may hold, stands between its blocks."""

    def __init__(self, html: str):
        self.sections = [_Section()]
        self.heading = ""
        super().__init__(html)

    def unread(self, tag, attributes):
        classes = set((attributes.get("class") or "").split())
        return tag in _UNREAD_TAGS or "hidden" in attributes or bool(_UNREAD_CLASSES & classes)

    def opened(self, tag, attributes):
        if tag in _HEADINGS and attributes.get("id"):
            self.heading = tag
            self.sections.append(_Section(attributes["id"], tag))
        else:
            self._break(tag, _GAP if "dx" in attributes and tag not in VOID else "")

    def closed(self, tag):
        if tag == self.heading:
            self.heading = ""
        else:
            self._break(tag)

    def heard(self, words):
        (self.sections[-1].heading if self.heading else self.sections[-1].text).append(words)

    def _break(self, tag: str, gap: str = "") -> None:
        """Words of two blocks do not touch; neither do those that a drawing sets apart."""
        self.heard(gap if tag in _INLINE else " " if self.heading else "\0")
