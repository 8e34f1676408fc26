"""A finding is a record first and text second."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """One fault, placed where the editor typed it.

    `path` is relative to the project; `line` and `column` count from 1.
    `zh` and `en` say what is wrong, what was expected and the likely cure.
    `severity` is `error` or `warning`.
    """

    path: str
    line: int
    column: int
    rule: str
    zh: str
    en: str
    severity: str = "error"


class Faults(Exception):
    """Everything found at once. `findings` is the sorted list."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = sorted(set(findings))
        super().__init__(report(self.findings))


def show(finding: Finding) -> str:
    """`file:line:column error rule`, the Chinese words, the English words under them."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place} {finding.severity} {finding.rule} {finding.zh}\n    {finding.en}"


def report(findings: list[Finding]) -> str:
    """All findings and a closing count, for a terminal."""
    count = len(findings)
    noun = "error" if count == 1 else "errors"
    return "\n".join([*map(show, findings), "", f"共{count}处错误。 {count} {noun} found."])


def relative(path: Path, root: Path) -> str:
    """`path` as an editor sees it: below the project, with forward slashes."""
    return path.resolve().relative_to(root.resolve()).as_posix()
