"""What a row of graphics.yml stands for: its name and number as the ledger or the background holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from story.language.dates import human
from story.tables.records import Graphic, Row
from story.tables.tables import Tables

Known = Mapping[str, Any]
"""A fact or a background item, whichever a line of a graphic names."""
Line = Mapping[str, Any]
"""A row, its callout or the total."""


@dataclass(frozen=True)
class Told:
    """A graphic, as graphics.yml has it, in one language (`zh` or `en`)."""

    graphic: Graphic
    tables: Tables
    lang: str

    @property
    def rows(self) -> list[Row]:
        """All rows, in their order."""
        return self.graphic["rows"]

    def entry(self, row: Line) -> Known:
        """The fact or the background item that a row names."""
        return self.tables.facts[row["fact"]] if "fact" in row else self.tables.background[row["background"]]

    def label(self, row: Line) -> str:
        """What the row itself says."""
        return row["label"][self.lang]

    def said(self, row: Line) -> str:
        """A date in words; one item of a list; or the wording of the fact that the row asks for.

        Wordings of a list end with those of its items, in their order.
        """
        fact, place = self.entry(row), row.get("wording", {}).get(self.lang, 0)
        if fact["kind"] == "date":
            return human(fact["value"], self.lang)
        if "item" in row:
            place = row["item"] - 1 - len(fact["value"])
        return fact["wording"][self.lang][place]

    def value(self, row: Row) -> Any:
        """Its value, or the part of it that the row names."""
        item = self.entry(row)
        return item["parts"][row["part"]] if "part" in row else item["value"]

    def shown(self, row: Row) -> str:
        """The value of a background item in the words the row gives it: “about 43.6 km”."""
        known = self.value(row)
        return row["shown"][self.lang].format(human(known, self.lang) if isinstance(known, str) else known)

    def group(self, name: str) -> list[Row]:
        """The rows of one group, in their order."""
        return [row for row in self.rows if row.get("group") == name]

    def heading(self, name: str) -> str:
        """What a group is called in the drawing."""
        return next(item["label"][self.lang] for item in self.graphic["groups"] if item["id"] == name)


def tie(row: Line) -> dict[str, Any]:
    """The attribute by which a mark says what it stands for."""
    return {"data_fact": row["fact"]} if "fact" in row else {"data_background": row["background"]}
