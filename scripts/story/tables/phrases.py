"""What a table lacks or has wrong, in an editor's words: one phrase for each keyword of JSON Schema."""

import json
from collections.abc import Callable
from typing import Any

from jsonschema import ValidationError

from story.findings import Words, any_of, meant
from story.language.dates import impossible


def said(error: ValidationError, place: tuple, data: Any) -> Words:
    """The message for a fault at `place` in `data`."""
    phrase = _PHRASES.get(str(error.validator), _other)
    (name, name_en), (zh, en) = (
        _name(place, data),
        phrase(error.validator_value, error.instance, error.schema),
    )
    return f"{name}{zh}", f"{name_en}{en}"


def unknown(error: ValidationError) -> str:
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
    title, title_en = field.get("title"), field.get("titleEn")
    example, example_en = _example(field, f"{key}: ")
    return (
        f"没有写 {key}{f'（{title}）' if title else ''}。{example}",
        f"lacks {key}{f' ({title_en})' if title_en else ''}.{example_en}",
    )


def _dependent(wanted: dict[str, list[str]], given: dict, schema: dict) -> Words:
    key, needs = next(
        (key, needs) for key, needs in wanted.items() if key in given and set(needs) - set(given)
    )
    return f"写了 {key}，就还要写 {'、'.join(needs)}。", f"has {key}, so it also needs {', '.join(needs)}."


def _additional(allowed: Any, given: dict, schema: dict) -> Words:
    key = _unknown(given, schema)
    if " " in key or "，" in key:
        return (
            f"里的“{_short(key)}”是断开的半句话：这一句里有逗号，要整句放进单引号。",
            f"“{_short(key)}” is the rest of a sentence with a comma in it; "
            "put the whole sentence in single quotation marks.",
        )
    zh, en = meant(key, schema["properties"], any_of(schema["properties"], "Known fields"))
    return f"里不认识 {key} 这一项。{zh}", f"the field {key} is unknown. {en}"


def _enum(allowed: list, given: Any, schema: dict) -> Words:
    names = [str(value) for value in allowed]
    zh, en = meant(str(given), names)
    return (
        f"写的是“{given}”，只能写：{'、'.join(names)}。{zh}",
        f"“{given}” is not one of: {', '.join(names)}. {en}".rstrip(),
    )


def _pattern(pattern: str, given: str, schema: dict) -> Words:
    example, example_en = _example(schema)
    return (
        f"写的是“{given}”，格式不对。{schema.get('description', '')}{example}",
        f"“{given}” is not in the expected form. {schema.get('descriptionEn', '')}{example_en}",
    )


def _date(name: str, given: str, schema: dict) -> Words:
    zh, en = impossible(given) or ("", "")
    return f"写的是“{given}”，没有这个日期：{zh}。", f"“{given}” is no date: {en}."


_TYPES = {
    "string": ("文字", "text"),
    "number": ("数目", "a number"),
    "integer": ("整数", "a whole number"),
    "array": ("一列（每项前面有“- ”，或写成 [甲, 乙]）", "a list (“- ” before each item, or [a, b])"),
    "object": ("若干项“名字: 内容”", "fields, each “name: content”"),
}


def _type(wanted: str | list[str], given: Any, schema: dict) -> Words:
    kinds = wanted if isinstance(wanted, list) else [wanted]
    zh, en = "或".join(_TYPES[kind][0] for kind in kinds), " or ".join(_TYPES[kind][1] for kind in kinds)
    if given is None:
        return f"是空的，应当是{zh}。", f"is empty; expected {en}."
    return f"写的是“{_short(given)}”，应当是{zh}。", f"“{_short(given)}” should be {en}."


def _empty(least: int, given: Any, schema: dict) -> Words:
    return "是空的，至少要写一项。", "is empty; at least one is needed."


def _twice(unique: bool, given: list, schema: dict) -> Words:
    return "里有两项一样，删去一项。", "holds the same item twice; remove one."


def _other(wanted: Any, given: Any, schema: dict) -> Words:
    return f"写的是“{_short(given)}”，不合这张表的格式。", f"“{_short(given)}” does not fit this table."


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
        return f"例：{shown}", f" For example: {shown}"
    return "", ""


def _short(value: Any, limit: int = 40) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= limit else text[:limit] + "…"
