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
                found = [*found, RULE.finding(shown, (switch.line, switch.column), *problem)]
            elif left_out:
                silenced.append(Silenced(shown, switch.line, switch.rule, switch.reason, len(left_out)))
                found = [finding for finding in found if finding not in left_out]
    return sorted(found), silenced


def _covers(switch: Switch, finding: Finding) -> bool:
    return finding.rule == switch.rule and switch.first <= finding.line <= switch.last


def _problem(switch: Switch, useful: bool) -> Words | None:
    name = switch.rule
    if not name:
        return (
            "关掉规则的说明写得不对。请单独占一行，写在那一段上面：<!-- check: 规则 off, 理由 -->。",
            "This switch is not in the right form. "
            "Write it on a line of its own above the paragraph: <!-- check: RULE off, REASON -->.",
        )
    if name not in rules():
        listed = "规则的名字见 docs/rules/README.md。", "docs/rules/README.md lists them."
        zh, en = meant(name, rules(), listed, cutoff=0.7)
        return f"没有 {name} 这条规则。{zh}", f"There is no rule {name}. {en}"
    if rules()[name].always_on:
        return (
            f"{name} 关不掉：不改好，网页会坏。请改好那一段，删去这一行。",
            f"{name} cannot be switched off: the page would break. Cure the paragraph and delete this line.",
        )
    if not switch.reason:
        return (
            f"关掉 {name} 要写明理由：<!-- check: {name} off, 理由 -->。",
            f"Say why {name} is switched off: <!-- check: {name} off, REASON -->.",
        )
    if not useful:
        return (
            f"下面这一段没有 {name} 的问题，这一行用不着了，请删去。",
            f"The paragraph below has nothing that {name} would find. Delete this line.",
        )
    return None
