"""Pinyin as a dictionary orders it."""

import pytest

import small
from story.language.pinyin import alphabetical, plain
from story.tables.tables import load


@pytest.mark.parametrize(
    "pinyin, expected",
    [
        ("Qínlǐng", "qinling"),
        ("Sū–Shǎn xiézuò", "sushanxiezuo"),
        ("èrshí'èr dù", "ershierdu"),
        ("nǚ", "nu"),
        ("S liù hào xiàn", "sliuhaoxian"),
    ],
)
def test_tones_spaces_and_signs_do_not_count(pinyin, expected):
    assert plain(pinyin) == expected


def test_terms_follow_their_letters_not_their_tones():
    terms = [
        {"id": name, "pinyin": pinyin}
        for name, pinyin in (
            ("zhi", "zhī"),
            ("hao", "hǎo"),
            ("er", "èr"),
            ("shan", "shān"),
            ("shang", "Shāng"),
            ("ha", "hā"),
        )
    ]
    assert alphabetical(terms) == {"E": ["er"], "H": ["ha", "hao"], "S": ["shan", "shang"], "Z": ["zhi"]}


def test_no_term_of_the_glossary_is_lost_and_every_letter_is_one():
    terms = load(small.ROOT).terms
    groups = alphabetical(list(terms.values()))
    assert sorted(sum(groups.values(), [])) == sorted(terms)
    assert all(letter.isascii() and letter.isupper() for letter in groups)
