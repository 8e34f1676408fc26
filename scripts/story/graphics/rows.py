"""What a row of graphics.yml stands for: its name and number as the ledger or the background holds them."""

from story.language.dates import human
from story.tables.tables import Tables


def entry(row: dict, tables: Tables) -> dict:
    """The fact or the background item that a row names."""
    return tables.facts[row["fact"]] if "fact" in row else tables.background[row["background"]]


def said(row: dict, tables: Tables, lang: str) -> str:
    """A date in words; one item of a list; or that wording of the fact which the row asks for, the first unless told."""
    fact = entry(row, tables)
    if fact["kind"] == "date":
        return human(fact["value"], lang)
    return fact["wording"][lang][_place(row, fact, lang)]


def _place(row: dict, fact: dict, lang: str) -> int:
    """Wordings of a list end with those of its items, in their order."""
    return row["item"] - 1 - len(fact["value"]) if "item" in row else row.get("wording", {}).get(lang, 0)


def value(row: dict, tables: Tables) -> float | str:
    """Of a background item: its value, or the part of it that the row names."""
    item = entry(row, tables)
    return item["parts"][row["part"]] if "part" in row else item["value"]


def shown(row: dict, tables: Tables, lang: str) -> str:
    """The value of a background item in the words the row gives it: “about 43.6 km”."""
    known = value(row, tables)
    return row["shown"][lang].format(human(known, lang) if isinstance(known, str) else known)


def tie(row: dict) -> dict[str, str]:
    """The attribute by which a mark says what it stands for."""
    return {"data_fact": row["fact"]} if "fact" in row else {"data_background": row["background"]}


def group(graphic: dict, name: str) -> list[dict]:
    """The rows of one group, in their order."""
    return [row for row in graphic["rows"] if row.get("group") == name]


def heading(graphic: dict, name: str, lang: str) -> str:
    """What a group is called in the drawing."""
    return next(item["label"][lang] for item in graphic["groups"] if item["id"] == name)
