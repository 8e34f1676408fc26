"""A link to a term that the glossary does not hold."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import everything, meant
from story.findings import Finding
from story.pages.links import anchors, links
from story.pages.page import Page, plain
from story.tables.tables import Tables

RULE = Rule(
    "term-unknown",
    "链到词语页的，词语表里要有这一条。",
    "A link to the glossary names a term that the glossary has.",
    "链接里 # 后面写词条的编号：拼音去掉声调，用连字符连接，在 docs/data/glossary.yml 里可以查到。写错了，读者点开只到页首，也没有解释弹出来。",
    "After # stands the term’s id, its pinyin without tones joined by hyphens, to be found in docs/data/glossary.yml. With a wrong one readers land at the top of the page and see no explanation.",
    "[挂职](glossary.md#gua-zhi)",
    "[挂职](glossary.md#guazhi)",
)

PREFIX = "glossary.md#"


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    others = {
        lang: anchors(pages[shown], tables) if shown in pages else set()
        for lang, shown in (("zh", "docs/glossary.md"), ("en", "docs/glossary.en.md"))
    }
    for text in everything(pages, tables):
        for link in links(text.body) if PREFIX in text.body else ():
            term = link.target.removeprefix(PREFIX)
            if link.target.startswith(PREFIX) and term not in tables.terms and term not in others[text.lang]:
                zh, en = _hint(term, plain(link.words), tables)
                yield text.finding(
                    RULE,
                    link.start,
                    f"词语表里没有 {term} 这一条（链接文字是“{plain(link.words)}”）。{zh}",
                    f"The glossary has no term {term} (the link says “{plain(link.words)}”). {en}",
                )


def _hint(term: str, words: str, tables: Tables) -> tuple[str, str]:
    """The term that has these words, in Chinese or English; else the one that is spelt nearly so."""
    named = [
        each["id"]
        for each in tables.terms.values()
        if words and (words in each["term"].split(" / ") or words.lower() == each["english"].lower())
    ]
    if named:
        line = tables.mark("glossary", "terms", list(tables.terms).index(named[0]))[0]
        return (
            f"是不是想写 {named[0]}（docs/data/glossary.yml:{line}）？",
            f"Did you mean {named[0]} (docs/data/glossary.yml:{line})?",
        )
    return meant(
        term,
        tables.terms,
        "请在 docs/data/glossary.yml 里查编号，或先添上这一条。",
        "Look it up in docs/data/glossary.yml, or add it there first.",
    )
