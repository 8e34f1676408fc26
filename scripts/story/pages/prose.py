"""The words of a Markdown text as a reader sees them, each character with its place in the text.

Front matter, code, comments, HTML, addresses and the marks of Markdown are left out, so that
`很好[二十名](figures.md#x), 真的` reads `很好二十名, 真的`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from story.pages.brackets import marks
from story.pages.page import CODE, COMMENT, FENCE, FRONT

GONE, OBJECT = "\0", "\ufffc"
"""Stand in a mask for a mark that leaves nothing behind, and for what is no word (code, an address)."""

_OBJECTS = re.compile(
    r"<(?:https?|mailto):[^<>\s]*>|\b(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+|[\w.+-]+@[\w-]+\.[\w.]+"
)
_MARKS = (
    r"\\(?=[!-/:-@\[-`{-~])",
    r"^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$",  # where a link's address stands by itself
    r"^\*\[[^\]\n]+\]:",  # an abbreviation
    r"\]\((?:[^()\n]|\([^()\n]*\))*\)",  # the address of a link that has lost its opening bracket
    r"\]\[[^\]\n]*\]",
    r"\[\^[^\]\n]+\]:?",  # links by name, footnotes
    r"</?[A-Za-z][^<>]*>",  # HTML
    r"\{:?[ \t]*(?=[^{}\n]*[#.=])[#.\w][^{}\n]*\}",  # attributes
    r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w -]*",
    r"^[ \t]*#{1,6}[ \t]+",
    r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+",
    r"^:[ \t]+",
    r"^(?:[ \t]*>)+[ \t]?",
    r"!\[",
    r"[\[\]*]",
    r"(?<!\w)_+|_+(?!\w)",
)
_BOX_TITLE = re.compile(r'^([ \t]*(?:!!!|\?\?\?\+?)[^"\n]*)"([^"\n]*)"[ \t]*$', re.M)
_OPENS = re.compile(r"[ \t]*(?:(?:[-*+]|\d+\.)[ \t]|:[ \t]|!!!|\?\?\?|\[\^)")
_INSIDE = r"(?:[^“”\n]|\n(?![ \t]*\n))*"
_QUOTED = re.compile(
    rf"“{_INSIDE}(?:“{_INSIDE}”{_INSIDE})*”?|"
    r"「[^」\n]*」|『[^』\n]*』|《[^》\n]*》|\"[^\"\n]*\"|^ {0,3}>.*$",
    re.M,
)


@dataclass(frozen=True)
class Prose:
    """`words` as read; `at[i]` is the position in the Markdown text of `words[i]`."""

    words: str
    at: list[int]


@lru_cache(maxsize=4096)
def prose(text: str) -> Prose:
    """The words of a text, with their positions."""
    masked = mask(text)
    kept = [index for index, letter in enumerate(masked) if letter != GONE]
    return Prose("".join(masked[index] for index in kept), kept)


@lru_cache(maxsize=4096)
def without_code(text: str) -> str:
    """The text, of the same length, with front matter, code and comments turned into spaces."""
    for block in (FRONT, FENCE, COMMENT, CODE):
        text = _gone(block, text)
    return _without_indented(text).replace(GONE, " ")


@lru_cache(maxsize=4096)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Spans that quote somebody or name a title: `“…”`, `《…》`, lines after `>`. No fix touches them.

    A quotation that is never closed lasts to the end of its paragraph.
    """
    return tuple(match.span() for match in _QUOTED.finditer(text))


def quoted(text: str, position: int, straight: bool = True) -> bool:
    """True if the character belongs to a quotation or a title, marks included; `straight`: `"` to `"` too."""
    spans = (span for span in quotations(text) if straight or text[span[0]] != '"')
    return any(start <= position < end for start, end in spans)


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with each span `(start, end)` replaced by the words beside it."""
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


@lru_cache(maxsize=4096)
def mask(text: str) -> str:
    """The text, of the same length, with all that is no word turned into `GONE` or `OBJECT`."""
    for block in (FRONT, FENCE, COMMENT):
        text = _gone(block, text)
    text = _gone(_BOX_TITLE, _without_indented(text), keep=2)
    text = _OBJECTS.sub(_object, CODE.sub(_object, text))
    for start, end in marks(text):
        text = text[:start] + GONE * (end - start) + text[end:]
    for pattern in _MARKS:
        text = _gone(re.compile(pattern, re.M), text)
    return text.replace("|", "\n")


def settled(cure: Callable[[str], str], text: str) -> str:
    """The text cured again until nothing changes: one mark put right may show the next to be wrong."""
    while (cured := cure(text)) != text:
        text = cured
    return text


def _without_indented(text: str) -> str:
    """Lines set in by four after an empty one are code, unless a list, a note or a box holds them."""
    lines, holder, code, empty = [], False, False, True
    for line in text.split("\n"):
        bare = line.replace(GONE, " ")
        inside = line.startswith(("    ", "\t")) and bare.strip()
        if bare.strip() and not inside:
            holder, code = bool(_OPENS.match(bare)) or (holder and not empty), False
        elif inside and not holder:
            code = code or empty
        empty = not bare.strip()
        lines.append(GONE * len(line) if code and inside else line)
    return "\n".join(lines)


def _gone(pattern: re.Pattern, text: str, keep: int | None = None) -> str:
    """Every match turned into `GONE`, line ends kept; `keep` is a group that stays."""

    cover = lambda words: re.sub(r"[^\n]", GONE, words)
    if not keep:
        return pattern.sub(lambda match: cover(match[0]), text)

    def around(match: re.Match) -> str:
        (start, end), (first, last) = match.span(), match.span(keep)
        return cover(text[start:first]) + text[first:last] + cover(text[last:end])

    return pattern.sub(around, text)


def _object(match: re.Match) -> str:
    return OBJECT + GONE * (len(match[0]) - 1)
