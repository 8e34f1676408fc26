"""The checks. One rule: one module in `rules/`, its words in `story/rules.yml`, one test.

A module is found by itself. It has `RULE` (or `RULES`, if one look finds several kinds of fault),
`check(pages, tables) -> Iterator[Finding]`, and where the cure is certain `fix(page, tables) -> str`.
Where it can speak although the tables cannot be used, and `tables` is None, it says `WITHOUT_TABLES = True`.
"""

import json
import pkgutil
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from story import bounds
from story.checks import clean
from story.checks import rules as folder
from story.checks.off import Silenced, apply
from story.files import recall, remember
from story.findings import Faults, Finding
from story.pages.page import Page, find
from story.tables.reading import not_utf8
from story.tables.tables import Tables, load


@dataclass
class Survey:
    """What one look at the project saw. `tables` is None if they cannot be used; `findings` are sorted."""

    tables: Tables | None
    pages: dict[str, Page] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    silenced: list[Silenced] = field(default_factory=list)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of `rules/`, by name."""
    return tuple(
        import_module(f"{folder.__name__}.{each.name}") for each in pkgutil.iter_modules(folder.__path__)
    )


def able(tables: Tables | None) -> list[ModuleType]:
    """The modules that can speak: without tables only some."""
    return [module for module in modules() if tables or getattr(module, "WITHOUT_TABLES", False)]


def run(root: Path) -> Tables:
    """Check the whole project and return its tables. Raises `Faults` with everything found."""
    tables, found = inspect(root)
    if found or not tables:
        raise Faults(found)
    return tables


def inspect(root: Path) -> tuple[Tables | None, list[Finding]]:
    """The tables, or None if they cannot be used, and everything found.

    Nobody looks again until something that is looked at is written.
    """
    state, file = clean.state(root), root / ".cache" / "looked"
    if known := recall(file, state):
        return load(root), list(map(Finding.recalled, json.loads(known)))
    seen = survey(root)
    if seen.tables:
        remember(file, state, json.dumps([asdict(finding) for finding in seen.findings]))
    return seen.tables, seen.findings


def survey(root: Path) -> Survey:
    """Look at the whole project: pages, tables, findings, and what a page asked to leave out."""
    pages, found = read_pages(root)
    tables = None
    try:
        tables = load(root)
    except Faults as faults:
        found += faults.findings
    found += [finding for module in able(tables) for finding in module.check(pages, tables)]
    kept, silenced = apply(pages, sorted(set(found)), complete=tables is not None)
    return Survey(tables, pages, kept, silenced)


def read_pages(root: Path) -> tuple[dict[str, Page], list[Finding]]:
    """Pages by the path an editor sees, and a finding for each that is not UTF-8, or too much to be read."""
    pages, found = {}, []
    for path in find(root / "docs"):
        shown = path.relative_to(root).as_posix()
        pages[shown] = Page(path, "", unread=True)
        try:
            pages[shown] = Page(path, bounds.read(path, root / "docs"))
        except UnicodeDecodeError:
            found.append(not_utf8(shown))
        except bounds.TooMuch as excess:
            found.append(bounds.RULE.finding(shown, (excess.line, 1), excess.words))
        except OSError:
            pass  # there is a rule for what is no file
    return pages, found
