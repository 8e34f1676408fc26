"""The ledger's fields as columns of a table, as Table Schema describes them (specs.frictionlessdata.io)."""

from story.tables.records import Fact
from story.tables.tables import Tables

Column = dict
"""A field of a Table Schema: `name`, `type`, `title`, `description` and, if it has any, `constraints`."""


def flat(tables: Tables) -> list[Column]:
    """Columns of text: a field in both languages is two, `unit_zh` and `unit_en`."""
    return [
        column(tables, name, each, "boolean" if _kind(field) == "boolean" else "string")
        for name, field in tables.fields.items()
        for each in ([f"{name}_zh", f"{name}_en"] if bilingual(field) else [name])
    ]


def nested(tables: Tables) -> list[Column]:
    """Columns as JSON can hold them: a field in both languages is an object."""
    return [column(tables, name, name, _kind(field)) for name, field in tables.fields.items()]


def column(tables: Tables, field: str, name: str, kind: str) -> Column:
    """One column called `name` that holds a field of the ledger, in values of this kind."""
    told = tables.fields[field]
    limits = {
        "required": field in Fact.__required_keys__,
        "unique": field == "id",
        **{key: told.get(key) for key in ("enum", "pattern")},
    }
    words = {"title": f"{told['title']} / {told['titleEn']}", "description": " ".join(meaning(told))}
    return {"name": name, "type": kind} | words | {"constraints": {k: v for k, v in limits.items() if v}}


def _kind(field: dict) -> str:
    kind = field.get("type", "string")
    return "any" if isinstance(kind, list) else kind


def meaning(field: dict) -> tuple[str, str]:
    """What a field means to whoever reads the data, in Chinese and in English."""
    return field.get("x-reader", field["description"]), field.get("x-readerEn", field["descriptionEn"])


def bilingual(field: dict) -> bool:
    return field.get("type") == "object"
