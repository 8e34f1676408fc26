"""A wording or statement that says another number or day than the value is found; one that says it in words
is not."""

import pytest

import small
from planted import found

LEDGER = small.FILES["docs/data/facts.yml"]


@pytest.mark.parametrize(
    "right, wrong, line, words",
    [
        ("value: 17880000", "value: 17880001", 6, "1788万元"),
        ("zh: [1788万元]", "zh: [1788元]", 6, "1788元"),
        ("en: [17.88 million yuan]", "en: [18.88 million yuan]", 6, "18.88 million"),
        ("'2024-06-21'", "'2024-06-22'", 23, "2024年6月21日"),
        ("en: [21 June 2024]", "en: [21 June 2025]", 23, "21 June 2025"),
    ],
)
def test_a_number_or_a_day_that_differs(site, right, wrong, line, words):
    small.alter(site, "docs/data/facts.yml", right, wrong)
    finding = found(site, "fact-value")[0]
    assert (
        (finding.path, finding.line) == ("docs/data/facts.yml", line)
        and words in finding.zh
        and words in finding.en
    )


@pytest.mark.parametrize(
    "right, wrong",
    [
        ("zh: [1788万元]", "zh: [17880000元, 一千七百八十八万元]"),
        ("zh: [100余种]", "zh: [一百多种, 这些货]"),
        ("zh: [2024年6月21日]", "zh: [6月21日, 六月二十一日]"),
    ],
)
def test_other_words_for_the_same(site, right, wrong):
    small.alter(site, "docs/data/facts.yml", right, wrong)
    assert found(site, "fact-value") == []


def test_a_statement_that_was_left_behind(site):
    small.put(
        site,
        "docs/data/facts.yml",
        LEDGER.replace("value: 100\n", "value: 200\n")
        .replace("100余种]", "200余种]")
        .replace("100 products]", "200 products]"),
    )
    zh, en = found(site, "fact-value")
    assert (
        (zh.line, en.line) == (17, 17)
        and "说明（statement）“产品100余种。”" in zh.zh
        and "statement “There are more than 100" in en.en
    )


@pytest.mark.parametrize(
    "right, wrong",
    [
        ("zh: 产品100余种。", "zh: 产品有一百多种，分3类。"),
        ("zh: 产品100余种。", "zh: 产品很多。"),
        ("zh: 6月21日开业。", "zh: 那一天开业。"),
    ],
)
def test_a_statement_may_say_more_or_no_number(site, right, wrong):
    small.alter(site, "docs/data/facts.yml", right, wrong)
    assert found(site, "fact-value") == []


@pytest.mark.parametrize(
    "value, meant",
    [
        ("1788万", "17880000"),
        ("17.88 million", "17880000"),
        ("'17880000'", "17880000"),
        ("约2千到3千", "17880000"),
    ],
)
def test_a_sum_with_its_unit_in_the_value(site, value, meant):
    small.put(site, "docs/data/facts.yml", LEDGER.replace("value: 17880000", f"value: {value}"))
    (finding,) = found(site, "fact-value")
    assert (
        finding.line == 4
        and value.strip("'") in finding.zh
        and f"value: {meant}" in finding.zh
        and f"value: {meant}" in finding.en
    )
