"""The line in a real browser: on the home page, under the header, at the foot."""

import pytest

CHAPTERS = ("party-building", "measures", "train", "store", "investment", "exchange")
LANGS = ("", "en/")


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


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
def test_a_chapter_says_which_stop_it_is(tab, address, lang, number, chapter):
    tab.goto(f"{address}{lang}{chapter}/")
    here = {"": f"第{number}站，共6站", "en/": f"Stop {number} of 6"}[lang]
    assert tab.locator(".story-strip__here").inner_text() == here
    assert tab.locator(".story-strip [aria-current=page]").evaluate_all(
        "all => all.map(each => each.href)"
    ) == [tab.url]


@pytest.mark.parametrize("chapter, following", list(zip(CHAPTERS, [*CHAPTERS[1:], "gallery"])))
def test_the_foot_of_a_chapter_is_the_next_stop(tab, address, chapter, following):
    tab.goto(f"{address}{chapter}/")
    following_link = tab.locator(".story-platform__next")
    assert following_link.evaluate("each => each.href") == f"{address}{following}/"
    assert following_link.locator("b").count() == (following in CHAPTERS)


def test_a_page_off_the_line_marks_no_stop_as_current(tab, address):
    tab.goto(address + "glossary/")
    assert tab.locator(".story-strip a").count() == 6
    assert tab.locator(".story-strip [aria-current], .story-strip__here").count() == 0


def test_the_line_is_there_without_a_script_and_on_paper(browser, address):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    tab.emulate_media(media="print")
    assert tab.locator(".story-line a").count() == 6 and tab.locator(".story-line a").first.is_visible()
    context.close()


@pytest.mark.parametrize("name", ["商", "A"])
def test_titles_are_set_in_the_bundled_face_in_chinese_only(browser, address, name):
    context = browser.new_context()
    tab, asked = context.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + ("train/" if name == "商" else "en/train/"), wait_until="networkidle")
    assert any("/assets/fonts/" in url for url in asked) is (name == "商")
    context.close()
