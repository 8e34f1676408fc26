"""One YAML file read; where that fails, what an editor is told."""

import re
from pathlib import Path
from typing import Any

from story.findings import Faults, Finding, Words
from story.tables.yamlfile import UNCLOSED, Marks, YamlFault, parse

_MISSING = (
    "找不到这个文件。它是网站必需的，不能删除或改名。",
    "This file is missing. The site needs it; restore it.",
)
_NOT_UTF8 = (
    "文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。",
    "The file is not UTF-8. Save it again as UTF-8.",
)


def needed(root: Path, file: str, only: str = "") -> tuple[Any, Marks]:
    """`read` for a file below `root` that the site cannot do without: `Faults` are all that it raises."""
    try:
        return read(root / file, file, only)
    except OSError as error:
        raise Faults([unopened(file, error)]) from None


def read(path: Path, shown: str, only: str = "") -> tuple[Any, Marks]:
    """The data and marks of a YAML file that findings call `shown`; with `only`, as `parse` has it.

    Raises `OSError` if it cannot be opened, `Faults` if it is not UTF-8 or not YAML.
    """
    try:
        return parse(path.read_text(encoding="utf-8"), only)
    except UnicodeDecodeError:
        raise Faults([not_utf8(shown)]) from None
    except YamlFault as fault:
        raise Faults([yaml_finding(shown, fault)]) from None


def unopened(shown: str, error: OSError) -> Finding:
    """The finding for a file that is missing, or may not be read."""
    zh, en = f"这个文件打不开：{error.strerror}。", f"This file cannot be opened: {error.strerror}."
    return Finding(shown, 1, 1, "yaml", *(_MISSING if isinstance(error, FileNotFoundError) else (zh, en)))


def not_utf8(shown: str) -> Finding:
    """The finding for a file of another encoding."""
    return Finding(shown, 1, 1, "encoding", *_NOT_UTF8)


def yaml_finding(shown: str, fault: YamlFault, first_line: int = 0) -> Finding:
    """The finding for unreadable YAML; `first_line` is added when the YAML stands inside a page."""
    line, column = fault.mark[0] + first_line, fault.mark[1]
    zh, en = _open_quote(line, fault) if fault.problem == UNCLOSED else _cure(fault.lines, fault.problem)
    en = f"This YAML cannot be read: {fault.problem}. {en}"
    return Finding(shown, line, column, "yaml", f"YAML 读到这里读不下去了。{zh}", en)


def _open_quote(line: int, fault: YamlFault) -> Words:
    words = fault.lines[0].strip()[:30]
    return (
        f"第{line}行的引号没有收尾：“{words}”。请在这一句的末尾补上同样的引号；句子里面的单引号要写两个。",
        f"On line {line}, “{words}”, put the same mark at the end of the sentence; "
        "inside of it a single one is written twice.",
    )


def _cure(lines: list[str], problem: str) -> Words:
    last = lines[-1] if lines else ""
    if "stands twice" in problem:
        return "同一个名字在这一条里写了两遍，删去一个。", "Remove one of the two."
    if any("\t" in line for line in lines):
        return "这里用了制表符（Tab），请改成空格。", "Use spaces instead of a tab."
    if wide := next((line.strip() for line in lines if "：" in line and ":" not in line), None):
        return (
            f"“{wide}”里的冒号是全角的，请改成半角冒号加一个空格。",
            f"Use an ASCII colon and a space instead of “：” in “{wide}”.",
        )
    if problem.startswith("mapping values") and last.count(": ") > 1:
        return (
            "话里有冒号加空格，要整句放进引号。",
            "The sentence has a colon and a space in it: put it in quotation marks.",
        )
    empty = re.fullmatch(r"(\w+): \[\]", lines[0].strip()) if lines else None
    if empty and last.lstrip().startswith("-"):
        return (
            f"上面的 `{empty[0]}` 要换成 `{empty[1]}:`。",
            f"Replace `{empty[0]}` above with `{empty[1]}:`.",
        )
    return (
        "常见原因：这一行或上一行少了引号、括号或空格，或缩进与上一条没有对齐。",
        "Likely a missing quote, bracket or space here or on the line above, or uneven indentation.",
    )
