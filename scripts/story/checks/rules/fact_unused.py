"""A fact that nothing shows but the list of all facts."""

from story.checks.rule import Findings, Pages, rule
from story.checks.shown import somewhere
from story.tables.tables import Tables

RULE = rule("fact-unused")


def check(pages: Pages, tables: Tables) -> Findings:
    used = somewhere(pages, tables)
    for index, (fact, entry) in enumerate(tables.facts.items()):
        if fact not in used:
            page = "index" if entry["page"] == "home" else entry["page"]
            yield RULE.finding(
                tables.path("facts"),
                tables.mark("facts", "facts", index),
                f"总账里的 {fact} 没有哪一页、哪张图用到。"
                f"请在 docs/{page}.md 和 docs/{page}.en.md 里引用它，或删去这一条。",
                f"Nothing uses the entry {fact}. "
                f"Cite it on docs/{page}.md and docs/{page}.en.md, or remove the entry.",
            )
