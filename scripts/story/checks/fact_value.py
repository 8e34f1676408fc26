"""A wording of the ledger that says another number or day than the value beside it."""

import re
from collections.abc import Iterator

from story.findings import Finding
from story.numerals import figures
from story.pages import Page
from story.rules import Rule
from story.tables import FIGURES, Tables

RULE = Rule(
    "fact-value",
    zh="总账里一条事实的各种写法（wording），说的要是它的值（value）。",
    en="The wordings of an entry of the ledger say its value.",
    why_zh="网页印的是写法，图和下载的表用的是值；改了一处忘了另一处，同一件事就有两个数。",
    why_en="Pages print the wording, graphics and downloads use the value; if one is corrected and the other forgotten, one thing has two numbers.",
    wrong="  value: 20\n  wording: {zh: [21名], en: [20 cadres]}",
    right="  value: 20\n  wording: {zh: [20名, 二十名], en: [20 cadres, twenty]}",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for index, fact in enumerate(tables.facts.values()):
        wanted = _numbers(fact)
        for lang in ("zh", "en"):
            for number, words in enumerate(fact["wording"][lang] if wanted else []):
                said = [figure for figure in figures(words, lang)]
                if said and not _agree(fact, {figure.value for figure in said}, wanted):
                    yield Finding(tables.path("facts"), *tables.mark("facts", "facts", index, "wording", lang, number), RULE.id,
                                  f"{fact['id']} 的写法“{words}”和 value 里的“{fact['value']}”不是一个数。请对照原文，改错的那一个。",
                                  f"The wording “{words}” of {fact['id']} is not its value, “{fact['value']}”. Look at the article and correct the wrong one.")


def _numbers(fact: dict) -> set[float]:
    """The number of a figure, or the year, month and day of a date; nothing for other facts."""
    if fact["kind"] in FIGURES and isinstance(fact["value"], (int, float)):
        return {fact["value"]}
    if fact["kind"] in ("date", "period") and isinstance(fact["value"], str):
        return {int(part) for part in re.findall(r"\d+", fact["value"])}
    return set()


def _agree(fact: dict, said: set[float], wanted: set[float]) -> bool:
    """A figure is said among the numbers of its wording; a date says nothing but its own."""
    return bool(said & wanted) if isinstance(fact["value"], (int, float)) else said <= wanted
