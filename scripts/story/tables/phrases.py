"""What a table lacks or has wrong, in an editor's words: one phrase for each keyword of JSON Schema."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from story.findings import Words, any_of, listed, meant
from story.language.dates import impossible
from story.rules import rule

if TYPE_CHECKING:  # most of what reading tables loads, and of no use where they are known to be right
    from jsonschema import ValidationError


def said(error: "ValidationError", place: tuple, data: Any) -> Words:
    """The message for a fault at `place` in `data`."""
    phrase = _PHRASES.get(str(error.validator), _other)
    name, name_en = _name(place, data)
    zh, en = phrase(error.validator_value, error.instance, error.schema)
    return f"{name}{zh}", f"{name_en}{en}"


def linked(place: tuple, data: Any) -> Words:
    """The message for a link at `place` in `data`, where only plain text is printed."""
    name, name_en = _name(place, data)
    zh, en = rule("schema").words("link")
    return f"{name}{zh}", f"{name_en}{en}"


def unknown(error: "ValidationError") -> str:
    """The first field that the schema does not know."""
    return _unknown(error.instance, error.schema)


def _unknown(given: Any, schema: Any) -> str:
    return min({str(key) for key in given} - set(schema["properties"]))


def _name(place: tuple, data: Any) -> Words:
    """How an editor would call the place: the entry's id, then the field."""
    entry, field = "", ".".join(str(step) for step in place if isinstance(step, str))
    for step in place:
        data = data[step]
        if isinstance(data, dict):
            entry = str(data.get("id") or data.get("fact") or entry)
    field = field.split(".", 1)[-1] if entry else field
    if not entry:
        return (f"{field} ", f"{field}: ") if field else ("", "This file: ")
    if not field:
        return f"条目 {entry} ", f"Entry {entry}: "
    return f"条目 {entry} 的 {field} ", f"Entry {entry}, {field}: "


def _required(needed: list[str], given: dict, schema: dict) -> Words:
    key = next(key for key in needed if key not in given)
    field = schema.get("properties", {}).get(key, {})
    title = (f"（{field['title']}）", f" ({field['titleEn']})") if "title" in field else ""
    return rule("schema").words("required", key=key, title=title, example=_example(field, f"{key}: "))


def _dependent(wanted: dict[str, list[str]], given: dict, schema: dict) -> Words:
    key, needs = next(
        (key, needs) for key, needs in wanted.items() if key in given and set(needs) - set(given)
    )
    return rule("schema").words("dependent", key=key, needs=listed(needs))


def _additional(allowed: Any, given: dict, schema: dict) -> Words:
    key = _unknown(given, schema)
    if " " in key or "，" in key:
        return rule("schema").words("comma", words=_short(key))
    hint = meant(key, schema["properties"], any_of(schema["properties"], "Known fields"))
    return rule("schema").words("unknown", key=key, hint=hint)


def _enum(allowed: list, given: Any, schema: dict) -> Words:
    names = [str(value) for value in allowed]
    hint = meant(str(given), names)
    return rule("schema").words("enum", given=given, names=listed(names), hint=hint)


def _pattern(pattern: str, given: str, schema: dict) -> Words:
    about = schema.get("description", ""), schema.get("descriptionEn", "")
    return rule("schema").words("pattern", given=given, about=about, example=_example(schema))


def _date(name: str, given: str, schema: dict) -> Words:
    return rule("schema").words("date", given=given, reason=impossible(given) or "")


_TYPES = {
    "string": ("文字", "text"),
    "number": ("数目", "a number"),
    "integer": ("整数", "a whole number"),
    "array": ("一列（每项前面有“- ”，或写成 [甲, 乙]）", "a list (“- ” before each item, or [a, b])"),
    "object": ("若干项“名字: 内容”", "fields, each “name: content”"),
}


def _type(asked: str | list[str], given: Any, schema: dict) -> Words:
    kinds = asked if isinstance(asked, list) else [asked]
    wanted = "或".join(_TYPES[kind][0] for kind in kinds), " or ".join(_TYPES[kind][1] for kind in kinds)
    if given is None:
        return rule("schema").words("nothing", wanted=wanted)
    return rule("schema").words("type", given=_short(given), wanted=wanted)


def _empty(least: int, given: Any, schema: dict) -> Words:
    return rule("schema").words("empty")


def _twice(unique: bool, given: list, schema: dict) -> Words:
    return rule("schema").words("twice")


def _other(wanted: Any, given: Any, schema: dict) -> Words:
    return rule("schema").words("other", given=_short(given))


_PHRASES: dict[str, Callable[[Any, Any, Any], Words]] = {
    "required": _required,
    "dependentRequired": _dependent,
    "additionalProperties": _additional,
    "enum": _enum,
    "pattern": _pattern,
    "format": _date,
    "type": _type,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "uniqueItems": _twice,
}
"""Each takes what the keyword asks for, what was given, and the schema around it."""


def _example(field: dict, lead: str = "") -> Words:
    """One example of a field; nothing if its schema has none."""
    for example in field.get("examples", [])[:1]:
        shown = lead + (example if isinstance(example, str) else json.dumps(example, ensure_ascii=False))
        return rule("schema").words("example", example=shown)
    return "", ""


def _short(value: Any, limit: int = 40) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= limit else text[:limit] + "…"
