"""Radicals and compatibility ideographs that look like the usual characters and are not."""

import unicodedata
from collections.abc import Iterator

from story.checks.texts import around, everything
from story.findings import Finding
from story.pages import Page
from story.prose import edited, prose, quoted
from story.rules import Rule
from story.tables import Tables

RULE = Rule(
    "radical-lookalike",
    "不用长得像汉字的部首符号，例如“⼀”“⻋”。",
    "No radicals that only look like the usual characters, such as “⼀” or “⻋”.",
    "从 PDF 或扫描件复制时常会带进来。看着一样，电脑却当成别的字：搜不到，读屏软件念不出，字体里也往往没有。引文里的不会自动改，请手工改。",
    "They come with words copied from a PDF or a scan. They look the same and are other characters: search misses them, a screen reader stumbles, fonts lack them. Those in quotations are not changed by themselves.",
    "一列⻋，⼆⼗个人", "一列车，二十个人")

# The block “CJK Radicals Supplement” has no compatibility mappings; these are the radicals that are words
# (Unicode, EquivalentUnifiedIdeograph.txt).
_WORDS = dict(zip("⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰", "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙"))


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in everything(pages, tables):
        for position, letter, usual in faults(text.body):
            code, wanted, wanted_en = f"U+{ord(letter):04X}", *_wanted(usual)
            yield text.finding(RULE, position, f"“{around(text.body, position)}”里的“{letter}”（{code}）只是看着像汉字。{wanted}",
                               f"“{letter}” ({code}) only looks like the usual character. {wanted_en}")


def fix(page: Page, tables: Tables) -> str:
    """The page with the usual characters; quotations stay."""
    return edited(page.text, [(position, position + 1, usual) for position, _, usual in faults(page.text)
                              if usual and not quoted(page.text, position)])


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
