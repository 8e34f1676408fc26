"""Groups of marks: a figure in a large numeral, what it counts, and one mark for each."""

from story.graphics.calendar import between
from story.graphics.pen import FRAY, Pen, frayed, ticks
from story.graphics.rows import Known, Told, tie
from story.language.dates import short, weekday
from story.language.wording import numeral
from story.tables.records import Row

SHAPES = ("person", "time")
"""Marks that are counted; `days` draws a period."""


def draw(told: Told, pen: Pen) -> None:
    """`rows` name a fact each: a count, or a period drawn as its days; `total` is the sum of rows.

    Rows of times have one scale, so all count how often something was done, or their lengths mislead.
    """
    times = [told.entry(row) for row in told.rows if row["shape"] == "time"]
    scale = max((fact["value"] + (FRAY if fact.get("bound") else 0) for fact in times), default=0)
    for row in told.rows:
        group, fact = pen.add("div", row["shape"]), told.entry(row)
        if row["shape"] == "days":
            _days(group, told, row, fact)
            continue
        group.head(numeral(fact, told.lang), told.label(row))
        if row["shape"] == "person":
            _people(group.add("span", row.get("style", "first"), **tie(row)), fact)
        else:
            _times(group.strip(scale), fact, tie(row))
    if "total" in told.graphic:
        total = told.graphic["total"]
        pen.add("div", "total").head(numeral(told.entry(total), told.lang), told.label(total))


def _people(group: Pen, fact: Known) -> None:
    for _ in range(fact["value"]):
        group.add("i")
    if fact.get("bound"):
        group.add("i", "open")


def _times(svg: Pen, fact: Known, tied: dict) -> None:
    svg.path(ticks(fact["value"]), **tied)
    if fact.get("bound"):
        svg.path(frayed(fact["value"] + 0.5), "open")


def _days(group: Pen, told: Told, row: Row, fact: Known) -> None:
    days = between(fact["value"])
    group.head(str(len(days)), told.label(row))
    strip = group.add("div", "strip", **tie(row))
    for day in days:
        cell = strip.add("span", text=short(day.isoformat(), told.lang, day.year))
        cell.add("small", text=weekday(day, told.lang))
