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
            mark = tables.mark("facts", "facts", index)
            yield RULE.finding(tables.path("facts"), mark, fact=fact, page=page)
