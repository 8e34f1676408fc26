"""Hold a table against its schema, and say what is wrong in an editor's words.

The schemas in `docs/data/schemas/` are JSON Schema 2020-12 with Chinese in
`title`/`description` and English in `titleEn`/`descriptionEn`; the same words
make the manual (`scripts/manual.py`) and the data dictionary.
"""

import json
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from story.findings import Finding
from story.tables.yamlfile import Marks, mark_of

FOLDER = Path("docs/data/schemas")
Words = tuple[str, str]
"""One message: Chinese, English."""


@cache
def schema(folder: Path, name: str) -> dict:
    """The schema `name` as data."""
    return json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))


def fact_fields(root: Path) -> dict[str, dict]:
    """The fields of a fact, by name, as the schema describes them."""
    return schema(root / FOLDER, "facts")["properties"]["facts"]["items"]["properties"]


@cache
def _validator(folder: Path, name: str) -> Draft202012Validator:
    return Draft202012Validator(_inlined(schema(folder, name), schema(folder, "common")["$defs"]))


def _inlined(part: Any, shared: dict[str, dict]) -> Any:
    """A schema with each reference to a shared form replaced by that form: looked up each time, they took half of a check."""
    if isinstance(part, list):
        return [_inlined(value, shared) for value in part]
    if not isinstance(part, dict):
        return part
    form = shared[part["$ref"].rpartition("/")[2]] if "$ref" in part else {}
    return {key: _inlined(value, shared) for key, value in (form | part).items() if key != "$ref"}


def faults(folder: Path, name: str, data: Any, marks: Marks, path: str) -> Iterator[Finding]:
    """Every way in which `data` differs from the schema `name`, placed by `marks`."""
    for error in _validator(folder, name).iter_errors(data):
        for leaf in _leaves(error):
            place = tuple(leaf.absolute_path)
            line, column = mark_of(marks, _faulty_key(leaf, place))
            zh, en = _say(leaf, place, data)
            yield Finding(path, line, column, "schema", zh, en)


def _leaves(error: ValidationError) -> list[ValidationError]:
    """A failed `anyOf` is reported as a whole; other compounds by their parts."""
    if error.validator == "anyOf" or not error.context:
        return [error]
    return [leaf for part in error.context for leaf in _leaves(part)]


def _faulty_key(error: ValidationError, place: tuple) -> tuple:
    """An unknown key is shown where it stands, not where its entry begins."""
    if error.validator == "additionalProperties":
        return (*place, sorted(_unknown(error))[0])
    return place


def _unknown(error: ValidationError) -> set[str]:
    return {str(key) for key in error.instance} - set(error.schema["properties"])


def _say(error: ValidationError, place: tuple, data: Any) -> Words:
    zh, en = _PHRASES.get(error.validator, _other)(error)
    name_zh, name_en = _name(place, data)
    return f"{name_zh}{zh}", f"{name_en}{en}"


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


def _required(error: ValidationError) -> Words:
    key = next(key for key in error.validator_value if key not in error.instance)
    title, title_en, example = _about(error.schema.get("properties", {}).get(key, {}))
    return (
        f"没有写 {key}{title}。{_eg(key, example, '例：')}",
        f"lacks {key}{title_en}.{_eg(key, example, ' For example: ')}",
    )


def _dependent(error: ValidationError) -> Words:
    ((key, needs),) = (
        (k, v)
        for k, v in error.validator_value.items()
        if k in error.instance and set(v) - set(error.instance)
    )
    return f"写了 {key}，就还要写 {'、'.join(needs)}。", f"has {key}, so it also needs {', '.join(needs)}."


def _additional(error: ValidationError) -> Words:
    key = sorted(_unknown(error))[0]
    known = list(error.schema["properties"])
    if " " in key or "，" in key:
        return (
            f"里的“{_short(key)}”是断开的半句话：这一句里有逗号，要整句放进单引号。",
            f"“{_short(key)}” is the rest of a sentence with a comma in it; put the whole sentence in single quotation marks.",
        )
    near = get_close_matches(key, known, 1)
    zh = f"是不是想写 {near[0]}？" if near else f"可以写的有：{'、'.join(known)}。"
    en = f"Did you mean {near[0]}?" if near else f"Known fields: {', '.join(known)}."
    return f"里不认识 {key} 这一项。{zh}", f"the field {key} is unknown. {en}"


def _enum(error: ValidationError) -> Words:
    allowed = [str(value) for value in error.validator_value]
    near = get_close_matches(str(error.instance), allowed, 1)
    zh = f"是不是想写 {near[0]}？" if near else ""
    en = f" Did you mean {near[0]}?" if near else ""
    return (
        f"写的是“{error.instance}”，只能写：{'、'.join(allowed)}。{zh}",
        f"“{error.instance}” is not one of: {', '.join(allowed)}.{en}",
    )


def _pattern(error: ValidationError) -> Words:
    title, title_en, example = _about(error.schema)
    about, about_en = error.schema.get("description", ""), error.schema.get("descriptionEn", "")
    return (
        f"写的是“{error.instance}”，格式不对。{about}{_eg('', example, '例：')}",
        f"“{error.instance}” is not in the expected form. {about_en}{_eg('', example, ' For example: ')}",
    )


_TYPES = {
    "string": ("文字", "text"),
    "number": ("数目", "a number"),
    "integer": ("整数", "a whole number"),
    "array": ("一列（每项前面有“- ”，或写成 [甲, 乙]）", "a list (“- ” before each item, or [a, b])"),
    "object": ("若干项“名字: 内容”", "fields, each “name: content”"),
}


def _type(error: ValidationError) -> Words:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    zh, en = "或".join(_TYPES[kind][0] for kind in wanted), " or ".join(_TYPES[kind][1] for kind in wanted)
    if error.instance is None:
        return f"是空的，应当是{zh}。", f"is empty; expected {en}."
    return f"写的是“{_short(error.instance)}”，应当是{zh}。", f"“{_short(error.instance)}” should be {en}."


def _empty(error: ValidationError) -> Words:
    return "是空的，至少要写一项。", "is empty; at least one is needed."


def _repeated(error: ValidationError) -> Words:
    return "里有两项一样，删去一项。", "holds the same item twice; remove one."


def _other(error: ValidationError) -> Words:
    return (
        f"写的是“{_short(error.instance)}”，不合这张表的格式。",
        f"“{_short(error.instance)}” does not fit this table.",
    )


_PHRASES: dict[str, Callable[[ValidationError], Words]] = {
    "required": _required,
    "dependentRequired": _dependent,
    "additionalProperties": _additional,
    "enum": _enum,
    "pattern": _pattern,
    "type": _type,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "uniqueItems": _repeated,
}


def _about(field: dict) -> tuple[str, str, Any]:
    """Title in both languages, bracketed, and one example of a field."""
    title, title_en = field.get("title"), field.get("titleEn")
    return (
        f"（{title}）" if title else "",
        f" ({title_en})" if title_en else "",
        next(iter(field.get("examples", [])), None),
    )


def _eg(key: str, example: Any, lead: str) -> str:
    if example is None:
        return ""
    shown = json.dumps(example, ensure_ascii=False) if not isinstance(example, str) else example
    return f"{lead}{key}: {shown}" if key else f"{lead}{shown}"


def _short(value: Any, limit: int = 40) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= limit else text[:limit] + "…"
