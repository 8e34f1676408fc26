"""The checks, in the order an editor meets them. One rule, one file, one test.

A check is a module with `RULE` (or `RULES`, if one look finds several kinds of fault),
`check(pages, tables) -> Iterator[Finding]`, and where the cure is certain `fix(page, tables) -> str`.
"""

from dataclasses import dataclass, field
from pathlib import Path

from story.checks.rule import Rule
from story.checks.rules import (
    alt_text,
    bold_punctuation,
    bound_exact,
    check_off,
    fact_uncited,
    fact_unknown,
    fact_unused,
    fact_value,
    fact_wording,
    file_name,
    front_matter,
    graphic_undrawable,
    hard_wrap,
    html_refused,
    link_broken,
    marker_unknown,
    page_empty,
    page_unlisted,
    pair_missing,
    pair_structure,
    photo_entry,
    photo_files,
    photo_too_large,
    photo_unknown,
    punctuation_width,
    quotes_straight,
    radical_lookalike,
    table_references,
    term_unknown,
    term_usage,
    timeline_undated,
    title_glyph,
    translation_behind,
)
from story.checks.rules.check_off import Silenced
from story.findings import Faults, Finding, relative
from story.pages.page import Page, find
from story.tables.reading import not_utf8
from story.tables.tables import Tables, load

CHECKS = (
    file_name,
    page_empty,
    front_matter,
    pair_missing,
    page_unlisted,
    marker_unknown,
    table_references,
    graphic_undrawable,
    fact_unknown,
    fact_wording,
    fact_uncited,
    fact_unused,
    fact_value,
    bound_exact,
    photo_entry,
    photo_unknown,
    timeline_undated,
    punctuation_width,
    quotes_straight,
    radical_lookalike,
    hard_wrap,
    bold_punctuation,
    translation_behind,
    link_broken,
    term_unknown,
    html_refused,
    alt_text,
    photo_too_large,
    pair_structure,
    term_usage,
    title_glyph,
)
WITHOUT_TABLES = (page_empty, front_matter, pair_missing, page_unlisted, translation_behind)
"""Those that can speak when the tables cannot be used."""
RECORDS = (check_off, photo_files)
"""Rules whose findings are made elsewhere."""


@dataclass
class Survey:
    """What one look at the project saw. `tables` is None if they cannot be used; `findings` are sorted."""

    tables: Tables | None
    pages: dict[str, Page] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    silenced: list[Silenced] = field(default_factory=list)


def rules() -> dict[str, Rule]:
    """Every rule by its id, sorted: whatever a finding can be called."""
    each = [
        rule for module in (*CHECKS, *RECORDS) for rule in getattr(module, "RULES", None) or (module.RULE,)
    ]
    return {rule.id: rule for rule in sorted(each, key=lambda rule: rule.id)}


def run(root: Path) -> Tables:
    """Check the whole project and return its tables. Raises `Faults` with everything found."""
    tables, found = inspect(root)
    if found:
        raise Faults(found)
    return tables


def inspect(root: Path) -> tuple[Tables | None, list[Finding]]:
    """The tables, or None if they cannot be used, and everything found."""
    seen = survey(root)
    return seen.tables, seen.findings


def survey(root: Path) -> Survey:
    """Look at the whole project: pages, tables, findings, and what a page asked to leave out."""
    pages, found = read_pages(root)
    try:
        tables, able = load(root), CHECKS
    except Faults as faults:
        found += faults.findings
        tables, able = None, WITHOUT_TABLES
    found += [finding for check in able for finding in check.check(pages, tables)]
    kept, silenced = check_off.apply(pages, sorted(set(found)), set(rules()), complete=tables is not None)
    return Survey(tables, pages, kept, silenced)


def read_pages(root: Path) -> tuple[dict[str, Page], list[Finding]]:
    """Pages by the path an editor sees, and a finding for each that is not UTF-8."""
    pages, found = {}, []
    for path in find(root / "docs"):
        shown = relative(path, root)
        try:
            pages[shown] = Page(path, path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            found.append(not_utf8(shown))
    return pages, found
