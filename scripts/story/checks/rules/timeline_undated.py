"""An entry of the timeline that is to stand at its date, and whose fact or background item has none."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.graphics.axis import dated
from story.language.dates import is_date
from story.pages.page import Page
from story.tables.tables import Tables

RULE = Rule(
    "timeline-undated",
    zh="时间线上“有日期的”一栏，只放有日期的事。",
    en="Only what has a date stands in the dated lane of the timeline.",
    why_zh="没有日期的事放进去，就要猜一个日子，那是编造。写 lane: undated。",
    why_en="To place an undated event would mean to guess its day. Write lane: undated.",
    wrong="- {id: products, lane: dated, fact: store-products, …}",
    right="- {id: products, lane: undated, fact: store-products, …}",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for index, entry in enumerate(tables.data["timeline"]["entries"]):
        field = "fact" if "fact" in entry else "background"
        if entry["lane"] == "undated" or entry.get("fact", "") not in {"", *tables.facts}:
            continue
        value = dated(entry, tables)
        if value is not None and not (
            is_date(value) and tables.facts.get(entry.get("fact"), {"kind": "date"})["kind"] == "date"
        ):
            yield Finding(
                tables.path("timeline"),
                *tables.mark("timeline", "entries", index, field),
                "timeline-undated",
                f"{entry[field]} 写的是“{value}”，不是日期。有日期的才写进这一栏；没有的，lane 写 undated。",
                f"The value of {entry[field]} is “{value}”, not a date. Only what has a date stands in this lane; for the rest write lane: undated.",
            )
