"""Twins that are not built alike."""

import pytest

import planted
import small
from story.checks.rules import pair_structure

RULE = pair_structure.RULE.id
ZH, EN = "docs/train.md", "docs/train.en.md"


def change(site, name, old, new):
    path = site / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def both(site, words):
    for name in (ZH, EN):
        change(site, name, "{ #part }\n", f"{{ #part }}\n\n{words}\n")


def test_the_small_site_is_built_alike(site):
    assert planted.found(site, RULE) == []


def test_a_heading_that_only_one_page_has_is_asked_for_where_it_would_stand(site):
    change(site, ZH, "[100余种]", "## 又一节 { #more }\n\n[100余种]")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == (EN, 9)
    assert (
        "中文页有2个小节，英文页有1个" in finding.zh
        and "#more" in finding.zh
        and "train.md 第11行" in finding.zh
    )
    assert "2 headings, the English page 1" in finding.en


@pytest.mark.parametrize(
    "name, old, new, said",
    [
        (ZH, "小节 { #part }", "小节", "中文页第9行的小标题没有编号，请在后面加 { #part }"),
        (EN, "Part { #part }", "Part", "英文页第9行的小标题没有编号，请在后面加 { #part }"),
        (ZH, "{ #part }", "｛ #part ｝", "半角 { }"),
        (ZH, "{ #part }", "{ ＃part }", "写成 { #part }"),
        (ZH, "{ #part }", "｛#part}", "写成 { #part }"),
        (ZH, "## 小节", "##小节", "## 后面要空一格"),
        (EN, "## Part", "##Part", "## 后面要空一格"),
        (ZH, "## 小节", "＃＃ 小节", "井号要用半角"),
        (ZH, "## 小节", "##　小节", "空一格"),
        (ZH, "# 列车", "#列车", "# 后面要空一格"),
        (ZH, "小节 { #part }", "小节 { part }", "请在后面加 { #part }"),
    ],
)
def test_a_slip_in_a_heading_is_said_once_where_it_happened(site, name, old, new, said):
    change(site, name, old, new)
    (finding,) = planted.found(site, RULE)
    assert finding.path == name and said in finding.zh


def test_a_lost_id_among_others_is_the_one_that_stands_there_in_the_twin(site):
    for name in (ZH, EN):
        change(
            site, name, "{ #part }\n", "{ #part }\n\n## 二 { #two }\n\n### 三 { #three }\n\n## 四 { #four }\n"
        )
    change(site, ZH, "三 { #three }", "三")
    change(site, ZH, "四 { #four }", "四")
    assert ["#three" in finding.zh or "#four" in finding.zh for finding in planted.found(site, RULE)] == [
        True,
        True,
    ]
    change(site, EN, "## 二 { #two }\n\n", "")
    assert [(finding.path, "#two" in finding.zh) for finding in planted.found(site, RULE)] == [
        (EN, True),
        (ZH, False),
        (ZH, False),
    ]


def test_an_id_that_was_renamed_on_one_page_is_missed_on_both(site):
    change(site, EN, "#part", "#prat")
    assert [
        (finding.path, "#part" in finding.zh, "#prat" in finding.zh) for finding in planted.found(site, RULE)
    ] == [(EN, True, False), (ZH, False, True)]


def test_headings_in_another_order(site):
    change(site, ZH, "[100余种]", "## 又一节 { #more }\n\n[100余种]")
    change(site, EN, "## Part { #part }", "## More { #more }\n\n## Part { #part }")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == (EN, 9) and "次序不同" in finding.zh and "#more" in finding.zh


@pytest.mark.parametrize(
    "words, named",
    [
        ("![](photos/shop.jpg)", "1个照片，英文页有0个"),
        ("<!-- data: gaps -->", "gaps"),
        ("## 没有编号的一节", "## …"),
    ],
)
def test_a_photograph_a_marker_or_a_heading_without_an_id(site, words, named):
    change(site, ZH, "[100余种]", f"{words}\n\n[100余种]")
    (finding,) = planted.found(site, RULE)
    assert finding.path == EN and named in finding.zh


def test_a_marker_with_other_arguments_is_another(site):
    both(site, "<!-- data: timeline dated -->")
    change(site, EN, "timeline dated", "timeline undated")
    assert {finding.path for finding in planted.found(site, RULE)} == {ZH, EN}


def test_a_fact_of_the_page_that_only_one_page_cites(site):
    change(site, EN, "[More than 100 products](figures.md#products)", "More than 100 products")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == (EN, 9) and "products" in finding.zh and "第11行" in finding.zh


@pytest.mark.parametrize(
    "name, old, new",
    [
        (ZH, "。\n", "，[2025年2月6日](figures.md#source-publication-date)。\n"),  # a fact of another page
        (
            ZH,
            "1788万元](figures.md#total)",
            "1788万元](figures.md#total)，又是[1788万元](figures.md#total)",
        ),  # twice
        (EN, "Part {", "A longer title {"),
        (ZH, "# 列车", "# 列车 { #title }"),
        (ZH, "[100余种]", "<!-- ## 备忘 { #x } -->\n\n```\n## 代码\n```\n\n[100余种]"),
        (
            EN,
            "(商洛山珍)",
            "(商洛山珍) and [secondment](glossary.md#guazhi)",
        ),  # the other page does not use the word
    ],
)
def test_near_misses_are_left_alone(site, name, old, new):
    change(site, name, old, new)
    assert planted.found(site, RULE) == []


def test_the_english_page_may_link_terms_that_a_chinese_reader_knows(site):
    change(site, EN, "(商洛山珍)", "and [secondment](glossary.md#guazhi)")
    change(site, ZH, "合计", "去挂职，合计")
    assert planted.found(site, RULE) == []


def test_a_term_in_brackets_on_the_english_page(site):
    change(site, ZH, "合计", "去[挂职](glossary.md#guazhi)，合计")
    change(site, EN, "(商洛山珍)", "on secondment (挂职)")
    (finding,) = planted.found(site, RULE)
    assert finding.path == EN and "译法链到 glossary.md#guazhi" in finding.zh


@pytest.mark.parametrize(
    "words", ["“rules (挂职)”", "[rules (挂职)](about.md)", "\n\n## Rules (挂职) { #part }\n\n"]
)
def test_a_term_inside_a_quotation_a_link_or_a_heading_cannot_be_linked(site, words):
    change(site, ZH, "合计", "去[挂职](glossary.md#guazhi)，合计")
    change(site, EN, "\n\n## Part { #part }\n\n" if "#part" in words else "(商洛山珍)", words)
    assert planted.found(site, RULE) == []


def test_without_a_twin_another_rule_speaks(site):
    (site / EN).unlink()
    assert planted.found(site, RULE) == []


def test_the_measures_that_a_marker_draws_count_as_cited(site):
    small.put(site, "docs/data/measures.yml", small.FILES["docs/data/measures.yml"])
    both(site, "<!-- data: measures -->")
    change(site, EN, "[17.88 million yuan](figures.md#total)", "17.88 million yuan")
    assert planted.found(site, RULE) == []
