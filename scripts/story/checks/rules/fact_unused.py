"""A fact that nothing shows but the list of all facts."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.shown import somewhere
from story.findings import Finding
from story.pages.page import Page
from story.tables.tables import Tables

RULE = Rule(
    "fact-unused",
    zh="总账里的每一条，都有一页、一张图或一张表用到它。",
    en="Every entry of the ledger is used by a page, a graphic or a table.",
    why_zh="没有用到的一条，读者只能在数字页的清单里看到，也没有人会再核对它。只是提醒，不会挡住生成网站：先添事实、后写正文是可以的。",
    why_en="An entry that nothing uses is seen only in the list of figures, and nobody will verify it again. It is a warning and stops no build: a fact may well be entered before the page is written.",
    wrong="- id: shelf-count\n  kind: count\n  …（没有哪一页写 figures.md#shelf-count / no page links to figures.md#shelf-count）",
    right="店里有[12个货架](figures.md#shelf-count)。",
    severity="warning",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    used = somewhere(pages, tables)
    for index, (fact, entry) in enumerate(tables.facts.items()):
        if fact not in used:
            page = "index" if entry["page"] == "home" else entry["page"]
            yield Finding(
                tables.path("facts"),
                *tables.mark("facts", "facts", index),
                RULE.id,
                f"总账里的 {fact} 没有哪一页、哪张图用到。请在 docs/{page}.md 和 docs/{page}.en.md 里引用它，或删去这一条。",
                f"Nothing uses the entry {fact}. Cite it on docs/{page}.md and docs/{page}.en.md, or remove the entry.",
                RULE.severity,
            )
