"""How a link is written: the brackets, the address, the title. Read by Python-Markdown's own rules.

Knows nothing of code, comments and HTML: whoever asks has turned them into spaces.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor, ReferenceInlineProcessor

_PARSER: Any = Markdown()
_INLINE, _NAMED = LinkInlineProcessor(r"\[", _PARSER), ReferenceInlineProcessor(r"\[", _PARSER)
_PARSER.treeprocessors["inline"].stashed_nodes = {}  # which a link looks into, and which a run would make
_PAIR, _ADDRESS, _WORDS = 1, 2, 3
"""Forms of a link as they are looked for, in order: `[words][name]`, `[words](address)`, `[name]`."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_HIDDEN = re.compile("\ue010([\ue100-\ue17f])")
_PARAGRAPH = re.compile(r"\n[ \t\0]*\n")


@dataclass(frozen=True)
class Span:
    """A link or an image: where it begins, its words begin and end, and it ends; its address, and the name by
    which it is looked up if the address is written elsewhere."""

    start: int
    first: int
    last: int
    end: int
    target: str
    image: bool
    name: str | None = None


def spans(text: str, named: Mapping[str, str] | None = None) -> Iterator[Span]:
    """Every link and image, those inside of others first. `named` holds addresses by lower-case names."""
    hidden, position = _ESCAPED.sub(lambda match: f"\ue010{chr(ord(match[1]) + 0xE100)}", text), 0
    for block in _PARAGRAPH.split(hidden):
        position = hidden.index(block, position)
        for each in _within(block, 0, named or {}) if "[" in block else ():
            places = (each.start, each.first, each.last, each.end)
            start, first, last, end = (place + position for place in places)
            yield Span(start, first, last, end, _shown(each.target), each.image, each.name)
        position += len(block)


def marks(text: str) -> list[tuple[int, int]]:
    """What is no word in the links of a text, in order: opening bracket, address with its brackets."""
    found = [part for each in spans(text) for part in ((each.start, each.first), (each.last, each.end))]
    return sorted(found)


def _within(text: str, index: int, named: Mapping[str, str], inside: int = 0) -> Iterator[Span]:
    """`inside` is the form of the link whose words these are: they hold links of a later form only."""
    parted = 0
    while (index := text.find("[", index)) >= 0:
        found, form, end = _at(text, index, named, inside, index >= parted)
        if found:
            # The alt text of a picture is text only.
            yield from _within(text[: found.last], found.first, named, form) if not found.image else ()
            yield found
        parted = max(parted, end)
        index = found.end if found else index + 1


def _at(
    text: str, index: int, named: Mapping[str, str], inside: int, paired: bool
) -> tuple[Span | None, int, int]:
    """The link whose `[` stands there, its form, and how far a pair of brackets reaches that names nothing.

    The bracket at the end of such a pair begins no other (`paired` is false of it).
    """
    words, after, closed = _INLINE.getText(text, index + 1)
    if not closed or words.startswith("^"):
        return None, 0, 0
    image = text[index - 1 : index] == "!"
    start, first, last = index - image, index + 1, after - 1
    typed, reach, pair = _NAMED.evalId(text, after, words)
    name, pair = _even(typed or ""), paired and pair and (image or inside < _PAIR)
    if pair and name in named:
        return Span(start, first, last, reach, named[name], image, name), _PAIR, 0
    reach = reach if pair else 0
    target, _, end, closed = _INLINE.getLink(text, after)
    if closed and (image or inside < _ADDRESS):
        return Span(start, first, last, end, target, image), _ADDRESS, reach
    if inside < _WORDS and _even(words) in named:
        return Span(start, first, last, after, named[_even(words)], image, _even(words)), _WORDS, reach
    return None, 0, reach


def _even(name: str) -> str:
    return " ".join(_shown(name).lower().split())


def _shown(text: str) -> str:
    """The text without the backslashes that were hidden."""
    return _HIDDEN.sub(lambda match: chr(ord(match[1]) - 0xE100), text)
