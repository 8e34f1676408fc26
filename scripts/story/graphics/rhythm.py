"""The twenty measures as numbered cells, a line for each rhythm; a cell leads to its measure on the page."""

from math import ceil

from story.graphics.rows import Told
from story.graphics.svg import LEADING, Pen, even, number
from story.tables.records import Measure

_LABEL, _CELL, _PITCH, _EACH = 111, 32, 36, 7
_BETWEEN_ROWS = 13


def draw(told: Told, svg: Pen) -> float:
    """The cell of a measure that has a sequel is filled."""
    top, table, t = 1, told.tables.data["measures"], told.tables.data["strings"]
    svg.element.set("role", "group")
    for rhythm in table["rhythms"]:
        measures = [measure for measure in table["measures"] if measure["rhythm"] == rhythm["id"]]
        names = even(rhythm["title"][told.lang], _LABEL - 8)
        svg.column(0, top + 20 - (len(names) - 1) * LEADING / 2, names)
        for index, measure in enumerate(measures):
            says = t["cell_sequel"] if "after" in measure else t["cell"]
            _cell(
                svg,
                measure,
                says[told.lang].format(measure["number"]),
                _LABEL + _PITCH * (index % _EACH),
                top + _PITCH * (index // _EACH),
            )
        top += _PITCH * ceil(len(measures) / _EACH) - _PITCH + _CELL + _BETWEEN_ROWS
    return top - _BETWEEN_ROWS + 1


def _cell(svg: Pen, measure: Measure, name: str, x: float, y: float) -> None:
    place, kind = f"translate({number(x)} {number(y)})", "sequel" if "after" in measure else "plain"
    link = svg.add("a", kind, href=f"#{measure['fact']}", aria_label=name, transform=place)
    link.add("path", d=f"M0 0h{_CELL}v{_CELL}H0z")
    link.add("text", x=_CELL // 2, y=21).say(str(measure["number"]))
