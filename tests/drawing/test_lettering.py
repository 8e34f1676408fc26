from pathlib import Path

import pytest
from PIL import Image

from small import ROOT
from story.drawing.lettering import FONT, SMALLEST, MissingGlyphs, draw_text, fit, missing, text_width, wrap
from story.pages.page import title

PAGES = sorted((ROOT / "docs").glob("*.md"))


def blank() -> Image.Image:
    return Image.new("RGB", (1200, 300), "#fff")


def test_a_missing_character_is_named_instead_of_drawn_as_a_box():
    with pytest.raises(MissingGlyphs, match=r"𠮷（U\+20BB7）") as raised:
        draw_text(blank(), (0, 100), "商洛𠮷", 60, "#000")
    assert raised.value.characters == ["𠮷"]


def test_missing_names_each_character_once_and_no_space():
    assert missing("𠮷 从\u3000商𠮷𡈽") == ["𠮷", "𡈽"]


def test_the_face_has_what_both_languages_are_written_with():
    assert missing("Aé0“”‘’–—…·℃，。、：；？！（）《》+½") == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_title_can_be_set(page: Path):
    words = title(page.read_text(encoding="utf-8"))
    size, rows = fit(words, 1000, 3, 94)
    assert missing(words) == [] and size > SMALLEST
    assert "".join(rows).replace(" ", "") == words.replace(" ", "")


def test_the_captions_can_be_set():
    assert missing((ROOT / "docs/data/photos.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    ["二十条，落到每一周。", "他说“好”，又说：《商洛日报》（二月）！", "一家店、三条销路；还有22℃的夏天"],
)
@pytest.mark.parametrize("width", range(130, 700, 30))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text, width):
    rows = wrap(text, 60, width, 30) or []
    assert not [row for row in rows if row[0] in "，。、：；！”》）℃" or row[-1] in "“《（"]


def test_a_western_line_breaks_between_phrases():
    assert wrap("Danfeng’s pact on medicinal cuisine", 60, 700, 2) == [
        "Danfeng’s pact",
        "on medicinal cuisine",
    ]


def test_a_line_ends_with_the_comma_when_it_can():
    assert wrap("二十条，落到每一周", 60, 400, 2) == ["二十条，", "落到每一周"]


def test_what_does_not_fit_is_set_smaller():
    words = "Twenty measures, down to the week"
    assert wrap(words, 90, 300, 2) is None
    size, rows = fit(words, 300, 2, 90)
    assert size < 90 and max(text_width(row, size) for row in rows) <= 300


def test_western_quotation_marks_are_narrow_in_western_text_only():
    assert text_width("’s", 100) < 80 < text_width("’商", 100) - 100 + 81


def test_the_face_is_small_enough_to_travel_with_the_site():
    assert FONT.stat().st_size < 2_500_000
