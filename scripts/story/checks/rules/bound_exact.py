"""A lower bound (`bound: at_least`) printed as if it were exact, or a wording that is one and not marked."""

import re
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.checks.shown import everywhere, on_page
from story.findings import Finding
from story.language.numerals import Figure, figures
from story.pages.links import unlinked
from story.pages.page import Page, place
from story.tables.records import Fact
from story.tables.tables import Tables
from story.tables.yamlfile import Mark

RULE = rule("bound-exact")
_BEFORE = {
    "zh": re.compile(r"(?:超过|逾|超|至少|不止|不下|多于|大于)\s*$"),
    "en": re.compile(
        r"(?:more than|over|at least|upwards of|above|beyond|exceed(?:s|ed|ing)?)\s+(?:the |a )?$", re.I
    ),
}
_AFTER = {
    "zh": re.compile(r"\s*(?:[余多几+＋]|[^，。；！？\s]{0,4}(?:以上|有余|开外))"),
    "en": re.compile(r"(?:-odd|\s+odd|\+|-plus|[\w\s-]{0,12}\bor more)\b|[+余多]", re.I),
}


def check(pages: Pages, tables: Tables) -> Findings:
    yield from _ledger(tables)
    yield from _unmarked(tables)
    for shown, lang, cited in everywhere(pages, tables):
        fact = tables.facts.get(cited.fact)
        if fact and (figure := exact(cited.words, fact, lang)):
            yield _finding(shown, (cited.line, cited.column), figure, fact, lang)
    for shown, page in pages.items():
        yield from _prose(shown, page, tables)


def exact(words: str, fact: Fact, lang: str) -> Figure | None:
    """The number in `words` that gives a lower bound as an exact figure, if there is one."""
    said = _said(words, fact, lang) if fact.get("bound") else ()
    return next((figure for figure in said if not open_ended(words, figure, lang)), None)


def open_ended(text: str, figure: Figure, lang: str) -> bool:
    """Whether the words around a number say that it is more."""
    before = text[max(0, figure.start - 20) : figure.start]
    return bool(_BEFORE[lang].search(before) or _AFTER[lang].match(text, figure.end))


def _said(words: str, fact: Fact, lang: str) -> Iterator[Figure]:
    return (figure for figure in figures(words, lang) if figure.value == fact["value"])


def _ledger(tables: Tables) -> Findings:
    for index, fact in enumerate(tables.facts.values()):
        for lang in ("zh", "en"):
            texts = [(("wording", lang, number), words) for number, words in enumerate(fact["wording"][lang])]
            for where, words in [*texts, (("statement", lang), fact["statement"][lang])]:
                if figure := exact(words, fact, lang):
                    mark = tables.mark("facts", "facts", index, *where)
                    yield _finding(tables.path("facts"), mark, figure, fact, lang)


def _unmarked(tables: Tables) -> Findings:
    """Entries worded as a lower bound; unmarked, the graphics and downloads would show an exact figure."""
    for index, fact in enumerate(tables.facts.values()):
        worded = [
            words
            for lang in ("zh", "en")
            for words in fact["wording"][lang]
            if any(open_ended(words, figure, lang) for figure in _said(words, fact, lang))
        ]
        if worded and not fact.get("bound"):
            mark = tables.mark("facts", "facts", index)
            yield RULE.finding(tables.path("facts"), mark, "unmarked", fact=fact["id"], words=worded[0])


def _prose(shown: str, page: Page, tables: Tables) -> Findings:
    """A number that stands on the page for nothing but a lower bound."""
    facts = [tables.facts[fact] for fact in on_page(page, tables) if fact in tables.facts]
    bounds = {fact["value"]: fact for fact in facts if fact.get("bound")}
    exacts = {
        figure.value
        for fact in facts
        if not fact.get("bound")
        for words in fact["wording"][page.lang]
        for figure in figures(words, page.lang)
    }
    text = unlinked(page.text)
    for figure in figures(text, page.lang) if bounds else ():
        if figure.value in bounds.keys() - exacts and not open_ended(text, figure, page.lang):
            yield _finding(shown, place(page.text, figure.start), figure, bounds[figure.value], page.lang)


def _finding(shown: str, mark: Mark, figure: Figure, fact: Fact, lang: str) -> Finding:
    usual = fact["wording"][lang][0]
    return RULE.finding(shown, mark, "exact", words=figure.words, fact=fact["id"], usual=usual)
