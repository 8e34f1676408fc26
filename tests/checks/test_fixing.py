"""Cures and the paragraphs, files and line ends they are to keep away from."""

from types import SimpleNamespace

import pytest

import small
from story import checks
from story.checks import fixing
from story.checks.rules import fact_uncited
from story.pages.page import Page


@pytest.fixture
def loud(monkeypatch):
    """A rule whose cure is to write 货 as 货物."""
    rule = SimpleNamespace(
        RULE=fact_uncited.RULE,
        check=lambda pages, tables: iter(()),
        fix=lambda page, tables: page.text.replace("货物", "货").replace("货", "货物"),
    )
    monkeypatch.setattr(checks, "modules", lambda: (rule,))


def survey(site, text):
    path = site / "docs/train.md"
    small.put(site, "docs/train.md", text)
    return checks.Survey(tables=checks.inspect(site)[0], pages={"docs/train.md": Page(path, text)})


def test_a_paragraph_for_which_the_rule_is_switched_off_is_left_alone(site, loud):
    text = (
        "货\n\n<!-- check: fact-uncited off, 引文 -->\n货\n货\n\n货\n\n"
        "<!-- check: bound-exact off, 引文 -->\n货\n"
    )
    (change,) = fixing.changes(survey(site, text))
    assert (
        change.new == "货物\n\n<!-- check: fact-uncited off, 引文 -->\n货\n货\n\n货物\n\n"
        "<!-- check: bound-exact off, 引文 -->\n货物\n"
    )
    assert change.rules == ("fact-uncited",)


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_paragraph_too_with_and_without_a_line_end(site, loud, end):
    text = f"货\n\n<!-- check: fact-uncited off, 引文 -->\n货{end}"
    (change,) = fixing.changes(survey(site, text))
    assert change.new == text.replace("货", "货物", 1)


def test_a_cure_applied_twice_changes_nothing_more(site, loud):
    (change,) = fixing.changes(survey(site, "货\n"))
    assert fixing.changes(survey(site, change.new)) == []


def test_a_page_that_was_saved_meanwhile_is_not_overwritten(site, loud):
    (change,) = fixing.changes(survey(site, "货\n"))
    small.put(site, "docs/train.md", "另一位编辑刚写的\n")
    assert fixing.write(change) is False
    assert (site / "docs/train.md").read_text(encoding="utf-8") == "另一位编辑刚写的\n"


def test_what_a_killed_run_left_is_removed(site):
    small.put(site, "docs/.part-abc", "半")
    fixing.tidy(site / "docs")
    assert not (site / "docs/.part-abc").exists() and (site / "docs/train.md").exists()
