"""Bold words that end or begin with punctuation, which other viewers show with their asterisks."""

import re
import unicodedata
from collections.abc import Iterator

from story.checks.rule import rule
from story.checks.texts import Fault, Text, framed
from story.pages.prose import without_code

RULE = rule("bold-punctuation")
_SPAN = re.compile(r"(?<![\\*])(\*{1,3})(?![\s*])((?:[^*\n]|\n(?![ \t]*\n))+?)(?<![\s*\\])\1(?!\*)")
_MOVABLE = "：，。；！？、"


def faults(text: Text) -> Iterator[Fault]:
    """Each run of bold or emphasised words whose asterisks CommonMark does not take for such."""
    for match in _SPAN.finditer(without_code(text.body)):
        if not _opens(match) or not _closes(match):
            right = _moved(match)
            cure = RULE.words("write", right=right) if right else RULE.words("move")
            yield Fault(*match.span(), RULE.words("shown", words=match[0], cure=cure), right)


check, fix = framed(RULE, faults)


def _opens(match: re.Match) -> bool:
    """Left-flanking (CommonMark 6.2)."""
    return not _punctuation(match[2][0]) or _open_side(match.string[match.start() - 1 : match.start()])


def _closes(match: re.Match) -> bool:
    """Right-flanking (CommonMark 6.2)."""
    return not _punctuation(match[2][-1]) or _open_side(match.string[match.end() : match.end() + 1])


def _open_side(letter: str) -> bool:
    return not letter.strip() or _punctuation(letter)


def _punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _moved(match: re.Match) -> str | None:
    """The same words with the marks at their end outside of the asterisks, if that is the whole cure."""
    words = match[2].rstrip(_MOVABLE)
    if not _opens(match) or not words or words == match[2] or _punctuation(words[-1]):
        return None
    return f"{match[1]}{words}{match[1]}{match[2][len(words) :]}"
