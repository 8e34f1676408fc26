"""Lines break between phrases, in pictures and on pages."""

import pytest

import small
from story.language.breaks import phrased, phrases, united
from story.pages.chapters import page_titles


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("二十条，落到每一周", ["二十条，", "落到每一周"]),
        ("遇见秦岭商洛山珍 让您享受美味与诗意", ["遇见秦岭商洛山珍 ", "让您享受美味与诗意"]),
        ("22℃商洛·中国康养之都——在商洛看见美丽中国", ["22℃商洛·", "中国康养之都——", "在商洛看见美丽中国"]),
        ("他说“好。”就走了", ["他说“好。”就走了"]),
        ("One store, three ways to sell", ["One store, ", "three ways ", "to sell"]),
        ("Twenty measures, down to the week", ["Twenty measures, ", "down to the week"]),
        ("Danfeng’s hopes for medicinal cuisine", ["Danfeng’s hopes ", "for medicinal cuisine"]),
    ],
)
def test_a_text_is_divided_where_a_typesetter_would(text, wanted):
    assert phrases(text) == wanted


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_phrases_of_a_title_are_the_title(lang):
    for title in page_titles(small.ROOT, lang).values():
        assert "".join(phrases(title)) == title


def test_a_page_boxes_english_phrases_and_leaves_chinese_to_the_style_sheet():
    box = '<span class="story-phrase">{}</span>'
    assert (
        phrased("Four days back in Shangluo") == f"{box.format('Four days back')} {box.format('in Shangluo')}"
    )
    assert phrased("二十条，落到每一周") == "二十条，落到每一周"
    assert phrased("A & B") == "A &amp; B"


def test_a_number_stays_with_what_it_counts():
    assert united("17.88 million yuan on 21 June 2024") == "17.88\u00a0million yuan on 21\u00a0June 2024"
