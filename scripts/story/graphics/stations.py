"""A railway line as a strip: a ring for each station, in as many colours as it has stretches."""

from xml.etree import ElementTree as etree

from story.graphics.rows import entry, group, shown, tie, value
from story.graphics.svg import WIDTH, add, canvas, words
from story.tables.tables import Tables

_END, _LINE, _RADIUS = 20, 50, 7.5
_STYLES = ("first", "third")


def draw(graphic: dict, tables: Tables, lang: str) -> etree.Element:
    whole, length, opening = graphic["rows"][0], *group(graphic, "about")
    svg = canvas(_LINE + 138)
    pitch = (WIDTH - 2 * _END) / (value(whole, tables) - 1)
    _termini(svg, entry(whole, tables)["names"], lang)
    _length(svg, length, tables, lang)
    first = 0
    for row, style in zip(group(graphic, "stretch"), _STYLES):
        _stretch(svg, row, tables, style, pitch, first)
        _bracket(
            svg,
            row,
            first * pitch,
            (first + value(row, tables) - 1) * pitch,
            _LINE + 18,
            shown(row, tables, lang),
            lang,
            "name",
        )
        first += value(row, tables)
    _bracket(svg, whole, 0, (first - 1) * pitch, _LINE + 60, shown(whole, tables, lang), lang, "strong")
    words(svg, WIDTH / 2, _LINE + 133, graphic["note"][lang], lang, "story-graphic__note", "middle")
    words(
        svg,
        WIDTH / 2,
        _LINE + 113,
        shown(opening, tables, lang),
        lang,
        "story-graphic__note",
        "middle",
        **tie(opening),
    )
    return svg


def _termini(svg: etree.Element, names: list[dict], lang: str) -> None:
    for name, x, anchor in zip(names, (_END - _RADIUS, WIDTH - _END + _RADIUS), ("start", "end")):
        words(svg, x, 20, name[lang], lang, "story-graphic__name", anchor)


def _length(svg: etree.Element, row: dict, tables: Tables, lang: str) -> None:
    words(svg, WIDTH / 2, 20, shown(row, tables, lang), lang, "", "middle", **tie(row))


def _stretch(svg: etree.Element, row: dict, tables: Tables, style: str, pitch: float, first: int) -> None:
    """The line up to half-way to the next stretch, and its stations."""
    count = value(row, tables)
    left = _END + pitch * max(first - 0.5, 0)
    right = min(_END + pitch * (first + count - 0.5), WIDTH - _END)
    marks = add(svg, "g", f"story-graphic__stretch story-graphic__track--{style}", **tie(row))
    add(marks, "path", d=f"M{left:g} {_LINE}H{right:g}")
    for index in range(first, first + count):
        add(marks, "circle", cx=_END + pitch * index, cy=_LINE, r=_RADIUS)


def _bracket(
    svg: etree.Element, row: dict, left: float, right: float, top: float, text: str, lang: str, kind: str
) -> None:
    start, end = left + _END - _RADIUS, right + _END + _RADIUS
    add(svg, "path", "story-graphic__thin", d=f"M{start:g} {top}v6H{end:g}v-6")
    words(
        svg,
        (start + end) / 2,
        top + (26 if kind == "name" else 24),
        text,
        lang,
        f"story-graphic__{kind}",
        "middle",
        **tie(row),
    )
