"""A lower bound printed as exact is found in a link, in prose, in a wording, in a statement."""

import pytest

import small
from planted import found, plant

LEDGER = small.FILES["docs/data/facts.yml"]
CITED = "[100余种](figures.md#products)货。"


def test_in_a_link_and_it_is_said_once(site):
    plant(site, "有[100种](figures.md#products)货。")
    (finding,) = found(site, "bound-exact")
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 7, 2)
    assert "“100”" in finding.zh and "100余种" in finding.zh and found(site, "fact-wording") == []


@pytest.mark.parametrize("body, column", [("一共100种。", 3), ("一百种货，没有名单。", 1)])
def test_in_prose_that_repeats_it(site, body, column):
    plant(site, f"{CITED}\n\n{body}")
    (finding,) = found(site, "bound-exact")
    assert (finding.line, finding.column) == (9, column)


@pytest.mark.parametrize(
    "body", ["一百多种，100余种，超过100种，100种以上，不止一百种，至少100种。", "1788万元。"]
)
def test_with_its_open_end_it_is_left_alone(site, body):
    plant(site, f"{CITED}[1788万元](figures.md#total)\n\n{body}")
    assert found(site, "bound-exact") == []


@pytest.mark.parametrize(
    "body, count",
    [
        ("Over 100 of them, more than a hundred, 100-odd, 100 or more, at least 100, 100+.", 0),
        ("All 100 of them.", 1),
        ("A hundred products.", 1),
    ],
)
def test_in_english(site, body, count):
    plant(site, f"[More than 100 products](figures.md#products).\n\n{body}", "en")
    assert len(found(site, "bound-exact")) == count


@pytest.mark.parametrize(
    "right, wrong, line",
    [
        ("zh: [100余种]", "zh: [100余种, 100种]", 16),
        ("en: [more than 100 products]", "en: [100 products]", 16),
        ("zh: 产品100余种。", "zh: 产品100种。", 17),
        ("There are more than 100 products", "There are 100 products", 17),
    ],
)
def test_in_the_ledger_itself(site, right, wrong, line):
    small.alter(site, "docs/data/facts.yml", right, wrong)
    assert ("docs/data/facts.yml", line) in [
        (finding.path, finding.line) for finding in found(site, "bound-exact")
    ]


def test_an_entry_worded_as_a_bound_and_not_marked_is_found(site):
    small.put(site, "docs/data/facts.yml", LEDGER.replace("          bound: at_least\n", ""))
    (finding,) = found(site, "bound-exact")
    assert finding.line == 11 and "100余种" in finding.zh and "bound: at_least" in finding.zh


def test_a_figure_that_is_exact_may_be_so(site):
    exact = (
        LEDGER.replace("          bound: at_least\n", "")
        .replace("100余种", "100种")
        .replace("more than 100", "100")
    )
    small.put(site, "docs/data/facts.yml", exact)
    plant(site, "[100种](figures.md#products)。\n\n一百种。")
    assert found(site, "bound-exact") == []
