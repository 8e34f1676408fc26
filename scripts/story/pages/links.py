"""Links of a Markdown text, in brackets, by name, in HTML. All that the rules know of links is from here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from markdown.blockprocessors import ReferenceProcessor

from story.pages.brackets import spans
from story.pages.page import COMMENT, blank, place, plain
from story.pages.prose import GONE, OBJECT, mask, without_code

LEDGER = "figures.md#"
_HTML = re.compile(
    r"<(\w+)\b[^<>]*?\s(?:href|src)\s*=\s*[\"']?([^\"'\s>]*)[^<>]*>(?:(?<=>)(.*?)(?=</a\b))?", re.I | re.S
)
_UNCLOSED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(figures\.md#([a-z0-9-]*[^a-z0-9\s)-][^)\s]*)\)")
_TAG = re.compile(r"<[^<>]*>")
_SMALL = re.compile(r"<(su[bp])>[^<]*</\1>")


@dataclass(frozen=True)
class Link:
    """Where a link or an image leads, the words it shows as typed, where it begins, its words end and
    it ends.

    `told` is where its address is written, which is elsewhere if it is named; `used` is false for an address
    that is named and that nothing leads to.
    """

    target: str
    words: str
    start: int
    last: int
    end: int
    told: int
    image: bool = False
    html: bool = False
    used: bool = True


@dataclass(frozen=True)
class Citation:
    """A link to an entry of the ledger. Line and column are of the opening bracket."""

    fact: str
    words: str
    line: int
    column: int


@lru_cache(maxsize=4096)
def links(text: str) -> tuple[Link, ...]:
    """Every link and image of a text, in order: in brackets, by name, in HTML. Code and comments hold none.

    Addresses that stand for themselves, as `<https://example.org>`, are left out: they need no looking at.
    """
    bare = without_code(text)
    if "]" not in bare and "<" not in bare:
        return ()
    found = tuple(_bracketed(text, bare))
    return found + tuple(_html(text, bare, found))


def _bracketed(text: str, bare: str) -> Iterator[Link]:
    found = ReferenceProcessor.RE.finditer(bare) if "]:" in bare else ()
    definitions = [match for match in found if not match[1].startswith("^")]
    told = {match[1].strip().lower(): match for match in definitions}
    named = {name: match[2].lstrip("<").rstrip(">") for name, match in told.items()}
    used = set()
    for each in spans(without(bare, [match.span() for match in definitions]), named):
        place = told[each.name].start() if each.name is not None else each.start
        used.add(each.name)
        words = COMMENT.sub("", text[each.first : each.last])
        yield Link(each.target, words, each.start, each.last, each.end, place, each.image)
    for name in named.keys() - used:
        start, end = told[name].span()
        yield Link(named[name], "", start, start, end, start, used=False)


def _html(text: str, bare: str, bracketed: tuple[Link, ...]) -> Iterator[Link]:
    addresses = [(link.last, link.end) for link in bracketed]
    for match in _HTML.finditer(without(bare, addresses)) if "<" in bare else ():
        anchor = match[1].lower() == "a"
        words = _TAG.sub("", text[match.start(3) : match.end(3)]) if anchor and match[3] else ""
        start, end = match.span()
        yield Link(match[2], words, start, end, end, start, not anchor, html=True)


@lru_cache(maxsize=4096)
def citations(text: str) -> tuple[Citation, ...]:
    """Links to the ledger, in order, outside of code and comments; also those that were not closed."""
    if LEDGER not in text:  # most texts of tables: four fifths of the time
        return ()
    found = {match.start(): (match[2], match[1]) for match in _UNCLOSED.finditer(without_code(text))}
    for link in links(text):
        if link.used and not link.image and link.target.startswith(LEDGER):
            found[link.start] = link.target.removeprefix(LEDGER), link.words
    places = sorted(found.items())
    return tuple(Citation(fact, plain(words), *place(text, start)) for start, (fact, words) in places)


def unlinked(text: str) -> str:
    """The running words, positions kept, without pictures, links to the ledger and the glossary, and small
    marks above or below the line. Of other links the words stay."""
    ours = lambda link: link.image or link.used and link.target.startswith((LEDGER, "glossary.md#"))
    spoken_for = [(link.start, link.end) for link in links(text) if ours(link)]
    return mask(blank(without(text, spoken_for), _SMALL)).replace(GONE, " ").replace(OBJECT, " ")


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text, of the same length, with spaces in place of some spans."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


class _Tag(HTMLParser):
    def __init__(self, tag: str):
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(tag)

    def handle_starttag(self, tag, attrs):
        self.attributes = dict(attrs)


def attributes(tag: str) -> dict[str, str | None]:
    """The attributes of an opening tag by their names in small letters."""
    return _Tag(tag).attributes
