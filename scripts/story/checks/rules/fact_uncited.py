"""A figure in the prose of a page that no citation on the page accounts for.

Once a page has cited a figure, its prose may repeat it: “26名” in a link, “二十六人” in the title.
"""

from story.checks.rule import Findings, Pages, rule
from story.checks.rules.fact_unknown import sure
from story.checks.shown import on_page
from story.findings import Words, did_you_mean, nearest
from story.language.numerals import Figure, figures, notable
from story.pages.links import citations, unlinked
from story.pages.page import Page, place
from story.tables.tables import Tables

RULE = rule("fact-uncited")


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, page in pages.items():
        text, known = unlinked(page.text), _known(page, tables)
        for figure in figures(text, page.lang):
            if notable(figure) and figure.value not in known:
                words = _words(figure, text, list(known.values()), page.lang, tables)
                yield RULE.finding(shown, place(page.text, figure.start), words)


def _known(page: Page, tables: Tables) -> dict[float, str]:
    """Every number that the facts on a page hold, in the words of one of them."""
    # A citation with a slip in its id is one fault; the figures it stands for are not to be so many more.
    meant = {fact for cited in citations(page.text) if (fact := sure(cited, page.lang, tables))}
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
    behind = text[figure.end : figure.end + 1]
    # In Chinese a number is shown with the measure word behind it.
    typed = figure.words + (behind if lang == "zh" and "\u4e00" <= behind <= "\u9fff" else "")
    hint = _entry(figure, text, typed, lang, tables) or _near(typed, known) or RULE.words("absent")
    return RULE.words("uncited", typed=typed, hint=hint)


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
    return did_you_mean((" 或 ".join(links), " or ".join(links))) if links else None


def _near(typed: str, known: list[str]) -> Words | None:
    """What the page cites that is spelt nearly so or has the measure word: the ledger may have changed."""
    near = nearest(typed, known) or _measured(typed, known)
    return RULE.words("near", near=near) if near else None


def _measured(typed: str, known: list[str]) -> str | None:
    """The one wording on the page with the measure word of what was typed."""
    measure = typed[-1]
    same = {words for words in known if measure >= "\u4e00" and words.endswith(measure)}
    return same.pop() if len(same) == 1 and not measure.isnumeric() else None
