"""A wording or statement of the ledger that says another number or day than the value beside it."""

import re
from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.language.numerals import figures, notable
from story.pages.page import Page
from story.tables.tables import FIGURES, Tables

COUNTED = ("count", "money")
"""Kinds of fact whose value is a number."""

RULE = Rule(
    "fact-value",
    zh="总账里一条事实的各种写法（wording）和说明（statement），说的要是它的值（value）。",
    en="The wordings and the statement of an entry of the ledger say its value.",
    why_zh="网页印的是写法，图和下载的表用的是值；改了一处忘了另一处，同一件事就有两个数。",
    why_en="Pages print the wording, graphics and downloads use the value; if one is corrected and the other forgotten, one thing has two numbers.",
    wrong="  value: 20\n  wording: {zh: [21名], en: [20 cadres]}",
    right="  value: 20\n  wording: {zh: [20名, 二十名], en: [20 cadres, twenty]}",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for index, fact in enumerate(tables.facts.values()):
        yield from _no_number(index, fact, tables)
        wanted = _numbers(fact)
        for lang, where, words in _said(fact) if wanted else []:
            if not _agree(
                fact,
                _values(words, lang, where[0] == "wording" or isinstance(fact["value"], (int, float))),
                wanted,
            ):
                yield _finding(index, fact, where, words, tables)


def _said(fact: dict) -> Iterator[tuple[str, tuple, str]]:
    """Whatever an entry says of its value: language, place in the entry, words."""
    for lang in ("zh", "en"):
        yield from (
            (lang, ("wording", lang, number), words) for number, words in enumerate(fact["wording"][lang])
        )
        yield lang, ("statement", lang), fact["statement"][lang]


def _values(words: str, lang: str, small: bool) -> set[float]:
    """The numbers in some words; the sentence on a date has `small` ones that are none of it (“那一天”)."""
    return {figure.value for figure in figures(words, lang) if small or notable(figure)}


def _finding(index: int, fact: dict, where: tuple, words: str, tables: Tables) -> Finding:
    zh, en = ("写法", "wording") if where[0] == "wording" else ("说明（statement）", "statement")
    return Finding(
        tables.path("facts"),
        *tables.mark("facts", "facts", index, *where),
        RULE.id,
        f"{fact['id']} 的{zh}“{words}”和 value 里的“{fact['value']}”不是一个数。请对照原文，改错的那一个。",
        f"The {en} “{words}” of {fact['id']} is not its value, “{fact['value']}”. Look at the article and correct the wrong one.",
    )


def _no_number(index: int, fact: dict, tables: Tables) -> Iterator[Finding]:
    """A count or a sum in words: graphics and downloads could not use it."""
    if fact["kind"] in COUNTED and not isinstance(fact["value"], (int, float)):
        meant = _meant(str(fact["value"]))
        cure, cure_en = (
            (f"请写成 value: {meant}。", f"Write value: {meant}.")
            if meant is not None
            else (
                "请写成不带单位的阿拉伯数字，例如 value: 17880000。",
                "Write plain digits without a unit, as value: 17880000.",
            )
        )
        yield Finding(
            tables.path("facts"),
            *tables.mark("facts", "facts", index, "value"),
            RULE.id,
            f"{fact['id']} 的 value 写的是“{fact['value']}”，不是纯数字；单位和“万”“余”不写在这里。{cure}",
            f"The value of {fact['id']}, “{fact['value']}”, is not a plain number; units and “万” do not belong there. {cure_en}",
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
    if fact["kind"] in FIGURES and isinstance(fact["value"], (int, float)):
        return {fact["value"]}
    if fact["kind"] in ("date", "period") and isinstance(fact["value"], str):
        return {int(part) for part in re.findall(r"\d+", fact["value"])}
    return set()


def _agree(fact: dict, said: set[float], wanted: set[float]) -> bool:
    """A figure is said among the numbers of its words, if they have any; a date says nothing but its own."""
    return not said or (bool(said & wanted) if isinstance(fact["value"], (int, float)) else said <= wanted)
