"""axe-core on every page, in both languages, light and dark, on a phone and on a desk. Nothing is let off.

Each language is seen in two of the four pairs of screen and scheme (axe.PAIRS): style sheets are the same.
"""

import pytest

import axe
import crawl
from screens import ADDRESSES, DATA, LANGS, MENU, MISSING, NAV, PHONE


@pytest.mark.parametrize("path", [*ADDRESSES, *DATA, *MISSING])
def test_a_page_has_no_barrier(crawled, path):
    assert not (found := crawled(crawl.barriers, path)), "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
def test_the_open_menu_has_no_barrier(still, address, lang):
    still.set_viewport_size(PHONE)
    axe.visit(still, f"{address}{LANGS[lang]}train/")
    still.click(MENU)
    assert still.locator(f"{NAV} a").last.is_visible()
    found = []
    for scheme in ("light", "dark"):
        still.emulate_media(color_scheme=scheme)
        found += axe.findings(still, f"menu {lang} {scheme}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
def test_an_open_picture_has_no_barrier(still, address, lang):
    def opened(tab):
        axe.visit(tab, f"{address}{LANGS[lang]}gallery/#store")
        tab.wait_for_selector("dialog.story-lightbox[open]")

    assert not (found := axe.pairs(still, "open picture", lang, opened)), "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("opener", [".story-cite", ".story-term", ".story-source"])
def test_an_open_note_has_no_barrier(still, address, lang, opener):
    def opened(tab):
        axe.visit(tab, f"{address}{LANGS[lang]}store/")
        tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        tab.locator(f".story-article {opener}").first.focus()
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Tab")
        tab.wait_for_selector(".story-popover", state="visible")

    assert not (found := axe.pairs(still, opener, lang, opened)), "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", ["cited", "citation", "share"])
def test_what_stands_behind_the_line_of_the_foot_has_no_barrier(still, address, lang, part):
    def opened(tab):
        axe.visit(tab, f"{address}{LANGS[lang]}store/")
        tab.click(f"[popovertarget=foot-{part}]")

    assert not (found := axe.pairs(still, part, lang, opened)), "\n".join(found)


@pytest.mark.parametrize("path", ["train/", "en/train/", "gallery/", "en/about/"])
def test_a_heading_is_read_out_as_its_own_words_and_links_to_places_have_names_of_their_own(
    still, address, path
):
    still.goto(address + path)
    session = still.context.new_cdp_session(still)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    named = [
        (node["role"]["value"], node["name"]["value"]) for node in nodes if node.get("name", {}).get("value")
    ]
    headings = still.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter(e => e.checkVisibility())"
        ".map(e => e.textContent.replace(/\\s+/g, ' ').trim())"
    )
    assert sorted(name for role, name in named if role == "heading") == sorted(headings)
    places = [
        name
        for role, name in named
        if role == "link" and name.startswith(("链接到这里", "Link to this place"))
    ]
    assert len({*places}) == len(places)


def test_axe_finds_a_barrier_where_there_is_one(still):
    """Else the silence of the tests above would prove nothing."""
    still.emulate_media(color_scheme="light")
    axe.visit(
        still,
        "data:text/html,<html lang=en><title>t</title><main><h1>t</h1>"
        "<p style='color:%23999'>pale</p><img src='x'></main>",
    )
    assert {line.split()[1] for line in axe.findings(still, "sample:")} >= {"color-contrast", "image-alt"}
