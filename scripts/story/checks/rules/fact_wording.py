"""A citation whose words are not one of the ledger's for that language."""

import re

from story.checks.entries import where
from story.checks.rule import Findings, Pages, rule
from story.checks.rules.bound_exact import exact
from story.checks.shown import everywhere
from story.findings import Finding
from story.language.wording import LANGUAGES
from story.pages.links import Citation
from story.tables.tables import Tables

RULE = rule("fact-wording")


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, lang, cited in everywhere(pages, tables):
        fact = tables.facts.get(cited.fact)
        if fact and not agrees(cited.words, fact["wording"][lang]) and not exact(cited.words, fact, lang):
            wordings = fact["wording"][lang]
            yield _comma(cited, wordings, lang, tables) or _other(shown, cited, wordings, lang, tables)


def agrees(words: str, wordings: list[str]) -> bool:
    """True if the words are one of the wordings, whatever their case and leading article."""
    return _even(words) in map(_even, wordings)


def _even(words: str) -> str:
    return re.sub(r"^(an?|the) ", "", " ".join(words.split()).casefold())


def _comma(cited: Citation, wordings: list[str], lang: str, tables: Tables) -> Finding | None:
    """The fault of the ledger, not of the page: “20名，二十名” with a full-width comma is one wording."""
    for number, words in enumerate(wordings):
        if "，" in words and agrees(cited.words, words.split("，")):
            index = list(tables.facts).index(cited.fact)
            mark = tables.mark("facts", "facts", index, "wording", lang, number)
            return RULE.finding(tables.path("facts"), mark, "comma", fact=cited.fact, words=words)
    return None


def _other(shown: str, cited: Citation, wordings: list[str], lang: str, tables: Tables) -> Finding:
    return RULE.finding(
        shown,
        (cited.line, cited.column),
        "other",
        words=cited.words,
        fact=cited.fact,
        language=LANGUAGES[lang],
        wordings=("”“".join(wordings), "”, “".join(wordings)),
        ledger=where("facts", cited.fact, tables),
    )
