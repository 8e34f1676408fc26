"""axe-core on every page, in both languages, light and dark, on a phone and on a desk. Nothing is let off."""

import pytest

import axe
from screens import ADDRESSES, DESK, LANGS, MENU, MISSING, NAV, PHONE

SCHEMES = ("light", "dark")


@pytest.mark.parametrize("path", [*ADDRESSES, *MISSING])
def test_a_page_has_no_barrier(still, address, path):
    axe.visit(still, address + path)
    found = []
    for screen in (PHONE, DESK):
        still.set_viewport_size(screen)
        for scheme in SCHEMES:
            still.emulate_media(color_scheme=scheme)
            found += axe.findings(still, f"/{path} {screen['width']} {scheme}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_open_menu_has_no_barrier(still, address, lang, scheme):
    still.set_viewport_size(PHONE)
    still.emulate_media(color_scheme=scheme)
    axe.visit(still, f"{address}{LANGS[lang]}train/")
    still.click(MENU)
    assert still.locator(f"{NAV} a").last.is_visible()
    assert not (found := axe.findings(still, f"menu {lang} {scheme}")), "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_picture_has_no_barrier(still, address, lang, scheme):
    still.emulate_media(color_scheme=scheme)
    found = []
    for screen in (PHONE, DESK):
        still.set_viewport_size(screen)
        axe.visit(still, f"{address}{LANGS[lang]}gallery/#store")
        still.wait_for_selector("dialog.story-lightbox[open]")
        found += axe.findings(still, f"open picture {lang} {screen['width']} {scheme}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("opener", [".story-cite", ".story-term"])
def test_an_open_note_and_the_open_list_of_sources_have_no_barrier(still, address, lang, scheme, opener):
    still.emulate_media(color_scheme=scheme)
    found = []
    for screen in (PHONE, DESK):
        still.set_viewport_size(screen)
        axe.visit(still, f"{address}{LANGS[lang]}store/")
        still.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        still.locator(f".story-article {opener}").first.focus()
        still.keyboard.press("Shift+Tab")
        still.keyboard.press("Tab")
        still.wait_for_selector(".story-popover", state="visible")
        found += axe.findings(still, f"{opener} {lang} {screen['width']} {scheme}")
    assert not found, "\n".join(found)


def test_axe_finds_a_barrier_where_there_is_one(still):
    """Else the silence of the tests above would prove nothing."""
    still.emulate_media(color_scheme="light")
    axe.visit(
        still,
        "data:text/html,<html lang=en><title>t</title><main><h1>t</h1><p style='color:%23999'>pale</p><img src='x'></main>",
    )
    assert {line.split()[1] for line in axe.findings(still, "sample:")} >= {"color-contrast", "image-alt"}
