"""The reader's settings: type size, width and colours, by keyboard and touch, kept, there before paint."""

import pytest

import axe
import crawl
import tabs
from screens import ADDRESSES, LANGS, PHONE, sideways

OPEN = ".story-tools .story-reading-open"
PANEL = ".story-reading:not([hidden])"
PARAGRAPH = ".story-article > h2 + p >> nth=0"
SCALE = "parseFloat(getComputedStyle(document.querySelector('.story-article > h2 ~ p')).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"
DAY, NIGHT = "rgb(250, 247, 240)", "rgb(16, 25, 30)"
WORDS = {
    "zh": ("阅读设置", "缩小", "默认", "放大", "宽", "深色", "随设备"),
    "en": ("Reading settings", "Smaller", "Default", "Larger", "Wide", "Dark", "As device"),
}
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
FIRST_FRAME = """
    addEventListener('DOMContentLoaded', () => { window.early = { ...document.documentElement.dataset }; });
    window.frame = new Promise(done => requestAnimationFrame(function look() {
        if (!document.body) return requestAnimationFrame(look);
        done(getComputedStyle(document.body).backgroundColor);
    }));"""


@pytest.fixture
def visit(visit):
    """Opens a page with nothing in motion."""
    return lambda path, script="", **options: visit(path, script, **{"reduced_motion": "reduce"} | options)


def opened(tab, touch: bool = False):
    (tab.tap if touch else tab.click)(OPEN)
    tab.wait_for_selector(PANEL)
    return tab.locator(PANEL)


@pytest.mark.parametrize("lang", LANGS)
def test_settings_by_keyboard(visit, lang):
    title, smaller, usual, larger, wide, dark, device = WORDS[lang]
    tab = visit(LANGS[lang] + "train/")
    before, width = tab.evaluate(SCALE), tab.locator(PARAGRAPH).bounding_box()["width"]
    tab.locator(OPEN).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(PANEL)
    assert tab.get_attribute(OPEN, "aria-expanded") == "true"
    assert tab.get_by_role("dialog", name=title).count() == 1
    for _ in range(4):
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == larger
    tab.keyboard.press("Enter")
    assert tab.evaluate(SCALE) == pytest.approx(1.2 * before) and tab.inner_text(PANEL + " output") == "120%"
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowRight")
    assert (
        tab.locator(PARAGRAPH).bounding_box()["width"] > width
        and tab.get_by_label(wide, exact=True).is_checked()
    )
    tab.keyboard.press("Shift+Tab")
    for _ in range(5):
        tab.keyboard.press("Space")
    assert tab.evaluate(SCALE) == pytest.approx(2 * before), "the largest is twice"
    assert tab.evaluate("[document.activeElement.textContent, document.activeElement.ariaDisabled]") == [
        larger,
        "true",
    ], "the focus stays"
    assert not tab.get_by_label(wide, exact=True).is_visible(), "lines are as long as the window is wide"
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate(GROUND) == NIGHT and tab.get_by_label(dark, exact=True).is_checked()
    tab.keyboard.press("Escape")
    assert tab.locator(PANEL).count() == 0 and tab.evaluate(
        "document.activeElement.matches('.story-reading-open')"
    )
    tab.reload()
    assert [tab.evaluate(SCALE), tab.evaluate(GROUND)] == [pytest.approx(2 * before), NIGHT]
    opened(tab).get_by_role("button", name=usual).click()
    assert tab.evaluate(SCALE) == before
    tab.get_by_role("button", name=smaller).click()
    assert tab.evaluate(SCALE) == pytest.approx(0.9 * before)
    tab.get_by_label(device, exact=True).check()
    assert tab.evaluate(GROUND) == DAY
    assert tab.faults == []


@pytest.mark.parametrize("lang", LANGS)
def test_settings_by_touch(visit, lang):
    words = WORDS[lang]
    tab = visit(LANGS[lang] + "train/", **TOUCH)
    panel = opened(tab, touch=True)
    before = tab.evaluate(SCALE)
    panel.get_by_text(words[3], exact=True).tap()
    panel.get_by_text(words[5], exact=True).tap()
    assert tab.evaluate(SCALE) > before and tab.evaluate(GROUND) == NIGHT
    small = panel.locator("button, label").evaluate_all(
        "all => all.filter(e => e.checkVisibility() && (e.offsetWidth < 44 || e.offsetHeight < 44))"
        ".map(e => e.textContent)"
    )
    assert small == []
    assert (
        tab.locator(".story-tools button").evaluate_all(
            "all => all.filter(e => e.offsetHeight < 44 || e.offsetWidth < 44).length"
        )
        == 0
    )
    tab.tap("h1")
    assert tab.locator(PANEL).count() == 0


