"""A finding is a record first and text second."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

Words = tuple[str, str]
"""The same in Chinese and in English."""


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

    @classmethod
    def recalled(cls, record: dict) -> "Finding":
        """One that was written down as a record."""
        return cls(**record)


class Faults(Exception):
    """Everything found at once. `findings` is the sorted list."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = sorted(set(findings))
        super().__init__(report(self.findings))


def manual(rule: str) -> str:
    """The section of the manual that explains a rule."""
    return f"docs/rules/README.md#{rule}"


def show(finding: Finding) -> str:
    """`file:line:column error rule`, the Chinese words, the English ones, where to read more."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    first = f"{place} {finding.severity} {finding.rule} {finding.zh}"
    return "\n    ".join([first, finding.en, manual(finding.rule)])


def count(findings: list[Finding]) -> tuple[str, str]:
    """How many errors and warnings, in both languages; that there are none is said too."""
    errors = sum(finding.severity == "error" for finding in findings)
    parts = [(errors, "处错误", "error"), (len(findings) - errors, "处提醒", "warning")]
    some = [(number, zh, en + "s" * (number != 1)) for number, zh, en in parts if number]
    return (
        "，".join(f"{number}{zh}" for number, zh, _ in some) or "没有发现问题",
        " and ".join(f"{number} {en}" for number, _, en in some) or "nothing is wrong",
    )


def report(findings: list[Finding]) -> str:
    """All findings and a closing count, for a terminal."""
    zh, en = count(findings)
    return "\n".join([*map(show, findings), "", f"共{zh}。 {en} found."])


def relative(path: Path, root: Path) -> str:
    """`path` as an editor sees it: below the project, with forward slashes."""
    return path.resolve().relative_to(root.resolve()).as_posix()


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of `known` spelt most like `word`, None if none is at least `cutoff` (0 to 1) like it."""
    return next(iter(get_close_matches(word, list(known), 1, cutoff)), None)


def did_you_mean(near: str | Words) -> Words:
    """The question, about words that may differ by language."""
    zh, en = (near, near) if isinstance(near, str) else near
    return f"是不是想写 {zh}？", f"Did you mean {en}?"


def meant(word: str, known: Iterable[str], otherwise: Words = ("", ""), cutoff: float = 0.6) -> Words:
    """“Did you mean …?”, or the words given for when nothing is near."""
    near = nearest(word, known, cutoff)
    return did_you_mean(near) if near else otherwise


def listed(words: Iterable[str]) -> Words:
    """The words in a row, as each language separates them."""
    words = list(words)
    return "、".join(words), ", ".join(words)


def any_of(known: Iterable[str], en: str = "Known") -> Words:
    """What can be written, listed."""
    zh_known, en_known = listed(known)
    return f"可以写的有：{zh_known}。", f"{en}: {en_known}."
