"""Every page in a real browser, in both languages."""

from urllib.parse import urlsplit

import pytest

from screens import ADDRESSES, MENU, NAV, PHONE


@pytest.fixture
def watched(browser):
    """A page of a fresh visit, with everything it complains about and asks for."""
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.complaints, tab.asked, tab.visited, tab.missed = [], [], [], []
    tab.on(
        "console",
        lambda message: tab.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on(
        "request",
        lambda request: tab.visited.append(request.url) if request.is_navigation_request() else None,
    )
    tab.on("response", lambda response: tab.missed.append(response.url) if response.status >= 400 else None)
    yield tab
    context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_loads_without_complaint_and_asks_only_its_own_host(watched, address, path):
    watched.goto(address + path, wait_until="networkidle")
    assert watched.complaints == [] and watched.missed == []
    assert {urlsplit(url).netloc for url in watched.asked} == {urlsplit(address).netloc}
    assert len([url for url in watched.asked if "/assets/photos/" not in url]) <= 6


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_switch_leads_to_the_twin_with_slash_and_without_a_detour(watched, address, path):
    """Fault 2: a lost trailing slash and a redirect."""
    watched.goto(address + path)
    other = "en" if not path.startswith("en/") else "zh-Hans"
    watched.visited.clear()
    watched.click(f".story-switch a[hreflang={other}]")
    twin = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
    assert watched.visited == [watched.url] == [address + twin] and watched.missed == []
    assert watched.get_attribute("html", "lang") == other


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
    assert watched.locator("tr:target").get_by_text("17,880,000").is_visible()
    watched.click("tr:target a.story-source")
    assert watched.url == address + "about/#p12"


def test_single_letters_do_nothing(watched, address):
    """The theme's script left the page at `n`, `p` and others (WCAG 2.1.4)."""
    watched.goto(address + "train/")
    for key in "npfs,./":
        watched.keyboard.press(key)
    assert watched.url == address + "train/"


def test_the_story_reads_and_leads_on_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    tab = context.new_page()
    tab.goto(address)
    tab.click(MENU)
    tab.click(f"{NAV} a[href='train/']")
    tab.click(".story-switch a[hreflang=en]")
    assert tab.url == address + "en/train/" and tab.locator("h1").inner_text().startswith(
        "Shangluo, aboard the metro"
    )
    context.close()


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
