"""A citation of a fact that the ledger does not hold."""

import re
from difflib import get_close_matches

from story.checks.entries import looked_up, suggested
from story.checks.rule import Findings, Pages, rule
from story.checks.shown import everywhere
from story.findings import Words, nearest
from story.pages.links import Citation
from story.tables.tables import Tables

RULE = rule("fact-unknown")


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, lang, cited in everywhere(pages, tables):
        if cited.fact not in tables.facts:
            yield RULE.finding(shown, (cited.line, cited.column), _words(cited, lang, tables))


def sure(cited: Citation, lang: str, tables: Tables) -> str | None:
    """The entry that a citation can only mean: it is there, or the id runs on after it, or one alone is
    worded or spelt so."""
    if cited.fact in tables.facts:
        return cited.fact
    found = [_begins(cited, tables)] if _begins(cited, tables) else _worded(cited, lang, tables)
    found = found or get_close_matches(cited.fact, tables.facts, 2, 0.8)
    return found[0] if len(found) == 1 else None


def _begins(cited: Citation, tables: Tables) -> str | None:
    """The id that stands before words of the sentence, where the link was not closed."""
    fact = re.split("[^a-z0-9-]", cited.fact)[0]
    return fact if fact != cited.fact and fact in tables.facts else None


def _worded(cited: Citation, lang: str, tables: Tables) -> list[str]:
    """Ids of the entries that have the words of a citation."""
    return [fact["id"] for fact in tables.facts.values() if cited.words in fact["wording"][lang]]


def _words(cited: Citation, lang: str, tables: Tables) -> Words:
    if fact := _begins(cited, tables):
        return RULE.words("unclosed", words=cited.words, fact=fact)
    near = next(iter(_worded(cited, lang, tables)), None) or nearest(cited.fact, tables.facts)
    hint = suggested("facts", near, tables) if near else looked_up(cited.fact, (), tables.path("facts"))
    return RULE.words("unknown", fact=cited.fact, words=cited.words, hint=hint)
