"""Rows of marks: a figure in a large numeral, what it counts, and one mark for each."""

from math import ceil
from typing import NamedTuple

from story.graphics import days
from story.graphics.rows import Told
from story.graphics.svg import LEADING, NUMERAL, WIDTH, Pen, even, number
from story.language.wording import numeral
from story.tables.records import Row


class Shape(NamedTuple):
    """A mark; `pitch` is how far the next one is. Without an outline it is a point of a round pen."""

    outline: str
    width: float
    height: float
    pitch: float


_PLACE = "M11 27C4 18 1 14 1 9.8a10 9.8 0 0 1 20 0C21 14 18 18 11 27zM11 5.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"
SHAPES = {
    "person": Shape("M6 5.5a5 5 0 1 1 10 0a5 5 0 1 1-10 0zM1 27v-5a10 9 0 0 1 20 0v5z", 22, 27, 30),
    "sheet": Shape("M1 0h12v8h8v19h-20zM15 0l6 6h-6zM5 13v2h12v-2zM5 19v2h12v-2z", 22, 27, 30),
    "place": Shape(_PLACE, 22, 27, 30),
    "dot": Shape("", 10, 10, 13),
    "box": Shape("M1 1h58v40h-58z", 60, 42, 74.7),
}
_BETWEEN_ROWS, _BELOW_HEADING = 24, 12


def draw(told: Told, svg: Pen) -> float:
    """`rows` name a fact each: a count, or a period drawn as its days; `total` spans rows."""
    top, bottom, spans = 0.0, 0.0, {}
    defined = svg.add("defs")
    for name in sorted(SHAPES.keys() & {row["shape"] for row in told.rows}):
        if SHAPES[name].outline:
            defined.add("path", id=_id(told, name), d=SHAPES[name].outline, fill_rule="evenodd")
    for row in told.rows:
        bottom = top + _row(svg.add("g", transform=f"translate(0 {number(top)})"), told, row)
        spans[row["fact"]], top = (top, bottom), bottom + _BETWEEN_ROWS
    if "total" in told.graphic:
        _total(svg, told, spans)
    return bottom + 3


def _id(told: Told, shape: str) -> str:
    return f"{told.graphic['id']}-{shape}"


def _total(svg: Pen, told: Told, spans: dict[str, tuple[float, float]]) -> None:
    """A bracket beside the rows that the article itself adds up, with the sum as the ledger has it."""
    total = told.graphic["total"]
    top, bottom = spans[total["over"][0]][0] + NUMERAL + 7, spans[total["over"][-1]][1]
    x, y = WIDTH - 51, (top + bottom) / 2 + 6
    svg.add("path", "bracket", d=f"M{WIDTH - 64} {number(top)}h6V{number(bottom)}h-6")
    svg.words(x, y, numeral(told.entry(total), told.lang), "number", data_fact=total["fact"])
    svg.words(x, y + LEADING, told.label(total))


def _row(group: Pen, told: Told, row: Row) -> float:
    """Draw a row from 0 down; its height."""
    fact, style, in_days = told.entry(row), row.get("style", "first"), row["shape"] == "days"
    figure = str(len(days.between(fact["value"]))) if in_days else numeral(fact, told.lang)
    top = group.headline(0, figure, told.label(row), style) + _BELOW_HEADING
    if in_days:
        return days.strip(group, fact, top)
    shape = SHAPES[row["shape"]]
    places = _places(fact["value"], shape, top)
    marks = group.add("g", f"{style} {row['shape']}", data_fact=fact["id"])
    if row["shape"] == "dot":
        marks.add("path", d="".join(f"M{number(x + 5)} {number(y + 5)}h0" for x, y in places))
    else:
        for x, y in places:
            marks.add("use", href=f"#{_id(told, row['shape'])}", x=x, y=y)
    if fact.get("bound"):
        _open_end(group, style, shape, *places[-1])
    if "callout" in row:
        return _callout(group, marks, told, row, places)
    return places[-1][1] + shape.height


def _places(count: int, shape: Shape, top: float) -> list[tuple[float, float]]:
    """Where the marks go: in as few lines as hold them, and in lines of one length."""
    most = int((WIDTH + shape.pitch - shape.width) // shape.pitch)
    each = ceil(count / ceil(count / most))
    pitch, step = shape.pitch, shape.pitch + 3
    return [(pitch * (index % each), top + step * (index // each)) for index in range(count)]


def _open_end(group: Pen, style: str, shape: Shape, x: float, y: float) -> None:
    """A lower bound does not stop: dots that shrink away follow its last mark, and stand for no number."""
    tail = group.add("g", f"{style} open")
    for start, radius in ((8, 3.4), (17, 2.3), (24, 1.3)):
        tail.add("circle", r=radius, cx=x + shape.width + start, cy=y + shape.height / 2)


def _callout(group: Pen, marks: Pen, told: Told, row: Row, places: list[tuple[float, float]]) -> float:
    """Mark one, or one that stands `apart`, and say below what it is; where the words end."""
    shape, callout = SHAPES[row["shape"]], row["callout"]
    (x, y), base = places[0], places[-1][1] + shape.height
    if callout.get("apart"):
        x, y = places[-1][0] + shape.pitch * 1.5, places[-1][1]
        mark = f"#{_id(told, row['shape'])}"
        group.add("use", "apart", href=mark, x=x, y=y, data_fact=callout["fact"])
    else:
        marks.element[0].set("class", "story-graphic__key")
    middle = x + shape.width / 2
    group.add("path", "leader", d=f"M{number(middle)} {number(base + 3)}v14h7")
    left, name = middle + 11, told.entry(callout)["wording"][told.lang][0]
    end = group.column(left, base + 21, even(name[0].upper() + name[1:], WIDTH - left), "strong")
    return group.column(left, end + LEADING, even(told.label(callout), WIDTH - left), "note") + 4
