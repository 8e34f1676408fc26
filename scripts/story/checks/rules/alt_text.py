"""Pictures without words for those who cannot see them, or with words that say nothing."""

import re

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, everything
from story.findings import Words
from story.language.counting import length
from story.pages.links import attributes, links
from story.pages.page import PHOTOGRAPH, plain
from story.pages.prose import without_code
from story.tables.tables import Tables

RULE = rule("alt-text")
SHORTEST = {"zh": 5, "en": 3}
"""Characters of Chinese, words of English."""
_UNITS = {"zh": ("个字", "characters"), "en": ("个词", "words")}
_FILE_NAME = re.compile(
    r"(?:IMG|DSC|DJI|PXL|MVIMG|微信图片|image|photo|picture)?[\W_\d]*|\S+\.(?:jpe?g|png|webp|avif|heic|svg|gif)",
    re.I,
)


def check(pages: Pages, tables: Tables) -> Findings:
    yield from _manifest(tables)
    for text in everything(pages, tables):
        yield from _markdown(text)
        yield from _html(text)


def _manifest(tables: Tables) -> Findings:
    for index, entry in enumerate(tables.data["photos"]["photos"]):
        for field in ("alt", "illustration"):
            for lang, words in (entry.get(field) or {}).items():
                # Before an illustration’s words stands the remark that it is one, so a few will do.
                shortest = SHORTEST[lang] if field == "alt" else 1
                if fault := _fault(words, lang, (entry.get("caption") or {}).get(lang, ""), shortest):
                    yield RULE.finding(
                        tables.path("photos"),
                        tables.mark("photos", "photos", index, field, lang),
                        f"{entry['id']} 的 {field} {fault[0]}",
                        f"The {field} of {entry['id']} {fault[1]}",
                    )


def _markdown(text: Text) -> Findings:
    shown = without_code(text.body) if "](photos/" in text.body else ""
    alone = {match.start() for match in PHOTOGRAPH.finditer(shown)}
    for link in links(text.body):
        target = link.target
        if not link.image or link.html:
            continue
        if target.startswith("photos/"):
            if link.start not in alone:
                yield text.finding(
                    RULE,
                    link.start,
                    f"照片 {target} 要单独成一段：前后各空一行，"
                    f"顶格写 ![]({target})，图注和替代文字才会出来。",
                    f"The photograph {target} must be a paragraph of its own, "
                    f"![]({target}) with empty lines around it, or its caption and alt text do not appear.",
                )
        elif fault := _fault(plain(link.words), text.lang):
            yield text.finding(
                RULE,
                link.start,
                f"图片 {target} 的替代文字{fault[0]}写在方括号里：![画面里有什么]({target})。",
                f"The alt text of {target} {fault[1]} It stands in the brackets: ![what it shows]({target}).",
            )


def _html(text: Text) -> Findings:
    shown = without_code(text.body) if "<" in text.body else ""
    for match in re.finditer(r"<img\b[^<>]*>", shown, re.I):
        if fault := _fault(attributes(match[0]).get("alt") or "", text.lang):
            zh, en = fault
            yield text.finding(
                RULE, match.start(), f"<img> 的替代文字（alt）{zh}", f"The alt text of <img> {en}"
            )


def _fault(words: str, lang: str, caption: str = "", shortest: int | None = None) -> Words | None:
    """What is wrong with an alt text, or None."""
    count, shortest, (unit_zh, unit_en) = length(words), shortest or SHORTEST[lang], _UNITS[lang]
    if not words.strip():
        return (
            "没有写。请用一句话说出画面里有什么。",
            "is missing. Say in one sentence what the picture shows.",
        )
    if _FILE_NAME.fullmatch(words.strip()):
        return (
            f"写的是“{words}”，像文件名。请用一句话说出画面里有什么。",
            f"is “{words}”, which looks like a file name. Say in one sentence what the picture shows.",
        )
    if caption and _even(words) == _even(caption):
        return (
            "和图注一样，听的人要听两遍。请另写一句，说画面里有什么。",
            "is the same as the caption and would be heard twice. Say instead what the picture shows.",
        )
    if count < shortest:
        return (
            f"只有{count}{unit_zh}（“{words}”），太短，至少{shortest}{unit_zh}。请用一句话说出画面里有什么。",
            f"has only {count} {unit_en} (“{words}”); at least {shortest}. "
            "Say in one sentence what the picture shows.",
        )
    return None


def _even(words: str) -> str:
    return re.sub(r"[\W_]", "", plain(words)).casefold()