def test_what_is_set_holds_on_the_next_page_before_anything_is_painted(visit, address):
    tab = visit("train/", FIRST_FRAME, color_scheme="light")
    opened(tab).get_by_text("深色", exact=True).click()
    tab.get_by_role("button", name="放大").click()
    for path in ("store/", "en/figures/", ""):
        tab.goto(address + path)
        assert tab.evaluate(
            "frame.then(ground => [early.scheme, early.size, 'scripts' in early, ground])"
        ) == ["dark", "120", True, NIGHT], path


def test_light_wins_over_a_dark_device(visit):
    tab = visit("train/", color_scheme="dark")
    assert tab.evaluate(GROUND) == NIGHT
    opened(tab).get_by_text("浅色", exact=True).click()
    assert tab.evaluate(GROUND) == DAY
    assert tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    assert tab.evaluate("getComputedStyle(document.querySelector('.story-article img')).filter") == "none"


def test_the_panel_is_reached_again_at_the_end(visit):
    tab = visit("train/")
    tab.click(".story-footer .story-reading-open")
    tab.wait_for_selector(PANEL)
    box = tab.locator(PANEL).bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["y"] + box["height"] <= tab.viewport_size["height"]
    tab.click(".story-footer .story-reading-open")
    assert tab.locator(PANEL).count() == 0


def test_a_browser_that_refuses_to_keep_anything_breaks_nothing(visit):
    tab = visit("train/", tabs.REFUSED)
    before = tab.evaluate(SCALE)
    opened(tab).get_by_role("button", name="放大").click()
    assert tab.evaluate(SCALE) > before and tab.faults == []


def test_nonsense_that_was_kept_is_the_default(visit):
    tab = visit("train/", "localStorage['story-size'] = '900'; localStorage['story-scheme'] = '<b>';")
    assert tab.evaluate(GROUND) == DAY
    assert opened(tab).locator("output").inner_text() == "100%" and tab.faults == []


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_largest_type_fits_the_smallest_screen(visit, path):
    tab = visit(
        path,
        "localStorage['story-size'] = '200'; localStorage['story-width'] = 'wide';",
        viewport={"width": 320, "height": 640},
    )
    assert sideways(tab) == (0, [])


@pytest.mark.parametrize("lang", LANGS)
def test_the_panel_fits_every_screen(visit, lang):
    tab = visit(f"{LANGS[lang]}train/")
    opened(tab)
    assert crawl.too_wide(tab, (320, 390, 1440)) == {}


@pytest.mark.parametrize("lang", LANGS)
def test_the_panel_has_no_barrier_by_day_and_by_night(visit, address, lang):
    tab = visit("about:blank")
    axe.visit(tab, f"{address}{LANGS[lang]}train/")
    opened(tab)
    found = []
    for screen, scheme in axe.PAIRS[lang]:
        tab.set_viewport_size(screen)
        tab.get_by_text(WORDS[lang][5 if scheme == "dark" else 6], exact=True).click()
        found += axe.findings(tab, f"panel {screen['width']} {scheme}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["train/", "en/", "en/figures/"])
def test_without_a_script_there_are_no_tools(visit, path):
    tab = visit(path, java_script_enabled=False)
    assert tab.locator(".story-tools, .story-again").locator("visible=true").count() == 0


def test_paper_shows_neither_tools_nor_settings(visit):
    tab = visit("train/", "localStorage['story-scheme'] = 'dark'; localStorage['story-size'] = '200';")
    opened(tab)
    tab.emulate_media(media="print")
    assert tab.locator(".story-tools, .story-again, .story-reading").locator("visible=true").count() == 0
    assert tab.evaluate(GROUND) == "rgb(255, 255, 255)" and tab.evaluate(SCALE) == pytest.approx(14)


def test_the_tools_code_comes_when_it_is_used(visit):
    tab = visit("train/")
    asked = "performance.getEntriesByType('resource').filter(e => e.name.includes('/on-demand/')).length"
    assert tab.evaluate(asked) == 0
    opened(tab)
    assert tab.evaluate(asked) == 1
