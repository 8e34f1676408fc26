"""The certain cure of a marker: colon, spaces, indentation. What is wrong otherwise is left to the editor."""

from pathlib import Path

import pytest

import planted
import small
from story import checks
from story.checks.rules import marker_unknown
from story.pages.page import Page

TABLES = checks.inspect(small.ROOT)[0]


def fixed(text: str) -> str:
    return marker_unknown.fix(Page(Path("docs/train.md"), text), TABLES)


@pytest.mark.parametrize(
    "typed",
    ["<!-- data：timeline  dated -->", "<!--data: timeline dated-->", "  <!-- data: timeline dated -->  "],
)
def test_a_marker_that_is_only_out_of_shape_is_cured(typed):
    assert fixed(f"前\n\n{typed}\n\n后\n") == "前\n\n<!-- data: timeline dated -->\n\n后\n"


@pytest.mark.parametrize(
    "typed",
    [
        "<!-- data: figure -->",
        "<!-- data：timeline datd -->",
        "见 <!-- data：figures -->",
        "<!-- data: -->",
        "<!-- data: figures -->",
        "<!-- 说明 -->",
    ],
)
def test_whatever_is_not_certain_is_left_alone(typed):
    assert fixed(f"{typed}\n") == f"{typed}\n"


@pytest.mark.parametrize(
    "words, said",
    [
        ("＜!-- data: figures -->", "“＜!--”"),
        ("<！-- data: figures -->", "“<！--”"),
        ("‹!-- 备忘 -->", "“‹!--”"),
        ("《！—— 备忘 ——》", "“《！——”"),
        ("< !-- 备忘 -->", "“< !--”"),
        ("<!-- 备忘 --＞", "没有收尾"),
        ("好\n\n<!-- data: figures --›", "没有收尾"),
    ],
)
def test_a_comment_with_marks_of_another_width_is_found(site, words, said):
    planted.plant(site, words)
    (finding,) = planted.found(site, marker_unknown.RULE.id)
    assert said in finding.zh and "半角" in finding.zh


@pytest.mark.parametrize(
    "words", ["<!-- 备忘 -->", "`<！--`", "```\n‹!-- 好\n```", "《好！》", "快！——真的", "<!--\n备忘\n-->"]
)
def test_marks_that_are_right_or_no_comment_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, marker_unknown.RULE.id) == []
