"""The line in a real browser: on the home page, under the header, at the foot."""

import pytest

import crawl
from screens import PHONE

CHAPTERS = ("party-building", "measures", "train", "store", "investment", "exchange")
LANGS = ("", "en/")


@pytest.fixture
def tab(visit):
    return visit("about:blank", viewport=PHONE)


@pytest.mark.parametrize("lang", LANGS)
def test_the_home_page_leads_to_six_stops_in_order(tab, address, lang):
    tab.goto(address + lang)
    links = tab.locator(".story-line ol > li > a")
    assert links.evaluate_all("all => all.map(each => each.href)") == [
        f"{address}{lang}{chapter}/" for chapter in CHAPTERS
    ]
    assert all(
        any(sign.isdigit() for sign in words)
        for words in tab.locator(".story-line__figure b").all_inner_texts()
    )


def test_the_line_runs_down_a_phone_and_across_a_desk(tab, address):
    tab.goto(address)
    boxes = [each.bounding_box() for each in tab.locator(".story-line li").all()]
    assert len({round(box["x"]) for box in boxes}) == 1
    tab.set_viewport_size({"width": 1280, "height": 900})
    boxes = [each.bounding_box() for each in tab.locator(".story-line li").all()]
    assert len({round(box["y"]) for box in boxes}) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number, chapter", list(enumerate(CHAPTERS, 1)))
def test_a_chapter_says_which_stop_it_is(crawled, address, lang, number, chapter):
    found = crawled(crawl.screens, f"{lang}{chapter}/")
    assert found["stop"] == [{"": f"第{number}站，共6站", "en/": f"Stop {number} of 6"}[lang]]
    assert found["current_stops"] == [f"{address}{lang}{chapter}/"]


@pytest.mark.parametrize("chapter, following", list(zip(CHAPTERS, CHAPTERS[1:])))
def test_the_foot_of_a_chapter_is_the_next_stop(crawled, address, chapter, following):
    found = crawled(crawl.screens, f"{chapter}/")
    assert found["next_stop"] == [[f"{address}{following}/", 1]]


@pytest.mark.parametrize("lang", LANGS)
def test_the_foot_of_a_chapter_shows_the_next_plate_late_and_small(tab, address, lang):
    tab.goto(f"{address}{lang}train/")
    plate = tab.locator(".story-platform__next img")
    assert plate.get_attribute("loading") == "lazy" and plate.get_attribute("alt") == ""
    plate.scroll_into_view_if_needed()
    plate.evaluate("e => e.decode()")
    assert "/store-" in plate.evaluate("e => e.currentSrc")


@pytest.mark.parametrize("lang", LANGS)
def test_the_last_stop_ends_at_the_terminus_with_what_is_left_and_the_ways_on(tab, address, lang):
    tab.goto(f"{address}{lang}exchange/")
    assert tab.locator("#terminus ~ dl dt .story-cite").count() == 4
    ways = tab.locator(".story-platform__ways a").evaluate_all("all => all.map(each => each.href)")
    assert ways == [
        f"{address}{lang}{page}/" for page in ("gallery", "timeline", "figures", "glossary", "about")
    ]
    assert tab.locator(".story-platform__next").count() == 0


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("lang", LANGS)
def test_the_strip_of_a_phone_names_the_stop_before_this_one_and_the_next(tab, address, lang, width):
    """Or the terminus, where there is none. Six names would break inside their words."""
    tab.set_viewport_size({"width": width, "height": 700})
    ends = {"": ("商洛", "南京"), "en/": ("Shangluo", "Nanjing")}[lang]
    for number, chapter in enumerate(CHAPTERS, 1):
        tab.goto(f"{address}{lang}{chapter}/")
        names = [each for each in tab.locator(".story-strip :is(a, span)").all() if each.is_visible()]
        assert len(names) == 3
        assert (names[0].inner_text() == ends[0]) is (number == 1)
        assert (names[-1].inner_text() == ends[1]) is (number == 6)
        boxes = [each.bounding_box() for each in names]
        assert all(each.evaluate("e => e.scrollWidth <= e.clientWidth") for each in names)
        assert all(one["x"] + one["width"] <= two["x"] + 1 for one, two in zip(boxes, boxes[1:]))


@pytest.mark.parametrize("lang", LANGS)
def test_both_ends_of_the_line_are_named_and_lead_nowhere(tab, address, lang):
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(f"{address}{lang}train/")
    ends = tab.locator(".story-strip > span")
    assert ends.all_inner_texts() == list({"": ("商洛", "南京"), "en/": ("Shangluo", "Nanjing")}[lang])
    assert ends.locator("xpath=ancestor-or-self::a").count() == 0


def test_a_page_off_the_line_marks_no_stop_as_current(tab, address):
    tab.goto(address + "glossary/")
    assert tab.locator(".story-strip a").count() == 6
    assert tab.locator(".story-strip [aria-current], .story-here").count() == 0


def test_the_line_is_there_without_a_script_and_on_paper(visit):
    tab = visit(java_script_enabled=False, media="print")
    assert tab.locator(".story-line a").count() == 6 and tab.locator(".story-line a").first.is_visible()


@pytest.mark.parametrize("path, bundled", [("train/", True), ("en/train/", False)])
def test_titles_are_set_in_the_bundled_face_in_chinese_only(crawled, path, bundled):
    assert any("/assets/fonts/" in url for url in crawled(crawl.arrival, path)["asked"]) is bundled
