"""`<!-- check: RULE off, reason -->` above a paragraph: what a page says to the check, and no reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from story.pages.page import comments, place

_MEANT = re.compile(r"<!--\s*check\s*[:：]\s*(.*?)\s*-->", re.S)
_FORM = re.compile(r"([\w-]+)\s+off\s*(?:[,，;；:：]\s*(.*))?", re.S)


@dataclass(frozen=True, order=True)
class Switch:
    """One such comment: its place, its rule and reason (either may be empty), the lines of its paragraph."""

    line: int
    column: int
    rule: str
    reason: str
    first: int
    last: int


def switches(text: str) -> Iterator[Switch]:
    """Every comment that means to switch a rule off, well formed or not, outside of code."""
    for typed, start in comments(text):
        if meant := _MEANT.fullmatch(typed):
            form = _FORM.fullmatch(meant[1])
            line, column = place(text, start)
            alone = text.splitlines()[line - 1].strip() == typed
            rule, reason = (form[1], (form[2] or "").strip()) if form and alone else ("", "")
            yield Switch(line, column, rule, reason, *_paragraph(text, line))


def strip(text: str) -> str:
    """The text without these comments: no reader is to find them in a page's source."""
    return _MEANT.sub("", text)


def _paragraph(text: str, line: int) -> tuple[int, int]:
    """First and last line, from 1, of the paragraph below `line`; further such comments are passed over."""
    lines = text.splitlines()
    first = line
    while first < len(lines) and (not lines[first].strip() or _MEANT.fullmatch(lines[first].strip())):
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first + 1, last
