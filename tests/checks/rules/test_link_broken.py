"""Links that lead nowhere."""

import pytest

import planted
import small
from story.checks.rules import link_broken

RULE = link_broken.RULE.id


@pytest.mark.parametrize(
    "target, hint",
    [
        ("trian.md", "是不是想写 train.md？"),
        ("train", "train.md"),
        ("train/", "train.md"),
        ("train.html", "train.md"),
        ("train.en.md", "不带 .en"),
        ("../docs/train.md", "train.md"),
        ("Train.md", "train.md"),
        ("figure.csv", "figures.csv"),
        ("assets/images/favcon.svg", "assets/images/favicon.svg"),
        ("nowhere-at-all.md", "站里的页面有：about.md、"),
        ("train.md＃part", "train.md"),
    ],
)
def test_a_page_that_is_not_there(site, target, hint):
    planted.plant(site, f"见[那页]({target})。", "en" if target == "Train.md" else "zh")
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (7, 2)
    assert target in finding.zh and hint in finding.zh and target in finding.en


@pytest.mark.parametrize(
    "target, hint",
    [
        ("about.md#P01", "是不是想写 about.md#p01？"),
        ("about.md#articel", "about.md 里没有"),
        ("train.md#sectoin", "那里有的位置"),
        ("#titel", "是不是想写 #title？"),
        ("index.md#小节", "title"),
    ],
)
def test_a_place_that_is_not_there(site, target, hint):
    planted.plant(site, f"见[那里]({target})。")
    (finding,) = planted.found(site, RULE)
    assert finding.column == 2 and hint in finding.zh and target.partition("#")[2] in finding.en


@pytest.mark.parametrize(
    "target, hint",
    [
        ("www.gov.cn", "https://www.gov.cn"),
        ("people.com.cn/a", "https://people.com.cn/a"),
        ("https//example.org", "https://example.org"),
        ("http:example.org", "https://example.org"),
        ("htttps://example.org/a", "https://example.org/a"),
        ("https：//example.org", "https://example.org"),
        ("//example.org/a", "https://example.org/a"),
    ],
)
def test_an_address_outside_that_would_be_looked_for_inside(site, target, hint):
    planted.plant(site, f"[外面]({target})")
    (finding,) = planted.found(site, RULE)
    assert f"是不是想写 {hint}？" in finding.zh and f"Did you mean {hint}?" in finding.en


@pytest.mark.parametrize(
    "words, hint",
    [
        ("[页](/train/)", "以斜杠开头"),
        ("[页](/train.md)", "是不是想写 train.md"),
        ("[图](photos/a.jpg)", "不上网"),
        ("[表](data/facts.yml)", "不上网"),
        ("[页]()", "是空的"),
        (r"[文件](\\\\server\a.md)", "自己电脑"),
        ("[页]（train.md）", "半角"),
        ("[外]（https://example.org)", "半角"),
        ("[页][a]\n\n[a]: trian.md", "train.md"),
        ('<a href="trian.md">页</a>', "train.md"),
        ("![](assets/no.svg)", "站里没有"),
    ],
)
def test_other_ways_to_go_wrong(site, words, hint):
    planted.plant(site, words)
    assert [hint in finding.zh for finding in planted.found(site, RULE)] == [True]


@pytest.mark.parametrize(
    "words, right",
    [
        ("见[另一处] (figures.md#total)。", "见[另一处](figures.md#total)。"),
        ("[页]　(train.md)", "[页](train.md)"),
        ("[外]  (https://example.org/a)", "[外](https://example.org/a)"),
        ("![图] (about.md)", "![图](about.md)"),
    ],
)
def test_a_space_before_the_address_is_found_and_cured(site, words, right):
    planted.plant(site, words)
    (finding,) = planted.found(site, RULE)
    assert "之间不能有空格" in finding.zh and right.lstrip("见!").rstrip("。") in finding.zh
    assert planted.fixed(link_broken, words) == right


@pytest.mark.parametrize(
    "words",
    [
        "好[^1] (train.md)\n\n[^1]: 注",
        "`[x] (train.md)`",
        "[页](train.md) (about.md)",
        "[页][a] (about.md)\n\n[a]: train.md",
        "[方括号] (见 train.md)",
    ],
)
def test_brackets_that_are_no_address_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
    assert planted.fixed(link_broken, words) == words


def test_each_language_has_its_own_headings(site):
    planted.plant(site, "## 小节\n\n[那里](train.md#小节)")
    planted.plant(site, "[there](train.md#小节)", "en")
    (finding,) = planted.found(site, RULE)
    assert finding.path == "docs/train.en.md" and "docs/train.en.md" in finding.zh


def test_the_texts_of_tables_are_looked_at(site):
    small.alter(site, "docs/data/timeline.yml", "text: {zh: 开业,", "text: {zh: '[开业](trian.md)',")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2)


@pytest.mark.parametrize(
    "words",
    [
        "[页](train.md)",
        "[页](train.md#title)",
        "[页](index.md)",
        "[表](figures.csv)",
        "[这里](#title)",
        "## 小节 { #part }\n\n[那里](#part)",
        "[段](about.md#p01)",
        "[页](about.md?x=1)",
        "[外](https://example.org/a#b)",
        "[信](mailto:a@example.org)",
        "`[x](nowhere.md)`",
        "<!-- [x](nowhere.md) -->",
        "![](photos/none.jpg)",
        "[图](assets/images/favicon.svg)",
        "[100余种](figures.md#nothing)",
        "[词](glossary.md#nothing)",
        "好[^1]\n\n[^1]: 注",
        "一句（train.md）话",
        "[Part](train.md#小节)\n\n## 小节",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
