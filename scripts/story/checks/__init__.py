"""The checks, in the order an editor meets them. One rule, one file, one test.

A check is a function `check(pages, tables) -> Iterator[Finding]`.
"""

from pathlib import Path

from story.checks import fact_unknown, fact_wording, file_name, front_matter, graphic_undrawable, marker_unknown, pair_missing, photo_entry, photo_unknown, table_references, timeline_undated, punctuation_width, quotes_straight, radical_lookalike, hard_wrap, bold_punctuation, translation_behind, link_broken, term_unknown, html_refused, alt_text, photo_too_large, pair_structure, term_usage
from story.findings import Faults, Finding, relative
from story.pages import Page, find
from story.tables import Tables, load, not_utf8

CHECKS = (file_name, front_matter, pair_missing, marker_unknown, table_references, graphic_undrawable, fact_unknown, fact_wording, photo_entry, photo_unknown, timeline_undated, punctuation_width, quotes_straight, radical_lookalike, hard_wrap, bold_punctuation, translation_behind, link_broken, term_unknown, html_refused, alt_text, photo_too_large, pair_structure, term_usage)
WITHOUT_TABLES = (front_matter, pair_missing, translation_behind)
"""Those that can speak when the tables cannot be used."""


def run(root: Path) -> Tables:
    """Check the whole project and return its tables. Raises `Faults` with everything found."""
    tables, found = inspect(root)
    if found:
        raise Faults(found)
    return tables


def inspect(root: Path) -> tuple[Tables | None, list[Finding]]:
    """The tables, or None if they cannot be used, and everything found."""
    pages, found = read_pages(root)
    try:
        tables, able = load(root), CHECKS
    except Faults as faults:
        found += faults.findings
        tables, able = None, WITHOUT_TABLES
    return tables, found + [finding for check in able for finding in check.check(pages, tables)]


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
