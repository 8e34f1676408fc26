"""An entry of the timeline that is to stand at its date, and whose fact or background item has none."""

from story.checks.rule import Findings, Pages, rule
from story.graphics.axis import dated
from story.language.dates import is_date
from story.tables.tables import Tables

RULE = rule("timeline-undated")


def check(pages: Pages, tables: Tables) -> Findings:
    for index, entry in enumerate(tables.data["timeline"]["entries"]):
        field = "fact" if "fact" in entry else "background"
        if entry["lane"] == "undated" or entry.get("fact", "") not in {"", *tables.facts}:
            continue
        value = dated(entry, tables)
        day = tables.facts.get(entry.get("fact"), {"kind": "date"})["kind"] == "date"
        if value is not None and not (is_date(value) and day):
            mark = tables.mark("timeline", "entries", index, field)
            yield RULE.finding(tables.path("timeline"), mark, entry=entry[field], value=value)
