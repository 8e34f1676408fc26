"""The months of a year as leaves of a calendar, and one mark in a month for each of a number of times."""

from xml.etree import ElementTree as etree

from story.graphics.svg import NUMERAL, WIDTH, add, canvas, headline, number, words
from story.language.dates import month as month_name
from story.language.wording import numeral
from story.tables.tables import Tables

_MONTHS, _PITCH, _LEAF = 12, WIDTH / 12, 26
_HEIGHT, _HEAD = 34, 7


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    """One row, whose fact happened once a month: its marks are dealt out month by month."""
    (row,) = graphic["rows"]
    fact, style = tables.facts[row["fact"]], f"story-graphic__{row.get('style', 'first')}"
    svg = canvas(0)
    top = headline(svg, NUMERAL - 3, numeral(fact, lang), row["label"][lang], lang, style) + 13
    _leaves(svg, top, lang)
    marks = add(svg, "g", style, data_fact=fact["id"])
    for index in range(fact["value"]):
        add(marks, "circle", r=6, cx=_middle(index % _MONTHS), cy=top + _HEAD + 14 + 5 * (index // _MONTHS))
    svg.set("viewBox", f"0 0 {WIDTH} {number(top + _HEIGHT + 22)}")
    return svg


def _leaves(svg: etree.Element, top: float, lang: str) -> None:
    for kind, height in (("leaf", _HEIGHT), ("head", _HEAD)):
        outline = "".join(
            f"M{number(_left(month))} {number(top)}h{_LEAF}v{height}h-{_LEAF}z" for month in range(_MONTHS)
        )
        add(svg, "path", f"story-graphic__{kind}", d=outline)
    for month in range(_MONTHS):
        words(
            svg,
            _middle(month),
            top + _HEIGHT + 17,
            month_name(month + 1, lang),
            lang,
            "story-graphic__note",
            "middle",
        )


def _left(month: int) -> float:
    return month * _PITCH + (_PITCH - _LEAF) / 2


def _middle(month: int) -> float:
    return (month + 0.5) * _PITCH
