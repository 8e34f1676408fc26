"""A graphic, or a stop of the line, that counts what is no count; and any graphic that cannot be drawn as it is written."""

import re
from collections.abc import Iterator

from story import graphics
from story.checks.rule import Rule
from story.findings import Finding
from story.graphics.marks import SHAPES
from story.pages.page import Page
from story.tables.tables import Tables

RULE = Rule(
    "graphic-undrawable",
    zh="数据图和线上的站，要有数可画。",
    en="A graphic, or a stop of the line, has a number to draw.",
    why_zh="日期、名称画不成点和条；少写一项，整张图都出不来。",
    why_en="A date or a name cannot be drawn as dots or bars; without a field the whole drawing fails.",
    wrong="stops:\n- {page: train, fact: train-launch-date, …}",
    right="stops:\n- {page: train, fact: train-build-days, …}",
)

_COUNTING = ("marks", "bars", "months")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    yield from _line(tables)
    for index, graphic in enumerate(tables.data["graphics"]["graphics"]):
        if graphic["kind"] not in _COUNTING:
            yield from _tried(index, graphic, tables)
            continue
        for number, row in enumerate(graphic.get("rows", [])):
            if problem := _problem(graphic["kind"], row, tables):
                yield _finding(tables, (index, "rows", number), *problem)
        if not graphic.get("rows"):
            yield _finding(
                tables,
                (index,),
                f"图 {graphic['id']} 没有写 rows，没有东西可画。",
                f"The graphic {graphic['id']} has no rows to draw.",
            )


def _line(tables: Tables) -> Iterator[Finding]:
    for index, stop in enumerate(tables.data["line"]["stops"]):
        value = tables.facts.get(stop["fact"], {}).get("value", 0)
        if not isinstance(value, (int, float)):
            yield Finding(
                tables.path("line"),
                *tables.mark("line", "stops", index, "fact"),
                "graphic-undrawable",
                f"{stop['fact']} 的 value 是“{value}”，不是数；线上的一站要带一个数。",
                f"The value of {stop['fact']} is “{value}”, not a number; a stop of the line needs one.",
            )


def _tried(index: int, graphic: dict, tables: Tables) -> Iterator[Finding]:
    """Kinds with rows of many sorts are tried out; an id that does not exist is another check's business."""
    try:
        for lang in ("zh", "en"):
            graphics.draw(graphic, tables, lang)
    except (LookupError, ValueError, TypeError, StopIteration) as error:
        if not (isinstance(error, KeyError) and error.args[0] in graphics.named(graphic)):
            yield _finding(
                tables,
                (index,),
                f"图 {graphic['id']} 画不出来：有一行少写了一项，或 group、item、part 之类写得和别处不一样。请对照改动以前的样子。",
                f"The graphic {graphic['id']} cannot be drawn: a row lacks a field, or its group, item, part or the like differs from the rest. Compare with how it stood before.",
            )


def _problem(kind: str, row: dict, tables: Tables) -> tuple[str, str] | None:
    fact = tables.facts.get(row.get("fact", ""))
    if not fact:
        return (
            None
            if "fact" in row
            else (
                "这一行要写 fact，这种图只画事实。",
                "This row needs a fact; graphics of this kind draw nothing else.",
            )
        )
    if kind == "marks" and "shape" not in row:
        return (
            f"这一行要写 shape：{'、'.join([*SHAPES, 'days'])}。",
            f"This row needs a shape: {', '.join([*SHAPES, 'days'])}.",
        )
    if row.get("shape") == "days":
        return (
            None
            if _DAYS.fullmatch(str(fact["value"]))
            else (
                f"{fact['id']} 不是从某日到某日，画不成 days。",
                f"{fact['id']} is not a period from day to day, so it has no days to draw.",
            )
        )
    if not isinstance(fact["value"], int) or fact["value"] < 1:
        return (
            f"{fact['id']} 的 value 是“{fact['value']}”，不是可以数的整数。",
            f"The value of {fact['id']} is “{fact['value']}”, not a whole number to be counted.",
        )
    return None


def _finding(tables: Tables, place: tuple, zh: str, en: str) -> Finding:
    return Finding(
        tables.path("graphics"), *tables.mark("graphics", "graphics", *place), "graphic-undrawable", zh, en
    )
