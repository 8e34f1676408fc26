"""`<!-- check: RULE off, reason -->` above a paragraph switches a rule off for it, and says why.

Not a check like the others: it looks at what they have found.
"""

from dataclasses import dataclass

from story.checks.rule import Pages, rule, rules
from story.findings import Finding, Words, meant
from story.pages.switches import Switch, switches

RULE = rule("check-off")


@dataclass(frozen=True, order=True)
class Silenced:
    """Findings that a page asked to leave out: how many of which rule, and why."""

    path: str
    line: int
    rule: str
    reason: str
    count: int


def apply(pages: Pages, found: list[Finding], complete: bool) -> tuple[list[Finding], list[Silenced]]:
    """The findings that stand, sorted, and what was left out.

    `complete` says that every check has run, so that a switch over nothing can be told.
    """
    silenced = []
    for shown, page in pages.items():
        for switch in switches(page.text):
            left_out = [finding for finding in found if finding.path == shown and _covers(switch, finding)]
            if problem := _problem(switch, bool(left_out) or not complete):
                found = [*found, RULE.finding(shown, (switch.line, switch.column), problem)]
            elif left_out:
                silenced.append(Silenced(shown, switch.line, switch.rule, switch.reason, len(left_out)))
                found = [finding for finding in found if finding not in left_out]
    return sorted(found), silenced


def _covers(switch: Switch, finding: Finding) -> bool:
    return finding.rule == switch.rule and switch.first <= finding.line <= switch.last


def _problem(switch: Switch, useful: bool) -> Words | None:
    name = switch.rule
    if not name:
        return RULE.words("form")
    if name not in rules():
        return RULE.words("unknown", rule=name, hint=meant(name, rules(), RULE.words("listed"), cutoff=0.7))
    if rules()[name].always_on:
        return RULE.words("always-on", rule=name)
    if not switch.reason:
        return RULE.words("reason", rule=name)
    return None if useful else RULE.words("useless", rule=name)
