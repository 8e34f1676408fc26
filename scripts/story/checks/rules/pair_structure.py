"""Twins that are not built alike: a heading, a photograph, a generated part or a fact that only one of them has."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from story.checks.heading_slips import Slip, mended, slips
from story.checks.rule import Rule
from story.findings import Finding
from story.pages.links import links
from story.pages.page import Page, citations, empty, markers, photographs, place
from story.pages.prose import without_code
from story.tables.tables import Tables

RULE = Rule(
    "pair-structure",
    "中英文两页的小节、照片、数据标记和引用的事实要对得上。",
    "The two pages of a pair have the same headings, photographs, data markers and facts.",
    "读者换一种语言，会落到同一个小节；少了一节、一图、一个数，就有一边的读者看不到。文字不必逐句对应。事实只看属于这一页的（facts.yml 里的 page）；"
    "中文页链了的词语，英文页写到时也要链；英文页可以多链几个，例如地名，因为外国读者要人解释的更多。",
    "A reader who changes the language lands at the same heading; what one page lacks its readers miss. Sentences need not match. Of facts only those that belong to the page (page in facts.yml) count; "
    "a term that the Chinese page links is linked on the English one where it is used; that may link more, such as names of places, for its readers need more explained.",
    "## 车厢里外 { #carriage }（英文页没有 { #carriage }）",
    "## 车厢里外 { #carriage }（英文页有 ## One theme, four elements { #carriage }）",
)

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$", re.M)
_ID = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")
_LINKED = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)|^#.*$|“[^”]*”|《[^》]*》", re.M)
_WORDS = {
    "heading": ("小节", "headings"),
    "photo": ("照片", "photographs"),
    "marker": ("数据标记", "data markers"),
    "fact": ("本页的事实", "of its own facts"),
    "term": ("词语", "terms"),
}
_LANGUAGES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


@dataclass(frozen=True)
class Part:
    """Something that both twins should have: what it is called, its line, and the id of the heading it stands under."""

    name: str
    line: int
    under: str = ""


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for shown, page in pages.items():
        twin = f"{shown.rpartition('/')[0]}/{page.twin}"
        if page.lang == "zh" and twin in pages and not empty(page) and not empty(pages[twin]):
            slipped, slipped_other = slips(page, pages[twin]), slips(pages[twin], page)
            yield from (
                _slip(*each)
                for each in [
                    *((shown, page, slip) for slip in slipped),
                    *((twin, pages[twin], slip) for slip in slipped_other),
                ]
            )
            yield from _pair(
                (shown, mended(page, slipped)), (twin, mended(pages[twin], slipped_other)), tables
            )


def _slip(shown: str, page: Page, slip: Slip) -> Finding:
    return Finding(shown, *place(page.text, slip.heading.start), RULE.id, slip.zh, slip.en, RULE.severity)


def _pair(one: tuple[str, Page], other: tuple[str, Page], tables: Tables) -> Iterator[Finding]:
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
    own = {
        fact["id"]
        for fact in tables.facts.values()
        if fact["page"] == ("home" if page.slug == "index" else page.slug)
    }
    shown = [*((cited.fact, cited.line) for cited in citations(page.text)), *_drawn(page, tables)]
    facts = {fact: line for fact, line in reversed(shown) if fact in own}
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
        found = _ID.search(match[2])
        if len(match[1]) > 1:
            yield f"#{found[1]}" if found else f"{match[1]} …", place(text, match.start())[0]


def _under(headings: list[tuple[str, int]], line: int, kind: str) -> str:
    """The heading above a line; of a heading, the one before it."""
    above = [name for name, at in headings if (at < line if kind == "heading" else at <= line)]
    return above[-1] if above else ""


def _lacking(kind: str, have: list[Part], lack: list[Part], page: tuple[str, Page]) -> Iterator[Finding]:
    """A finding on `page` for each part that its twin has and it has not, under the heading where it would stand."""
    missing = Counter(part.name for part in have) - Counter(part.name for part in lack)
    for part in have:
        if missing[part.name] > 0:
            missing[part.name] -= 1
            yield _finding(kind, part, len(have), len(lack), page)


def _finding(kind: str, part: Part, have: int, lack: int, page: tuple[str, Page]) -> Finding:
    (shown, lacking), (zh, en) = page, _WORDS[kind]
    (here, here_en), (there, there_en) = (
        _LANGUAGES[lacking.lang],
        _LANGUAGES["zh" if lacking.lang == "en" else "en"],
    )
    line = next((at for name, at in _headings(lacking.text) if name == part.under), 1)
    return Finding(
        shown,
        line,
        1,
        RULE.id,
        f"{there}页有{have}个{zh}，{here}页有{lack}个：{here}页少了 {part.name}（{there}页 {lacking.twin} 第{part.line}行）。请在这里补上，或者把那边的也删去。",
        f"The {there_en} page has {have} {en}, the {here_en} page {lack}: {part.name} is missing here ({lacking.twin}, line {part.line}). Add it, or remove it there.",
        RULE.severity,
    )


def _order(kind: str, mine: list[Part], theirs: list[Part], page: tuple[str, Page]) -> Finding:
    """The same parts in another order; told on the English page, at the first that is out of place."""
    here, there = next((part, other) for part, other in zip(theirs, mine) if part.name != other.name)
    zh, en = _WORDS[kind]
    return Finding(
        page[0],
        here.line,
        1,
        RULE.id,
        f"两页的{zh}次序不同：这里是 {here.name}，中文页（{page[1].twin} 第{there.line}行）是 {there.name}。请排成一样。",
        f"The {en} of the two pages are in different order: {here.name} here, {there.name} on the Chinese page ({page[1].twin}, line {there.line}).",
        RULE.severity,
    )


def _terms(page: Page, shown: str, twin: Page, tables: Tables) -> Iterator[Finding]:
    """Terms that the Chinese `page` links and its English `twin` uses, in brackets after the rendering, and does not link."""
    for term in sorted(_linked(page, tables) - _linked(twin, tables)):
        used = ((word, _used(word, twin)) for word in tables.terms[term]["term"].split(" / "))
        for word, found in [(word, found) for word, found in used if found][:1]:
            yield Finding(
                shown,
                *place(twin.text, found),
                RULE.id,
                f"中文页把“{word}”链到了词语表，这一页也用了这个词，却没有链。请把前面的译法链到 glossary.md#{term}。",
                f"The Chinese page links “{word}” to the glossary; this page uses the term without a link. Link its rendering to glossary.md#{term}.",
                RULE.severity,
            )


def _linked(page: Page, tables: Tables) -> set[str]:
    return {
        link.target.removeprefix("glossary.md#")
        for link in links(page.text)
        if link.target.startswith("glossary.md#")
    } & tables.terms.keys()


def _used(word: str, page: Page) -> int | None:
    """Where an English page gives a Chinese term in brackets after its rendering."""
    bare = _LINKED.sub(lambda match: " " * len(match[0]), without_code(page.text))
    position = bare.find(f"({word})") + 1
    return position or None
