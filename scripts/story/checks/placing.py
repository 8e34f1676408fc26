"""Where in the sources something stands that was found on a published page: as near as can be told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from story.checks.texts import Text
from story.pages.page import FRONT
from story.pages.prose import without_code
from story.site.allowed import Fault

_BETWEEN = r"[\x00-\x20\u200b-\u200f\ufeff]*"
_LONGEST = 30
_LAST = {"repeated", "second-title"}
"""Faults of which there is one for all places: the last is told, as the first may stay."""


def placed(
    faults: Iterable[Fault], page: Text, others: Iterable[Text] = ()
) -> Iterator[tuple[Text, int, Fault]]:
    """The text in which each fault was likely typed, of a page and `others`, and the place in it.

    The second fault of a kind is looked for behind the first. What was found nowhere is told where the page
    begins.
    """
    bare = [(page, without_code(page.body)), *((each, each.body) for each in others)]
    seen: Counter[Fault] = Counter()
    for fault in faults:
        for needle in _needles(fault):
            found = [(text, match.start()) for text, body in bare for match in needle.finditer(body)]
            found = found or [(page, match.start()) for match in needle.finditer(page.body)]
            if found:
                number = len(found) if fault.said in _LAST else seen[fault] + 1
                yield *found[min(number, len(found)) - 1], fault
                break
        else:
            yield page, _first(page), fault
        seen[fault] += 1


def _needles(fault: Fault) -> Iterator[re.Pattern]:
    """What to look for, the most telling first."""
    if fault.said == "second-title":
        yield _compiled(r"^#(?!#)|^=+[ \t]*$|<h1\b")
    tag = rf"<{re.escape(fault.tag)}(?![\w-])" if fault.tag else r"</(?:article|main|div|body|html)\b|<!--"
    if fault.name:
        name, value = re.escape(fault.name), _spelled(fault.value)
        yield from map(_compiled, _of_id(value) if fault.name == "id" else [])
        if len(fault.value) > 3:
            yield _compiled(rf"(?<![\w-]){value}")
        yield from map(_compiled, (rf"(?<![\w-]){name}{_BETWEEN}=", rf"(?<![\w-]){name}(?![\w-])"))
    yield _compiled(tag)


def _of_id(value: str) -> tuple[str, ...]:
    return rf"#{value}(?![\w-])", rf"\bid\s*=\s*[\"']?{value}(?![\w-])", rf"^#{{1,6}}[ \t]+.*?(?={value})"


def _spelled(value: str) -> str:
    """A value however a browser lets it be spelt: with entities, and with signs of control between."""
    letters = (rf"(?:{re.escape(char)}|&#0*{ord(char)};?|&#x0*{ord(char):x};?)" for char in value[:_LONGEST])
    return _BETWEEN.join(letters)


def _compiled(pattern: str) -> re.Pattern:
    return re.compile(pattern, re.I | re.M)


def _first(page: Text) -> int:
    """Where the words of a page begin."""
    head = FRONT.match(page.body)
    rest = page.body[head.end() :] if head else page.body
    return (head.end() if head else 0) + len(rest) - len(rest.lstrip())
