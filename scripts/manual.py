"""Write the editor's manuals: `docs/data/README.md` from the schemas, `docs/rules/README.md` from the rules.

python scripts/manual.py            rewrite what differs
python scripts/manual.py --check    exit 1 if anything differs, write nothing
"""

import json
from collections.abc import Iterator
from pathlib import Path

from command import ROOT, run
from story.checks.manual import page as rules_page
from story.files import put
from story.tables import schemas
from story.tables.tables import NAMES

_HEAD = """<!-- 由 schemas/ 生成：改那里，再运行 make manual。 \
Generated from schemas/: change those, then run make manual. -->

# 数据表手册 / Manual of the data tables

每张表是一个 YAML 文件，格式由 `schemas/` 里同名的文件规定；写错了，`mkdocs build` 会指出哪一行、怎么改。
Each table is a YAML file whose form is laid down by the file of the same name in `schemas/`; \
`mkdocs build` points at the line of a mistake and says how to cure it.
"""
_COLUMNS = """| 字段 Field | 必写 Needed | 含义 Meaning | 例 Example | 不要 Not |
|---|---|---|---|---|"""


def manual(root: Path) -> str:
    """The whole manual of the tables as Markdown."""
    return "\n".join([_HEAD, *(_table(schemas.schema(root, name), name) for name in [*NAMES, "page"])])


def _table(schema: dict, name: str) -> str:
    where = "每一页的开头 / head of each page" if name == "page" else f"`{name}.yml`"
    title = f"## {schema['title']} / {schema['titleEn']}: {where}"
    lists = (_fields(*each) for each in _lists(schema))
    return "\n\n".join([title, f"{schema['description']}\n{schema['descriptionEn']}", *lists]) + "\n"


def _lists(schema: dict) -> Iterator[tuple[str, dict, list[str]]]:
    """The field lists inside a table, its own and those of its entries: key, fields, names of the needed."""
    properties = schema.get("properties", {})
    lists = {key: field.get("items", {}) for key, field in properties.items()}
    entries = {key: items for key, items in lists.items() if "properties" in items}
    own = {key: field for key, field in properties.items() if key not in entries and "title" in field}
    if own:
        yield "", own, schema["required"]
    for key, entry in entries.items():
        yield key, entry["properties"], entry["required"]


def _fields(key: str, fields: dict, required: list[str]) -> str:
    head = f"### `{key}`\n\n" if key else ""
    rows = (_row(name, field, name in required) for name, field in fields.items())
    return "\n".join([head + _COLUMNS, *rows])


def _row(name: str, field: dict, needed: bool) -> str:
    good, bad = (_shown(field.get(kind, [])) for kind in ("examples", "examplesBad"))
    zh = f"**{field['title']}** {field['description']}"
    en = f"**{field['titleEn']}** {field['descriptionEn']}"
    return f"| `{name}` | {'是 yes' if needed else ''} | {zh}<br>{en} | {good} | {bad} |"


def _shown(values: list) -> str:
    words = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values)
    return "<br>".join(f"`{value}`" for value in words)


def pages(root: Path) -> dict[Path, str]:
    """Both manuals, by the path of their file."""
    docs = root / "docs"
    return {docs / "data" / "README.md": manual(root), docs / "rules" / "README.md": rules_page()}


def main(arguments: list[str]) -> int:
    wanted = pages(ROOT)
    kept = lambda path: path.read_text(encoding="utf-8") if path.exists() else None
    differing = [path for path, text in wanted.items() if kept(path) != text]
    if "--check" in arguments and differing:
        names = ", ".join(sorted(path.relative_to(ROOT).as_posix() for path in differing))
        print(f"手册同格式说明或规则不一致，请运行 make manual：{names}")
        print(f"The manuals differ from the schemas or the rules; run make manual: {names}")
        return 1
    for path in differing:
        path.parent.mkdir(exist_ok=True)
        put(path, wanted[path].encode("utf-8"))
    return 0


if __name__ == "__main__":
    run(main)
