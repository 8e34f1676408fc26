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
                    mark = tables.mark("photos", "photos", index, field, lang)
                    yield RULE.finding(
                        tables.path("photos"), mark, "manifest", entry=entry["id"], field=field, fault=fault
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
                yield text.finding(RULE, link.start, "alone", target=target)
        elif fault := _fault(plain(link.words), text.lang):
            yield text.finding(RULE, link.start, "markdown", target=target, fault=fault)


def _html(text: Text) -> Findings:
    shown = without_code(text.body) if "<" in text.body else ""
    for match in re.finditer(r"<img\b[^<>]*>", shown, re.I):
        if fault := _fault(attributes(match[0]).get("alt") or "", text.lang):
            yield text.finding(RULE, match.start(), "html", fault=fault)


def _fault(words: str, lang: str, caption: str = "", shortest: int | None = None) -> Words | None:
    """What is wrong with an alt text, or None."""
    count, shortest = length(words), shortest or SHORTEST[lang]
    if not words.strip():
        return RULE.words("missing")
    if _FILE_NAME.fullmatch(words.strip()):
        return RULE.words("file-name", words=words)
    if caption and _even(words) == _even(caption):
        return RULE.words("caption")
    if count < shortest:
        return RULE.words("short", count=count, unit=_UNITS[lang], words=words, shortest=shortest)
    return None


def _even(words: str) -> str:
    return re.sub(r"[\W_]", "", plain(words)).casefold()
