"""An entry of a table that names something another table does not hold."""

from story.checks.rule import Findings, Pages, rule
from story.findings import Finding, meant
from story.tables import schemas
from story.tables.records import Row
from story.tables.tables import Tables

RULE = rule("reference-unknown")


def check(pages: Pages, tables: Tables) -> Findings:
    known = {
        "facts": set(tables.facts),
        "background": set(tables.background),
        "paragraphs": set(tables.paragraphs),
        "pages": set(tables.pages),
        "photos": {photo["id"] for photo in tables.data["photos"]["photos"]},
        "rhythms": {rhythm["id"] for rhythm in tables.data["measures"]["rhythms"]},
        "themes": {theme["id"] for theme in tables.data["glossary"]["themes"]},
    }
    for name, data in tables.data.items():
        for place, value, names in schemas.references(schemas.schema(tables.root, name), data):
            those = _drawn(tables, place) if names == "rows" else known[names]
            if value not in those:
                yield _finding(tables, name, place, value, those)


def _drawn(tables: Tables, place: tuple) -> set[str]:
    """The facts in the rows of the graphic around `place`: its total may be over them."""
    rows: list[Row] = tables.data["graphics"]["graphics"][place[1]].get("rows", [])
    return {row["fact"] for row in rows if "fact" in row}


def _finding(tables: Tables, name: str, place: tuple, value: str, known: set[str]) -> Finding:
    field = next(step for step in reversed(place) if isinstance(step, str))
    mark, hint = tables.mark(name, *place), meant(value, known)
    return RULE.finding(tables.path(name), mark, field=field, value=value, hint=hint)
