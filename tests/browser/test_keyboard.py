"""Walks by keyboard alone, in both languages."""

import pytest

import crawl
from contrast import ratio
from crawl import tab_to
from screens import ADDRESSES, LANGS, MENU, MISSING, NAV, PHONE

HERE = "document.activeElement"
FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e), parts = colour => colour.match(/[\\d.]+/g);
    let ground = e.parentElement;
    const clear = e => parts(getComputedStyle(e).backgroundColor)[3] == 0;
    while (ground.parentElement && clear(ground)) ground = ground.parentElement;
    const box = e.getClientRects()[0];
    const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        name: e.outerHTML.slice(0, 110),
        width: style.outlineStyle == 'none' ? 0 : parseFloat(style.outlineWidth),
        colours: [style.outlineColor, getComputedStyle(ground).backgroundColor]
            .map(colour => parts(colour).slice(0, 3)),
        onTop: !!top && (e.contains(top) || top.contains(e)),
    };
}"""


@pytest.fixture
def walk(visit):
    """Opens a page on a phone, ready for the first key."""
    return lambda path, **options: visit(path, viewport=PHONE, reduced_motion="reduce", **options)


@pytest.mark.parametrize("lang", LANGS)
def test_the_skip_link_is_first_and_moves_the_focus_to_the_text(walk, lang):
    tab = walk(f"{LANGS[lang]}train/")
    tab.keyboard.press("Tab")
    assert tab.evaluate(f"{HERE}.getAttribute('href')").startswith("#")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate(f"!!{HERE}.closest('article')"), "the next tab stop must lie in the text"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("closing", ["Escape", "the same key"])
def test_the_menu_opens_and_closes_by_keyboard(walk, lang, key, closing):
    """The theme's drawer could not (WCAG 2.1.1)."""
    tab = walk(f"{LANGS[lang]}train/")
    links = tab.locator(f"{NAV} a")
    assert not links.first.is_visible()
    tab_to(tab, MENU)
    tab.keyboard.press(key)
    assert links.first.is_visible() and links.last.is_visible()
    tab.keyboard.press(key if closing != "Escape" else closing)
    assert not links.first.is_visible()
    assert tab.evaluate(f"selector => {HERE}.matches(selector)", MENU), "the focus is where it was"


@pytest.mark.parametrize("lang", LANGS)
def test_the_links_of_the_menu_are_reached_when_it_is_open_and_not_when_it_is_closed(walk, lang):
    tab = walk(f"{LANGS[lang]}train/")
    tab_to(tab, MENU)
    tab.keyboard.press("Tab")
    assert not tab.evaluate(f"{HERE}.matches('{NAV} a')")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")
    for number in range(tab.locator(f"{NAV} a").count()):
        tab.keyboard.press("Tab")
        assert tab.evaluate(f"number => {HERE} == document.querySelectorAll('{NAV} a')[number]", number), (
            number
        )
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/about/")


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_language_switch_is_reached_and_leads_to_the_twin(crawled, address, path):
    chinese = path.removeprefix("en/") if path.startswith("en/") else path
    lang, twin = ("zh-Hans", chinese) if path.startswith("en/") else ("en", f"en/{path}")
    [step] = [
        step for step in crawled(crawl.twins, chinese) if (step["by"], step["lang"]) == ("by_keyboard", lang)
    ]
    assert step["url"] == address + twin


@pytest.mark.parametrize("path", [*ADDRESSES, *MISSING[:1]])
def test_no_tab_stop_jumps_the_queue(crawled, path):
    assert crawled(crawl.screens, path)["jumpers"] == []


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "light"), ("en", "dark")])
def test_the_focus_can_be_seen_at_every_tab_stop_of_a_chapter(walk, lang, scheme):
    """WCAG 2.4.7, 2.4.11, 2.4.13: a line of two pixels, three times the ground's contrast, on top of all."""
    tab = walk(f"{LANGS[lang]}train/", color_scheme=scheme)
    stops = []
    while not stops or tab.evaluate(f"{HERE} != document.body"):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate(FOCUS))
        assert len(stops) < 300, "the focus goes round in a circle"
    stops.pop()
    faint = [stop["name"] for stop in stops if stop["width"] < 2 or ratio(*stop["colours"]) < 3]
    assert len(stops) > 20 and faint == []
    assert [stop["name"] for stop in stops if not stop["onTop"]] == [], "something lies over them"


@pytest.mark.parametrize("lang", LANGS)
def test_every_citation_and_term_is_a_tab_stop(walk, lang):
    tab = walk(f"{LANGS[lang]}train/")
    words = tab.locator(".story-cite, .story-term")
    assert words.count() > 10
    assert (
        words.evaluate_all("all => all.filter(e => e.tabIndex != 0 || !e.href).map(e => e.textContent)") == []
    )
    tab_to(tab, ".story-cite")
    tab_to(tab, ".story-term")
