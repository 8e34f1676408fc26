"""A fault planted in the small site, and what a rule finds of it."""

import random
from pathlib import Path

import small
from story import checks
from story.findings import Finding
from story.pages.page import Page

BODY_LINE = 7
"""The line on which the words of `plant` begin."""


def plant(site, words: str, lang: str = "zh", title: str = "# 列车") -> None:
    """Make the small site's page on the train say `words`."""
    small.put(site, f"docs/train{'.en' if lang == 'en' else ''}.md", small.HEAD + f"{title}\n\n{words}\n")


def found(site, rule: str) -> list[Finding]:
    """What the rule finds in the site, in order."""
    return sorted(finding for finding in checks.inspect(site)[1] if finding.rule == rule)


def places(findings: list[Finding]) -> list[tuple[int, int]]:
    return [(finding.line, finding.column) for finding in findings]


def fixed(rule, words: str, lang: str = "zh") -> str:
    """`words` as the rule's cure leaves them; done twice, it changes nothing more."""
    once = _fix(rule, words, lang)
    assert _fix(rule, once, lang) == once
    return once


def _fix(rule, words: str, lang: str) -> str:
    return rule.fix(Page(Path("train.en.md" if lang == "en" else "train.md"), words), None)


def scribbles(letters: str, count: int = 300) -> list[str]:
    """Texts of random letters, the same ones every time."""
    dice = random.Random(7)
    return ["".join(dice.choice(letters) for _ in range(dice.randint(3, 40))) for _ in range(count)]
