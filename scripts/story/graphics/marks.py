"""Rows of marks: a figure in a large numeral, what it counts, and one mark for each."""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple
from xml.etree import ElementTree as etree

from story.graphics import days
from story.graphics.svg import LEADING, NUMERAL, WIDTH, add, canvas, headline, number, paragraph, words
from story.language.wording import numeral
from story.tables.tables import Tables


class Shape(NamedTuple):
    """A mark; `pitch` is the distance from one to the next. Without an outline it is a point of a thick round pen."""

    outline: str
    width: float
    height: float
    pitch: float


SHAPES = {
    "person": Shape("M6 5.5a5 5 0 1 1 10 0a5 5 0 1 1-10 0zM1 27v-5a10 9 0 0 1 20 0v5z", 22, 27, 30),
    "sheet": Shape("M1 0h12v8h8v19h-20zM15 0l6 6h-6zM5 13v2h12v-2zM5 19v2h12v-2z", 22, 27, 30),
    "place": Shape(
        "M11 27C4 18 1 14 1 9.8a10 9.8 0 0 1 20 0C21 14 18 18 11 27zM11 5.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8z",
        22,
        27,
        30,
    ),
    "dot": Shape("", 10, 10, 13),
    "box": Shape("M1 1h58v40h-58z", 60, 42, 74.7),
}
_BETWEEN_ROWS, _BELOW_HEADING = 24, 12


@dataclass(frozen=True)
class _Row:
    """One row as the table of graphics has it, and its fact."""

    graphic: str
    entry: dict
    fact: dict
    lang: str

    @property
    def shape(self) -> str:
        return self.entry["shape"]

    @property
    def figure(self) -> str:
        return (
            str(len(days.between(self.fact["value"])))
            if self.shape == "days"
            else numeral(self.fact, self.lang)
        )

    @property
    def style(self) -> str:
        return f"story-graphic__{self.entry.get('style', 'first')}"


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    """`rows` name a fact each: a count, or a period that is drawn as its days. `total` spans the rows `over` which it is told."""
    rows = [_Row(graphic["id"], entry, tables.facts[entry["fact"]], lang) for entry in graphic["rows"]]
    svg, top, spans = canvas(0), 0, {}
    _define(svg, graphic["id"], {row.shape for row in rows})
    for row in rows:
        group = add(svg, "g", transform=f"translate(0 {number(top)})")
        bottom = top + _row(group, row, tables)
        spans[row.fact["id"]], top = (top, bottom), bottom + _BETWEEN_ROWS
    if "total" in graphic:
        _total(svg, graphic["total"], spans, tables, lang)
    svg.set("viewBox", f"0 0 {WIDTH} {number(bottom + 3)}")
    return svg


def _total(
    svg: etree.Element, total: dict, spans: dict[str, tuple[float, float]], tables: Tables, lang: str
) -> None:
    """A bracket beside the rows that the article itself adds up, with the sum as the ledger has it."""
    top, bottom = spans[total["over"][0]][0] + NUMERAL + 7, spans[total["over"][-1]][1]
    middle = (top + bottom) / 2
    add(svg, "path", "story-graphic__bracket", d=f"M{WIDTH - 64} {number(top)}h6V{number(bottom)}h-6")
    words(
        svg,
        WIDTH - 51,
        middle + 6,
        numeral(tables.facts[total["fact"]], lang),
        lang,
        "story-graphic__number",
        data_fact=total["fact"],
    )
    words(svg, WIDTH - 51, middle + 6 + LEADING, total["label"][lang], lang)


def _define(svg: etree.Element, graphic: str, shapes: set[str]) -> None:
    defined = add(svg, "defs")
    for shape in sorted(shape for shape in shapes & SHAPES.keys() if SHAPES[shape].outline):
        add(defined, "path", id=f"{graphic}-{shape}", d=SHAPES[shape].outline, fill_rule="evenodd")


def _row(group: etree.Element, row: _Row, tables: Tables) -> float:
    """Draw a row from 0 down; its height."""
    top = (
        headline(group, NUMERAL - 3, row.figure, row.entry["label"][row.lang], row.lang, row.style)
        + _BELOW_HEADING
    )
    if row.shape == "days":
        return days.strip(group, row.fact, top, row.lang)
    places = _places(row.fact["value"], SHAPES[row.shape], top)
    marks = _marks(group, row, places)
    if "callout" in row.entry:
        return _callout(group, marks, row, places, tables)
    return places[-1][1] + SHAPES[row.shape].height


def _places(count: int, shape: Shape, top: float) -> list[tuple[float, float]]:
    """Where the marks go: in as few lines as hold them, and in lines of one length."""
    most = int((WIDTH + shape.pitch - shape.width) // shape.pitch)
    each = ceil(count / ceil(count / most))
    return [
        (shape.pitch * (index % each), top + (shape.pitch + 3) * (index // each)) for index in range(count)
    ]


def _marks(group: etree.Element, row: _Row, places: list[tuple[float, float]]) -> etree.Element:
    marks = add(group, "g", f"{row.style} story-graphic__{row.shape}", data_fact=row.fact["id"])
    if row.shape == "dot":
        add(marks, "path", d="".join(f"M{number(x + 5)} {number(y + 5)}h0" for x, y in places))
    else:
        for x, y in places:
            add(marks, "use", href=f"#{row.graphic}-{row.shape}", x=float(x), y=float(y))
    if row.fact.get("bound"):
        _open_end(group, row, *places[-1])
    return marks


def _open_end(group: etree.Element, row: _Row, x: float, y: float) -> None:
    """A lower bound does not stop: after its last mark come dots that shrink away, and stand for no number."""
    shape = SHAPES[row.shape]
    tail = add(group, "g", f"{row.style} story-graphic__open")
    for start, radius in ((8, 3.4), (17, 2.3), (24, 1.3)):
        add(tail, "circle", r=radius, cx=x + shape.width + start, cy=y + shape.height / 2)


def _callout(
    group: etree.Element, marks: etree.Element, row: _Row, places: list[tuple[float, float]], tables: Tables
) -> float:
    """Mark one, or one that stands `apart`, and say below what it is; where the words end."""
    shape, callout = SHAPES[row.shape], row.entry["callout"]
    x, y = places[0]
    if callout.get("apart"):
        x, y = places[-1][0] + shape.pitch * 1.5, places[-1][1]
        add(
            group,
            "use",
            "story-graphic__apart",
            href=f"#{row.graphic}-{row.shape}",
            x=float(x),
            y=float(y),
            data_fact=callout["fact"],
        )
    else:
        marks[0].set("class", "story-graphic__key")
    middle, base = x + shape.width / 2, places[-1][1] + shape.height
    add(group, "path", "story-graphic__leader", d=f"M{number(middle)} {number(base + 3)}v14h7")
    name = tables.facts[callout["fact"]]["wording"][row.lang][0]
    end = paragraph(
        group,
        middle + 11,
        base + 21,
        name[0].upper() + name[1:],
        WIDTH - middle - 11,
        row.lang,
        "story-graphic__strong",
    )
    return (
        paragraph(
            group,
            middle + 11,
            end + LEADING,
            callout["label"][row.lang],
            WIDTH - middle - 11,
            row.lang,
            "story-graphic__note",
        )
        + 4
    )
