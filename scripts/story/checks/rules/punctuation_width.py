"""Half-width punctuation in Chinese words."""

import re
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import around, everything
from story.findings import Finding
from story.language.counting import HAN
from story.pages.page import Page
from story.pages.prose import edited, prose, quoted, settled
from story.tables.tables import Tables

RULE = Rule(
    "punctuation-width",
    "中文里的标点用全角：，。：；！？（）。",
    "Chinese words take full-width punctuation.",
    "半角标点是给英文用的，夹在汉字中间又窄又偏，换行时还会落到行首。改的时候把标点后面的空格一起删去。引文里的不会自动改，请对照原文。",
    "Half-width marks are made for English; between Han characters they sit low and narrow, and may begin a line. The space after them goes too. Those in quotations are not changed by themselves: compare the source.",
    "二十名干部,一年,两座城.",
    "二十名干部，一年，两座城。",
)

_WIDE = {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？"}
_MARK = re.compile(r"[ \t]*(\.{2,}|[,.:;!?])[ \t]*")
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_HAN = re.compile(f"[{HAN}]")
_BESIDE = re.compile(f"[{HAN}“”《》（）‘’]")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for text in everything(pages, tables):
        if text.lang == "zh":
            for start, end, wide in faults(text.body):
                narrow = text.body[start:end].strip()
                held = "这是引文，请对照原文再改。" if quoted(text.body, start) else ""
                yield text.finding(
                    RULE,
                    start,
                    f"“{around(text.body, start)}”里的“{narrow}”是半角的，中文用“{wide}”。{held}",
                    f"“{narrow}” is half-width; Chinese words take “{wide}”.",
                )


def fix(page: Page, tables: Tables) -> str:
    """The page with full-width punctuation in its Chinese words; quotations stay."""
    return settled(_cured, page.text) if page.lang == "zh" else page.text


def _cured(text: str) -> str:
    return edited(text, [fault for fault in faults(text) if not quoted(text, fault[0])])


def faults(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each half-width mark, the spaces beside it included, and what belongs there."""
    seen = prose(text)
    yield from sorted([*_marks(seen.words, seen.at), *_brackets(seen.words, seen.at)])


def _marks(words: str, at: list[int]) -> Iterator[tuple[int, int, str]]:
    for match in _MARK.finditer(words):
        before, after = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
        parted = bool(after) and at[match.end()] > at[match.end() - 1] + 1
        if _wrong(match[1], before, after, parted):
            # Only what stands together: a mark of Markdown among the spaces stays.
            first, last = match.start(1), match.end() - 1
            last = last if at[last] - at[first] == last - first and after.strip() else match.end(1) - 1
            yield at[first], at[last] + 1, "……" if len(match[1]) > 1 else _WIDE[match[1]]


def _wrong(mark: str, before: str, after: str, parted: bool) -> bool:
    """True if a mark belongs to Chinese words. A full stop before a letter may be part of a file’s name, unless a link
    or the like begins between them (`parted`)."""
    if not before.strip():
        return False
    left, right = bool(_BESIDE.match(before)), bool(_BESIDE.match(after))
    if mark.startswith("."):
        return left and (right or parted or after.isdigit() or not after.strip())
    return left or (right and before.isalnum())


def _brackets(words: str, at: list[int]) -> Iterator[tuple[int, int, str]]:
    for match in _BRACKETS.finditer(words):
        if _HAN.search(match[1]) or _HAN.match(words[match.start() - 1 : match.start()]):
            yield at[match.start()], at[match.start()] + 1, "（"
            yield at[match.end() - 1], at[match.end() - 1] + 1, "）"
