"""A figure in the prose of a page that no citation on the page accounts for.

Once a page has cited a figure, its prose may repeat it: “26名” in a link, “二十六人” in the title.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from story.checks.rule import Rule
from story.checks.rules.fact_unknown import sure
from story.checks.shown import on_page
from story.findings import Finding
from story.language.numerals import Figure, figures, notable
from story.pages.page import Page, citations, place
from story.pages.prose import unlinked
from story.tables.tables import Tables

RULE = Rule(
    "fact-uncited",
    zh="正文里的数，要连到总账的一条；同一页引用过的数，可以不带链接再说一遍。阿拉伯数字都算，汉字数目从十一算起。",
    en="A figure in prose links to an entry of the ledger; once the page has cited it, it may be repeated without a link. "
    "All digits count, and number words from eleven on.",
    why_zh="没有出处的数，读者无从核对，改了总账它也不会跟着改。不是文章里的数（例如本站自己数的），就在这一段上面写明理由，关掉这条规则。",
    why_en="A figure without a source cannot be verified, and is left behind when the ledger is corrected. "
    "If it is not the article's (one that this site counted, say), switch the rule off above the paragraph and give the reason.",
    wrong="店里卖365种货。",
    right="店里卖[100余种](figures.md#products)货。",
)

_MEASURE = {"zh": re.compile("[\u4e00-\u9fff]?"), "en": re.compile("")}
"""What is shown with a number: in Chinese the measure word behind it."""


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for shown, page in pages.items():
        text, known = unlinked(page.text), _known(page, tables)
        for figure in figures(text, page.lang):
            if notable(figure) and figure.value not in known:
                yield Finding(
                    shown,
                    *place(page.text, figure.start),
                    RULE.id,
                    *_words(figure, text, list(known.values()), page.lang, tables),
                )


def _known(page: Page, tables: Tables) -> dict[float, str]:
    """Every number that the facts on a page hold, in the words of one of them."""
    # A citation with a slip in its id is one fault; the figures it stands for are not to be so many more.
    meant = {sure(cited, page.lang, tables) for cited in citations(page.text)} - {None}
    facts = [tables.facts[fact] for fact in sorted(on_page(page, tables) | meant) if fact in tables.facts]
    worded = {
        figure.value: words
        for fact in facts
        for words in fact["wording"][page.lang]
        for figure in figures(words, page.lang)
    }
    return {
        fact["value"]: fact["wording"][page.lang][0]
        for fact in facts
        if isinstance(fact["value"], (int, float))
    } | worded


def _words(figure: Figure, text: str, known: list[str], lang: str, tables: Tables) -> tuple[str, str]:
    typed = figure.words + _MEASURE[lang].match(text, figure.end)[0]
    hint_zh, hint_en = (
        _entry(figure, text, typed, lang, tables)
        or _near(typed, known)
        or (
            "总账里没有这个数；文章里有，就先添进 docs/data/facts.yml。",
            "The ledger has no such figure; if the article has, add it to docs/data/facts.yml first.",
        )
    )
    return (
        f"“{typed}”是数，没有连到总账。{hint_zh}不是文章里的数，就在这一段上面另起一行写 <!-- check: fact-uncited off, 理由 -->。",
        f"“{typed}” is a figure that no citation on this page accounts for. {hint_en} If it is not the article's, write <!-- check: fact-uncited off, REASON --> on a line above the paragraph.",
    )


def _entry(figure: Figure, text: str, typed: str, lang: str, tables: Tables) -> tuple[str, str] | None:
    """The entries of the ledger that say this number, those in the same words or with the same measure word first."""
    found = [
        (not text.startswith(words, figure.start), typed[-1] not in words, fact["id"], words)
        for fact in tables.facts.values()
        for words in fact["wording"][lang]
        if any(other.value == figure.value for other in figures(words, lang))
    ]
    if not found:
        return None
    links = [
        f"[{words}](figures.md#{fact})"
        for fact, words in {fact: words for *_, fact, words in sorted(found, reverse=True)}.items()
    ][-2:][::-1]
    return f"是不是想写 {' 或 '.join(links)}？", f"Did you mean {' or '.join(links)}?"


def _near(typed: str, known: list[str]) -> tuple[str, str] | None:
    """What the page cites that is spelt nearly so, or has the same measure word: the ledger may have changed since."""
    near = get_close_matches(typed, known, 1) or _measured(typed, known)
    return (
        (f"本页引用的是“{near[0]}”，是不是写错了？", f"The page cites “{near[0]}”; is it misspelt?")
        if near
        else None
    )


def _measured(typed: str, known: list[str]) -> list[str]:
    """The one wording on the page with the measure word of what was typed."""
    same = list(
        dict.fromkeys(
            words
            for words in known
            if typed[-1] >= "\u4e00" and words.endswith(typed[-1]) and not typed[-1].isnumeric()
        )
    )
    return same if len(same) == 1 else []
