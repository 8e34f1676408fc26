"""Parallel reading in a browser: asked for by the address or in the settings, beside or under the text."""

import json
from pathlib import Path

import pytest

import axe
import tabs
from screens import CHAPTER_ADDRESSES, LANGS, PHONE, sideways

SPEECH = (Path(__file__).resolve().parent.parent / "speech.js").read_text(encoding="utf-8")
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
OPEN = ".story-tools .story-reading-open"
BOX = ".story-reading [name=both]"
SHOWN = "[data-both=on]"
TEXT = """document.querySelector('.story-article').innerHTML
    .replaceAll(' class=""', '').replace(/>\\s+</g, '><')"""
BESIDE = """all => all.filter(twin => twin.checkVisibility()).map(twin => {
    const own = twin.previousElementSibling, [a, b] = [own, twin].map(e => e.getBoundingClientRect());
    const line = e => {
        const words = document.createRange();
        const texts = document.createTreeWalker(e, 4, node => /\\S/.test(node.data) ? 1 : 3);
        words.selectNodeContents(texts.nextNode());
        return words.getClientRects()[0].bottom;
    };
    return { own: own.textContent, right: b.left > a.left + 20, level: Math.abs(line(own) - line(twin)) < 12,
        under: b.top >= a.bottom - 1 && Math.abs(a.left - b.left) < 30, lang: twin.lang };
})"""
OWN = ".story-article > p.story-own >> nth=1"
UNDER = ".story-article > p.story-own + .story-twin >> nth=1"


@pytest.fixture
def visit(visit):
    """Opens a page with nothing in motion."""
    return lambda path, script="", **options: visit(path, script, **{"reduced_motion": "reduce"} | options)


def shown(tab):
    tab.wait_for_selector(SHOWN, state="attached")
    return tab


def chosen(tab):
    """The setting, ticked by hand."""
    tab.click(OPEN)
    tab.wait_for_selector(BOX)
    tab.check(BOX)
    return shown(tab)


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_on_a_desk_each_twin_stands_beside_its_paragraph(visit, path):
    tab = shown(visit(f"{path}?both"))
    found = tab.locator(":is(.story-article, .story-opening) > .story-twin").evaluate_all(BESIDE)
    assert len(found) > 10
    assert [each for each in found if not (each["right"] and each["level"])] == []
    assert {each["lang"] for each in found} == {"zh-Hans" if path.startswith("en/") else "en"}
    assert sideways(tab) == (0, []) and tab.faults == []
    ids = tab.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_a_tap_brings_the_twin_under_its_paragraph_and_takes_it_away(visit, lang):
    tab = shown(visit(f"{LANGS[lang]}train/?both", **TOUCH))
    twin, own = tab.locator(UNDER), tab.locator(OWN)
    assert not twin.is_visible(), "a phone shows one text at first"
    own.tap(position={"x": 8, "y": 8})
    assert twin.is_visible() and own.locator("button").get_attribute("aria-expanded") == "true"
    assert [
        each["under"] for each in tab.locator(".story-article > .story-twin--open").evaluate_all(BESIDE)
    ] == [True]
    own.locator("button").tap()
    assert not twin.is_visible() and sideways(tab) == (0, [])
    small = tab.locator(".story-twin-open").evaluate_all("all => all.filter(e => e.offsetHeight < 24).length")
    assert small == 0


def test_a_link_in_a_tapped_paragraph_is_still_a_link(visit):
    tab = shown(visit("train/?both", **TOUCH))
    tab.locator(f"{OWN.partition(' >>')[0]} .story-cite").first.tap()
    assert tab.locator(".story-twin--open").count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_the_setting_sets_the_address_and_the_next_chapter_and_the_other_language_follow(
    visit, address, lang
):
    path = LANGS[lang]
    tab = chosen(visit(f"{path}train/#launch"))
    assert tab.url == f"{address}{path}train/?both#launch"
    tab.keyboard.press("Escape")
    tab.locator(".story-platform a[rel=next]").click()
    shown(tab)
    assert tab.url == f"{address}{path}store/?both", "what is seen can be sent on"
    tab.click(".story-switch a:not([aria-current])")
    shown(tab)
    assert tab.url == f"{address}{'' if path else 'en/'}store/?both"


