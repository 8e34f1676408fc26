"""A lower bound (`bound: at_least`) that is printed as if it were exact, or that is worded as one and not marked."""

import re
from collections.abc import Iterator

from story.checks.cited import everywhere
from story.checks.rule import Rule
from story.checks.shown import on_page
from story.findings import Finding
from story.language.numerals import Figure, figures
from story.pages.page import Page, place
from story.pages.prose import unlinked
from story.tables.tables import Tables

RULE = Rule(
    "bound-exact",
    zh="总账里标了 bound: at_least 的数是下限，写它要带“余”“多”或“超过”；写法带“余”的，也要标上。",
    en="A figure marked bound: at_least in the ledger is a lower bound: write “more than” with it; and what is worded so is marked.",
    why_zh="原文写“100余种”，我们写成“100种”，就成了原文没有说过的准数。",
    why_en="Where the article says “more than 100”, a plain “100” would be an exact figure it never gave.",
    wrong="店里有[100种](figures.md#products)。",
    right="店里有[100余种](figures.md#products)。",
)
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


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    yield from _ledger(tables)
    yield from _unmarked(tables)
    for shown, lang, cited in everywhere(pages, tables):
        fact = tables.facts.get(cited.fact)
        if fact and (figure := exact(cited.words, fact, lang)):
            yield _finding(shown, (cited.line, cited.column), figure.words, fact, lang)
    for shown, page in pages.items():
        yield from _prose(shown, page, tables)


def exact(words: str, fact: dict, lang: str) -> Figure | None:
    """The number in `words` that gives a lower bound as an exact figure, if there is one."""
    if not fact.get("bound"):
        return None
    return next(
        (
            figure
            for figure in figures(words, lang)
            if figure.value == fact["value"] and not open_ended(words, figure, lang)
        ),
        None,
    )


def open_ended(text: str, figure: Figure, lang: str) -> bool:
    """Whether the words around a number say that it is more."""
    return bool(
        _BEFORE[lang].search(text[max(0, figure.start - 20) : figure.start])
        or _AFTER[lang].match(text, figure.end)
    )


def _ledger(tables: Tables) -> Iterator[Finding]:
    for index, fact in enumerate(tables.facts.values()):
        for lang in ("zh", "en"):
            texts = [(("wording", lang, number), words) for number, words in enumerate(fact["wording"][lang])]
            for where, words in [*texts, (("statement", lang), fact["statement"][lang])]:
                if figure := exact(words, fact, lang):
                    yield _finding(
                        tables.path("facts"),
                        tables.mark("facts", "facts", index, *where),
                        figure.words,
                        fact,
                        lang,
                    )


def _unmarked(tables: Tables) -> Iterator[Finding]:
    """Entries worded as a lower bound; unmarked, the graphics and downloads would show an exact figure."""
    for index, fact in enumerate(tables.facts.values()):
        worded = next(
            (words for lang in ("zh", "en") for words in fact["wording"][lang] if _opens(words, fact, lang)),
            None,
        )
        if worded and not fact.get("bound"):
            yield Finding(
                tables.path("facts"),
                *tables.mark("facts", "facts", index),
                RULE.id,
                f"{fact['id']} 的写法“{worded}”是下限，这一条却没有标 bound: at_least。请在 unit 下面添上这一行。",
                f"{fact['id']} is worded as a lower bound, “{worded}”, but lacks bound: at_least. Add that line under its unit.",
            )


def _opens(words: str, fact: dict, lang: str) -> bool:
    return any(
        figure.value == fact["value"] and open_ended(words, figure, lang) for figure in figures(words, lang)
    )


def _prose(shown: str, page: Page, tables: Tables) -> Iterator[Finding]:
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
    for figure in figures(text, page.lang):
        if figure.value in bounds.keys() - exacts and not open_ended(text, figure, page.lang):
            yield _finding(
                shown, place(page.text, figure.start), figure.words, bounds[figure.value], page.lang
            )


def _finding(shown: str, where: tuple[int, int], words: str, fact: dict, lang: str) -> Finding:
    usual = fact["wording"][lang][0]
    return Finding(
        shown,
        *where,
        RULE.id,
        f"“{words}”写成了准数，可是总账里 {fact['id']} 是下限（bound: at_least）。请写成“{usual}”这样带“余”“多”“超过”的说法。",
        f"“{words}” reads as exact, but {fact['id']} is a lower bound (bound: at_least). Say “{usual}”, or “over” or “at least”.",
    )
