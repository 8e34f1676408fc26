"""The tables of `docs/data/`: read, checked, indexed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from story.findings import Faults, Finding, relative
from story.tables import schemas
from story.tables.yamlfile import UNCLOSED, Mark, Marks, YamlFault, mark_of, parse

NAMES = (
    "facts",
    "measures",
    "timeline",
    "glossary",
    "photos",
    "article",
    "background",
    "graphics",
    "line",
    "corrections",
    "strings",
)
FIGURES = ("count", "money", "period")
"""Kinds of fact that are figures; dates have the timeline."""


@dataclass(frozen=True)
class Tables:
    """All tables as plain lists and dicts, and the mark of every value.

    `data[name]` is the table as written; the properties index it by id.
    """

    root: Path
    data: dict[str, Any]
    marks: dict[str, Marks] = field(repr=False)

    @cached_property
    def facts(self) -> dict[str, dict]:
        return {fact["id"]: fact for fact in self.data["facts"]["facts"]}

    @cached_property
    def terms(self) -> dict[str, dict]:
        return {term["id"]: term for term in self.data["glossary"]["terms"]}

    @cached_property
    def background(self) -> dict[str, dict]:
        return {item["id"]: item for item in self.data["background"]["background"]}

    @cached_property
    def graphics(self) -> dict[str, dict]:
        return {graphic["id"]: graphic for graphic in self.data["graphics"]["graphics"]}

    @cached_property
    def paragraphs(self) -> list[str]:
        """Ids of the article's paragraphs, in the article's order."""
        parts = self.data["article"]["parts"]
        return [paragraph["id"] for part in parts for paragraph in part["paragraphs"]]

    @cached_property
    def texts(self) -> list[tuple[str, str, str, Mark]]:
        """Every text in one language: its table's path, the language, the text and where it stands."""
        return [
            (self.path(name), place[-1], text, self.mark(name, *place))
            for name, data in self.data.items()
            for place, text in _texts(data)
        ]

    def path(self, name: str) -> str:
        return f"docs/data/{name}.yml"

    def mark(self, name: str, *place) -> Mark:
        """Line and column of a value, or of the nearest value around it."""
        return mark_of(self.marks[name], place)

    def line_of_fact(self, fact_id: str) -> int:
        index = list(self.facts).index(fact_id)
        return self.mark("facts", "facts", index)[0]


def strings(tables: Tables, lang: str) -> dict[str, str]:
    """The words of the interface in one language."""
    return {key: words[lang] for key, words in tables.data["strings"].items()}


def _texts(data: Any, place: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """Every text in one language, with its path; the path ends in the language."""
    if isinstance(data, str) and place[-1] in ("zh", "en"):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*place, index))


_cache: dict[Path, tuple[tuple, Tables]] = {}


def load(root: Path) -> Tables:
    """Read all tables below `root`. Raises `Faults` if any cannot be read or breaks its schema.

    The result is kept until a table changes, because each language of a build asks for it.
    """
    stamp = tuple(_stamp(path) for name in NAMES for path in (_yaml(root, name), _schema(root, name)))
    if root not in _cache or _cache[root][0] != stamp:
        _cache[root] = (stamp, _read_all(root))
    return _cache[root][1]


def _yaml(root: Path, name: str) -> Path:
    return root / "docs" / "data" / f"{name}.yml"


def _schema(root: Path, name: str) -> Path:
    return root / schemas.FOLDER / f"{name}.schema.json"


def _stamp(path: Path) -> tuple:
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else ()


def _read_all(root: Path) -> Tables:
    data, marks, found = {}, {}, []
    for name in NAMES:
        try:
            data[name], marks[name] = read(_yaml(root, name), root)
        except Faults as faults:
            found += faults.findings
            continue
        found += schemas.faults(root / schemas.FOLDER, name, data[name], marks[name], f"docs/data/{name}.yml")
    if not found:
        found += _repeated_ids(data, marks)
    if found:
        raise Faults(found)
    return Tables(root, data, marks)


