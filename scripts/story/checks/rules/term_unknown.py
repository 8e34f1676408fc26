"""A link to a term that the glossary does not hold."""

from story.checks.entries import looked_up, suggested
from story.checks.rule import Findings, Pages, rule
from story.checks.texts import everything
from story.findings import Words
from story.pages.anchors import anchors
from story.pages.links import links
from story.pages.page import plain
from story.tables.tables import Tables

RULE = rule("term-unknown")
PREFIX = "glossary.md#"


def check(pages: Pages, tables: Tables) -> Findings:
    others = {
        lang: anchors(pages[shown], tables) if shown in pages else set()
        for lang, shown in (("zh", "docs/glossary.md"), ("en", "docs/glossary.en.md"))
    }
    for text in everything(pages, tables):
        for link in links(text.body) if PREFIX in text.body else ():
            term, words = link.target.removeprefix(PREFIX), plain(link.words)
            if link.target.startswith(PREFIX) and term not in tables.terms and term not in others[text.lang]:
                hint = _hint(term, words, tables)
                yield text.finding(RULE, link.start, term=term, words=words, hint=hint)


def _hint(term: str, words: str, tables: Tables) -> Words:
    """The term that has these words, in Chinese or English; else the one that is spelt nearly so."""
    for each in tables.terms.values():
        if words and (words in each["term"].split(" / ") or words.lower() == each["english"].lower()):
            return suggested("glossary", each["id"], tables)
    return looked_up(term, tables.terms, tables.path("glossary"))
