"""A citation of a fact that the ledger does not hold."""

from collections.abc import Iterator
from difflib import get_close_matches

from story.checks.cited import everywhere
from story.findings import Finding
from story.pages import Page
from story.rules import Rule
from story.tables import Tables

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
            zh, en = _hint(cited.fact, cited.words, lang, tables)
            yield Finding(shown, cited.line, cited.column, "fact-unknown",
                          f"总账里没有 {cited.fact} 这个编号（链接文字是“{cited.words}”）。{zh}",
                          f"The ledger has no entry {cited.fact} (the link says “{cited.words}”). {en}")


def _hint(fact_id: str, words: str, lang: str, tables: Tables) -> tuple[str, str]:
    """The likeliest entry: one that is worded so, else one that is spelt nearly so."""
    worded = [fact["id"] for fact in tables.facts.values() if words in fact["wording"][lang]]
    near = worded[:1] or get_close_matches(fact_id, tables.facts, 1)
    if near:
        line = tables.line_of_fact(near[0])
        return f"是不是想写 {near[0]}（docs/data/facts.yml:{line}）？", f"Did you mean {near[0]} (docs/data/facts.yml:{line})?"
    return "请在 docs/data/facts.yml 里查编号，或先添上这一条。", "Look it up in docs/data/facts.yml, or add it there first."
