"""Where a typesetter would break a line: between phrases, in posters and on pages alike."""

import re

from markupsafe import Markup, escape

from story.language.counting import HAN

_CLOSING = "，。、；：？！》）】」』…—·"
_JOINTS = "and|as|at|by|for|from|in|into|of|on|or|than|that|to|who|with"
_BREAK = re.compile(
    rf"(?<=[{_CLOSING}])(?![{_CLOSING}”’\s]|$)|(?<=[,;:.?!…—”’)]\s)"
    rf"|(?<=\s)(?=(?:{_JOINTS})\b)|(?<=[{HAN}]\s)|(?<=\s)(?=[{HAN}])"
)
_SHORT = 5
"""A Western phrase of fewer letters leans on the next: “down to the week” is one."""
_UNIT = re.compile(r"(?<=\d) (?=\w)")


def phrases(text: str) -> list[str]:
    """The phrases of a text, in order and with the spaces after them: joined they are the text."""
    found: list[str] = []
    for piece in _BREAK.split(text):
        if found and len(found[-1].strip()) < _SHORT and found[-1].isascii():
            found[-1] += piece
        else:
            found.append(piece)
    return found


def phrased(text: str) -> Markup:
    """A title for a page, its English phrases as boxes that break only when they do not fit a line.

    Chinese needs none: the style sheet keeps what stands between two marks together.
    """
    parts = phrases(text)
    if len(parts) == 1 or re.search(f"[{HAN}]", text):
        return escape(text)
    box = '<span class="story-phrase">{}</span>{}'
    return Markup("").join(Markup(box).format(part.rstrip(), part[len(part.rstrip()) :]) for part in parts)


def united(text: str) -> str:
    """A text whose numbers stay with what they count."""
    return _UNIT.sub("\u00a0", text)
