"""Data graphics: an entry of graphics.yml and the ledger in, inline SVG out. One function per kind of chart.

Marks that stand for a value are the children of a `<g data-fact="id">`, so
that a test can hold what is drawn against the ledger. Colours are classes that
the style sheet `graphics.css` fills from the tokens.
"""

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as etree

from story.graphics import bars, channels, flow, marks, months, rhythm, stations, train, year
from story.graphics.rows import Line, Told
from story.graphics.svg import WIDTH, Pen, number
from story.tables.records import Graphic
from story.tables.tables import Tables

_CHARTS = (bars, channels, flow, marks, months, rhythm, stations, train, year)
KINDS: dict[str, Callable[[Told, Pen], float]] = {
    chart.__name__.rpartition(".")[2]: chart.draw for chart in _CHARTS
}
"""By the name of its file; `draw(told, svg)` draws into the root and gives its height in user units."""


def draw(graphic: Graphic, tables: Tables, lang: str) -> str:
    """One graphic in one language (`zh` or `en`) as SVG."""
    svg = etree.Element("svg", {"class": "story-graphic__svg", "viewBox": "", "role": "img"})
    height = KINDS[graphic["kind"]](Told(graphic, tables, lang), Pen(svg, lang))
    svg.set("viewBox", f"0 0 {WIDTH} {number(height)}")
    svg.set("aria-labelledby", f"{graphic['id']}-title")
    svg.set("aria-describedby", f"{graphic['id']}-caption")
    return etree.tostring(svg, encoding="unicode")


def cells(graphic: Graphic) -> Iterator[Line]:
    """The lines of the table below a graphic: its total, then its rows, each with its callout."""
    if "total" in graphic:
        yield graphic["total"]
    for row in graphic.get("rows", []):
        yield row
        if "callout" in row:
            yield row["callout"]


def named(graphic: Graphic) -> set[str]:
    """Every id that a graphic names."""
    over = graphic.get("total", {}).get("over", [])
    return {line[key] for line in cells(graphic) for key in ("fact", "background") if key in line} | set(over)


def sources(graphic: Graphic, tables: Tables) -> list[str]:
    """The article's paragraphs that a graphic rests on, in the article's order."""
    measures = tables.data["measures"]["measures"] if graphic["kind"] == "rhythm" else []
    facts = [line["fact"] for line in (*cells(graphic), *measures) if "fact" in line]
    found = {tables.facts[fact]["source"] for fact in facts}
    return sorted(found, key=lambda source: tables.paragraphs.index(source.split("-")[0]))
