"""Half-width punctuation in Chinese words."""

import re
from collections.abc import Iterator

from story.checks.rule import rule
from story.checks.texts import Fault, Text, around, framed
from story.language.counting import HAN
from story.pages.prose import Prose, prose, quoted

RULE = rule("punctuation-width")
_WIDE = {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？"}
_MARK = re.compile(r"[ \t]*(\.{2,}|[,.:;!?])[ \t]*")
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_HAN = re.compile(f"[{HAN}]")
_BESIDE = re.compile(f"[{HAN}“”《》（）‘’]")


def faults(text: Text) -> Iterator[Fault]:
    """Each half-width mark in Chinese words, the spaces beside it included."""
    seen = prose(text.body) if text.lang == "zh" else Prose("", [])
    for start, end, wide in [*_marks(seen.words, seen.at), *_brackets(seen.words, seen.at)]:
        narrow = text.body[start:end].strip()
        held = "这是引文，请对照原文再改。" if quoted(text.body, start) else ""
        told = RULE.words(around=around(text.body, start), narrow=narrow, wide=wide, held=held)
        yield Fault(start, end, told, wide)


check, fix = framed(RULE, faults)


def _marks(words: str, at: list[int]) -> Iterator[tuple[int, int, str]]:
    for match in _MARK.finditer(words):
        before, after = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
        parted = bool(after) and at[match.end()] > at[match.end() - 1] + 1
        if _wrong(match[1], before, after, parted):
            # Only what stands together: a mark of Markdown among the spaces stays.
            first, last = match.start(1), match.end() - 1
            last = last if at[last] - at[first] == last - first and after.strip() else match.end(1) - 1
            yield at[first], at[last] + 1, "……" if len(match[1]) > 1 else _WIDE[match[1]]


def _wrong(mark: str, before: str, after: str, parted: bool) -> bool:
    """True if a mark belongs to Chinese words. A full stop before a letter may be part of a file’s name,
    unless a link
    or the like begins between them (`parted`)."""
    if not before.strip():
        return False
    left, right = bool(_BESIDE.match(before)), bool(_BESIDE.match(after))
    if mark.startswith("."):
        return left and (right or parted or after.isdigit() or not after.strip())
    return left or (right and before.isalnum())


def _brackets(words: str, at: list[int]) -> Iterator[tuple[int, int, str]]:
    for match in _BRACKETS.finditer(words):
        if _HAN.search(match[1]) or _HAN.match(words[match.start() - 1 : match.start()]):
            for position, wide in ((match.start(), "（"), (match.end() - 1, "）")):
                yield at[position], at[position] + 1, wide
