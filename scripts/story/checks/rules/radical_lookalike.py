"""Radicals and compatibility ideographs that look like the usual characters and are not."""

import unicodedata
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import around, everything
from story.findings import Finding
from story.pages.page import Page
from story.pages.prose import edited, prose, quoted
from story.tables.tables import Tables

RULE = Rule(
    "radical-lookalike",
    "不用长得像汉字的部首符号，例如“⼀”“⻋”；中文里没有看不见的字符和不换行空格。",
    "No radicals that only look like the usual characters, such as “⼀” or “⻋”; no invisible characters or no-break spaces in Chinese.",
    "从 PDF、扫描件、网页复制时常会带进来。看着一样，电脑却当成别的字：搜不到，读屏软件念不出，字体里也往往没有。引文里的不会自动改，请手工改。",
    "They come with words copied from a PDF, a scan or a web page. They look the same and are other characters: search misses them, a screen reader stumbles, fonts lack them. Those in quotations are not changed by themselves.",
    "一列⻋，⼆⼗个人",
    "一列车，二十个人",
)

# The block “CJK Radicals Supplement” has no compatibility mappings; these are the radicals that are words
# (Unicode, EquivalentUnifiedIdeograph.txt).
_WORDS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
    )
)


_UNSEEN = {"\u200b": "零宽空格", "\u200c": "零宽不连字", "\u2060": "零宽连接", "\ufeff": "零宽空格"}
_NO_BREAK = "\u00a0\u202f"


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in everything(pages, tables):
        for position, letter, usual in faults(text.body):
            code, wanted, wanted_en = f"U+{ord(letter):04X}", *_wanted(usual)
            yield text.finding(
                RULE,
                position,
                f"“{around(text.body, position)}”里的“{letter}”（{code}）只是看着像汉字。{wanted}",
                f"“{letter}” ({code}) only looks like the usual character. {wanted_en}",
            )
        for position, letter in unseen(text.body) if text.lang == "zh" else ():
            words = around(text.body, position).translate(dict.fromkeys(map(ord, _UNSEEN)))
            zh, en = (
                ("不换行空格", "a no-break space")
                if letter in _NO_BREAK
                else (_UNSEEN[letter], "an invisible character")
            )
            yield text.finding(
                RULE,
                position,
                f"“{words}”里有一个看不出来的{zh}（U+{ord(letter):04X}），请删去。",
                f"There is {en} (U+{ord(letter):04X}) in “{words}”. Delete it.",
            )


def fix(page: Page, tables: Tables) -> str:
    """The page with the usual characters; quotations stay. Of what cannot be seen only what has no width is certain to go."""
    gone = [
        (position, position + 1, "")
        for position, letter in unseen(page.text)
        if page.lang == "zh" and letter in _UNSEEN
    ]
    return edited(
        page.text,
        gone
        + [
            (position, position + 1, usual)
            for position, _, usual in faults(page.text)
            if usual and not quoted(page.text, position)
        ],
    )


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Position and character of each space in the words that no reader can tell from an ordinary one, or from none."""
    if any(letter in text for letter in (*_UNSEEN, *_NO_BREAK)):
        seen = prose(text)
        yield from (
            (seen.at[index], letter)
            for index, letter in enumerate(seen.words)
            if letter in _UNSEEN or letter in _NO_BREAK
        )


def faults(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Position, character, and the usual one if there is one."""
    seen = prose(text)
    for index, letter in enumerate(seen.words):
        if letter >= "\u2e80" and _strange(letter):
            yield seen.at[index], letter, usual(letter)


def usual(letter: str) -> str | None:
    """The usual character, or None where the sign is a part of characters only."""
    plain = _WORDS.get(letter) or unicodedata.normalize("NFKC", letter)
    return plain if plain != letter else None


def _strange(letter: str) -> bool:
    radical = "\u2e80" <= letter <= "\u2fdf"
    compatible = "\uf900" <= letter <= "\ufaff" or "\U0002f800" <= letter <= "\U0002fa1f"
    return radical or (compatible and usual(letter) is not None)


def _wanted(usual: str | None) -> tuple[str, str]:
    if usual is None:
        return "请换成平常打字打出来的字。", "Type the usual character instead."
    return f"应当是“{usual}”（U+{ord(usual):04X}）。", f"It should be “{usual}” (U+{ord(usual):04X})."
