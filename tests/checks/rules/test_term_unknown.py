"""Links to terms."""

import pytest

import planted
import small
from story.checks.rules import term_unknown

RULE = term_unknown.RULE.id


@pytest.mark.parametrize(
    "words, hint",
    [
        ("[挂了](glossary.md#gua-zhi)", "是不是想写 guazhi？"),
        ("[挂职](glossary.md#zzz)", "guazhi（docs/data/glossary.yml:3）"),
        ("[secondment](glossary.md#zzz)", "guazhi（"),
        ("[别的](glossary.md#zzz)", "先添上这一条"),
        ("[挂职](glossary.md#Guazhi)", "guazhi"),
    ],
)
def test_an_unknown_term_is_found_at_its_place(site, words, hint):
    planted.plant(site, f"去{words}。")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 7, 2) and hint in finding.zh


def test_the_texts_of_tables_are_looked_at(site):
    small.alter(
        site, "docs/data/timeline.yml", "text: {zh: 开业,", "text: {zh: '[开业](glossary.md#gauzhi)',"
    )
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2) and "guazhi" in finding.zh


@pytest.mark.parametrize(
    "words",
    [
        "[挂职](glossary.md#guazhi)",
        "[词语](glossary.md)",
        "[题](glossary.md#title)",
        "[类](glossary.md#theme-people)",
        "`[x](glossary.md#y)`",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
