"""The ledger as files to keep: CSV (RFC 4180) for spreadsheets, JSON for programs."""

import csv
import io
import json

from story.tables.tables import FIGURES, Tables

_COLUMNS = ("id", "figure", "value", "unit", "bound", "kind", "statement", "note", "source", "page")


def figures_csv(tables: Tables, lang: str) -> str:
    """Every figure of the ledger, one a row, headings and words in one language.

    Begins with a byte order mark, without which Excel takes UTF-8 for a Western encoding.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_headings(tables, lang))
    writer.writerows(_row(fact, lang) for fact in _figures(tables))
    return "\ufeff" + out.getvalue()


def figures_json(tables: Tables) -> str:
    """Every entry of the ledger in both languages, with a dictionary of its fields."""
    document = {
        "dictionary": {name: _meaning(field) for name, field in tables.fields.items()},
        "facts": list(tables.facts.values()),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _meaning(field: dict) -> dict:
    return {
        "title": {"zh": field["title"], "en": field["titleEn"]},
        "description": {"zh": field["description"], "en": field["descriptionEn"]},
    }


def _figures(tables: Tables) -> list[dict]:
    return [fact for fact in tables.facts.values() if fact["kind"] in FIGURES]


def _headings(tables: Tables, lang: str) -> list[str]:
    fields = tables.fields | {"figure": {"title": "写法", "titleEn": "As written"}}
    return [fields[column]["title" if lang == "zh" else "titleEn"] for column in _COLUMNS]


def _row(fact: dict, lang: str) -> list:
    texts = {key: value[lang] if isinstance(value, dict) else value for key, value in fact.items()}
    texts["figure"] = fact["wording"][lang][0]
    return [texts.get(column, "") for column in _COLUMNS]
