"""Links as they stand in a Markdown text, and the anchors that a page offers them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown.extensions.toc import unique
from pymdownx.slugs import slugify

from story.language.pinyin import alphabetical
from story.pages.page import Page, markers
from story.pages.prose import prose, without_code
from story.tables.tables import FIGURES, Tables

_INLINE = re.compile(r"\]\([ \t]*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?=[ \t]*\)|[ \t]+[\"'(])")
_NAMED = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(\S+)", re.M)
_HTML = re.compile(r"<(\w+)\b[^<>]*?\s(?:href|src)\s*=\s*[\"']?([^\"'\s>]*)", re.I)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*$|^(?=\S)([^\n]+)\n(=+|-+)[ \t]*$", re.M)
_ID = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}")
_HTML_ID = re.compile(r"<\w[^<>]*?\sid\s*=\s*[\"']?([^\"'\s>]+)", re.I)
_FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]:", re.M)
_FIXED = {"photos": {"gallery-position", "gallery-words"}, "year": {"year", "year-title"}}
_slug = slugify(case="lower")


@dataclass(frozen=True)
class Link:
    """Where a link or an image leads, the words it shows, and the position of `target` and of the whole."""

    target: str
    words: str
    position: int
    start: int
    image: bool = False
    inline: bool = True
    html: bool = False


@lru_cache(maxsize=4096)
def links(text: str) -> tuple[Link, ...]:
    """Every link and image of a text, in order: inline, by name, in HTML. Code and comments hold none."""
    bare = without_code(text)
    if "](" not in bare and "]:" not in bare and "<" not in bare:
        return ()
    return tuple(sorted([*_inline(bare), *_others(bare)], key=lambda link: link.position))


def _inline(bare: str) -> Iterator[Link]:
    for match in _INLINE.finditer(bare):
        opening = _opening(bare, match.start())
        image = bare[opening - 1 : opening] == "!"
        yield Link(
            match[1].strip("<>"), bare[opening + 1 : match.start()], match.start(1), opening - image, image
        )


def _opening(text: str, closing: int) -> int:
    """The `[` that belongs to the `]` there; the `]` itself if there is none in its paragraph."""
    depth = 0
    for index in range(closing, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[index], 0)
        if not depth:
            return index
        if text.startswith("\n\n", index):
            break
    return closing


def _others(bare: str) -> Iterator[Link]:
    for match in _NAMED.finditer(bare):
        yield Link(match[1].strip("<>"), "", match.start(1), match.start(), inline=False)
    for match in _HTML.finditer(bare):
        yield Link(
            match[2],
            "",
            match.start(2),
            match.start(),
            image=match[1].lower() != "a",
            inline=False,
            html=True,
        )


def anchors(page: Page, tables: Tables) -> set[str]:
    """Every id that the page has when it is built: of headings, of what an editor named, of its generated parts."""
    bare = without_code(page.text)
    written = {*_ID.findall(bare), *_HTML_ID.findall(bare)}
    notes = {f"{kind}:{name}" for name in _FOOTNOTE.findall(bare) for kind in ("fn", "fnref")}
    parts = {
        anchor for name, arguments, _ in markers(page.text) for anchor in generated(name, arguments, tables)
    }
    return written | notes | parts | _headings(bare, set(written))


def _headings(bare: str, used: set[str]) -> set[str]:
    """Ids of headings without one of their own, as Python-Markdown’s table of contents makes them."""
    for match in _HEADING.finditer(bare):
        words = match[2] if match[1] else match[3]
        if not _ID.search(words):
            top = match[1] == "#" or (match[4] or "").startswith("=")
            unique("title" if top else _slug(prose(words).words.strip(), "-"), used)
    return used


def generated(name: str, arguments: list[str], tables: Tables) -> set[str]:
    """The ids that a generated part writes (`overrides/fragments/`)."""
    data = tables.data
    if name in ("figures", "ledger"):
        facts = [fact for fact in tables.facts.values() if (fact["kind"] in FIGURES) is (name == "figures")]
        return {fact["id"] for fact in facts} | {f"{name}-{fact['page']}" for fact in facts}
    if name == "glossary":
        return {
            *tables.terms,
            "glossary-sources",
            *_each("theme", data["glossary"]["themes"]),
            *(f"letter-{letter.lower()}" for letter in alphabetical(data["glossary"]["terms"])),
            *(f"glossary-source-{source['number']}" for source in data["glossary"]["sources"]),
        }
    if name == "article":
        return {paragraph.lower() for paragraph in tables.paragraphs} | _each(
            "part", data["article"]["parts"]
        )
    if name == "measures":
        return {measure["fact"] for measure in data["measures"]["measures"]} | _each(
            "rhythm", data["measures"]["rhythms"]
        )
    if name == "graphic":
        return {
            anchor
            for argument in arguments
            for anchor in (f"graphic-{argument}", f"{argument}-title", f"{argument}-caption")
        }
    if name in _FIXED:
        return _FIXED[name]
    if name in ("checks", "sources"):
        return _each(
            *{
                "checks": ("check", data["article"]["checks"]),
                "sources": ("background", data["background"]["background"]),
            }[name]
        )
    return set()


def _each(prefix: str, entries: list[dict]) -> set[str]:
    return {f"{prefix}-{entry['id']}" for entry in entries}
