"""Paragraphs broken over lines."""

import pytest

import planted
from story.checks.rules import hard_wrap

RULE = hard_wrap.RULE.id


def test_a_broken_paragraph_is_found_where_it_goes_on(site):
    planted.plant(site, "二十名干部，一年，\n两座城。")
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (8, 1)
    assert "干部，一年，" in finding.zh and "“两座城。”" in finding.zh


@pytest.mark.parametrize(
    "words, right",
    [
        ("甲，\n乙\n丙。", "甲，乙丙。"),
        ("- 甲\n  乙\n- 丙", "- 甲乙\n- 丙"),
        ("[甲](a.md)\n**乙**", "[甲](a.md)**乙**"),
        ("甲 \n乙", "甲乙"),
        ("甲,\n乙", "甲,乙"),
        ("甲;\n乙", "甲;乙"),
        ("[^1]: 甲\n    乙", "[^1]: 甲乙"),
    ],
)
def test_lines_are_joined(words, right):
    assert planted.fixed(hard_wrap, words) == right


@pytest.mark.parametrize(
    "words",
    [
        "甲\n\n乙",
        "甲  \n乙",
        "甲\\\n乙",
        "甲 A\nB 乙",
        "- 甲\n- 乙",
        "甲\n:   乙",
        "甲\n乙\n:   丙",
        "> 甲\n> 乙",
        "## 甲\n乙",
        "| 甲 |\n|---|\n| 乙 |",
        "```\n甲\n乙\n```",
        "甲\n<!-- 话 -->\n\n乙",
        "!!! note\n    甲",
        "<div>\n甲\n</div>",
        "    甲\n    乙",
        "*[GDP]: 甲\n*[GNP]: 乙",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
    assert planted.fixed(hard_wrap, words) == words


def test_an_english_paragraph_may_be_wrapped(site):
    planted.plant(site, "Twenty cadres 甲\n乙 two cities", "en")
    assert planted.found(site, RULE) == []


def test_the_cure_of_any_scribble_is_final():
    for words in planted.scribbles("好，a \n\n- >:|#*`"):
        planted.fixed(hard_wrap, words)
