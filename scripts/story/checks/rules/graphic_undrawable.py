"""A graphic, or a stop of the line, that counts what is no count; and any graphic that cannot be drawn as it
is
written."""

import re
from collections.abc import Iterator

from story import graphics
from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.graphics.marks import SHAPES
from story.tables.tables import Tables

RULE = rule("graphic-undrawable")
_COUNTING = ("marks", "bars", "months")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def check(pages: Pages, tables: Tables) -> Findings:
    for index, stop in enumerate(tables.data["line"]["stops"]):
        value = tables.facts.get(stop["fact"], {}).get("value", 0)
        if not isinstance(value, (int, float)):
            yield RULE.finding(
                tables.path("line"),
                tables.mark("line", "stops", index, "fact"),
                f"{stop['fact']} 的 value 是“{value}”，不是数；线上的一站要带一个数。",
                f"The value of {stop['fact']} is “{value}”, not a number; a stop of the line needs one.",
            )
    for index, graphic in enumerate(tables.data["graphics"]["graphics"]):
        for place, words in _faults(graphic, tables):
            mark = tables.mark("graphics", "graphics", index, *place)
            yield RULE.finding(tables.path("graphics"), mark, *words)


def _faults(graphic: dict, tables: Tables) -> Iterator[tuple[tuple, Words]]:
    """Place in the graphic and words of everything that cannot be drawn."""
    if graphic["kind"] not in _COUNTING:
        yield from _tried(graphic, tables)
        return
    for number, row in enumerate(graphic.get("rows", [])):
        if problem := _problem(graphic["kind"], row, tables):
            yield ("rows", number), problem
    if not graphic.get("rows"):
        yield (
            (),
            (
                f"图 {graphic['id']} 没有写 rows，没有东西可画。",
                f"The graphic {graphic['id']} has no rows to draw.",
            ),
        )


def _tried(graphic: dict, tables: Tables) -> Iterator[tuple[tuple, Words]]:
    """Kinds with rows of many sorts are tried out; an id that does not exist is another check's business."""
    try:
        for lang in ("zh", "en"):
            graphics.draw(graphic, tables, lang)
    except (LookupError, ValueError, TypeError, StopIteration) as error:
        if not (isinstance(error, KeyError) and error.args[0] in graphics.named(graphic)):
            yield (
                (),
                (
                    f"图 {graphic['id']} 画不出来：有一行少写了一项，或 group、"
                    "item、part 之类写得和别处不一样。请对照改动以前的样子。",
                    f"The graphic {graphic['id']} cannot be drawn: a row lacks a field, or its group, "
                    "item, part or the like differs from the rest. Compare with how it stood before.",
                ),
            )


def _problem(kind: str, row: dict, tables: Tables) -> Words | None:
    fact = tables.facts.get(row.get("fact", ""))
    if "fact" not in row:
        return (
            "这一行要写 fact，这种图只画事实。",
            "This row needs a fact; graphics of this kind draw nothing else.",
        )
    if not fact:
        return None  # another check's business
    if kind == "marks" and "shape" not in row:
        shapes = [*SHAPES, "days"]
        return f"这一行要写 shape：{'、'.join(shapes)}。", f"This row needs a shape: {', '.join(shapes)}."
    name, value = fact["id"], fact["value"]
    if row.get("shape") == "days" and not _DAYS.fullmatch(str(value)):
        return (
            f"{name} 不是从某日到某日，画不成 days。",
            f"{name} is not a period from day to day, so it has no days to draw.",
        )
    if row.get("shape") != "days" and (not isinstance(value, int) or value < 1):
        return (
            f"{name} 的 value 是“{value}”，不是可以数的整数。",
            f"The value of {name} is “{value}”, not a whole number to be counted.",
        )
    return None
