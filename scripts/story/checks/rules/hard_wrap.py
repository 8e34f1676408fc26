"""A Chinese paragraph broken over several lines."""

import re
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import of_pages
from story.findings import Finding
from story.language.counting import HAN
from story.pages.page import Page
from story.pages.prose import GONE, edited, mask
from story.tables.tables import Tables

RULE = Rule(
    "hard-wrap",
    "一段中文写成一行，不要在中间换行。",
    "A Chinese paragraph is one line of the file.",
    "网页把换行当作一个空格，两个汉字中间就多出一道缝。真要换行，在上一行末尾加两个空格；要另起一段，空一行。",
    "A browser turns the line end into a space, which leaves a gap between two Han characters. For a real line break put two spaces before it; for a new paragraph leave an empty line.",
    "二十名干部，一年，\n两座城。",
    "二十名干部，一年，两座城。",
)

_WIDE = f"[{HAN}\u3000-\u303f\uff01-\uff5e“”‘’…—]"
_ENDS, _BEGINS = re.compile(rf".*{_WIDE}[,;:?!.]?$"), re.compile(_WIDE)
_BLOCK = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d+\.[ \t]|>|:[ \t]|\||!!!|\?\?\?|\[\^?[^\]]+\]:|\*\[|```|~~~|<)"
)
_UNBROKEN = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>|\||!!!|\?\?\?|<)")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in of_pages(pages):
        for start, end in faults(text.body) if text.lang == "zh" else ():
            last, first = text.body[:start].split("\n")[-1][-6:], text.body[end:].split("\n")[0][:6]
            yield text.finding(
                RULE,
                end,
                f"一段话在“{last}”和“{first}”中间断成两行，网页上会多出一个空格。请接成一行；要另起一段，就空一行。",
                f"The paragraph is broken between “{last}” and “{first}”, which shows as a gap. Join the lines, or leave an empty line for a new paragraph.",
            )


def fix(page: Page, tables: Tables) -> str:
    """The page with broken paragraphs joined."""
    return edited(page.text, [(*fault, "") for fault in faults(page.text)] if page.lang == "zh" else [])


def faults(text: str) -> Iterator[tuple[int, int]]:
    """The span between the last word of a line and the first of the next, for each paragraph that is broken."""
    masked = mask(text)
    lines = list(re.finditer(r"[^\n]*", text))
    lines = [line for line in lines if line.start() == 0 or text[line.start() - 1] == "\n"]
    terms = _terms([line[0] for line in lines])
    for index, (line, after) in enumerate(zip(lines, lines[1:])):
        shown, shown_after = (_shown(masked[each.start() : each.end()]) for each in (line, after))
        if index not in terms and _broken(line[0], after[0], shown, shown_after):
            yield line.start() + len(line[0].rstrip()), after.end() - len(after[0].lstrip())


def _shown(masked: str) -> str:
    return masked.replace(GONE, "").strip()


def _broken(line: str, after: str, shown: str, shown_after: str) -> bool:
    meant = line.endswith(("  ", "\\")) or _UNBROKEN.match(line) or _BLOCK.match(after)
    return not meant and bool(_ENDS.match(shown) and _BEGINS.match(shown_after))


def _terms(lines: list[str]) -> set[int]:
    """Lines that name what the definitions under them explain: each has a line to itself."""
    found, block = set(), []
    for index, line in enumerate(lines):
        if re.match(r":[ \t]", line):
            found |= set(block)
        block = [*block, index] if line.strip() else []
    return found
