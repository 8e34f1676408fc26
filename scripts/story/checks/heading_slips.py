"""Headings that were meant to be like their twins and are not for a slip, each with the heading as it should
be.

Said once, on the page where it happened, a slip need not be said again as a heading, a photograph or a fact
that one of the pages lacks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from story.checks.rule import rule
from story.findings import Words
from story.language.wording import LANGUAGES
from story.pages.page import ID, Page, place
from story.pages.prose import edited, without_code

_RULE = rule("pair-structure")
_LINE = re.compile(r"^(#{1,6}|[#＃]{2,6})([ \t\u3000]*)(?=[^\s#＃])(.*?)[ \t]*$", re.M)
_WIDE_ID = re.compile(r"[{｛]:?[ \t\u3000]*[#＃]([\w-]+)[ \t\u3000]*[}｝]")


@dataclass(frozen=True)
class Heading:
    """A heading as typed, and what is meant: its level, its words with the id, the id if it has one."""

    start: int
    end: int
    typed: str
    level: int
    words: str
    id: str | None

    @property
    def right(self) -> str:
        return f"{'#' * self.level} {self.words}"


@dataclass(frozen=True)
class Slip:
    """`heading` is as it should be; `said` is what is wrong."""

    heading: Heading
    said: Words


def slips(page: Page, twin: Page) -> list[Slip]:
    """All slips of a page, in order. Which id was lost is seen from the twin."""
    mine = list(_headings(page.text))
    return [*filter(None, map(_spelling, mine)), *_lost(page, mine, list(_headings(twin.text)))]


def mended(page: Page, found: list[Slip]) -> Page:
    """The page with its headings put right, so that it can be compared."""
    right = {slip.heading.start: slip.heading for slip in found}
    return replace(
        page, text=edited(page.text, [(each.start, each.end, each.right) for each in right.values()])
    )


def _headings(text: str) -> Iterator[Heading]:
    for match in _LINE.finditer(without_code(text)):
        words = _WIDE_ID.sub(r"{ #\1 }", match[3]) if re.search("[｛｝＃]", match[3]) else match[3]
        found = ID.search(words)
        name = found[1] if found else None
        yield Heading(*match.span(), match[0].rstrip(), len(match[1]), words, name)


def _spelling(heading: Heading) -> Slip | None:
    typed, right, named = heading.typed, heading.right, f"{{ #{heading.id} }}"
    marks = typed[: len(typed) - len(typed.lstrip("#＃"))]
    if "＃" in marks:
        return Slip(heading, _RULE.words("wide-mark", right=right))
    if not typed[len(marks) :].startswith((" ", "\t")):
        return Slip(heading, _RULE.words("no-space", marks=marks, right=right))
    if named in heading.words and re.search("[｛｝＃]", typed) and not typed.endswith(heading.words):
        return Slip(heading, _RULE.words("wide-id", named=named))
    return None


def _lost(page: Page, mine: list[Heading], theirs: list[Heading]) -> Iterator[Slip]:
    """Headings without an id where the twin's next one, of the same level, has one that this page lacks."""
    mine, theirs = ([each for each in headings if each.level > 1] for headings in (mine, theirs))
    ids = {each.id for each in mine}
    places = {each.id: index for index, each in enumerate(theirs) if each.id}
    after = 0
    for heading in mine:
        if heading.id:
            after = places.get(heading.id, after - 1) + 1
            continue
        other = theirs[after] if after < len(theirs) else None
        if other and other.id and other.level == heading.level and other.id not in ids:
            yield _without(page, heading, other.id)
        after += bool(other and other.id not in ids - {None})


def _without(page: Page, heading: Heading, lost: str) -> Slip:
    line, language = place(page.text, heading.start)[0], LANGUAGES[page.lang]
    right = replace(heading, words=f"{heading.words} {{ #{lost} }}", id=lost)
    return Slip(right, _RULE.words("no-id", language=language, line=line, id=lost))
