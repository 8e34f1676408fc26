"""Hold a table against its schema, and say what is wrong in an editor's words.

The schemas in `docs/data/schemas/` are JSON Schema 2020-12 with Chinese in
`title`/`description` and English in `titleEn`/`descriptionEn`; the same words
make the manual (`scripts/manual.py`) and the data dictionary.

Six things they say that the standard does not: `format: dates`, that a day or
an interval has to exist; `x-unique`, which field of a list's entries is used
once; `x-names`, where the id that a field holds has to stand (`x-range`: one id
or two, as `C01-C07`); `x-enum: pages`, that a page of the menu is meant;
`x-markdown`, that a field holds Markdown: without it a string is plain text;
`x-reader`, what a field of the ledger means to whoever reads the data, where the
description speaks to editors.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from story.findings import Faults, Finding
from story.language.dates import impossible
from story.rules import rule
from story.tables import markdown, menu
from story.tables.phrases import linked, said, unknown
from story.tables.reading import not_utf8, unopened
from story.tables.yamlfile import Marks, mark_of

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

FOLDER = Path("docs/data/schemas")
_parsed = cache(json.loads)
"""Kept by what a file holds, so that a preview sees an edit; the same with `_validator`."""


def file(name: str) -> str:
    """The file of the schema `name`, below the project."""
    return f"{FOLDER.as_posix()}/{name}.schema.json"


def schema(root: Path, name: str) -> dict:
    """The schema `name` as data. Raises `Faults` if it is missing or no JSON."""
    return _parsed(_text(root, name))


def _text(root: Path, name: str) -> str:
    try:
        text = (root / file(name)).read_text(encoding="utf-8")
        _parsed(text)
    except json.JSONDecodeError as error:
        mark = error.lineno, error.colno
        raise Faults([rule("schema").finding(file(name), mark, "json", problem=error.msg)]) from None
    except UnicodeDecodeError:
        raise Faults([not_utf8(file(name))]) from None
    except OSError as error:
        raise Faults([unopened(file(name), error)]) from None
    return text


@cache
def _validator(text: str, shared: str, pages: tuple[str, ...]) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator, FormatChecker  # here, as in phrases.py

    formats = FormatChecker(formats=())
    formats.checks("dates")(lambda value: not isinstance(value, str) or impossible(value) is None)
    whole = inlined(_parsed(text), _parsed(shared)["$defs"], pages)
    return Draft202012Validator(whole, format_checker=formats)


def inlined(part: Any, shared: dict[str, dict], pages: tuple[str, ...]) -> Any:
    """A schema with each reference to a shared form replaced by that form, and pages by their names.

    Looked up each time, the references took half of a check.
    """
    if isinstance(part, list):
        return [inlined(value, shared, pages) for value in part]
    if not isinstance(part, dict):
        return part
    whole = (shared[part["$ref"].rpartition("/")[2]] if "$ref" in part else {}) | part
    if "x-enum" in whole:
        whole = whole | {"enum": list(pages)}
    return {key: inlined(value, shared, pages) for key, value in whole.items() if key != "$ref"}


def faults(root: Path, name: str, data: Any, marks: Marks, shown: str) -> Iterator[Finding]:
    """Every way in which `data` differs from the schema `name`; if in none, every id that stands twice.

    `marks` place the findings, which call the file `shown`. An unreadable schema or menu is found too.
    """
    try:
        validator = _validator(_text(root, name), _text(root, "common"), menu.pages(root))
    except Faults as broken:
        yield from broken.findings
        return
    errors = [leaf for error in validator.iter_errors(data) for leaf in _leaves(error)]
    for leaf in errors:
        place = tuple(leaf.absolute_path)
        yield rule("schema").finding(shown, mark_of(marks, _faulty_key(leaf, place)), said(leaf, place, data))
    if not errors:
        whole = schema(root, name)
        yield from _repeated_ids(whole, data, marks, shown)
        for place in markdown.linking(whole, data):
            yield rule("schema").finding(shown, mark_of(marks, place), linked(place, data))


def _repeated_ids(whole: dict, data: Any, marks: Marks, shown: str) -> Iterator[Finding]:
    for key, field in whole.get("properties", {}).items():
        seen: dict[str, int] = {}
        for index, entry in enumerate(data[key] if "x-unique" in field else []):
            mark = mark_of(marks, (key, index))
            if (name := entry[field["x-unique"]]) in seen:
                yield rule("id-repeated").finding(shown, mark, name=name, line=seen[name])
            seen.setdefault(name, mark[0])


def references(part: dict, data: Any, place: tuple = ()) -> Iterator[tuple[tuple, str, str]]:
    """Each id in `data` that has to stand elsewhere: its place, the id, and the schema's name for where."""
    if "x-names" in part:
        for name in data.split("-") if part.get("x-range") else [data]:
            yield place, name, part["x-names"]
    if isinstance(data, dict):
        for key, field in part.get("properties", {}).items():
            if key in data:
                yield from references(field, data[key], (*place, key))
    elif isinstance(data, list) and "items" in part:
        for index, value in enumerate(data):
            yield from references(part["items"], value, (*place, index))


def _leaves(error: "ValidationError") -> "list[ValidationError]":
    """A failed `anyOf` is reported as a whole; other compounds by their parts."""
    if error.validator == "anyOf" or not error.context:
        return [error]
    return [leaf for part in error.context for leaf in _leaves(part)]


def _faulty_key(error: "ValidationError", place: tuple) -> tuple:
    """An unknown key is shown where it stands, not where its entry begins."""
    return (*place, unknown(error)) if error.validator == "additionalProperties" else place
