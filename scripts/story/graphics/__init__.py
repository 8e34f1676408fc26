"""Data graphics: an entry of graphics.yml and the ledger in, inline SVG out. One function per kind of chart.

Every mark that stands for a value carries `data-fact`, so that a test can hold
what is drawn against the ledger. Colours are classes that the style sheet
`graphics.css` fills from the tokens.
"""

from xml.etree import ElementTree as etree

from story.graphics import marks
from story.tables import Tables

KINDS = {"marks": marks.draw}
"""`draw(graphic, tables, lang) -> svg` for each kind; `graphic` is an entry of graphics.yml."""


def draw(graphic: dict, tables: Tables, lang: str) -> str:
    """One graphic in one language (`zh` or `en`) as SVG."""
    svg = KINDS[graphic["kind"]](graphic, tables, lang)
    svg.set("aria-labelledby", f"{graphic['id']}-title")
    svg.set("aria-describedby", f"{graphic['id']}-caption")
    return etree.tostring(svg, encoding="unicode")
