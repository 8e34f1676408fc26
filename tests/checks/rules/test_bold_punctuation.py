"""Asterisks that other viewers show."""

import pytest

import planted
from story.checks.rules import bold_punctuation

RULE = bold_punctuation.RULE.id


def test_a_colon_inside_of_bold_before_a_letter_is_found_with_the_cure(site):
    planted.plant(site, "好。**注意：**这里")
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (7, 3)
    assert "**注意**：" in finding.zh and "**注意**：" in finding.en


@pytest.mark.parametrize(
    "words, right",
    [
        ("**注意：**这里", "**注意**：这里"),
        ("*好，*好", "*好*，好"),
        ("**真的？！**好", "**真的**？！好"),
        ("**a:** b **好。**c", "**a:** b **好**。c"),
    ],
)
def test_closing_punctuation_is_moved_out(words, right):
    assert planted.fixed(bold_punctuation, words) == right


@pytest.mark.parametrize("words", ["是**“好”**字", "**“好”**字", "说**（好）好**", "**[好](about.md)**字"])
def test_other_cases_are_found_and_left_to_the_editor(site, words):
    planted.plant(site, words)
    (finding,) = planted.found(site, RULE)
    assert "移到星号外面" in finding.zh and planted.fixed(bold_punctuation, words) == words


@pytest.mark.parametrize(
    "words",
    [
        "- **万元**：一万元",
        "**注意：** 这里",
        "**注意：**",
        "**注意：**\n这里",
        "，**“好”**。",
        "`**注意：**这里`",
        "3*4和5*6",
        "***又重又粗***，好",
        "<!-- **注意：**这里 -->",
        "*[GDP]: 国内",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
    assert planted.fixed(bold_punctuation, words) == words


def test_a_quotation_is_never_touched():
    assert planted.fixed(bold_punctuation, "> **注意：**这里") == "> **注意：**这里"


def test_the_cure_of_any_scribble_is_final():
    for words in planted.scribbles("好a：，。“” **\n`"):
        planted.fixed(bold_punctuation, words)
