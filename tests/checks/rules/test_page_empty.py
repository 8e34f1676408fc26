"""A page with nothing on it."""

import pytest

import planted
import small
from story import checks
from story.checks.rules import page_empty

RULE = page_empty.RULE.id


@pytest.mark.parametrize("name", ["train.md", "train.en.md", "index.md", "figures.md", "about.en.md"])
@pytest.mark.parametrize(
    "words", ["", "\n \n", small.HEAD, "---\nrevised: 2026-01-02\ntranslated: bcdfghjk\n"]
)
def test_an_empty_page_is_the_only_fault(site, name, words):
    planted.plant(
        site,
        "见[数字](figures.md)、[段](about.md#p01)，[100余种](figures.md#products)，"
        "[1788万元](figures.md#total)。\n\n## 小节 { #part }",
    )
    small.put(site, f"docs/{name}", words)
    (finding,) = checks.inspect(site)[1]
    assert (finding.path, finding.line, finding.rule) == (f"docs/{name}", 1, RULE) and "空的" in finding.zh


def test_both_pages_of_a_pair_are_named(site):
    for name in ("train.md", "train.en.md"):
        small.put(site, f"docs/{name}", "")
    assert [finding.path for finding in planted.found(site, RULE)] == ["docs/train.en.md", "docs/train.md"]


def test_a_page_of_one_word_is_not_empty(site):
    small.put(site, "docs/train.md", small.HEAD + "# 列车\n")
    assert planted.found(site, RULE) == []
