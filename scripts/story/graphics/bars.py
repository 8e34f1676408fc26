"""Bars on one scale: an exact figure ends in an edge, a lower bound breaks off and runs on."""

from story.graphics.rows import Known, Told
from story.graphics.svg import WIDTH, Pen, number
from story.language.wording import numeral

_THICK, _BELOW_HEADING, _BETWEEN_ROWS = 15, 10, 16
_TAIL = ((3, 5), (11, 3.5), (18, 2), (24, 1))
"""Slices behind a lower bound: where each begins, and how wide it is."""


def draw(told: Told, svg: Pen) -> float:
    """`rows` name a count each; all count times that something was done, or their lengths mislead."""
    facts = [told.entry(row) for row in told.rows]
    # What the end of a bar needs behind its value.
    rooms = (sum(_TAIL[-1]) if fact.get("bound") else 1 for fact in facts)
    scale = min((WIDTH - room) / fact["value"] for room, fact in zip(rooms, facts))
    top = 0.0
    for row, fact in zip(told.rows, facts):
        style = row.get("style", "first")
        base = svg.headline(top, numeral(fact, told.lang), told.label(row), style) + _BELOW_HEADING
        _bar(svg, fact, base, fact["value"] * scale, style)
        top = base + _THICK + _BETWEEN_ROWS
    return top - _BETWEEN_ROWS + 5


def _bar(svg: Pen, fact: Known, top: float, length: float, style: str) -> None:
    svg.add("rect", style, data_fact=fact["id"], x=0, y=top, width=length, height=_THICK)
    if fact.get("bound"):
        y, slices = number(top), [(number(length + start), number(width)) for start, width in _TAIL]
        tail = "".join(f"M{x} {y}h{width}v{_THICK}h-{width}z" for x, width in slices)
        svg.add("path", f"{style} open", d=tail)
    else:
        svg.add("path", "edge", d=f"M{number(length)} {number(top - 3)}v{_THICK + 6}")
