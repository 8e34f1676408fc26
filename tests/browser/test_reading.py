"""Every page in a real browser, in both languages."""

from urllib.parse import urlsplit

import pytest

import crawl
from screens import ADDRESSES, CHAPTER_ADDRESSES, MENU, NAV, PHONE


@pytest.fixture
def watched(visit):
    """A page of a fresh visit, with everything it complains about and asks for."""
    return visit("about:blank", viewport=PHONE)


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_loads_without_complaint_and_asks_only_its_own_host(crawled, address, path):
    found = crawled(crawl.arrival, path)
    assert found["complaints"] == [] and found["missed"] == []
    assert {urlsplit(url).netloc for url in found["asked"]} == {urlsplit(address).netloc}
    # A page that is no chapter has a style sheet of its own, and a Chinese one the face of its titles.
    allowed = 6 if path in CHAPTER_ADDRESSES else 7
    assert len([url for url in found["asked"] if "/assets/photos/" not in url]) <= allowed


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_switch_leads_to_the_twin_with_slash_and_without_a_detour(crawled, address, path):
    """Fault 2: a lost trailing slash and a redirect."""
    chinese = path.removeprefix("en/") if path.startswith("en/") else path
    lang, twin = ("zh-Hans", chinese) if path.startswith("en/") else ("en", f"en/{path}")
    [step] = [
        step for step in crawled(crawl.twins, chinese) if (step["by"], step["lang"]) == ("by_click", lang)
    ]
    assert step["visited"] == [step["url"]] == [address + twin] and step["missed"] == []


def test_the_switch_keeps_the_heading(watched, address):
    """Fault 17: the heading was lost when switching."""
    watched.goto(address + "train/#launch")
    watched.click(".story-switch a[hreflang=en]")
    assert watched.url == address + "en/train/#launch"
    assert watched.locator("#launch").is_visible()


def test_the_switch_follows_a_heading_chosen_after_loading(watched, address):
    watched.goto(address + "en/train/")
    watched.evaluate("location.hash = 'heard'")
    watched.wait_for_function("document.querySelector('.story-switch a').hash === '#heard'")
    watched.click(".story-switch a[hreflang=zh-Hans]")
    assert watched.url == address + "train/#heard"


def test_a_citation_leads_to_its_entry_and_a_mark_to_its_paragraph(watched, address):
    watched.goto(address + "store/")
    watched.click(".story-cite[href$='#consumption-assistance-total']")
    assert watched.url == address + "figures/#consumption-assistance-total"
    watched.locator("tr:target").get_by_text("1788万", exact=False).first.wait_for()
    watched.click("tr:target a.story-source")
    watched.wait_for_url(address + "about/#p12", wait_until="commit")


def test_single_letters_do_nothing(watched, address):
    """The theme's script left the page at `n`, `p` and others (WCAG 2.1.4)."""
    watched.goto(address + "train/")
    for key in "npfs,./":
        watched.keyboard.press(key)
    assert watched.url == address + "train/"


def test_the_story_reads_and_leads_on_without_javascript(visit, address):
    tab = visit(java_script_enabled=False, viewport=PHONE)
    tab.click(MENU)
    tab.click(f"{NAV} a[href='train/']")
    tab.click(".story-switch a[hreflang=en]")
    assert tab.url == address + "en/train/" and tab.locator("h1").inner_text().startswith(
        "Shangluo, aboard the metro"
    )


def test_a_missing_page_leads_home_in_both_languages(watched, address):
    watched.goto(address + "no/such/page/")
    assert watched.get_by_text("There is no page here").is_visible()
    watched.get_by_role("link", name="Go to the home page").click()
    assert watched.url == address + "en/"


def test_chinese_on_an_english_page_is_drawn_with_chinese_glyphs(watched, address):
    """Fault 5: without a language of its own, Chinese under `en` gets Japanese glyphs."""
    watched.goto(address + "en/train/")
    assert (
        watched.locator("article [lang=zh-Hans]")
        .first.evaluate("e => getComputedStyle(e).fontFamily")
        .count("CJK SC")
        == 1
    )
