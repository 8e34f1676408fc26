"""Bars on one scale: an exact figure ends in an edge, a lower bound breaks off and runs on."""

from xml.etree import ElementTree as etree

from story.graphics.svg import NUMERAL, WIDTH, add, canvas, headline, number
from story.language.wording import numeral
from story.tables.tables import Tables

_THICK, _BELOW_HEADING, _BETWEEN_ROWS = 15, 10, 16
_TAIL = ((3, 5), (11, 3.5), (18, 2), (24, 1))
"""Slices behind a lower bound: where each begins, and how wide it is."""


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    """`rows` name a count each; all count times that something was done, or their lengths mislead."""
    facts = [tables.facts[row["fact"]] for row in graphic["rows"]]
    scale = min((WIDTH - _room(fact)) / fact["value"] for fact in facts)
    svg, top = canvas(0), 0
    for row, fact in zip(graphic["rows"], facts):
        style = f"story-graphic__{row.get('style', 'first')}"
        base = (
            headline(svg, top + NUMERAL - 3, numeral(fact, lang), row["label"][lang], lang, style)
            + _BELOW_HEADING
        )
        _bar(svg, fact, base, fact["value"] * scale, style)
        top = base + _THICK + _BETWEEN_ROWS
    svg.set("viewBox", f"0 0 {WIDTH} {number(top - _BETWEEN_ROWS + 5)}")
    return svg


def _room(fact: dict) -> float:
    """What the end of a bar needs behind its value."""
    return sum(_TAIL[-1]) if fact.get("bound") else 1


def _bar(svg: etree.Element, fact: dict, top: float, length: float, style: str) -> None:
    add(svg, "rect", style, data_fact=fact["id"], x=0, y=float(top), width=float(length), height=_THICK)
    if fact.get("bound"):
        tail = "".join(
            f"M{number(length + start)} {number(top)}h{number(width)}v{_THICK}h-{number(width)}z"
            for start, width in _TAIL
        )
        add(svg, "path", f"{style} story-graphic__open", d=tail)
    else:
        add(svg, "path", "story-graphic__edge", d=f"M{number(length)} {number(top - 3)}v{_THICK + 6}")
