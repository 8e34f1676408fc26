"""HTML that could run something, fetch something or break the look of a page."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import everything
from story.findings import Words
from story.pages.links import links
from story.pages.prose import with_html
from story.tables.tables import Tables

RULE = rule("html-refused")
_TAGS = re.compile(
    "script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|link|meta|base"
    "|svg|math|template|noscript|portal"
)
_PASTED = {"span", "font", "o:p", "st1:place", "w:sdt"}
_FETCHING = {"src", "srcset", "poster", "background", "data"}
_LEADING = {"href", "xlink:href", "action", "formaction", "cite", *_FETCHING}
_SCHEME = re.compile(r"(javascript|vbscript|data|livescript):")
_ELSEWHERE = re.compile(r"(?:^|,)(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}|^https?:")
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
_PAIR = re.compile(r"([\w:.-]+)[ \t]*=[ \t]*(\"[^\"]*\"|'[^']*'|[^\s}]+)")


def check(pages: Pages, tables: Tables) -> Findings:
    for text in everything(pages, tables):
        if re.search(r"[<{]|\]\(|\]:", text.body):
            for position, fault in faults(text.body):
                yield text.finding(RULE, position, fault)


def faults(text: str) -> Iterator[tuple[int, Words]]:
    """Position and words of everything refused, in HTML, in attribute lists and in links."""
    bare = with_html(text)
    yield from _Reader(bare).found
    for block in _ATTRIBUTES.finditer(bare):
        for match in _PAIR.finditer(block[1]):
            if fault := _attribute(match[1].lower(), match[2].strip("\"'")):
                yield block.start(1) + match.start(), fault
    for link in links(text):
        if not link.html and (fault := _address(link.target, link.image)):
            yield link.told, fault


class _Reader(HTMLParser):
    """Reads tags as a browser would, whatever their case and spaces."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[tuple[int, Words]] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        line, column = self.getpos()
        position = self._starts[line - 1] + column
        self.found += [(position, fault) for fault in _tag(tag, attrs)]


def _tag(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[Words]:
    """What is refused in a tag: itself, or attributes of it."""
    if _TAGS.fullmatch(tag.split(":")[-1]):
        yield RULE.words("tag", tag=tag)
    elif tag in _PASTED or any(
        name == "class" and re.match("mso", value or "", re.I) for name, value in attrs
    ):
        yield RULE.words("word")
    else:
        yield from filter(None, (_attribute(name, value or "") for name, value in attrs))


def _attribute(name: str, value: str) -> Words | None:
    if re.match(r"on\w", name) or name == "srcdoc":
        return RULE.words("program", name=name)
    if name == "style":
        return RULE.words("style")
    return _address(value, name in _FETCHING) if name in _LEADING else None


def _address(value: str, fetched: bool) -> Words | None:
    plain = re.sub(r"[\x00-\x20\x7f\u200b-\u200f\ufeff]", "", html.unescape(value)).lower()
    if match := _SCHEME.match(plain):
        return RULE.words("scheme", scheme=match[1])
    return RULE.words("elsewhere", address=value) if fetched and _ELSEWHERE.search(plain) else None
