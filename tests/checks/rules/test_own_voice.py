"""Words of caution or blame are pointed at, and stop nothing."""

import pytest

from planted import found, plant


@pytest.mark.parametrize(
    "lang, words",
    [
        ("zh", "据2025年2月见报的一篇综述，店开了门。"),
        ("zh", "地址没有交代。"),
        ("zh", "文中没有写地址。"),
        ("zh", "综述点了两个名。"),
        ("en", "The article does not say where."),
        ("en", "The results are self-reported."),
        ("en", "According to a newspaper review, it opened."),
    ],
)
def test_words_of_caution_are_a_warning(site, lang, words):
    plant(site, words, lang)
    [finding] = found(site, "own-voice")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "lang, words",
    [
        ("zh", "他说：“地址没有交代。”"),
        ("zh", "店里没有人。"),
        ("zh", "有一点名气。"),
        ("en", "The article says so."),
        ("en", "“The article does not say”, he read."),
    ],
)
def test_a_good_sentence_is_left_alone(site, lang, words):
    plant(site, words, lang)
    assert found(site, "own-voice") == []
