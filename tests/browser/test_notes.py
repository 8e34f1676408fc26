"""Citations and terms show their entry in place: by hover, by focus, by tap."""

import pytest

import crawl

CITE = ".story-article .story-cite[href$='#train-build-days']"
TERM = ".story-article .story-term"
BOX = ".story-popover:popover-open"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_hovering_shows_the_entry_and_leaving_hides_it(visit, lang):
    tab = visit(lang + "train/")
    tab.hover(CITE)
    tab.wait_for_selector(BOX)
    assert "50" in tab.inner_text(BOX) and "P09" in tab.inner_text(BOX)
    tab.mouse.move(5, 5)
    tab.wait_for_selector(BOX, state="detached")


def test_the_entry_stays_while_the_pointer_is_on_it(visit):
    tab = visit("train/")
    tab.hover(CITE)
    tab.wait_for_selector(BOX)
    tab.hover(BOX)
    tab.wait_for_timeout(400)
    assert tab.locator(BOX).count() == 1
    tab.click(BOX + " .story-popover__more")
    assert tab.url.endswith("/figures/#train-build-days")


def test_the_keyboard_shows_the_entry_and_escape_hides_it(visit):
    tab = visit("train/")
    tab.locator(CITE).first.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    tab.wait_for_selector(BOX)
    assert tab.evaluate("document.activeElement.getAttribute('aria-describedby')") == "note"
    tab.keyboard.press("Escape")
    assert tab.locator(BOX).count() == 0
    assert tab.evaluate("document.activeElement.matches('.story-cite')")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/figures/#train-build-days")


def test_the_first_tap_shows_the_entry_and_the_second_follows_the_link(visit):
    tab = visit("train/", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    here = tab.url
    tab.tap(CITE)
    tab.wait_for_selector(BOX)
    assert tab.url == here
    tab.tap(CITE)
    tab.wait_for_url("**/figures/#train-build-days")


def test_a_tap_beside_it_closes_the_entry(visit):
    tab = visit("en/train/", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab.tap(CITE)
    tab.wait_for_selector(BOX)
    tab.tap("h1")
    assert tab.locator(BOX).count() == 0


def test_a_term_shows_its_pinyin_and_explanation(visit):
    tab = visit("en/party-building/")
    tab.hover(TERM + "[href$='#guazhi']")
    tab.wait_for_selector(BOX)
    assert "guàzhí" in tab.inner_text(BOX) and "挂职" in tab.inner_text(BOX)


@pytest.mark.parametrize("path", ["train/", "en/measures/", "en/", "gallery/", "en/timeline/", "about/"])
def test_every_citation_of_a_page_has_its_entry(crawled, path):
    assert crawled(crawl.screens, path)["without_entry"] == []


def test_the_entry_never_leaves_a_narrow_window(visit):
    tab = visit("en/train/", fresh=True, viewport={"width": 800, "height": 500})
    tab.clock.install()
    for link in tab.locator(".story-article .story-cite").all()[:12]:
        link.scroll_into_view_if_needed()
        link.hover()
        tab.clock.run_for(1000)
        box = tab.locator(BOX).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 800
        tab.mouse.move(0, 0)
        tab.clock.run_for(1000)
        assert tab.locator(BOX).count() == 0


def test_paper_gets_the_list_of_entries(visit):
    tab = visit("train/")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(".story-cited li").first.is_visible()
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not tab.locator(".story-cited li").first.is_visible()


def test_without_a_script_a_citation_is_a_link(visit):
    tab = visit("train/", java_script_enabled=False)
    tab.click(CITE)
    assert tab.url.endswith("/figures/#train-build-days")
    assert tab.locator("#train-build-days").is_visible()
