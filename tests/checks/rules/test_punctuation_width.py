"""Half-width punctuation in Chinese words."""

import pytest

import planted
import small
from story.checks.rules import punctuation_width

RULE = punctuation_width.RULE.id


def test_a_comma_between_han_is_found_at_its_place_with_the_right_one(site):
    planted.plant(site, "二十名干部,一年。")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 7, 6)
    assert "“，”" in finding.zh and "“,”" in finding.zh and "“，”" in finding.en


@pytest.mark.parametrize(
    "words, right",
    [
        ("好,好", "好，好"),
        ("好, 好", "好，好"),
        ("真的?", "真的？"),
        ("好.", "好。"),
        ("时间:2024年", "时间：2024年"),
        ("有100,余下", "有100，余下"),
        ("商洛(陕西)的", "商洛（陕西）的"),
        ("央视(CCTV)报道", "央视（CCTV）报道"),
        ("[二十名](figures.md#x), 真的", "[二十名](figures.md#x)，真的"),
        ("**好**,好", "**好**，好"),
        ("等等...", "等等……"),
        ("好.22℃", "好。22℃"),
        ("好.[a](b.md)", "好。[a](b.md)"),
        ("- 好,好\n- 好;好", "- 好，好\n- 好；好"),
        ("好, **真的**", "好，**真的**"),
    ],
)
def test_what_is_certain_is_cured(words, right):
    assert planted.fixed(punctuation_width, words) == right


@pytest.mark.parametrize(
    "words",
    [
        "3.5万元，17,880,000元，8:30",
        "见数字.csv这个文件",
        "见 `a,b.c` 和 https://example.org/a,b",
        "Nanjing, Shangluo.",
        "[二十名](figures.md#x)（好）",
        "<!-- 好,好 -->",
        "```\n好,好\n```",
        "甲\n:   乙",
        "| 甲 | 乙 |\n|:---|---:|\n| 丙 | 丁 |",
        "![](photos/shop.jpg)",
        "# 题 { #id }",
        "    好,好",
        "1. 好",
        "好[^1]\n\n[^1]: 注。",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
    assert planted.fixed(punctuation_width, words) == words


@pytest.mark.parametrize("words", ["他说“好,好”。", "《好,好》", "> 好,好", '他说"好,好"。'])
def test_a_quotation_is_found_and_never_touched(site, words):
    planted.plant(site, words)
    (finding,) = planted.found(site, RULE)
    assert "引文" in finding.zh
    assert planted.fixed(punctuation_width, words) == words


def test_english_pages_keep_their_punctuation(site):
    planted.plant(site, "Nanjing (宁, 商), and so on.", "en")
    assert planted.found(site, RULE) == [] and planted.fixed(punctuation_width, "宁,商", "en") == "宁,商"


def test_the_texts_of_tables_are_looked_at(site):
    small.alter(site, "docs/data/timeline.yml", "text: {zh: 开业,", "text: {zh: '开,业',")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2)


def test_the_cure_of_any_scribble_is_final():
    for words in planted.scribbles("好年a1,.:;!?()（“”《》\n *[]`>、 "):
        planted.fixed(punctuation_width, words)
