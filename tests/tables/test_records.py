"""The types of the tables' records are those of the schemas."""

from types import UnionType
from typing import NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest

import small
from story.tables import records, schemas
from story.tables.tables import NAMES

KINDS = {str: "string", int: "integer", float: "number", bool: "boolean"}
WHERE = {
    "Fact": ("facts", "facts"),
    "Rhythm": ("measures", "rhythms"),
    "Measure": ("measures", "measures"),
    "Entry": ("timeline", "entries"),
    "Theme": ("glossary", "themes"),
    "Term": ("glossary", "terms"),
    "TermSource": ("glossary", "sources"),
    "Photo": ("photos", "photos"),
    "Part": ("article", "parts"),
    "Check": ("article", "checks"),
    "BackgroundItem": ("background", "background"),
    "Graphic": ("graphics", "graphics"),
    "Stop": ("line", "stops"),
    "Correction": ("corrections", "corrections"),
}
"""The list that holds each record; the others stand inside of these."""


def whole(name: str) -> dict:
    """A schema with its shared forms in their places."""
    shared = schemas.schema(small.ROOT, "common")["$defs"]
    return schemas.inlined(schemas.schema(small.ROOT, name), shared, ("home", "train"))


def typed(kind) -> object:
    """A type as plain data: JSON's name of it, `[of each item]`, or fields with whether each is needed."""
    if is_typeddict(kind):
        hints = get_type_hints(kind, include_extras=True)
        return {
            name: (
                typed(get_args(hint)[0] if get_origin(hint) is NotRequired else hint),
                name in kind.__required_keys__,
            )
            for name, hint in hints.items()
        }
    if get_origin(kind) is list:
        return [typed(*get_args(kind))]
    if get_origin(kind) is dict:
        return {"*": typed(get_args(kind)[1])}
    if isinstance(kind, UnionType):
        return sorted(map(str, map(typed, get_args(kind))))
    return KINDS[kind]


def described(schema: dict) -> object:
    """The same of a schema."""
    if "enum" in schema:
        (kind,) = {KINDS[type(value)] for value in schema["enum"]}
        return kind
    if "anyOf" in schema:
        return sorted(str(described(one)) for one in schema["anyOf"])
    if isinstance(schema["type"], list):
        return sorted(str(described(schema | {"type": kind})) for kind in schema["type"])
    if schema["type"] == "array":
        return [described(schema["items"])]
    if schema.get("required") == ["zh", "en"]:
        (kind,) = {
            str(described(field)): described(field) for field in schema["properties"].values()
        }.values()
        return {"*": kind}
    if schema["type"] == "object" and "properties" in schema:
        return {
            name: (described(field), name in schema["required"])
            for name, field in schema["properties"].items()
        }
    if schema["type"] == "object":
        return {"*": described(schema["additionalProperties"])}
    return schema["type"]


@pytest.mark.parametrize("record", WHERE)
def test_a_record_has_the_fields_of_its_schema(record):
    table, entries = WHERE[record]
    schema = whole(table)["properties"][entries]["items"]
    assert typed(getattr(records, record)) == described(schema)


def test_the_head_of_a_page_has_the_fields_of_its_schema():
    assert typed(records.Head) == described(whole("page"))


def test_every_list_of_every_table_has_a_record():
    lists = {
        (name, key)
        for name in NAMES
        for key, field in whole(name).get("properties", {}).items()
        if "properties" in field.get("items", {}) and key not in ("gaps", "not_found")
    }
    assert lists == set(WHERE.values())


def test_a_field_of_another_type_is_noticed():
    schema = whole("line")["properties"]["stops"]["items"]
    schema["properties"]["fact"] = {"type": "integer"}
    assert typed(records.Stop) != described(schema)
