"""Radicals and compatibility ideographs that look like the usual characters and are not."""

import re
import unicodedata
from collections.abc import Iterator

from story.checks.rule import rule
from story.checks.texts import Fault, Text, around, framed
from story.findings import Words
from story.pages.prose import prose

RULE = rule("radical-lookalike")
# The block “CJK Radicals Supplement” has no compatibility mappings; these are the radicals that are words
# (Unicode, EquivalentUnifiedIdeograph.txt).
_WORDS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
    )
)
_RADICAL = "\u2e80-\u2fdf"
_STRANGE = re.compile(f"[{_RADICAL}\uf900-\ufaff\U0002f800-\U0002fa1f]")
_UNSEEN = {"\u200b": "零宽空格", "\u200c": "零宽不连字", "\u2060": "零宽连接", "\ufeff": "零宽空格"}
_NO_BREAK = "\u00a0\u202f"
_SPACES = re.compile(f"[{''.join(_UNSEEN)}{_NO_BREAK}]")


def faults(text: Text) -> Iterator[Fault]:
    """Each sign that only looks like a character, and in Chinese each space that no reader can tell from an
    ordinary one, or from none. Of these only what has no width is certain to go."""
    strange = _STRANGE.search(text.body)
    if strange or text.lang == "zh" and _SPACES.search(text.body):
        seen = prose(text.body)
        for index, letter in enumerate(seen.words):
            place = seen.at[index]
            if _STRANGE.match(letter) and (re.match(f"[{_RADICAL}]", letter) or usual(letter)):
                yield Fault(place, place + 1, _lookalike(text.body, place, letter), usual(letter))
            elif text.lang == "zh" and _SPACES.match(letter):
                cure = "" if letter in _UNSEEN else None
                yield Fault(place, place + 1, _unseen(text.body, place, letter), cure, safe=True)


check, fix = framed(RULE, faults)


def usual(letter: str) -> str | None:
    """The usual character, or None where the sign is a part of characters only."""
    plain = _WORDS.get(letter) or unicodedata.normalize("NFKC", letter)
    return plain if plain != letter else None


def _lookalike(body: str, place: int, letter: str) -> Words:
    wanted = usual(letter)
    cure = RULE.words("usual", letter=wanted, code=_code(wanted)) if wanted else RULE.words("type")
    return RULE.words("lookalike", around=around(body, place), letter=letter, code=_code(letter), cure=cure)


def _unseen(body: str, place: int, letter: str) -> Words:
    words = around(body, place).translate(dict.fromkeys(map(ord, _UNSEEN)))
    zh = _UNSEEN.get(letter, "不换行空格")
    en = "an invisible character" if letter in _UNSEEN else "a no-break space"
    return RULE.words("unseen", words=words, kind=(zh, en), code=_code(letter))


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
