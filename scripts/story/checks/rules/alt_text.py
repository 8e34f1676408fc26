"""Pictures without words for those who cannot see them, or with words that say nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from story.checks.rule import Rule
from story.checks.texts import Text, everything
from story.findings import Finding
from story.language.counting import length
from story.pages.links import links
from story.pages.page import PHOTOGRAPH, Page, plain
from story.pages.prose import without_code
from story.tables.tables import Tables

RULE = Rule(
    "alt-text",
    "每张图都有替代文字，用一句话说出画面里有什么，不照抄图注。",
    "Every picture has alt text: one sentence on what it shows, other than its caption.",
    "看不见图的人听到的就是这句话。太短等于没说；和图注一样，就要听两遍同一句话。",
    "It is what people hear who cannot see the picture. Too short, it says nothing; the same as the caption, it is heard twice.",
    "alt: {zh: 列车, en: Train}",
    "alt: {zh: 品牌列车的车身外面，停在站台边。, en: 'The branded train from outside, at a platform.'}",
)

SHORTEST = {"zh": 5, "en": 3}
"""Characters of Chinese, words of English."""
_FILE_NAME = re.compile(
    r"(?:IMG|DSC|DJI|PXL|MVIMG|微信图片|image|photo|picture)?[\W_\d]*|\S+\.(?:jpe?g|png|webp|avif|heic|svg|gif)",
    re.I,
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    yield from _manifest(tables)
    for text in everything(pages, tables):
        yield from _markdown(text)
        yield from _html(text)


def _manifest(tables: Tables) -> Iterator[Finding]:
    for index, entry in enumerate(tables.data["photos"]["photos"]):
        for field in ("alt", "illustration"):
            for lang, words in (entry.get(field) or {}).items():
                # Before an illustration’s words stands the remark that it is one, so a few will do.
                if fault := _fault(
                    words,
                    lang,
                    (entry.get("caption") or {}).get(lang, ""),
                    SHORTEST[lang] if field == "alt" else 1,
                ):
                    zh, en = fault
                    yield Finding(
                        tables.path("photos"),
                        *tables.mark("photos", "photos", index, field, lang),
                        RULE.id,
                        f"{entry['id']} 的 {field} {zh}",
                        f"The {field} of {entry['id']} {en}",
                        RULE.severity,
                    )


def _markdown(text: Text) -> Iterator[Finding]:
    alone = (
        {match.start() for match in PHOTOGRAPH.finditer(without_code(text.body))}
        if "](photos/" in text.body
        else set()
    )
    for link in links(text.body):
        if not link.image or link.html:
            continue
        if link.target.startswith("photos/"):
            if link.start not in alone:
                yield text.finding(
                    RULE,
                    link.start,
                    f"照片 {link.target} 要单独成一段：前后各空一行，顶格写 ![]({link.target})，图注和替代文字才会出来。",
                    f"The photograph {link.target} must be a paragraph of its own, ![]({link.target}) with empty lines around it, or its caption and alt text do not appear.",
                )
        elif fault := _fault(plain(link.words), text.lang):
            yield text.finding(
                RULE,
                link.start,
                f"图片 {link.target} 的替代文字{fault[0]}写在方括号里：![画面里有什么]({link.target})。",
                f"The alt text of {link.target} {fault[1]} It stands in the brackets: ![what it shows]({link.target}).",
            )


def _html(text: Text) -> Iterator[Finding]:
    if "<" in text.body:
        bare = without_code(text.body)
        for match in re.finditer(r"<img\b[^<>]*>", bare, re.I):
            alt = _Alt(match[0]).alt
            if fault := _fault(alt, text.lang):
                yield text.finding(
                    RULE,
                    match.start(),
                    f"<img> 的替代文字（alt）{fault[0]}",
                    f"The alt text of <img> {fault[1]}",
                )


class _Alt(HTMLParser):
    def __init__(self, tag: str):
        super().__init__()
        self.alt = ""
        self.feed(tag)

    def handle_starttag(self, tag, attrs):
        self.alt = dict(attrs).get("alt") or ""


def _fault(words: str, lang: str, caption: str = "", shortest: int | None = None) -> tuple[str, str] | None:
    """What is wrong with an alt text, or None."""
    shortest = shortest or SHORTEST[lang]
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
    count, unit_zh, unit_en = length(words), *(("个字", "characters") if lang == "zh" else ("个词", "words"))
    if count < shortest:
        return (
            f"只有{count}{unit_zh}（“{words}”），太短，至少{shortest}{unit_zh}。请用一句话说出画面里有什么。",
            f"has only {count} {unit_en} (“{words}”); at least {shortest}. Say in one sentence what the picture shows.",
        )
    return None


def _even(words: str) -> str:
    return re.sub(r"[\W_]", "", plain(words)).casefold()
