"""Signs that look like characters."""

import pytest

import planted
from story.checks.rules import radical_lookalike

RULE = radical_lookalike.RULE.id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_look_alike_is_found_at_its_place_with_both_codes(site, lang):
    planted.plant(site, "一列⻋", lang)
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (7, 3)
    assert "U+2ECB" in finding.zh and "“车”（U+8F66）" in finding.zh and "U+8F66" in finding.en


@pytest.mark.parametrize(
    "words, right",
    [("⼆⼗", "二十"), ("⻓⻔⻰", "长门龙"), ("更樂", "更樂"), ("[⼈](figures.md#x)", "[人](figures.md#x)")],
)
def test_the_usual_character_is_put_in(words, right):
    assert planted.fixed(radical_lookalike, words) == right


def test_a_sign_without_a_usual_character_is_found_and_left(site):
    planted.plant(site, "偏旁⺡")
    (finding,) = planted.found(site, RULE)
    assert "平常打字" in finding.zh and planted.fixed(radical_lookalike, "偏旁⺡") == "偏旁⺡"


def test_every_mapping_is_to_an_ordinary_character():
    for letter in map(chr, range(0x2E80, 0x2FD6)):
        if usual := radical_lookalike.usual(letter):
            assert len(usual) == 1 and "\u4e00" <= usual <= "\u9fff", letter


@pytest.mark.parametrize("words", ["“⼈”", "《⼈》", "> ⼈"])
def test_a_quotation_is_found_and_never_touched(site, words):
    planted.plant(site, words)
    assert len(planted.found(site, RULE)) == 1
    assert planted.fixed(radical_lookalike, words) == words


@pytest.mark.parametrize("words", ["一列车，二十个人，〇", "`⼈`", "<!-- ⼈ -->", "①Ａ１㎡"])
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []


@pytest.mark.parametrize(
    "words, said, left",
    [
        ("二十\u200b名干部", "零宽空格（U+200B）", "二十名干部"),
        ("二十\ufeff名“干\u2060部”", "U+FEFF", "二十名“干部”"),
        ("二十\u00a0名", "不换行空格（U+00A0）", "二十\u00a0名"),
    ],
)
def test_spaces_that_cannot_be_seen_are_found_in_chinese(site, words, said, left):
    planted.plant(site, words)
    assert said in planted.found(site, RULE)[0].zh
    assert planted.fixed(radical_lookalike, words) == left


def test_spaces_that_cannot_be_seen_stay_in_code_and_in_english(site):
    planted.plant(site, "`二\u200b十`")
    planted.plant(site, "21\u00a0June", "en")
    assert planted.found(site, RULE) == []
