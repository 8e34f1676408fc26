"""A marker `<!-- data: … -->` that nothing fills, or that names an unknown background item."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import MARKER, Page, place
from story.pages.prose import without_code
from story.parts.fragments import ARGUMENTS
from story.tables.tables import Tables

RULE = Rule(
    "marker-unknown",
    zh="生成部分的标记要写对名字，单独占一行，用半角冒号。",
    en="The marker of a generated part is spelt rightly and stands on a line of its own, with an ASCII colon.",
    why_zh="写错了，网页上那里就是一片空白，没有提示。冒号和空格写错，--fix 能改。",
    why_en="A misspelt marker leaves a blank on the page without a word. --fix cures the colon and the spaces.",
    wrong="<!-- data: figure -->",
    right="<!-- data: figures -->",
)

# Wider than the marker itself, so that a misspelt one is seen too.
_MEANT = re.compile(r"<!--\s*data\s*[:：](.*?)-->")
_OPENS = re.compile(r"[<＜‹〈《][ \t]*[!！][ \t]*(?:-[ \t]?-|[—–－]{1,2})")
_ALONE = re.compile(rf"^[ \t]*{_MEANT.pattern}[ \t]*$", re.M)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for shown, page in pages.items():
        filled = {match.start() for match in MARKER.finditer(page.text)}
        for match in _MEANT.finditer(page.text):
            words = match[1].split()
            problem = _problem(words[0] if words else "", words[1:], tables)
            if not problem and match.start() not in filled:
                problem = _form(words)
            if problem:
                yield Finding(shown, *place(page.text, match.start()), "marker-unknown", *problem)
        yield from _marks(shown, page)


def _marks(shown: str, page: Page) -> Iterator[Finding]:
    """Comments that a reader would see, or that swallow the rest of the page: their marks are not the right ones."""
    for match in _OPENS.finditer(without_code(page.text)):
        if match[0] == "<!--":
            yield Finding(
                shown,
                *place(page.text, match.start()),
                RULE.id,
                "这里的 <!-- 没有收尾。请在注释后面写上半角的 -->。",
                "This <!-- is never closed. Write --> after the comment, in ASCII.",
            )
        else:
            yield Finding(
                shown,
                *place(page.text, match.start()),
                RULE.id,
                f"“{match[0]}”认不出是注释，会原样印在网页上。请写成半角的 <!--（收尾是 -->）。",
                f"“{match[0]}” does not open a comment and would be printed. Write <!-- in ASCII (and --> at the end).",
            )


def fix(page: Page, tables: Tables) -> str:
    """Colon, spaces and indentation of a marker that is otherwise right and stands alone on its line."""

    def cured(match: re.Match) -> str:
        words = match[1].split()
        return (
            match[0]
            if not words or _problem(words[0], words[1:], tables)
            else f"<!-- data: {' '.join(words)} -->"
        )

    return _ALONE.sub(cured, page.text)


def _problem(name: str, arguments: list[str], tables: Tables) -> tuple[str, str] | None:
    if name not in ARGUMENTS:
        return _unknown(name, list(ARGUMENTS))
    known = list({"background": tables.background, "graphic": tables.graphics}.get(name, ARGUMENTS[name]))
    wrong = [argument for argument in arguments if argument not in known]
    if wrong:
        return _unknown(wrong[0], known)
    if known and not arguments:
        return (
            f"标记 {name} 后面还要写：{'、'.join(known[:8])}。",
            f"The marker {name} needs one of: {', '.join(known[:8])}.",
        )
    return None


def _form(words: list[str]) -> tuple[str, str]:
    right = f"<!-- data: {' '.join(words)} -->"
    return (
        f"标记要单独占一行，顶格，写成 {right}（半角冒号，空格照样）。",
        f"A marker stands on a line of its own, not indented, as {right}.",
    )


def _unknown(word: str, known: list[str]) -> tuple[str, str]:
    near = get_close_matches(word, known, 1)
    zh = f"是不是想写 {near[0]}？" if near else f"可以写的有：{'、'.join(known)}。"
    en = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
    return f"标记里不认识“{word}”。{zh}", f"The marker does not know “{word}”. {en}"
