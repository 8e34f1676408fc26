"""Data graphics: an entry of graphics.yml and the ledger in, HTML with strips of SVG out. One kind a file.

What stands for a value carries `data-fact="id"`, so that a test can hold what
is drawn against the ledger. Words are HTML, marks are strips that stretch;
colours and sizes are those of the style sheet `graphics.css`.
"""

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as etree

from story.graphics import channels, flow, marks, rhythm, route, stations, train, year
from story.graphics.pen import Pen
from story.graphics.rows import Line, Told
from story.tables.records import Graphic
from story.tables.tables import Tables

_CHARTS = (channels, flow, marks, rhythm, route, stations, train, year)
KINDS: dict[str, Callable[[Told, Pen], None]] = {
    chart.__name__.rpartition(".")[2]: chart.draw for chart in _CHARTS
}
"""By the name of its file; `draw(told, pen)` draws into the root."""


def draw(graphic: Graphic, tables: Tables, lang: str) -> str:
    """One graphic in one language (`zh` or `en`) as HTML."""
    root = etree.Element("div", {"class": "story-graphic__drawing", "role": "img"})
    root.set("aria-labelledby", f"{graphic['id']}-title")
    root.set("aria-describedby", f"{graphic['id']}-caption")
    KINDS[graphic["kind"]](Told(graphic, tables, lang), Pen(root, lang))
    return etree.tostring(root, encoding="unicode", short_empty_elements=False)


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
