"""Twins that are not built alike: only one has a heading, a photograph, a generated part or a fact."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from story.checks.heading_slips import mended, slips
from story.checks.rule import Findings, Pages, rule
from story.findings import Finding
from story.language.wording import LANGUAGES
from story.pages.links import citations, links, without
from story.pages.page import ID, Page, empty, markers, photographs, place
from story.pages.prose import without_code
from story.tables.tables import Tables

RULE = rule("pair-structure")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$", re.M)
_HELD = re.compile(r"^#.*$|“[^”]*”|《[^》]*》", re.M)
_WORDS = {
    "heading": ("小节", "headings"),
    "photo": ("照片", "photographs"),
    "marker": ("数据标记", "data markers"),
    "fact": ("本页的事实", "of its own facts"),
}


@dataclass(frozen=True)
class Part:
    """What both twins should have: what it is called, its line, the id of the heading it stands under."""

    name: str
    line: int
    under: str = ""


Side = tuple[str, Page]
"""The path of a page and the page."""


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, page in pages.items():
        other = f"{shown.rpartition('/')[0]}/{page.twin}"
        if page.lang == "zh" and other in pages and not empty(page) and not empty(pages[other]):
            twin = pages[other]
            slipped, slipped_other = slips(page, twin), slips(twin, page)
            for path, side, found in ((shown, page, slipped), (other, twin, slipped_other)):
                for slip in found:
                    yield RULE.finding(path, place(side.text, slip.heading.start), slip.said)
            yield from _pair((shown, mended(page, slipped)), (other, mended(twin, slipped_other)), tables)


def _pair(one: Side, other: Side, tables: Tables) -> Findings:
    parts, parts_other = _parts(one[1], tables), _parts(other[1], tables)
    for kind in parts:
        mine, theirs = parts[kind], parts_other[kind]
        lacking = [*_lacking(kind, mine, theirs, other), *_lacking(kind, theirs, mine, one)]
        yield from lacking
        if not lacking and kind != "fact" and [part.name for part in mine] != [part.name for part in theirs]:
            yield _order(kind, mine, theirs, other)
    yield from _terms(one[1], *other, tables)


def _parts(page: Page, tables: Tables) -> dict[str, list[Part]]:
    """All parts of a page, by their kind, in order. Facts are those that belong to the page, once each."""
    slug = "home" if page.slug == "index" else page.slug
    shown = [*((cited.fact, cited.line) for cited in citations(page.text)), *_drawn(page, tables)]
    facts = {
        fact: line
        for fact, line in reversed(shown)
        if fact in tables.facts and tables.facts[fact]["page"] == slug
    }
    found = {
        "heading": list(_headings(page.text)),
        "photo": list(photographs(page.text)),
        "fact": list(facts.items()),
        "marker": [(" ".join([name, *arguments]), line) for name, arguments, line in markers(page.text)],
    }
    return {
        kind: [Part(name, line, _under(found["heading"], line, kind)) for name, line in entries]
        for kind, entries in found.items()
    }


def _drawn(page: Page, tables: Tables) -> Iterator[tuple[str, int]]:
    """Facts that a page shows through its generated parts."""
    holders = {"measures": tables.data["measures"]["measures"], "photos": tables.data["photos"]["photos"]}
    for name, _, line in markers(page.text):
        yield from ((entry["fact"], line) for entry in holders.get(name, []) if "fact" in entry)


def _headings(text: str) -> Iterator[tuple[str, int]]:
    """Each heading below the title by its id, or by its level where it has none."""
    for match in _HEADING.finditer(without_code(text)):
        found = ID.search(match[2])
        if len(match[1]) > 1:
            yield f"#{found[1]}" if found else f"{match[1]} …", place(text, match.start())[0]


def _under(headings: list[tuple[str, int]], line: int, kind: str) -> str:
    """The heading above a line; of a heading, the one before it."""
    above = [name for name, at in headings if (at < line if kind == "heading" else at <= line)]
    return above[-1] if above else ""


def _lacking(kind: str, have: list[Part], lack: list[Part], side: Side) -> Findings:
    """A finding on `side` for each part that only its twin has, under the heading where it would stand."""
    missing = Counter(part.name for part in have) - Counter(part.name for part in lack)
    for part in have:
        if missing[part.name] > 0:
            missing[part.name] -= 1
            yield _finding(kind, part, len(have), len(lack), side)


def _finding(kind: str, part: Part, have: int, lack: int, side: Side) -> Finding:
    shown, page = side
    return RULE.finding(
        shown,
        (next((at for name, at in _headings(page.text) if name == part.under), 1), 1),
        "lacking",
        kind=_WORDS[kind],
        here=LANGUAGES[page.lang],
        there=LANGUAGES["zh" if page.lang == "en" else "en"],
        have=have,
        lack=lack,
        part=part.name,
        twin=page.twin,
        line=part.line,
    )


def _order(kind: str, mine: list[Part], theirs: list[Part], side: Side) -> Finding:
    """The same parts in another order; told on the English page, at the first that is out of place."""
    here, there = next((part, other) for part, other in zip(theirs, mine) if part.name != other.name)
    shown, page = side
    return RULE.finding(
        shown,
        (here.line, 1),
        "order",
        kind=_WORDS[kind],
        here=here.name,
        there=there.name,
        twin=page.twin,
        line=there.line,
    )


def _terms(page: Page, shown: str, twin: Page, tables: Tables) -> Findings:
    """Terms that the Chinese `page` links and its English `twin` uses, in brackets after the rendering, and
    does not link."""
    for term in sorted(_linked(page, tables) - _linked(twin, tables)):
        used = ((word, _used(word, twin)) for word in tables.terms[term]["term"].split(" / "))
        for word, found in [(word, found) for word, found in used if found][:1]:
            yield RULE.finding(shown, place(twin.text, found), "term", word=word, term=term)


def _linked(page: Page, tables: Tables) -> set[str]:
    targets = {link.target for link in links(page.text)}
    return {term for term in tables.terms if f"glossary.md#{term}" in targets}


def _used(word: str, page: Page) -> int | None:
    """Where an English page gives a Chinese term in brackets after its rendering."""
    bare = without(without_code(page.text), [(link.start, link.end) for link in links(page.text)])
    bare = _HELD.sub(lambda match: " " * len(match[0]), bare)
    position = bare.find(f"({word})") + 1
    return position or None