def test_what_was_set_beside_is_taken_away_without_a_trace(visit, address):
    tab = visit("measures/")
    before = tab.evaluate(TEXT)
    chosen(tab)
    assert tab.evaluate(TEXT) != before
    tab.uncheck(BOX)
    tab.locator(".story-twin").first.wait_for(state="detached")
    assert tab.evaluate(TEXT) == before and tab.url == f"{address}measures/"
    tab.goto(f"{address}store/")
    assert tab.evaluate("'both' in document.documentElement.dataset") is False


def test_nothing_of_it_is_fetched_before_it_is_asked_for(visit):
    tab = visit("train/")
    assert not [url for url in tab.asked if "/both/" in url]
    chosen(tab)
    assert len([url for url in tab.asked if "/both/" in url]) == 1


def test_the_text_is_read_though_the_twin_never_comes(visit):
    tab = visit("about:blank")
    tab.route("**/assets/both/*", lambda route: route.abort())
    tab = visit("train/?both")
    tab.locator("html:not([data-both])").wait_for(state="attached")
    assert tab.locator("h1").is_visible()


def test_a_browser_that_keeps_nothing_obeys_the_address(visit):
    refused = tabs.REFUSED + tabs.REFUSED.replace("localStorage", "sessionStorage")
    tab = shown(visit("train/?both", refused))
    assert tab.locator(".story-twin").first.is_visible() and tab.faults == []


def test_it_opens_from_a_folder(visit, built):
    tab = shown(visit(f"{(built / 'train' / 'index.html').as_uri()}?both"))
    assert tab.locator(".story-twin").first.inner_text() == "Shangluo, aboard the metro" and tab.faults == []


def test_a_link_of_the_twin_leads_to_its_own_language(visit, address):
    tab = shown(visit("train/?both"))
    tab.locator(".story-twin a[href$='#train-build-days']").click()
    assert tab.url == f"{address}en/figures/#train-build-days"


@pytest.mark.parametrize("lang", LANGS)
def test_reading_aloud_reads_one_language(visit, lang):
    said = []
    for search in ("", "?both"):
        script = f"window.device = {json.dumps({'rest': 0})};\n{SPEECH}"
        tab = visit(f"{LANGS[lang]}train/{search}", script)
        if search:
            shown(tab)
        tab.click(".story-tools__aloud")
        tab.wait_for_function("window.said.length")
        tab.wait_for_selector(".story-player:not([hidden])", state="detached")
        said.append([each["text"] for each in tab.evaluate("said")])
    assert said[0] == said[1]


def test_the_copied_link_asks_for_both(visit):
    tab = shown(visit("train/?both", permissions=["clipboard-read", "clipboard-write"]))
    tab.click("[popovertarget=foot-share]")
    tab.get_by_role("button", name="复制链接").click()
    tab.wait_for_function("document.querySelector('.story-share output').textContent")
    assert tab.evaluate("navigator.clipboard.readText()").endswith("/train/?both")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 718, "height": 1047}])
def test_paper_has_both_and_no_buttons(visit, viewport):
    tab = shown(visit("train/?both", viewport=viewport))
    tab.emulate_media(media="print")
    hidden = tab.locator(".story-twin").evaluate_all("all => all.filter(e => !e.checkVisibility()).length")
    assert hidden == 0 and tab.locator(".story-twin-open").locator("visible=true").count() == 0
    assert sideways(tab) == (0, [])


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_both_in_the_largest_type_fit_the_smallest_screen(visit, path):
    tab = shown(
        visit(f"{path}?both", "localStorage['story-size'] = '200'", viewport={"width": 320, "height": 640})
    )
    tab.locator(".story-twin-open").evaluate_all("all => all.forEach(e => e.click())")
    assert sideways(tab) == (0, [])


@pytest.mark.parametrize("lang", LANGS)
def test_both_have_no_barrier(visit, address, lang):
    tab = visit("about:blank")
    axe.visit(tab, f"{address}{LANGS[lang]}measures/?both")
    shown(tab)
    opened = ".story-twin-open[aria-expanded=false]"
    found = axe.pairs(
        tab,
        "both",
        lang,
        lambda page: page.locator(opened).evaluate_all("all => all.forEach(e => e.click())"),
    )
    assert not found, "\n".join(found)
