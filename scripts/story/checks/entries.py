"""An entry of a table that a page names by its id: where it stands, and which was meant if there is none."""

from collections.abc import Iterable

from story.findings import Words, did_you_mean, meant
from story.tables.tables import Tables


def where(name: str, entry: str, tables: Tables) -> str:
    """File and line of an entry of `facts` or `glossary`, as `docs/data/facts.yml:12`."""
    key, known = ("terms", list(tables.terms)) if name == "glossary" else ("facts", list(tables.facts))
    return f"{tables.path(name)}:{tables.mark(name, key, known.index(entry))[0]}"


def suggested(name: str, entry: str, tables: Tables) -> Words:
    """“Did you mean …?” of an entry, with its file and line."""
    place = where(name, entry, tables)
    return did_you_mean((f"{entry}（{place}）", f"{entry} ({place})"))


def looked_up(entry: str, known: Iterable[str], table: str) -> Words:
    """“Did you mean …?” of the id that is spelt most like this one, or where to look it up."""
    return meant(
        entry,
        known,
        (f"请在 {table} 里查编号，或先添上这一条。", f"Look it up in {table}, or add it there first."),
    )
