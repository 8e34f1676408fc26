"""A wording or statement of the ledger that says another number or day than the value beside it."""

import re
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.language.numerals import figures, notable
from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables

RULE = rule("fact-value")
COUNTED = ("count", "money")
"""Kinds of fact whose value is a number."""


def check(pages: Pages, tables: Tables) -> Findings:
    for index, fact in enumerate(tables.facts.values()):
        for where, words in _faults(fact):
            yield RULE.finding(tables.path("facts"), tables.mark("facts", "facts", index, *where), words)


def _faults(fact: Fact) -> Iterator[tuple[tuple, Words]]:
    """Place in the entry and words of everything that is not its value."""
    number, wanted = isinstance(fact["value"], (int, float)), _numbers(fact)
    if fact["kind"] in COUNTED and not number:
        yield ("value",), _no_number(fact)
    for lang, where, words in _said(fact) if wanted else ():
        said = _values(words, lang, number or where[0] == "wording")
        # A figure is said among the numbers of its words, if they have any; a date says nothing but its own.
        if said and not (said & wanted if number else said <= wanted):
            field = ("写法", "wording") if where[0] == "wording" else ("说明（statement）", "statement")
            yield where, RULE.words("other", fact=fact["id"], field=field, words=words, value=fact["value"])


def _said(fact: Fact) -> Iterator[tuple[str, tuple, str]]:
    """Whatever an entry says of its value: language, place in the entry, words."""
    for lang in ("zh", "en"):
        for number, words in enumerate(fact["wording"][lang]):
            yield lang, ("wording", lang, number), words
        yield lang, ("statement", lang), fact["statement"][lang]


def _values(words: str, lang: str, small: bool) -> set[float]:
    """The numbers in some words; the sentence on a date has `small` ones that are none of it (“那一天”)."""
    return {figure.value for figure in figures(words, lang) if small or notable(figure)}


def _no_number(fact: Fact) -> Words:
    """A count or a sum in words: graphics and downloads could not use it."""
    typed = str(fact["value"])
    number = _meant(typed)
    cure = RULE.words("digits") if number is None else RULE.words("write", number=number)
    return RULE.words("words", fact=fact["id"], typed=typed, cure=cure)


def _meant(typed: str) -> str | None:
    """The one number in what was typed, as digits."""
    said = max(
        (list(figures(typed, lang)) for lang in ("zh", "en")),
        key=lambda found: sum(len(figure.words) for figure in found),
    )
    return f"{said[0].value:.15g}" if len(said) == 1 else None


def _numbers(fact: Fact) -> set[float]:
    """The number of a figure, or the year, month and day of a date; nothing for other facts."""
    value = fact["value"]
    if fact["kind"] in FIGURES and isinstance(value, (int, float)):
        return {value}
    if fact["kind"] in ("date", "period") and isinstance(value, str):
        return {int(part) for part in re.findall(r"\d+", value)}
    return set()
