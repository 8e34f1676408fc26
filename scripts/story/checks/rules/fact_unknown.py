"""A citation of a fact that the ledger does not hold."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from story.checks.cited import everywhere
from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Citation, Page
from story.tables.tables import Tables

RULE = Rule(
    "fact-unknown",
    zh="链接里的编号，总账（docs/data/facts.yml）里要有。",
    en="The id in a link to the ledger stands in the ledger (docs/data/facts.yml).",
    why_zh="编号写错一个字母，读者点了就没有出处可看。",
    why_en="With one letter wrong, the reader who follows the link finds no source.",
    wrong="合计[1788万元](figures.md#totl)。",
    right="合计[1788万元](figures.md#total)。",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for shown, lang, cited in everywhere(pages, tables):
        if cited.fact not in tables.facts:
            yield Finding(
                shown,
                cited.line,
                cited.column,
                "fact-unknown",
                *(_open(cited, tables) or _unknown(cited, lang, tables)),
            )


def sure(cited: Citation, lang: str, tables: Tables) -> str | None:
    """The entry that a citation can only mean: it is there, or the id runs on after it, or one alone is worded or spelt so."""
    if cited.fact in tables.facts:
        return cited.fact
    worded = [fact["id"] for fact in tables.facts.values() if cited.words in fact["wording"][lang]]
    found = (
        [_begins(cited, tables)]
        if _begins(cited, tables)
        else worded or get_close_matches(cited.fact, tables.facts, 2, 0.8)
    )
    return found[0] if len(found) == 1 else None


def _begins(cited: Citation, tables: Tables) -> str | None:
    """The id that stands before words of the sentence, where the link was not closed."""
    fact = re.match("[a-z0-9-]*", cited.fact)[0]
    return fact if fact != cited.fact and fact in tables.facts else None


def _open(cited: Citation, tables: Tables) -> tuple[str, str] | None:
    fact = _begins(cited, tables)
    return (
        (
            f"链接“{cited.words}”少了右括号 )，应在 {fact} 后面。",
            f"The link “{cited.words}” lacks its closing bracket ), which belongs after {fact}.",
        )
        if fact
        else None
    )


def _unknown(cited: Citation, lang: str, tables: Tables) -> tuple[str, str]:
    zh, en = _hint(cited.fact, cited.words, lang, tables)
    return (
        f"总账里没有 {cited.fact} 这个编号（链接文字是“{cited.words}”）。{zh}",
        f"The ledger has no entry {cited.fact} (the link says “{cited.words}”). {en}",
    )


def _hint(fact_id: str, words: str, lang: str, tables: Tables) -> tuple[str, str]:
    """The likeliest entry: one that is worded so, else one that is spelt nearly so."""
    worded = [fact["id"] for fact in tables.facts.values() if words in fact["wording"][lang]]
    near = worded[:1] or get_close_matches(fact_id, tables.facts, 1)
    if near:
        line = tables.line_of_fact(near[0])
        return (
            f"是不是想写 {near[0]}（docs/data/facts.yml:{line}）？",
            f"Did you mean {near[0]} (docs/data/facts.yml:{line})?",
        )
    return (
        "请在 docs/data/facts.yml 里查编号，或先添上这一条。",
        "Look it up in docs/data/facts.yml, or add it there first.",
    )
