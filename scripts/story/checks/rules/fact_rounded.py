"""A fact that its own words call rounded, and that the table of figures would call exact."""

import re

from story.checks.rule import Findings, Pages, rule
from story.tables.tables import Tables

RULE = rule("fact-rounded")
_ROUNDED = re.compile(r"约数|整数(?:说|，)|\bround(?:ed)? (?:number|figure)|\brounded\b", re.I)


def check(pages: Pages, tables: Tables) -> Findings:
    for index, fact in enumerate(tables.facts.values()):
        said = " ".join([*fact["statement"].values(), *fact.get("note", {}).values()])
        if (found := _ROUNDED.search(said)) and fact.get("precision") != "rounded":
            mark = tables.mark("facts", "facts", index)
            yield RULE.finding(tables.path("facts"), mark, fact=fact["id"], words=found[0])
