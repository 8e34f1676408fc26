"""A rule of the check: its name, how grave a breach is, and its words, which stand in `rules.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from story.findings import Finding
from story.pages.page import Page
from story.tables.yamlfile import Mark, parse

Pages = dict[str, Page]
"""The pages of the project by the path an editor sees."""
Findings = Iterator[Finding]
WORDS = Path(__file__).with_name("rules.yml")


@dataclass(frozen=True)
class Rule:
    """`id` is the slug that findings print and that its section of `docs/rules/README.md` is named after.

    `zh` and `en` say in one sentence what is asked; `why_zh` and `why_en` why, and what happens otherwise;
    `wrong` and `right` are what an editor might type. `severity` is `error` (stops a strict build) or
    `warning`.
    `always_on` says that no page can switch it off: without it a page would break, or not be safe.
    """

    id: str
    zh: str
    en: str
    why_zh: str
    why_en: str
    wrong: str
    right: str
    severity: str = "error"
    always_on: bool = False

    def finding(self, path: str, mark: Mark, zh: str, en: str) -> Finding:
        """A breach of this rule, at a line and column of a file, in words."""
        return Finding(path, *mark, self.id, zh, en, self.severity)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, sorted: whatever a finding can be called."""
    entries, _ = parse(WORDS.read_text(encoding="utf-8"))
    return {name: _rule(name, **entries[name]) for name in sorted(entries)}


def _rule(name: str, asked: dict[str, str], why: dict[str, str], **rest) -> Rule:
    return Rule(name, asked["zh"], asked["en"], why["zh"], why["en"], **rest)


def rule(name: str) -> Rule:
    """The rule of that id. Raises `KeyError` if `rules.yml` has none."""
    return rules()[name]
