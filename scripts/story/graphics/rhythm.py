"""The twenty measures as a year: a strip for each rhythm, in which every block is one time."""

from story.graphics.calendar import months
from story.graphics.pen import Pen, blocks
from story.graphics.rows import Told
from story.tables.records import Rhythm


def draw(told: Told, pen: Pen) -> None:
    """A row for each rhythm: its measures by number, which lead to the list, then its strip."""
    table, t = told.tables.data["measures"], told.tables.data["strings"]
    pen.element.set("role", "group")
    for rhythm in table["rhythms"]:
        row = pen.add("div", "row")
        row.add("span", text=rhythm["title"][told.lang])
        numbers = row.add("div")
        for measure in table["measures"]:
            if measure["rhythm"] == rhythm["id"]:
                says = t["cell_sequel"] if "after" in measure else t["cell"]
                name = says[told.lang].format(measure["number"])
                kind = "sequel" if "after" in measure else ""
                numbers.add("a", kind, str(measure["number"]), href=f"#{measure['fact']}", aria_label=name)
        if "times" in rhythm:
            _strip(row, rhythm)
    months(pen)


def _strip(row: Pen, rhythm: Rhythm) -> None:
    """As many blocks as there are times in a year, or for what always holds one line without a break."""
    times = rhythm["times"]
    svg = row.strip(times or 1)
    svg.path(blocks(times) if times else ["M0 .5h1"], "" if times else "rail")
