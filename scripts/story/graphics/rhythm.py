"""The twenty measures as numbered cells, a line for each rhythm; a cell leads to its measure on the page."""

from math import ceil
from xml.etree import ElementTree as etree

from story.graphics.svg import LEADING, WIDTH, add, balanced, canvas, lines, number, words
from story.tables.tables import Tables

_LABEL, _CELL, _PITCH, _EACH = 111, 32, 36, 7
_BETWEEN_ROWS = 13


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    """The cell of a measure that has a sequel is filled."""
    svg, top, t = canvas(0), 1, tables.data["strings"]
    svg.set("role", "group")
    for rhythm in tables.data["measures"]["rhythms"]:
        measures = [
            measure for measure in tables.data["measures"]["measures"] if measure["rhythm"] == rhythm["id"]
        ]
        title = rhythm["title"][lang]
        names = lines(title, balanced(title, _LABEL - 8))
        for index, line in enumerate(names):
            words(svg, 0, top + 20 + index * LEADING - (len(names) - 1) * LEADING / 2, line, lang)
        for index, measure in enumerate(measures):
            name = t["cell_sequel" if "after" in measure else "cell"][lang].format(measure["number"])
            _cell(svg, measure, name, (_LABEL + _PITCH * (index % _EACH), top + _PITCH * (index // _EACH)))
        top += _PITCH * ceil(len(measures) / _EACH) - _PITCH + _CELL + _BETWEEN_ROWS
    svg.set("viewBox", f"0 0 {WIDTH} {number(top - _BETWEEN_ROWS + 1)}")
    return svg


def _cell(svg: etree.Element, measure: dict, name: str, place: tuple[float, float]) -> None:
    link = add(
        svg,
        "a",
        f"story-graphic__{'sequel' if 'after' in measure else 'plain'}",
        href=f"#{measure['fact']}",
        aria_label=name,
        transform=f"translate({number(place[0])} {number(place[1])})",
    )
    add(link, "path", d=f"M0 0h{_CELL}v{_CELL}H0z")
    add(link, "text", x=_CELL // 2, y=21).text = str(measure["number"])
