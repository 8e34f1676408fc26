"""One mark for each of a small number of people or things, in rows of a kind."""

from xml.etree import ElementTree as etree

from story.graphics.svg import SIZE, add, canvas, words
from story.tables import Tables

_PITCH, _RADIUS, _EACH = 30, 10, 10


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    rows = graphic["rows"]
    svg = canvas(sum(_height(tables.facts[row["fact"]]["value"]) for row in rows))
    top = 0
    for row in rows:
        value = tables.facts[row["fact"]]["value"]
        words(svg, 0, top + SIZE, f"{row['label'][lang]} {value}", lang)
        for index in range(value):
            _mark(svg, row, index, top)
        top += _height(value)
    return svg


def _height(value: int) -> float:
    return SIZE * 2 + _PITCH * -(-value // _EACH)


def _mark(svg: etree.Element, row: dict, index: int, top: float) -> None:
    add(svg, "circle", f"story-graphic__{row.get('style', 'first')}", data_fact=row["fact"], r=_RADIUS,
        cx=_RADIUS + _PITCH * (index % _EACH), cy=top + SIZE * 2 + _RADIUS + _PITCH * (index // _EACH))
