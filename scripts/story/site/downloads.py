"""The ledger as files to keep: CSV (RFC 4180) for spreadsheets and statistics, JSON for programs.

A spreadsheet's reader wants headings in the language of the page, a program names that never change:
`figures.csv` has the one, `ledger.csv` the other. Both begin with a byte order mark, without which Excel
takes UTF-8 for a Western encoding.
"""

import csv
import io
import json
from collections.abc import Iterable

from story.tables import columns
from story.tables.columns import meaning
from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables

SHEET = ("id", "figure", "value", "unit", "bound", "precision", "kind", "statement", "note", "source", "page")
"""The columns of figures.csv; `figure` is the usual wording."""
_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, “CSV Injection”)."""


def heading(tables: Tables, name: str, lang: str) -> str:
    """What a column of figures.csv is called in one language."""
    if name == "figure":
        return "写法" if lang == "zh" else "As written"
    return tables.fields[name]["title" if lang == "zh" else "titleEn"]


def figures_csv(tables: Tables, lang: str) -> str:
    """Every figure of the ledger, one a row, headings and words in one language."""
    rows = (_row(fact, lang) for fact in tables.facts.values() if fact["kind"] in FIGURES)
    return _csv([heading(tables, name, lang) for name in SHEET], rows)


def ledger_csv(tables: Tables) -> str:
    """Every entry of the ledger in both languages, under names that never change."""
    names = [each["name"] for each in columns.flat(tables)]
    return _csv(names, ([_flat(fact).get(name, "") for name in names] for fact in tables.facts.values()))


def figures_json(tables: Tables, about: dict) -> str:
    """Every entry of the ledger in both languages, with what there is to know `about` it and its fields."""
    document = about | {
        "dictionary": {
            name: {
                "title": {"zh": field["title"], "en": field["titleEn"]},
                "description": dict(zip(("zh", "en"), meaning(field))),
            }
            for name, field in tables.fields.items()
        },
        "facts": list(tables.facts.values()),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _csv(names: list[str], rows: Iterable[list]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_inert(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _row(fact: Fact, lang: str) -> list:
    texts = {key: value[lang] if isinstance(value, dict) else value for key, value in fact.items()}
    texts["figure"] = fact["wording"][lang][0]
    return [texts.get(name, "") for name in SHEET]


def _flat(fact: Fact) -> dict:
    """An entry with one plain value a column; of the wordings the usual one."""
    cells: dict = {}
    for key, value in fact.items():
        if isinstance(value, dict):
            usual = ((lang, words[0] if isinstance(words, list) else words) for lang, words in value.items())
            cells |= {f"{key}_{lang}": words for lang, words in usual}
        else:
            cells[key] = "; ".join(value) if isinstance(value, list) else value
    return cells | ({"open": "true"} if fact.get("open") else {})


def _inert(value: object) -> object:
    """A value that a spreadsheet shows and does not compute; a number is one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
