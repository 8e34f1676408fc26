"""A citation whose words are not one of the ledger's for that language."""

import re

from story.checks.entries import where
from story.checks.rule import Findings, Pages, rule
from story.checks.rules.bound_exact import exact
from story.checks.shown import everywhere
from story.findings import Finding, Words
from story.language.wording import LANGUAGES
from story.pages.links import Citation
from story.tables.tables import Tables

RULE = rule("fact-wording")


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, lang, cited in everywhere(pages, tables):
        fact = tables.facts.get(cited.fact)
        if fact and not agrees(cited.words, fact["wording"][lang]) and not exact(cited.words, fact, lang):
            yield _comma(cited, fact["wording"][lang], lang, tables) or RULE.finding(
                shown, (cited.line, cited.column), *_words(cited, fact["wording"][lang], lang, tables)
            )


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
            return RULE.finding(
                tables.path("facts"),
                tables.mark("facts", "facts", index, "wording", lang, number),
                f"{cited.fact} 的写法“{words}”被当成了一种说法。这一行的逗号是全角的，请改成半角逗号加空格。",
                f"“{words}” of {cited.fact} is read as one wording: "
                "its comma is full-width. Use an ASCII comma and a space.",
            )
    return None


def _words(cited: Citation, wordings: list[str], lang: str, tables: Tables) -> Words:
    ledger = where("facts", cited.fact, tables)
    return (
        f"链接写的是“{cited.words}”，总账里 {cited.fact} "
        f"的{LANGUAGES[lang][0]}写法是“{'”“'.join(wordings)}”。"
        f"请改正文；如果确是另一种说法，先添进 {ledger} 的 wording。",
        f"The link says “{cited.words}”; the ledger words {cited.fact} as “{'”, “'.join(wordings)}”. "
        f"Correct the page, or add the wording in {ledger}.",
    )
