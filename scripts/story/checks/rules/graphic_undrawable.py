"""A graphic, or a stop of the line, that counts what is no count; and any graphic that cannot be drawn as it
is written."""

import re
from collections.abc import Iterator

from story import graphics
from story.checks.rule import Findings, Pages, rule
from story.findings import Words, listed
from story.graphics.marks import SHAPES
from story.tables.records import Graphic, Row
from story.tables.tables import Tables

RULE = rule("graphic-undrawable")
_COUNTING = ("marks", "route")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def check(pages: Pages, tables: Tables) -> Findings:
    for index, stop in enumerate(tables.data["line"]["stops"]):
        fact = tables.facts.get(stop["fact"])
        value = fact["value"] if fact else 0
        if not isinstance(value, (int, float)):
            mark = tables.mark("line", "stops", index, "fact")
            yield RULE.finding(tables.path("line"), mark, "stop", fact=stop["fact"], value=value)
    for index, graphic in enumerate(tables.data["graphics"]["graphics"]):
        for place, words in _faults(graphic, tables):
            mark = tables.mark("graphics", "graphics", index, *place)
            yield RULE.finding(tables.path("graphics"), mark, words)


def _faults(graphic: Graphic, tables: Tables) -> Iterator[tuple[tuple, Words]]:
    """Place in the graphic and words of everything that cannot be drawn."""
    if graphic["kind"] not in _COUNTING:
        yield from _tried(graphic, tables)
        return
    for number, row in enumerate(graphic.get("rows", [])):
        if problem := _problem(graphic["kind"], row, tables):
            yield ("rows", number), problem
    if not graphic.get("rows"):
        yield (), RULE.words("no-rows", graphic=graphic["id"])


def _tried(graphic: Graphic, tables: Tables) -> Iterator[tuple[tuple, Words]]:
    """Kinds with rows of many sorts are tried out; an id that does not exist is another check's business."""
    try:
        for lang in ("zh", "en"):
            graphics.draw(graphic, tables, lang)
    except (LookupError, ValueError, TypeError, StopIteration) as error:
        if not (isinstance(error, KeyError) and error.args[0] in graphics.named(graphic)):
            yield (), RULE.words("fails", graphic=graphic["id"])


def _problem(kind: str, row: Row, tables: Tables) -> Words | None:
    fact = tables.facts.get(row.get("fact", ""))
    if "fact" not in row:
        return RULE.words("no-fact")
    if not fact:
        return None  # another check's business
    if kind == "marks" and "shape" not in row:
        return RULE.words("no-shape", shapes=listed([*SHAPES, "days"]))
    if kind == "route" and "way" not in row:
        return RULE.words("no-way")
    name, value = fact["id"], fact["value"]
    if row.get("shape") == "days" and not _DAYS.fullmatch(str(value)):
        return RULE.words("no-days", fact=name)
    if row.get("shape") != "days" and (not isinstance(value, int) or value < 1):
        return RULE.words("not-whole", fact=name, value=value)
    return None
