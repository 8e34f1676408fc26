"""A Chinese paragraph broken over several lines."""

import re
from collections.abc import Iterator

from story.checks.rule import rule
from story.checks.texts import Fault, Text, framed
from story.language.counting import HAN
from story.pages.prose import GONE, mask

RULE = rule("hard-wrap")
_WIDE = f"[{HAN}\u3000-\u303f\uff01-\uff5e“”‘’…—]"
_ENDS, _BEGINS = re.compile(rf".*{_WIDE}[,;:?!.]?$"), re.compile(_WIDE)
_BLOCK = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d+\.[ \t]|>|:[ \t]|\||!!!|\?\?\?|\[\^?[^\]]+\]:|\*\[|```|~~~|<)"
)
_UNBROKEN = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>|\||!!!|\?\?\?|<)")


def faults(text: Text) -> Iterator[Fault]:
    """The line end between two lines of a Chinese page that are one paragraph, with the spaces about it."""
    for start, end in _breaks(text.body) if text.lang == "zh" and not text.table else ():
        last, first = text.body[:start].split("\n")[-1][-6:], text.body[end:].split("\n")[0][:6]
        yield Fault(start, end, RULE.words(last=last, first=first), "", safe=True, at=end)


check, fix = framed(RULE, faults)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """The span from the last word of a line to the first of the next, where a paragraph is broken."""
    masked, position, lines = mask(text), 0, text.split("\n")
    shown = [line.replace(GONE, "").strip() for line in _cut(masked, lines)]
    terms = _terms(lines)
    for index, (line, after) in enumerate(zip(lines, lines[1:])):
        end = position + len(line)
        if index not in terms and _broken(line, after, shown[index], shown[index + 1]):
            yield position + len(line.rstrip()), end + 1 + len(after) - len(after.lstrip())
        position = end + 1


def _cut(masked: str, lines: list[str]) -> Iterator[str]:
    """The mask cut where the lines of its text end: it has line ends of its own in place of `|`."""
    position = 0
    for line in lines:
        yield masked[position : position + len(line)]
        position += len(line) + 1


def _broken(line: str, after: str, shown: str, shown_after: str) -> bool:
    meant = line.endswith(("  ", "\\")) or _UNBROKEN.match(line) or _BLOCK.match(after)
    return not meant and bool(_ENDS.match(shown) and _BEGINS.match(shown_after))


def _terms(lines: list[str]) -> set[int]:
    """Lines that name what the definitions under them explain: each has a line to itself."""
    found: set[int] = set()
    block: list[int] = []
    for index, line in enumerate(lines):
        if re.match(r":[ \t]", line):
            found |= set(block)
        block = [*block, index] if line.strip() else []
    return found
