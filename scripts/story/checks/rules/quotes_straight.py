"""Straight quotation marks in prose."""

import re
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import around, everything
from story.findings import Finding
from story.pages.page import Page
from story.pages.prose import edited, prose, quoted
from story.tables.tables import Tables

RULE = Rule(
    "quotes-straight",
    "引号用弯的：“ ”和‘ ’，英文的撇号也用弯的 ’。",
    "Quotation marks are curly, “ ” and ‘ ’; so is the apostrophe ’.",
    "直引号不分前后，读的人分不清哪里开始哪里结束；别的检查靠弯引号认出引文。拿得准的可以自动改，拿不准的请自己改。",
    "A straight mark does not say whether it opens or closes, and other rules know a quotation by its curly marks. Certain cases are cured by themselves, the others are yours.",
    '综述说这是"桥梁纽带"。',
    "综述说这是“桥梁纽带”。",
)

_OPENING, _CLOSING = "\n \t([（“‘—–", "\n \t)]）”’—–,.;:!?，。；：！？、…"


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in everything(pages, tables):
        seen = prose(text.body)
        for index in _straight(seen.words, "\"'＂"):
            mark = seen.words[index]
            curly = "‘ ’" if mark == "'" else "“ ”"
            yield text.finding(
                RULE,
                seen.at[index],
                f"“{around(text.body, seen.at[index])}”里的 {mark} 是直引号，请改成弯的 {curly}。",
                f"{mark} is a straight mark; write {curly}.",
            )
        for index in _straight(seen.words, "「」『』") if text.lang == "zh" else ():
            mark, curly = seen.words[index], dict(zip("「」『』", "“”‘’"))[seen.words[index]]
            yield text.finding(
                RULE,
                seen.at[index],
                f"“{around(text.body, seen.at[index])}”里的 {mark} 是另一种引号，本站用弯的：请改成 {curly}。",
                f"{mark} is a mark of another style; this site writes {curly}.",
            )


def fix(page: Page, tables: Tables) -> str:
    """The page with curly marks wherever it is certain which; marks inside quotations stay."""
    seen, edits = prose(page.text), []
    for first, words in _lines(seen.words):
        for index, curly in _certain(words.replace("＂", '"'), page.lang).items():
            position = seen.at[first + index]
            if not quoted(page.text, position, straight=False):
                edits.append((position, position + 1, curly))
    return edited(page.text, edits)


def _lines(words: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]+", words):
        yield match.start(), match[0]


def _straight(words: str, marks: str) -> list[int]:
    return [match.start() for match in re.finditer(f"[{marks}]", words)]


def _certain(line: str, lang: str) -> dict[int, str]:
    """Position of each mark of a line that can be meant in one way only, and the curly mark for it."""
    apostrophes = [match.start() for match in re.finditer(r"(?<=[A-Za-z])'(?=[A-Za-z])", line)]
    singles = [index for index in _straight(line, "'") if index not in apostrophes]
    return (
        dict.fromkeys(apostrophes, "’")
        | _paired(line, _straight(line, '"'), "“”", lang)
        | _paired(line, singles, "‘’", lang)
    )


def _paired(line: str, marks: list[int], curly: str, lang: str) -> dict[int, str]:
    """Marks that open and close in turn, with words between them; nothing if a single one is out of step, curly ones included."""
    pairs = list(zip(marks[::2], marks[1::2]))
    there = re.sub(rf"(?<=[A-Za-z])’(?=[A-Za-z])|[^{curly}]", "", line)
    nested = any(set(curly) & set(line[first:last]) for first, last in pairs)
    if (
        len(marks) % 2
        or nested
        or there.replace(curly, "")
        or not all(_opens_and_closes(line, *pair, lang) for pair in pairs)
    ):
        return {}
    return {index: mark for pair in pairs for index, mark in zip(pair, curly)}


def _opens_and_closes(line: str, first: int, last: int, lang: str) -> bool:
    inside = line[first + 1 : last]
    if not inside or inside != inside.strip():
        return False
    before, after = line[first - 1 : first] if first else "\n", line[last + 1 : last + 2] or "\n"
    # Chinese has no spaces to tell by, but a length in inches is no quotation.
    return not before.isdigit() if lang == "zh" else before in _OPENING and after in _CLOSING
