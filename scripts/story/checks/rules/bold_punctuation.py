"""Bold words that end or begin with punctuation, which other viewers show with their asterisks."""

import re
import unicodedata
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import everything
from story.findings import Finding
from story.pages.page import Page
from story.pages.prose import edited, quoted, without_code
from story.tables.tables import Tables

RULE = Rule(
    "bold-punctuation",
    "加粗（着重）的字，头尾不放标点：标点写在星号外面。",
    "Punctuation stands outside of the asterisks of bold and emphasised words.",
    "GitHub 和多数编辑器按 CommonMark 的规矩认星号：星号里面是标点、外面紧接文字时，星号就原样露出来。本站自己的网页看不出，网页版编辑器的预览里却是乱的。",
    "GitHub and most editors read asterisks by CommonMark: with punctuation inside of them and a letter right outside they are shown as asterisks. This site would draw it well, and the preview in the web editor would not.",
    "**注意：**这里没有日期。",
    "**注意**：这里没有日期。",
)

_SPAN = re.compile(r"(?<![\\*])(\*{1,3})(?![\s*])((?:[^*\n]|\n(?![ \t]*\n))+?)(?<![\s*\\])\1(?!\*)")
_MOVABLE = "：，。；！？、"


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in everything(pages, tables):
        for match in faults(text.body):
            cure = _moved(match)
            zh = f"请写成 {cure}。" if cure else "请把标点移到星号外面，或者连同旁边的字一起加粗。"
            en = (
                f"Write {cure}."
                if cure
                else "Move the punctuation out of the asterisks, or make the words beside it bold as well."
            )
            yield text.finding(
                RULE,
                match.start(),
                f"{match[0]} 的星号里外正好是标点和文字，GitHub 等处会把星号原样显示出来。{zh}",
                f"{match[0]}: other viewers show these asterisks, for punctuation is right inside and a letter right outside. {en}",
            )


def fix(page: Page, tables: Tables) -> str:
    """The page with closing punctuation moved out of the asterisks; quotations stay."""
    return edited(
        page.text,
        [
            (match.start(), match.end(), cure)
            for match in faults(page.text)
            if (cure := _moved(match)) and not quoted(page.text, match.start())
        ],
    )


def faults(text: str) -> Iterator[re.Match]:
    """Each run of bold or emphasised words whose asterisks CommonMark does not take for such."""
    bare = without_code(text)
    for match in _SPAN.finditer(bare):
        if not _opens(match) or not _closes(match):
            yield match


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
