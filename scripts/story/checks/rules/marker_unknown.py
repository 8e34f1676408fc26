"""A marker `<!-- data: … -->` that nothing fills, or that names an unknown background item."""

import re
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.findings import Words, any_of, meant
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
        for position, words in (*_markers(page.text, tables), *_marks(page.text)):
            yield RULE.finding(shown, place(page.text, position), *words)


def fix(page: Page, tables: Tables) -> str:
    """Colon, spaces and indentation of a marker that is otherwise right and stands alone on its line."""

    def cured(match: re.Match) -> str:
        words = match[1].split()
        return match[0] if not words or _problem(words, tables) else _right(words)

    return _ALONE.sub(cured, page.text)


def _markers(text: str, tables: Tables) -> Iterator[tuple[int, Words]]:
    """Position and fault of each marker that is not as it should be."""
    filled = {match.start() for match in MARKER.finditer(text)}
    for match in _MEANT.finditer(text):
        words = match[1].split()
        if problem := _problem(words or [""], tables):
            yield match.start(), problem
        elif match.start() not in filled:
            yield (
                match.start(),
                (
                    f"标记要单独占一行，顶格，写成 {_right(words)}（半角冒号，空格照样）。",
                    f"A marker stands on a line of its own, not indented, as {_right(words)}.",
                ),
            )


def _marks(text: str) -> Iterator[tuple[int, Words]]:
    """Comments that a reader would see, or that swallow the rest of the page: their marks are wrong."""
    for match in _OPENS.finditer(without_code(text)):
        yield (
            match.start(),
            (
                "这里的 <!-- 没有收尾。请在注释后面写上半角的 -->。",
                "This <!-- is never closed. Write --> after the comment, in ASCII.",
            )
            if match[0] == "<!--"
            else (
                f"“{match[0]}”认不出是注释，会原样印在网页上。请写成半角的 <!--（收尾是 -->）。",
                f"“{match[0]}” does not open a comment and would be printed. "
                "Write <!-- in ASCII (and --> at the end).",
            ),
        )


def _right(words: list[str]) -> str:
    return f"<!-- data: {' '.join(words)} -->"


def _problem(words: list[str], tables: Tables) -> Words | None:
    """What is wrong with the name and the arguments of a marker."""
    name, *arguments = words
    if name not in ARGUMENTS:
        return _unknown(name, ARGUMENTS)
    of_tables = {
        "background": list(tables.background),
        "graphic": list(tables.graphics),
        "open": [gap["page"] for gap in tables.data["article"]["gaps"]],
    }
    known = of_tables.get(name, list(ARGUMENTS[name]))
    for argument in arguments:
        if argument not in known:
            return _unknown(argument, known)
    if known and not arguments:
        some = known[:8]
        return (
            f"标记 {name} 后面还要写：{'、'.join(some)}。",
            f"The marker {name} needs one of: {', '.join(some)}.",
        )
    return None


def _unknown(word: str, known) -> Words:
    zh, en = meant(word, known, any_of(known))
    return f"标记里不认识“{word}”。{zh}", f"The marker does not know “{word}”. {en}"
