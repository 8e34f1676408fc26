"""A figure in prose without a link is found; what is no figure, or is cited on the page, is not."""

import pytest

import small
from planted import found, plant

CITED = (
    "合计[1788万元](figures.md#total)，[100余种](figures.md#products)，[2024年6月21日](figures.md#opened)。"
)
CITED_EN = (
    "[17.88 million yuan](figures.md#total), [more than 100 products](figures.md#products), "
    "[21 June 2024](figures.md#opened). "
)


@pytest.mark.parametrize(
    "body, column, words, hint",
    [
        ("店里有365种货。", 4, "365", "总账里没有这个数"),
        ("来了二十六人。", 3, "二十六", "总账里没有这个数"),
        ("合计1788万元。", 3, "1788万元", "[1788万元](figures.md#total)"),
        ("在[店里](store.md)卖了8000件。", 18, "8000", "总账里没有这个数"),
        ("[365种货](about.md)", 2, "365", "总账里没有这个数"),
        ("涨了8%。", 3, "8", "总账里没有这个数"),
        ("2024年6月22日开业。", 1, "2024", "figures.md#opened"),
    ],
)
def test_a_figure_without_a_link_is_found(site, body, column, words, hint):
    plant(site, body)
    first = found(site, "fact-uncited")[0]
    assert (first.path, first.line, first.column) == ("docs/train.md", 7, column)
    assert (
        words in first.zh
        and hint in first.zh
        and "check: fact-uncited off" in first.zh
        and words.rstrip("万元") in first.en
    )


@pytest.mark.parametrize(
    "body, words",
    [
        ("It has 365 goods.", "365"),
        ("Twenty-six people came.", "Twenty-six"),
        ("Some 12,000 came.", "12,000"),
        ("It came to 17.88 million yuan.", "17.88 million"),
        ("A hundred and twenty came.", "A hundred and twenty"),
    ],
)
def test_in_english_too(site, body, words):
    plant(site, body, "en")
    (finding,) = found(site, "fact-uncited")
    assert finding.path == "docs/train.en.md" and f"“{words}”" in finding.en


@pytest.mark.parametrize(
    "body",
    [
        "1788万元，一百多种，六月二十一日，2024年。",
        "一家店，三条路，两座城，十个字。",
        "S6号线，A4纸，C01。",
        "第十四、十五条，第三到十二条，第19条。",
        "一一对应，万一，十分，千万不要，三三两两。",
        '`365`，<!-- 365 -->，<span class="a365">货</span>，<https://example.org/365>。',
        "## 小节 { #part-365 }",
        "![365](assets/images/365.svg)",
        "1. 一\n2. 二",
        "m<sup>2</sup>，CO<sub>2</sub>",
        '![志](assets/images/favicon.svg){ width="64" }',
        "注[^12]。\n\n[^12]: 注。",
    ],
)
def test_what_is_no_figure_or_is_cited_on_the_page_is_left_alone(site, body):
    plant(site, f"{CITED}\n\n{body}")
    assert found(site, "fact-uncited") == []


@pytest.mark.parametrize(
    "body",
    [
        "Over 100 of them, 17.88 million in all, on 21 June 2024.",
        "One shop, two roads, ten characters.",
        "Line S6, paper A4, C01.",
        "Numbers 3, 4 and 16; measures 1 to 13.",
    ],
)
def test_nor_in_english(site, body):
    plant(site, CITED_EN + body, "en")
    assert found(site, "fact-uncited") == []


def test_a_digit_that_was_changed_is_met_with_what_the_page_cites(site):
    plant(site, f"{CITED}\n\n1798万元从哪里来，没有写。")
    (finding,) = found(site, "fact-uncited")
    assert finding.line == 9 and "本页引用的是“1788万元”" in finding.zh


def test_the_entry_with_the_same_measure_word_is_offered_first(site):
    small.put(
        site,
        "docs/data/facts.yml",
        small.FILES["docs/data/facts.yml"]
        + """
        - id: days
          kind: count
          value: 100
          unit: {zh: 天, en: days}
          wording: {zh: [100天], en: [100 days]}
          statement: {zh: 前后100天。, en: It took 100 days.}
          source: P02
          page: train
        """,
    )
    plant(site, "一共一百天。")
    (finding,) = found(site, "fact-uncited")
    assert "是不是想写 [100天](figures.md#days) 或 [100余种](figures.md#products)" in finding.zh


def test_what_a_misspelt_id_surely_means_counts_as_cited(site):
    plant(site, "[1788万元](figures.md#totla)。再说一遍1788万元。")
    assert found(site, "fact-uncited") == [] and len(found(site, "fact-unknown")) == 1


def test_a_former_figure_is_met_with_the_one_that_has_its_measure_word(site):
    plant(site, f"{CITED}\n\n店里卖365种。")
    (finding,) = found(site, "fact-uncited")
    assert "本页引用的是“100余种”" in finding.zh and "先添进" not in finding.zh


def test_a_figure_in_a_table_is_found_at_its_own_line(site):
    plant(site, "| 左 | 右 |\n|---|---|\n| 甲 | 365种 |")
    (finding,) = found(site, "fact-uncited")
    assert (finding.line, finding.column) == (9, 7)