def read(path: Path, root: Path) -> tuple[Any, Marks]:
    """One YAML file: its data and marks. Raises `Faults` if it is missing or unreadable."""
    shown = relative(path, root)
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Faults(
            [
                Finding(
                    shown,
                    1,
                    1,
                    "yaml",
                    "找不到这个文件。它是网站必需的，不能删除或改名。",
                    "This file is missing. The site needs it; restore it.",
                )
            ]
        ) from None
    except UnicodeDecodeError:
        raise Faults([not_utf8(shown)]) from None
    except YamlFault as fault:
        raise Faults([yaml_finding(shown, fault)]) from None


def not_utf8(shown: str) -> Finding:
    return Finding(
        shown,
        1,
        1,
        "encoding",
        "文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。",
        "The file is not UTF-8. Save it again as UTF-8.",
    )


def yaml_finding(shown: str, fault: YamlFault, first_line: int = 0) -> Finding:
    """The finding for unreadable YAML; `first_line` is added when the YAML stands inside a page."""
    line, column = fault.mark
    zh, en = (
        _open_quote(line + first_line, fault.lines[0])
        if fault.problem == UNCLOSED
        else _yaml_cure(fault.lines, fault.problem)
    )
    return Finding(
        shown,
        line + first_line,
        column,
        "yaml",
        f"YAML 读到这里读不下去了。{zh}",
        f"This YAML cannot be read: {fault.problem}. {en}",
    )


def _open_quote(line: int, typed: str) -> tuple[str, str]:
    words = typed.strip()[:30]
    return (
        f"第{line}行的引号没有收尾：“{words}”。请在这一句的末尾补上同样的引号；句子里面的单引号要写两个。",
        f"On line {line}, “{words}”, put the same mark at the end of the sentence; inside of it a single one is written twice.",
    )


def _yaml_cure(lines: list[str], problem: str) -> tuple[str, str]:
    if "stands twice" in problem:
        return "同一个名字在这一条里写了两遍，删去一个。", "Remove one of the two."
    if any("\t" in line for line in lines):
        return "这里用了制表符（Tab），请改成空格。", "Use spaces instead of a tab."
    if wide := next((line.strip() for line in lines if "：" in line and ":" not in line), None):
        return (
            f"“{wide}”里的冒号是全角的，请改成半角冒号加一个空格。",
            f"Use an ASCII colon and a space instead of “：” in “{wide}”.",
        )
    if problem.startswith("mapping values") and lines and lines[-1].count(": ") > 1:
        return (
            "话里有冒号加空格，要整句放进引号。",
            "The sentence has a colon and a space in it: put it in quotation marks.",
        )
    if (empty := re.fullmatch(r"(\w+): \[\]", lines[0].strip()) if lines else None) and lines[
        -1
    ].lstrip().startswith("-"):
        return (
            f"上面的 `{empty[0]}` 要换成 `{empty[1]}:`。",
            f"Replace `{empty[0]}` above with `{empty[1]}:`.",
        )
    return (
        "常见原因：这一行或上一行少了引号、括号或空格，或缩进与上一条没有对齐。",
        "Likely a missing quote, bracket or space here or on the line above, or uneven indentation.",
    )


def _repeated_ids(data: dict, marks: dict) -> Iterator[Finding]:
    for name, key in (
        ("facts", "facts"),
        ("glossary", "terms"),
        ("photos", "photos"),
        ("timeline", "entries"),
        ("background", "background"),
        ("graphics", "graphics"),
    ):
        seen: dict[str, int] = {}
        for index, entry in enumerate(data[name][key]):
            line, column = mark_of(marks[name], (key, index))
            first = seen.setdefault(entry["id"], line)
            if first != line:
                yield Finding(
                    f"docs/data/{name}.yml",
                    line,
                    column,
                    "id-repeated",
                    f"编号 {entry['id']} 已经在第 {first} 行用过，请另起一个。",
                    f"The id {entry['id']} is already used on line {first}; choose another.",
                )
