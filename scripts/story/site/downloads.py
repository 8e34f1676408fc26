"""The ledger as files to keep: CSV (RFC 4180) for spreadsheets, JSON for programs."""

import csv
import io
import json

from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, “CSV Injection”)."""
_COLUMNS = ("id", "figure", "value", "unit", "bound", "kind", "statement", "note", "source", "page")


def figures_csv(tables: Tables, lang: str) -> str:
    """Every figure of the ledger, one a row, headings and words in one language.

    Begins with a byte order mark, without which Excel takes UTF-8 for a Western encoding.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    fields = tables.fields | {"figure": {"title": "写法", "titleEn": "As written"}}
    writer.writerow(fields[column]["title" if lang == "zh" else "titleEn"] for column in _COLUMNS)
    writer.writerows(_row(fact, lang) for fact in tables.facts.values() if fact["kind"] in FIGURES)
    return "\ufeff" + out.getvalue()


def figures_json(tables: Tables) -> str:
    """Every entry of the ledger in both languages, with a dictionary of its fields."""
    document = {
        "dictionary": {
            name: {key: {"zh": field[key], "en": field[f"{key}En"]} for key in ("title", "description")}
            for name, field in tables.fields.items()
        },
        "facts": list(tables.facts.values()),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _row(fact: Fact, lang: str) -> list:
    texts = {key: value[lang] if isinstance(value, dict) else value for key, value in fact.items()}
    texts["figure"] = fact["wording"][lang][0]
    return [_inert(texts.get(column, "")) for column in _COLUMNS]


def _inert(value: object) -> object:
    """A value that a spreadsheet shows and does not compute; a number is one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
