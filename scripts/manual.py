"""Write the editor's manuals: `docs/data/README.md` from the schemas of the tables, `docs/rules/` from the
rules of the check.

python scripts/manual.py            rewrite what differs
python scripts/manual.py --check    exit 1 if anything differs, write nothing
"""

import json
from pathlib import Path

from command import ROOT, run
from story.checks.manual import pages as rule_pages
from story.files import put
from story.tables import schemas
from story.tables.tables import NAMES

_HEAD = """<!-- 由 schemas/ 生成：改那里，再运行 make manual。 Generated from schemas/: change those, then run make manual. -->

# 数据表手册 / Manual of the data tables

每张表是一个 YAML 文件，格式由 `schemas/` 里同名的文件规定；写错了，`mkdocs build` 会指出哪一行、怎么改。
Each table is a YAML file whose form is laid down by the file of the same name in `schemas/`; `mkdocs build` points at the line of a mistake and says how to cure it.
"""


def manual(folder: Path) -> str:
    """The whole manual as Markdown."""
    names = [*NAMES, "page"]
    return "\n".join([_HEAD, *(_table(schemas.schema(folder, name), name) for name in names)])


def _table(schema: dict, name: str) -> str:
    where = "每一页的开头 / head of each page" if name == "page" else f"`{name}.yml`"
    lines = [
        f"## {schema['title']} / {schema['titleEn']}: {where}",
        "",
        schema["description"],
        schema["descriptionEn"],
        "",
    ]
    lines += [line for key, fields, required in _lists(schema) for line in _fields(key, fields, required)]
    return "\n".join(lines)


def _lists(schema: dict):
    """The field lists inside a table: its own, or those of the entries it lists."""
    properties = schema.get("properties", {})
    entries = {
        key: field["items"] for key, field in properties.items() if "properties" in field.get("items", {})
    }
    if name_fields := {
        key: field for key, field in properties.items() if key not in entries and "title" in field
    }:
        yield "", name_fields, schema["required"]
    for key, entry in entries.items():
        yield key, entry["properties"], entry["required"]


def _fields(key: str, fields: dict, required: list[str]) -> list[str]:
    head = [f"### `{key}`", ""] if key else []
    rows = [_row(name, field, name in required) for name, field in fields.items()]
    return [
        *head,
        "| 字段 Field | 必写 Needed | 含义 Meaning | 例 Example | 不要 Not |",
        "|---|---|---|---|---|",
        *rows,
        "",
    ]


def _row(name: str, field: dict, needed: bool) -> str:
    good, bad = (_shown(field.get(kind, [])) for kind in ("examples", "examplesBad"))
    meaning = (
        f"**{field['title']}** {field['description']}<br>**{field['titleEn']}** {field['descriptionEn']}"
    )
    return f"| `{name}` | {'是 yes' if needed else ''} | {meaning} | {good} | {bad} |"


def _shown(values: list) -> str:
    return "<br>".join(
        f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`" for value in values
    )


def pages(root: Path) -> dict[Path, str]:
    """Every page of the manuals, by its path."""
    rules = {root / "docs" / "rules" / name: text for name, text in rule_pages().items()}
    return {root / "docs" / "data" / "README.md": manual(root / schemas.FOLDER)} | rules


def main(arguments: list[str]) -> int:
    wanted = pages(ROOT)
    differing = [
        path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    stale = [path for path in (ROOT / "docs" / "rules").glob("*.md") if path not in wanted]
    if "--check" in arguments and (differing or stale):
        names = ", ".join(sorted(path.relative_to(ROOT).as_posix() for path in differing + stale))
        print(
            f"手册同格式说明或规则不一致，请运行 make manual：{names}\nThe manuals differ from the schemas or the rules; run make manual: {names}"
        )
        return 1
    for path in differing:
        path.parent.mkdir(exist_ok=True)
        put(path, wanted[path].encode("utf-8"))
    for path in stale:
        path.unlink()
    return 0


if __name__ == "__main__":
    run(main)
