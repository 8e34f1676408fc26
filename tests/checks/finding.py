"""What the check finds in a site, by rule."""

from pathlib import Path

import small

from story import checks
from story.findings import Finding


def found(site: Path, rule: str) -> list[Finding]:
    """Findings of one rule, switches respected."""
    return [finding for finding in checks.survey(site).findings if finding.rule == rule]


def page(site: Path, body: str, lang: str = "zh") -> None:
    """Give the page `train` this body under its title; the body begins on line 7."""
    name, title = ("docs/train.en.md", "Train") if lang == "en" else ("docs/train.md", "列车")
    small.put(site, name, f"{small.HEAD}# {title}\n\n{body}\n")
