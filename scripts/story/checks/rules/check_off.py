"""`<!-- check: RULE off, reason -->` above a paragraph switches a rule off for it, and says why.

Not an ordinary check: it looks at what the others have found.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page
from story.pages.switches import Switch, switches

RULE = Rule(
    "check-off",
    zh="关掉一条规则，要单独占一行写在那一段上面，写明理由，而且真有用处。",
    en="A rule is switched off on a line of its own above the paragraph, with a reason, and only where it finds something.",
    why_zh="没有理由的例外，过一年谁也不知道能不能去掉；名字写错，或那一段已经改好，这一行就白写了。",
    why_en="An exception without a reason can never be removed; one with a misspelt name, or over a paragraph that was since cured, does nothing.",
    wrong="<!-- check: fact-uncited off -->\n店里卖365种货。",
    right="<!-- check: fact-uncited off, 举例，不是文章里的数 -->\n店里卖365种货。",
)
ALWAYS_ON = {
    "check-off",
    "encoding",
    "fact-unknown",
    "html-refused",
    "marker-unknown",
    "photo-unknown",
    "schema",
    "yaml",
}
"""Rules without which a page breaks, or is not safe."""


@dataclass(frozen=True, order=True)
class Silenced:
    """Findings that a page asked to leave out: how many of which rule, and why."""

    path: str
    line: int
    rule: str
    reason: str
    count: int


def apply(
    pages: dict[str, Page], found: list[Finding], known: set[str], complete: bool
) -> tuple[list[Finding], list[Silenced]]:
    """The findings that stand, sorted, and what was left out.

    `known` are the ids of all rules. `complete` says that every check has run, so that a switch over nothing can be told.
    """
    silenced = []
    for shown, page in pages.items():
        for switch in switches(page.text):
            left_out = [
                finding
                for finding in found
                if finding.path == shown
                and finding.rule == switch.rule
                and switch.first <= finding.line <= switch.last
            ]
            if problem := _problem(switch, known, bool(left_out) or not complete):
                found = [*found, Finding(shown, switch.line, switch.column, RULE.id, *problem)]
            elif left_out:
                silenced.append(Silenced(shown, switch.line, switch.rule, switch.reason, len(left_out)))
                found = [finding for finding in found if finding not in left_out]
    return sorted(found), silenced


def _problem(switch: Switch, known: set[str], useful: bool) -> tuple[str, str] | None:
    if not switch.rule:
        return (
            "关掉规则的说明写得不对。请单独占一行，写在那一段上面：<!-- check: 规则 off, 理由 -->。",
            "This switch is not in the right form. Write it on a line of its own above the paragraph: <!-- check: RULE off, REASON -->.",
        )
    if switch.rule not in known:
        near = get_close_matches(switch.rule, known, 1, 0.7)
        return (
            f"没有 {switch.rule} 这条规则。{f'是不是想写 {near[0]}？' if near else '规则的名字见 docs/rules/README.md。'}",
            f"There is no rule {switch.rule}. {f'Did you mean {near[0]}?' if near else 'docs/rules/README.md lists them.'}",
        )
    if switch.rule in ALWAYS_ON:
        return (
            f"{switch.rule} 关不掉：不改好，网页会坏。请改好那一段，删去这一行。",
            f"{switch.rule} cannot be switched off: the page would break. Cure the paragraph and delete this line.",
        )
    if not switch.reason:
        return (
            f"关掉 {switch.rule} 要写明理由：<!-- check: {switch.rule} off, 理由 -->。",
            f"Say why {switch.rule} is switched off: <!-- check: {switch.rule} off, REASON -->.",
        )
    return (
        None
        if useful
        else (
            f"下面这一段没有 {switch.rule} 的问题，这一行用不着了，请删去。",
            f"The paragraph below has nothing that {switch.rule} would find. Delete this line.",
        )
    )
