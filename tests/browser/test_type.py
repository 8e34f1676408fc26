"""The reader's type size: all grows but pictures, nothing is cut, columns close when lines get short."""

import pytest

from screens import ADDRESSES, CHAPTER_ADDRESSES, DESK, LANGS, MISSING, PAGES, PHONE, sideways

LARGE = 28
"""CSS pixels of a title or a figure that fills a line at the usual step."""
STEPS = ("90", "100", "120", "150", "200")
SIZES = """[...document.querySelectorAll('body *')].map(e =>
    e.matches('svg *, option, script, style, template *, .headerlink') || !e.checkVisibility()
    || ![...e.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    ? 0 : parseFloat(getComputedStyle(e).fontSize))"""
"""Of every element the size of the words that are its own; 0 for none, or in a drawing."""
NAMES = """[...document.querySelectorAll('body *')].map(e =>
    `${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`)"""
LETTERS = "e => parseFloat(getComputedStyle(e).fontSize)"
CUT = """[...document.querySelectorAll('body *')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('svg, svg *, img')
        && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
        && getComputedStyle(e).overflowX === 'hidden')
    .map(e => `${e.tagName}.${e.className}`)"""
COLUMNS = """[...document.querySelectorAll('.story-article :is(p, li, dd)')]
    .filter(e => e.checkVisibility() && e.textContent.trim().length > 60)
    .filter(e => !e.matches('figure *, .story-note'))
    .map(e => [e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize), e.textContent])
    .filter(([wide]) => wide < least)"""


@pytest.fixture
def visit(visit):
    """Opens a page with nothing in motion."""
    return lambda path, **options: visit(path, **{"reduced_motion": "reduce"} | options)


def set_size(tab, step: str) -> None:
    tab.evaluate("step => { document.documentElement.dataset.size = step; }", step)


@pytest.mark.parametrize("path", [*ADDRESSES, *MISSING])
def test_every_word_grows_with_each_step(visit, path):
    for screen in (PHONE, DESK):
        tab = visit(path, viewport=screen)
        sizes = []
        for step in STEPS:
            set_size(tab, step)
            sizes.append(tab.evaluate(SIZES))
        names = tab.evaluate(NAMES)
        # What is set as large as the window allows can only stay so.
        stuck = {
            name
            for name, *each in zip(names, *sizes)
            if all(each)
            and not (each[0] <= each[1] <= min(each[2:]) and (each[1] > LARGE or each[-1] > 1.2 * each[1]))
        }
        assert stuck == set(), screen["width"]


@pytest.mark.parametrize("path", [*ADDRESSES, *MISSING])
def test_nothing_is_cut_or_leaves_the_screen_at_any_step(visit, path):
    tab = visit(path)
    for width in (320, 390, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        for step in STEPS if width < 1000 else STEPS[-1:]:
            set_size(tab, step)
            assert (tab.evaluate(CUT), sideways(tab)) == ([], (0, [])), (width, step)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("step", STEPS)
def test_title_lede_and_body_keep_their_order(visit, lang, screen, step):
    """At the largest step the home page's lede was smaller than its body."""
    tab = visit(LANGS[lang], viewport=screen)
    set_size(tab, step)
    title, lede, body = (
        tab.locator(f".story-article--home > {each}").first.evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize)"
        )
        for each in ("h1", ".story-line + p", "h2 ~ p")
    )
    assert title > lede >= body


@pytest.mark.parametrize("path", [*PAGES.values(), *(f"en/{page}" for page in PAGES.values())])
def test_columns_close_when_lines_get_short(visit, path):
    """On a desk whose reader has asked for letters twice the size, by our setting or by the browser's."""
    least = 14 if not path.startswith("en/") else 13
    tab = visit(path, viewport=DESK)
    set_size(tab, "200")
    assert tab.evaluate(COLUMNS.replace("least", str(least))) == []


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES[::5])
def test_zoom_and_setting_close_the_same_columns(visit, path):
    """Half the screen at the usual size is the whole screen at twice the size."""
    places = """(letter => [...document.querySelectorAll('.story-article > *')]
        .filter(e => e.checkVisibility()).map(e => Math.round(e.getBoundingClientRect().left / letter)))(
            parseFloat(getComputedStyle(document.body).fontSize))"""
    tab = visit(path, viewport={"width": 720, "height": 450})
    zoomed = tab.evaluate(places)
    tab.set_viewport_size(DESK)
    set_size(tab, "200")
    assert tab.evaluate(places) == zoomed


def test_a_stored_size_is_there_at_once(visit, address):
    tab = visit("train/", viewport=DESK)
    menu = tab.locator(".story-nav a").last
    before = menu.evaluate(LETTERS)
    tab.evaluate("localStorage['story-size'] = '150'")
    tab.goto(f"{address}train/")
    assert menu.evaluate(LETTERS) > 1.4 * before
