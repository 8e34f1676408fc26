"""One list of pages, the menu: what is in it and not among the files, or the other way round, is told."""

import pytest

import planted
import small
from story.checks import survey

RULE = "page-unlisted"
RIVER = small.HEAD + "# 河\n\n[100余种](figures.md#products)，这一页写河。\n"


def nav(site, *entries):
    config = site / "mkdocs.yml"
    head = config.read_text(encoding="utf-8").split("\nnav:")[0]
    small.put(site, "mkdocs.yml", head + "\nnav:\n" + "".join(f"  - {entry}\n" for entry in entries))


def river(site):
    small.put(site, "docs/river.md", RIVER)
    small.put(
        site, "docs/river.en.md", small.HEAD + "# River\n\n[More than 100 products](figures.md#products).\n"
    )


PAGES = ("index.md", "train.md", "figures.md", "glossary.md", "about.md")


def test_a_page_that_the_menu_lacks_is_told_with_the_line_to_add(site):
    river(site)
    (finding,) = planted.found(site, RULE)
    assert finding.path == "docs/river.md" and "“  - river.md”" in finding.zh and "nav" in finding.en


def test_a_line_of_the_menu_without_its_page_is_told_at_that_line(site):
    nav(site, *PAGES, "river.md")
    (finding,) = planted.found(site, RULE)
    line = (site / "mkdocs.yml").read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert finding.path == "mkdocs.yml" and line[finding.column - 1 :] == "river.md"
    assert "docs/river.en.md" in finding.zh


def test_a_slip_in_the_menu_offers_the_page_that_was_meant(site):
    river(site)
    nav(site, *PAGES, "rivr.md")
    assert any("是不是想写 river.md" in finding.zh for finding in planted.found(site, RULE))


def test_a_page_may_stay_out_of_the_menu_if_the_menu_says_so(site):
    small.put(site, "docs/search.md", RIVER)
    assert planted.found(site, RULE) == []


def test_titles_and_groups_in_the_menu_are_understood(site):
    river(site)
    nav(site, *PAGES[1:], "首页: index.md", "更多: [river.md]", "https://example.org/x.md")
    assert planted.found(site, RULE) == []


def test_one_half_of_a_pair_is_the_business_of_another_rule(site):
    small.put(site, "docs/about.md", None)
    assert planted.found(site, RULE) == [] and planted.found(site, "pair-missing")


def test_a_fact_on_a_new_page_needs_no_second_list(site):
    """`page: river` was refused by a list in a schema that no recipe named."""
    facts = small.FILES["docs/data/facts.yml"].replace("page: train", "page: river", 2)
    small.put(site, "docs/data/facts.yml", facts)
    river(site)
    assert {finding.rule for finding in survey(site).findings} == {"schema", RULE}, "and the cure is told"
    nav(site, *PAGES, "river.md")
    assert [finding for finding in survey(site).findings if finding.rule in ("schema", RULE)] == []


def test_a_stop_of_the_line_without_a_page_is_told(site):
    line = small.FILES["docs/data/line.yml"].replace("page: train", "page: trian")
    small.put(site, "docs/data/line.yml", line)
    (finding,) = planted.found(site, "reference-unknown")
    assert finding.path == "docs/data/line.yml" and "是不是想写 train" in finding.zh


@pytest.mark.parametrize("text, where", [("nav: [index.md\n", "yaml"), (None, "yaml")])
def test_a_menu_that_cannot_be_read_is_told_once_and_ends_nothing(site, text, where):
    small.put(site, "mkdocs.yml", text)
    found = [finding for finding in survey(site).findings if finding.path == "mkdocs.yml"]
    assert [finding.rule for finding in found] == [where]
