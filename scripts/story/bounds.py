"""How much there may be of anything in one text: far beyond what anybody writes, and little enough that what
reads it never takes long. Some of that takes the square of what it reads, and some goes as deep as that."""

import errno
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from story.findings import Words
from story.rules import rule

RULE = rule("too-much")
PAGE, LINE, PARAGRAPH, TABLE = 60_000, 5_000, 12_000, 1_000_000
"""Characters."""
DEEP = 30
"""Brackets of a paragraph that are open at once; comments that are never closed."""
_MANY: tuple[tuple[str, int, Words], ...] = (
    (r"^ {0,3}#|^ {0,3}(?:=+|-+)[ \t]*$", 300, ("标题", "headings")),
    (r"<!--", 300, ("注释和数据标记", "comments and data markers")),
    (r"<!--\s*data", 40, ("数据标记", "data markers")),
    (
        r"^[ \t]*\*?\[[^\]\n]{1,99}\]:",
        200,
        ("脚注、缩写和网址的定义", "footnotes, abbreviations and named addresses"),
    ),
    (r"<[A-Za-z/?!]", 1_000, ("HTML 标签", "HTML tags")),
)
_NESTED = re.compile(
    r"^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*){12}|^(?: {48}|(?: {0,3}\t){12})[ \t]*\S|`{7}", re.M
)
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_MARKS = re.compile(r"[*_]")


class TooMuch(Exception):
    """A text has too much of something: what, and on which line."""

    def __init__(self, line: int, words: Words):
        super().__init__(words)
        self.line, self.words = line, words


def read(path: Path, docs: Path) -> str:
    """The text of a page. Raises `UnicodeDecodeError`, `TooMuch`, and `OSError` for what is no file below
    `docs`."""
    if not path.is_file() or not path.resolve().is_relative_to(docs.resolve()):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    with path.open(encoding="utf-8-sig") as file:
        text = file.read(PAGE * 2)  # enough to know that it is too much
    if excess := beyond(text):
        position, words = excess
        raise TooMuch(text.count("\n", 0, position) + 1, words)
    return text


@lru_cache(maxsize=256)  # of every page the title is asked for on every page
def beyond(text: str) -> tuple[int, Words] | None:
    """Where a text first has too much of something, and what; None if it has not."""
    return next(_faults(text), None)


def _faults(text: str) -> Iterator[tuple[int, Words]]:
    if len(text) > PAGE:
        yield 0, RULE.words("page", limit=PAGE)
        return
    for match in re.finditer(rf"[^\n]{{{LINE + 1},}}", text):
        yield match.start(), RULE.words("line", count=len(match[0]), limit=LINE)
    if deep := _NESTED.search(text):
        yield deep.start(), RULE.words("nested")
    for pattern, limit, what in _MANY:
        found = list(re.finditer(pattern, text, re.M))
        if len(found) > limit:
            yield found[limit].start(), RULE.words("many", count=len(found), limit=limit, what=what)
    closed = text.rfind("-->")
    if text.count("<!--", closed + 1) > DEEP:
        yield text.find("<!--", closed + 1), RULE.words("unclosed", mark="<!--", limit=DEEP)
    for match in _PARAGRAPH.finditer(text):
        yield from ((match.start() + place, words) for place, words in _of_paragraph(match[0]))


def of_table(text: str) -> Words | None:
    """What a file of YAML has too much of, or None. A parser goes as deep as its brackets do."""
    if len(text) > TABLE:
        return RULE.words("table", limit=TABLE)
    return RULE.words("nested") if any(_depths(text, "[{", "]}", 2 * DEEP)) else None


def _depths(text: str, opens: str, closes: str, most: int) -> Iterator[int]:
    """Where more than `most` brackets are open at once."""
    depth = 0
    for match in re.finditer(rf"[{re.escape(opens + closes)}]", text):
        depth = depth + 1 if match[0] in opens else max(0, depth - 1)
        if depth > most:
            yield match.start()


def _of_paragraph(text: str) -> Iterator[tuple[int, Words]]:
    if len(text) > PARAGRAPH:
        yield 0, RULE.words("paragraph", count=len(text), limit=PARAGRAPH)
    marks = [match.start() for match in _MARKS.finditer(text)]
    if len(marks) > 1_000:
        what = "星号和下划线", "asterisks and underscores"
        yield marks[1_000], RULE.words("many", count=len(marks), limit=1_000, what=what)
    for opens, closes in ("[]", "()"):
        for place in islice(_depths(text, opens, closes, DEEP), 1):
            yield place, RULE.words("unclosed", mark=opens, limit=DEEP)
