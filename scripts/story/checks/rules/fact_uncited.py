"""A figure in the prose of a page that no citation on the page accounts for.

Once a page has cited a figure, its prose may repeat it: “26名” in a link, “二十六人” in the title.
"""

import re

from story.checks.rule import Findings, Pages, rule
from story.checks.rules.fact_unknown import sure
from story.checks.shown import on_page
from story.findings import Words, nearest
from story.language.numerals import Figure, figures, notable
from story.pages.links import citations, unlinked
from story.pages.page import Page, place
from story.tables.tables import Tables

RULE = rule("fact-uncited")
_MEASURE = {"zh": re.compile("[\u4e00-\u9fff]?"), "en": re.compile("")}
"""What is shown with a number: in Chinese the measure word behind it."""
_NOT_THERE = (
    "总账里没有这个数；文章里有，就先添进 docs/data/facts.yml。",
    "The ledger has no such figure; if the article has, add it to docs/data/facts.yml first.",
)


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, page in pages.items():
        text, known = unlinked(page.text), _known(page, tables)
        for figure in figures(text, page.lang):
            if notable(figure) and figure.value not in known:
                words = _words(figure, text, list(known.values()), page.lang, tables)
                yield RULE.finding(shown, place(page.text, figure.start), *words)


def _known(page: Page, tables: Tables) -> dict[float, str]:
    """Every number that the facts on a page hold, in the words of one of them."""
    # A citation with a slip in its id is one fault; the figures it stands for are not to be so many more.
    meant = {sure(cited, page.lang, tables) for cited in citations(page.text)} - {None}
    facts = [tables.facts[fact] for fact in sorted(on_page(page, tables) | meant) if fact in tables.facts]
    valued = {
        fact["value"]: fact["wording"][page.lang][0]
        for fact in facts
        if isinstance(fact["value"], (int, float))
    }
    worded = {
        figure.value: words
        for fact in facts
        for words in fact["wording"][page.lang]
        for figure in figures(words, page.lang)
    }
    return valued | worded


def _words(figure: Figure, text: str, known: list[str], lang: str, tables: Tables) -> Words:
    typed = figure.words + _MEASURE[lang].match(text, figure.end)[0]
    zh, en = _entry(figure, text, typed, lang, tables) or _near(typed, known) or _NOT_THERE
    return (
        f"“{typed}”是数，没有连到总账。{zh}不是文章里的数，"
        f"就在这一段上面另起一行写 <!-- check: {RULE.id} off, 理由 -->。",
        f"“{typed}” is a figure that no citation on this page accounts for. "
        f"{en} If it is not the article's, write <!-- check: "
        f"{RULE.id} off, REASON --> on a line above the paragraph.",
    )


def _entry(figure: Figure, text: str, typed: str, lang: str, tables: Tables) -> Words | None:
    """The entries of the ledger that say this number, first those in the same words or measure word."""
    found = sorted(
        (not text.startswith(words, figure.start), typed[-1] not in words, fact["id"], words)
        for fact in tables.facts.values()
        for words in fact["wording"][lang]
        if any(other.value == figure.value for other in figures(words, lang))
    )
    best = {fact: words for *_, fact, words in reversed(found)}
    links = [f"[{words}](figures.md#{fact})" for fact, words in best.items()][-2:][::-1]
    return (f"是不是想写 {' 或 '.join(links)}？", f"Did you mean {' or '.join(links)}?") if links else None


def _near(typed: str, known: list[str]) -> Words | None:
    """What the page cites that is spelt nearly so or has the measure word: the ledger may have changed."""
    near = nearest(typed, known) or _measured(typed, known)
    return (
        (f"本页引用的是“{near}”，是不是写错了？", f"The page cites “{near}”; is it misspelt?")
        if near
        else None
    )


def _measured(typed: str, known: list[str]) -> str | None:
    """The one wording on the page with the measure word of what was typed."""
    measure = typed[-1]
    same = {words for words in known if measure >= "\u4e00" and words.endswith(measure)}
    return same.pop() if len(same) == 1 and not measure.isnumeric() else None
