"""The foot's buttons: the permanent address, copied or handed on; nothing of them without a script."""

import pytest

from screens import PHONE

SITE_URL = "https://shangluo-nanjing.example.org/"
PAGES = {
    "zh": ("train/", "复制链接", "已复制", "分享"),
    "en": ("en/train/", "Copy the link", "Copied", "Share"),
}
SHARING = "navigator.share = data => { window.shared = data; return Promise.resolve(); }"
NO_SHARING = "delete Navigator.prototype.share"


@pytest.fixture
def visit(visit):
    """Opens a page on a device that may keep a clipboard, and by default has nothing to share with."""

    def go(address, script=NO_SHARING, **options):
        return visit(address, script, permissions=["clipboard-read", "clipboard-write"], **options)

    return go


def buttons(tab):
    tab.click("[popovertarget=foot-share]")
    return tab.locator(".story-share p button").all_inner_texts()


@pytest.mark.parametrize("lang", PAGES)
def test_the_link_is_copied_by_keyboard_and_said_to_be(visit, address, lang):
    path, copy, copied, _ = PAGES[lang]
    tab = visit(address + path + "#line")
    assert buttons(tab) == [copy], "no button for what the device cannot do"
    tab.get_by_role("button", name=copy).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.querySelector('.story-share output').textContent")
    assert tab.get_by_role("status").inner_text() == copied
    assert tab.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}{path}#line"


@pytest.mark.parametrize("lang", PAGES)
def test_a_device_that_shares_gets_title_and_address(visit, address, lang):
    path, copy, _, share = PAGES[lang]
    tab = visit(address + path, SHARING, has_touch=True)
    assert buttons(tab) == [copy, share]
    tab.locator(".story-share").get_by_role("button", name=share).tap()
    assert tab.evaluate("window.shared") == {"title": tab.title(), "url": SITE_URL + path}


def test_where_nothing_may_be_copied_the_address_is_there_to_be_taken(visit, address):
    """The button did nothing and said nothing."""
    tab = visit(address + "train/", "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    buttons(tab)
    tab.locator(".story-share p button").first.click()
    tab.wait_for_function("document.querySelector('.story-share output').textContent")
    assert tab.locator(".story-share output").inner_text() == f"{SITE_URL}train/" and tab.faults == []


def test_a_reader_who_thinks_better_of_it_meets_no_error(visit, address):
    tab = visit(address + "train/", "navigator.share = () => Promise.reject(new Error('no'))")
    buttons(tab)
    tab.locator(".story-share p button").last.click()
    tab.evaluate("new Promise(done => setTimeout(done))")
    assert tab.faults == []


@pytest.mark.parametrize("lang", PAGES)
def test_without_a_script_there_are_address_and_poster_but_no_buttons(visit, address, lang):
    path = PAGES[lang][0]
    tab = visit(address + path, java_script_enabled=False)
    assert buttons(tab) == [] and tab.locator(".story-share a").is_visible()
    tab.keyboard.press("Escape")
    tab.click("[popovertarget=foot-citation]")
    assert f"{SITE_URL}{path}" in tab.locator(".story-citation").inner_text()


def test_the_poster_is_not_loaded_until_it_is_asked_for(visit, address):
    tab = visit(address + "train/")
    tab.wait_for_load_state("networkidle")
    assert not any("posters" in url for url in tab.asked)
    buttons(tab)
    tab.locator(".story-share a").click()
    assert "/assets/posters/train-zh." in tab.url and tab.evaluate("document.images[0].naturalHeight") > 1000


SEEN = (
    "e => { const s = getComputedStyle(e, e.matches('.headerlink') ? null : '::after'); return +s.opacity; }"
)
"""How much is seen of the sign of a link to a place: it stands behind a heading's words, or by itself."""


@pytest.mark.parametrize("path", ["train/", "en/train/"])
def test_headings_graphics_and_pictures_have_a_link_to_themselves(visit, address, path):
    tab = visit(path)
    for place in tab.locator(".story-article :is(h2[id], figure[id])").all():
        name = place.get_attribute("id")
        link = place.locator(f'a[href="#{name}"]')
        assert link.evaluate(SEEN) == 0
        link.focus()
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Tab")
        assert link.evaluate(SEEN) == 1
        if not place.evaluate("e => e.matches('.story-photo')"):  # the address of a picture opens it
            link.press("Enter")
            assert tab.url == f"{address}{path}#{name}"


@pytest.mark.parametrize("path", ["train/", "en/train/"])
def test_a_heading_is_read_out_without_the_way_to_it_and_a_figures_link_says_which(visit, path):
    tab = visit(path)
    for heading in tab.locator("h1, h2").all():
        assert "#" not in heading.inner_text()
        tab.get_by_role("heading", name=heading.inner_text(), exact=True).wait_for()
    name = "e => e.ariaLabel || document.getElementById(e.getAttribute('aria-labelledby')).innerText"
    names = [link.evaluate(name) for link in tab.locator(".headerlink").all()]
    assert len(set(names)) == len(names) > 2


def test_on_a_screen_that_cannot_hover_no_sign_stands_behind_headings_and_captions(visit):
    """9 to 25 of them stood on a page."""
    tab = visit("train/", has_touch=True, is_mobile=True, viewport=PHONE)
    links = tab.locator(".story-article :is(h2 > a, .headerlink)")
    assert links.count() > 5 and set(links.evaluate_all(f"all => all.map({SEEN})")) == {0}


def test_the_sign_takes_no_room(visit):
    """A caption's last line broke before a mark that nobody saw."""
    tab = visit("train/")
    tall = "() => [...document.querySelectorAll('figcaption, h2')].map(e => e.getBoundingClientRect().height)"
    before = tab.evaluate(tall)
    tab.locator(".headerlink").evaluate_all("all => all.forEach(e => e.remove())")
    assert tab.evaluate(tall) == before
