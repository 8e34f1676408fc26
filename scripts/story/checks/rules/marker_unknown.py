"""A marker `<!-- data: … -->` that nothing fills, or that names an unknown background item."""

import re
from collections.abc import Collection, Iterator

from story.checks.rule import Findings, Pages, rule
from story.findings import Words, any_of, listed, meant
from story.pages.page import MARKER, Page, place
from story.pages.prose import without_code
from story.parts.fragments import ARGUMENTS
from story.tables.tables import Tables

RULE = rule("marker-unknown")
# Wider than the marker itself, so that a misspelt one is seen too.
_MEANT = re.compile(r"<!--\s*data\s*[:：](.*?)-->")
_OPENS = re.compile(r"[<＜‹〈《][ \t]*[!！][ \t]*(?:-[ \t]?-|[—–－]{1,2})")
_ALONE = re.compile(rf"^[ \t]*{_MEANT.pattern}[ \t]*$", re.M)


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, page in pages.items():
        for position, words in (*_markers(page, tables), *_marks(page.text)):
            yield RULE.finding(shown, place(page.text, position), words)


def fix(page: Page, tables: Tables) -> str:
    """Colon, spaces and indentation of a marker that is otherwise right and stands alone on its line."""

    def cured(match: re.Match) -> str:
        words = match[1].split()
        return match[0] if not words or _problem(words, page, tables) else _right(words)

    return _ALONE.sub(cured, page.text)


def _markers(page: Page, tables: Tables) -> Iterator[tuple[int, Words]]:
    """Position and fault of each marker that is not as it should be."""
    filled = {match.start() for match in MARKER.finditer(page.text)}
    for match in _MEANT.finditer(page.text):
        words = match[1].split()
        if problem := _problem(words or [""], page, tables):
            yield match.start(), problem
        elif match.start() not in filled:
            yield match.start(), RULE.words("alone", right=_right(words))


def _marks(text: str) -> Iterator[tuple[int, Words]]:
    """Comments that a reader would see, or that swallow the rest of the page: their marks are wrong."""
    for match in _OPENS.finditer(without_code(text)):
        open_only = match[0] == "<!--"
        words = RULE.words("unclosed") if open_only else RULE.words("full-width", typed=match[0])
        yield match.start(), words


def _right(words: list[str]) -> str:
    return f"<!-- data: {' '.join(words)} -->"


def _problem(words: list[str], page: Page, tables: Tables) -> Words | None:
    """What is wrong with the name and the arguments of a marker."""
    name, *arguments = words
    if name not in ARGUMENTS:
        return _unknown(name, ARGUMENTS)
    # A chapter begun as a copy of another would open on the other's picture.
    if name == "opening" and arguments != [page.slug]:
        return RULE.words("own", page=page.slug)
    entries = {
        "background": list(tables.background),
        "graphic": list(tables.graphics),
        "open": [gap["page"] for gap in tables.data["article"]["gaps"]],
        "opening": [stop["page"] for stop in tables.data["line"]["stops"]],
    }
    known = entries.get(name, list(ARGUMENTS[name]))
    for argument in arguments:
        if argument not in known:
            return _unknown(argument, known)
    if known and not arguments:
        return RULE.words("lacking", name=name, known=listed(known[:8]))
    return None


def _unknown(word: str, known: Collection[str]) -> Words:
    return RULE.words("unknown", word=word, hint=meant(word, known, any_of(known)))
