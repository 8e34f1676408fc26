"""What every rule of the check is made of."""

from collections.abc import Iterator

from story.findings import Finding
from story.pages.page import Page
from story.rules import Rule, rule, rules

__all__ = ["Findings", "Pages", "Rule", "rule", "rules"]
Pages = dict[str, Page]
"""The pages of the project by the path an editor sees."""
Findings = Iterator[Finding]
