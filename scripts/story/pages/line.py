"""The line: six chapters as six stops, each with one figure. Home page, header and foot draw it."""

from collections.abc import Mapping
from typing import Any

from story.language.wording import numeral
from story.tables.tables import Tables


def stops(tables: Tables, lang: str, titles: Mapping[str, str]) -> list[dict]:
    """The stops in order, in the words of one language, whose `titles` are given by page.

    Each has a `number`, from 1, `page`, `title`, `short`, `fact` (an id), `figure`, `meaning` and `photo`
    (an id, or None).
    """
    return [
        {
            "number": number,
            "page": stop["page"],
            "title": titles.get(stop["page"], ""),
            "short": stop["short"][lang],
            "fact": stop["fact"],
            "figure": _figure(tables.facts.get(stop["fact"], {}), lang),
            "meaning": stop["meaning"][lang],
            "photo": stop.get("photo"),
        }
        for number, stop in enumerate(tables.data["line"]["stops"], 1)
    ]


def _figure(fact: Mapping[str, Any], lang: str) -> str:
    """Nothing for what is no number: the check, which says so, looks at titles of such a line too."""
    return numeral(fact, lang) if isinstance(fact.get("value"), int | float) else ""
