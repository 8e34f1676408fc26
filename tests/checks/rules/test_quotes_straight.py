"""Straight quotation marks."""

import pytest

import planted
from story.checks.rules import quotes_straight

RULE = quotes_straight.RULE.id


def test_both_marks_of_a_pair_are_found_at_their_places(site):
    planted.plant(site, '综述说这是"桥梁"。')
    findings = planted.found(site, RULE)
    assert planted.places(findings) == [(7, 6), (7, 9)]
    assert "“ ”" in findings[0].zh and "直引号" in findings[0].zh


def test_an_apostrophe_is_found_on_an_english_page(site):
    planted.plant(site, "Shaanxi's team", "en")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.column) == ("docs/train.en.md", 8)


@pytest.mark.parametrize(
    "lang, words, right",
    [
        ("zh", '这是"桥梁"，也是"纽带"。', "这是“桥梁”，也是“纽带”。"),
        ("zh", "说'好'，it's", "说‘好’，it’s"),
        ("zh", '"[好](a.md)"', "“[好](a.md)”"),
        ("zh", '说“好”，又说"坏"。', "说“好”，又说“坏”。"),
        ("zh", "＂好＂，“坏”", "“好”，“坏”"),
        ("en", "It’s 'yes'", "It’s ‘yes’"),
        ("en", 'He said "yes", and "no".', "He said “yes”, and “no”."),
        ("en", "the city's train", "the city’s train"),
        ("en", '("yes")', "(“yes”)"),
    ],
)
def test_what_is_certain_is_cured(lang, words, right):
    assert planted.fixed(quotes_straight, words, lang) == right


@pytest.mark.parametrize(
    "lang, words",
    [
        ("zh", '少一个"引号。'),
        ("zh", '屏幕5"和6"的'),
        ("en", "in the '90s"),
        ("en", "the cadres' year"),
        ("en", 'a 5" screen and a 6" one'),
        ("zh", '"好”和"坏"'),
        ("zh", '"好”和“坏"'),
        ("zh", '“好"好"'),
        ("zh", "好＂好"),
        ("zh", "说「好」"),
        ("zh", "“说『好』”"),
    ],
)
def test_what_is_uncertain_is_left_to_the_editor(site, lang, words):
    planted.plant(site, words, lang)
    assert planted.found(site, RULE)
    assert planted.fixed(quotes_straight, words, lang) == words


@pytest.mark.parametrize("words", ['他说“这是"桥"吗”。', '> 这是"桥"'])
def test_a_quotation_is_found_and_never_touched(site, words):
    planted.plant(site, words)
    assert len(planted.found(site, RULE)) == 2
    assert planted.fixed(quotes_straight, words) == words


@pytest.mark.parametrize(
    "words",
    [
        "“好”和‘好’",
        "`「好」`",
        '`a = "b"`',
        '<div class="grid">好</div>',
        '[好](about.md "题")',
        '!!! note "小心"\n    好',
        '![标志](assets/images/favicon.svg){ width="64" }',
        '```\n"好"\n```',
        "<!-- it's -->",
        "https://example.org/it's",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
    assert planted.fixed(quotes_straight, words) == words


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_cure_of_any_scribble_is_final(lang):
    for words in planted.scribbles("好a1\"'\"'“”‘’ ,。\n>(*", 400):
        planted.fixed(quotes_straight, words, lang)
