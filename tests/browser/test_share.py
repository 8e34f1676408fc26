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
    return tab.locator(".story-share button").all_inner_texts()


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
    tab.get_by_role("button", name=share).tap()
    assert tab.evaluate("window.shared") == {"title": tab.title(), "url": SITE_URL + path}


def test_a_reader_who_thinks_better_of_it_meets_no_error(visit, address):
    tab = visit(address + "train/", "navigator.share = () => Promise.reject(new Error('no'))")
    tab.locator(".story-share button").last.click()
    tab.evaluate("new Promise(done => setTimeout(done))")
    assert tab.faults == []


@pytest.mark.parametrize("lang", PAGES)
def test_without_a_script_there_are_address_and_poster_but_no_buttons(visit, address, lang):
    path = PAGES[lang][0]
    tab = visit(address + path, java_script_enabled=False)
    assert tab.locator(".story-share button").count() == 0 and tab.locator(".story-share a").is_visible()
    assert f"{SITE_URL}{path}" in tab.locator(".story-foot__cite dd").inner_text()


def test_the_poster_is_not_loaded_until_it_is_asked_for(visit, address):
    tab = visit(address + "train/")
    tab.wait_for_load_state("networkidle")
    assert not any("posters" in url for url in tab.asked)
    tab.locator(".story-share a").click()
    assert "/assets/posters/train-zh." in tab.url and tab.evaluate("document.images[0].naturalHeight") > 1000


@pytest.mark.parametrize("path", ["train/", "en/train/"])
def test_headings_graphics_and_pictures_have_a_link_to_themselves(visit, address, path):
    tab = visit(path)
    for place in tab.locator(".story-article :is(h2[id], figure[id])").all():
        name = place.get_attribute("id")
        link = place.locator(f'.headerlink[href="#{name}"]')
        assert link.evaluate("e => getComputedStyle(e).opacity") == "0"
        link.focus()
        assert link.evaluate("e => getComputedStyle(e).opacity") == "1"
        if not place.evaluate("e => e.matches('.story-photo')"):  # the address of a picture opens it
            link.press("Enter")
            assert tab.url == f"{address}{path}#{name}"


def test_a_finger_that_cannot_hover_sees_the_links_too(visit):
    tab = visit("train/", has_touch=True, is_mobile=True, viewport=PHONE)
    assert set(
        tab.locator(".headerlink").evaluate_all("all => all.map(e => getComputedStyle(e).opacity)")
    ) == {"1"}
