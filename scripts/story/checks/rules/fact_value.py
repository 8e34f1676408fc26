"""A wording or statement of the ledger that says another number or day than the value beside it."""

import re
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.language.numerals import figures, notable
from story.tables.tables import FIGURES, Tables

RULE = rule("fact-value")
COUNTED = ("count", "money")
"""Kinds of fact whose value is a number."""


def check(pages: Pages, tables: Tables) -> Findings:
    for index, fact in enumerate(tables.facts.values()):
        for where, words in _faults(fact):
            yield RULE.finding(tables.path("facts"), tables.mark("facts", "facts", index, *where), *words)


def _faults(fact: dict) -> Iterator[tuple[tuple, Words]]:
    """Place in the entry and words of everything that is not its value."""
    number, wanted = isinstance(fact["value"], (int, float)), _numbers(fact)
    if fact["kind"] in COUNTED and not number:
        yield ("value",), _no_number(fact)
    for lang, where, words in _said(fact) if wanted else ():
        said = _values(words, lang, number or where[0] == "wording")
        # A figure is said among the numbers of its words, if they have any; a date says nothing but its own.
        if said and not (said & wanted if number else said <= wanted):
            zh, en = ("写法", "wording") if where[0] == "wording" else ("说明（statement）", "statement")
            yield (
                where,
                (
                    f"{fact['id']} 的{zh}“{words}”和 value 里的“{fact['value']}”不是一个数。"
                    "请对照原文，改错的那一个。",
                    f"The {en} “{words}” of {fact['id']} is not its value, “{fact['value']}”. "
                    "Look at the article and correct the wrong one.",
                ),
            )


def _said(fact: dict) -> Iterator[tuple[str, tuple, str]]:
    """Whatever an entry says of its value: language, place in the entry, words."""
    for lang in ("zh", "en"):
        for number, words in enumerate(fact["wording"][lang]):
            yield lang, ("wording", lang, number), words
        yield lang, ("statement", lang), fact["statement"][lang]


def _values(words: str, lang: str, small: bool) -> set[float]:
    """The numbers in some words; the sentence on a date has `small` ones that are none of it (“那一天”)."""
    return {figure.value for figure in figures(words, lang) if small or notable(figure)}


def _no_number(fact: dict) -> Words:
    """A count or a sum in words: graphics and downloads could not use it."""
    typed = str(fact["value"])
    zh, en = (
        (f"请写成 value: {meant}。", f"Write value: {meant}.")
        if (meant := _meant(typed)) is not None
        else (
            "请写成不带单位的阿拉伯数字，例如 value: 17880000。",
            "Write plain digits without a unit, as value: 17880000.",
        )
    )
    return (
        f"{fact['id']} 的 value 写的是“{typed}”，不是纯数字；单位和“万”“余”不写在这里。{zh}",
        f"The value of {fact['id']}, “{typed}”, is not a plain number; "
        f"units and “万” do not belong there. {en}",
    )


def _meant(typed: str) -> str | None:
    """The one number in what was typed, as digits."""
    said = max(
        (list(figures(typed, lang)) for lang in ("zh", "en")),
        key=lambda found: sum(len(figure.words) for figure in found),
    )
    return f"{said[0].value:.15g}" if len(said) == 1 else None


def _numbers(fact: dict) -> set[float]:
    """The number of a figure, or the year, month and day of a date; nothing for other facts."""
    value = fact["value"]
    if fact["kind"] in FIGURES and isinstance(value, (int, float)):
        return {value}
    if fact["kind"] in ("date", "period") and isinstance(value, str):
        return {int(part) for part in re.findall(r"\d+", value)}
    return set()
