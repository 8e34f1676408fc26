"""One YAML file read; where that fails, what an editor is told."""

import errno
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from story import bounds
from story.findings import Faults, Finding, Words
from story.rules import rule
from story.tables.yamlfile import UNCLOSED, Marks, YamlFault, parse


def needed(root: Path, file: str, only: str = "") -> tuple[Any, Marks]:
    """`read` for a file below `root` that the site cannot do without: `Faults` are all that it raises."""
    try:
        return read(root / file, file, only)
    except OSError as error:
        raise Faults([unopened(file, error)]) from None


_once = lru_cache(maxsize=8)(parse)
"""A part of mkdocs.yml is asked for by every part of every page."""


def read(path: Path, shown: str, only: str = "") -> tuple[Any, Marks]:
    """The data and marks of a YAML file that findings call `shown`; with `only`, as `parse` has it.

    Raises `OSError` if it cannot be opened, `Faults` if it is not UTF-8 or not YAML.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        text = path.read_text(encoding="utf-8")
        if excess := bounds.of_table(text):
            raise Faults([bounds.RULE.finding(shown, (1, 1), excess)])
        return _once(text, only) if only else parse(text)
    except UnicodeDecodeError:
        raise Faults([not_utf8(shown)]) from None
    except YamlFault as fault:
        raise Faults([yaml_finding(shown, fault)]) from None


def unopened(shown: str, error: OSError) -> Finding:
    """The finding for a file that is missing, or may not be read."""
    if isinstance(error, FileNotFoundError):
        return rule("yaml").finding(shown, (1, 1), "missing")
    return rule("yaml").finding(shown, (1, 1), "unopened", reason=error.strerror)


def not_utf8(shown: str) -> Finding:
    """The finding for a file of another encoding."""
    return rule("encoding").finding(shown, (1, 1))


def yaml_finding(shown: str, fault: YamlFault, first_line: int = 0) -> Finding:
    """The finding for unreadable YAML; `first_line` is added when the YAML stands inside a page."""
    line, column = fault.mark[0] + first_line, fault.mark[1]
    if fault.problem == UNCLOSED:
        cure = rule("yaml").words("quote", line=line, words=fault.lines[0].strip()[:30])
    else:
        cure = _cure(fault.lines, fault.problem)
    return rule("yaml").finding(shown, (line, column), "unreadable", problem=fault.problem, cure=cure)


def _cure(lines: list[str], problem: str) -> Words:
    asked, last = rule("yaml"), lines[-1] if lines else ""
    if "stands twice" in problem:
        return asked.words("twice")
    if "alias" in problem:
        return asked.words("alias")
    if "too deep" in problem:
        return asked.words("deep")
    if any("\t" in line for line in lines):
        return asked.words("tab")
    if wide := next((line.strip() for line in lines if "：" in line and ":" not in line), None):
        return asked.words("wide-colon", words=wide)
    if problem.startswith("mapping values") and last.count(": ") > 1:
        return asked.words("colon")
    empty = re.fullmatch(r"(\w+): \[\]", lines[0].strip()) if lines else None
    if empty and last.lstrip().startswith("-"):
        return asked.words("empty-list", typed=empty[0], name=empty[1])
    return asked.words("likely")
