"""The certain cures: every rule's `fix` applied to the pages, shown as a diff or written."""

import difflib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

from story import checks
from story.checks.off import apply
from story.files import TEMPORARY, put
from story.pages.page import Page
from story.pages.switches import switches
from story.tables.tables import Tables

FIRST = ("marker-unknown", "punctuation-width", "quotes-straight", "radical-lookalike", "hard-wrap")
"""Rules whose cures come first, in this order: a mark put right may be what another rule looks at."""
_BOM = b"\xef\xbb\xbf"
_HELD = re.compile("\ue000(\\d+)\ue000")


@dataclass(frozen=True)
class Change:
    """One page before and after, and the rules that changed it. `shown` is its path as an editor sees it."""

    shown: str
    path: Path
    old: str
    new: str
    rules: tuple[str, ...]


def fixers(tables: Tables | None) -> dict[str, ModuleType]:
    """The modules that cure what they find, by their rules' ids, in the order in which they are applied."""
    found = {module.RULE.id: module for module in checks.able(tables) if hasattr(module, "fix")}
    first = {name: found[name] for name in FIRST if name in found}
    return first | found


def changes(survey: checks.Survey, wanted: Callable[[str], bool] = lambda shown: True) -> list[Change]:
    """What the rules would change on the pages that are `wanted`, in order. Nothing is written.

    While the tables cannot be used, only the rules that need none are applied.
    """
    able = fixers(survey.tables)
    each = [
        _change(shown, page, able, survey.tables) for shown, page in survey.pages.items() if wanted(shown)
    ]
    return [change for change in each if change.old != change.new]


def curable(survey: checks.Survey) -> Counter[tuple[str, str]]:
    """How many findings of each path and rule the certain cures would settle. Only pages that would change
    are looked at again."""
    able = fixers(survey.tables)
    before = Counter((finding.path, finding.rule) for finding in survey.findings if finding.rule in able)
    if not survey.tables or not before:
        return Counter()
    paths, rules = ({key[part] for key in before} for part in (0, 1))
    new = {change.shown: Page(change.path, change.new) for change in changes(survey, paths.__contains__)}
    pages = survey.pages | new
    left = [finding for rule in rules for finding in able[rule].check(pages, survey.tables)]
    kept, _ = apply(pages, sorted(set(left)), complete=False)
    after = Counter((finding.path, finding.rule) for finding in kept)
    return Counter({key: number for key, number in (before - after).items() if key[0] in new})


def _change(shown: str, page: Page, able: dict[str, ModuleType], tables: Tables | None) -> Change:
    text, rules = page.text, []
    for rule, module in able.items():
        fixed = _outside(rule, text, partial(_cured, module, page.path, tables))
        if fixed != text:
            rules.append(rule)
        text = fixed
    return Change(shown, page.path, page.text, text, tuple(rules))


def _cured(module: ModuleType, path: Path, tables: Tables | None, text: str) -> str:
    return module.fix(Page(path, text), tables)


def _outside(rule: str, text: str, fix: Callable[[str], str]) -> str:
    """`fix` applied to all but the paragraphs for which the rule is switched off."""
    lines, held = text.splitlines(keepends=True), []
    off = {
        (switch.first, switch.last)
        for switch in switches(text)
        if switch.rule == rule and switch.reason and switch.first <= switch.last
    }
    for first, last in sorted(off, reverse=True):
        kept = "".join(lines[first - 1 : last])
        held.append(kept.removesuffix("\n"))
        lines[first - 1 : last] = [f"\ue000{len(held) - 1}\ue000", kept[len(held[-1]) :]]
    return _HELD.sub(lambda match: held[int(match[1])], fix("".join(lines)))


def diff(change: Change) -> str:
    """The change as a unified diff that `git apply` takes."""
    old, new = (text.splitlines(keepends=True) for text in (change.old, change.new))
    lines = difflib.unified_diff(old, new, f"a/{change.shown}", f"b/{change.shown}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def write(change: Change) -> bool:
    """Write the page in one step, with the line ends it had. False if it was saved by somebody else
    meanwhile.

    Raises `OSError`.
    """
    before = change.path.read_bytes()
    if before.decode("utf-8-sig").replace("\r\n", "\n") != change.old:
        return False
    text = change.new.replace("\n", "\r\n") if b"\r\n" in before else change.new
    put(change.path, (_BOM if before.startswith(_BOM) else b"") + text.encode("utf-8"))
    return True


def tidy(docs: Path) -> None:
    """Remove the unfinished files that a killed run may have left beside the pages."""
    for path in docs.rglob(f"{TEMPORARY}*"):
        path.unlink(missing_ok=True)
