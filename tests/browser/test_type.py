"""The reader's type size: all grows but pictures, nothing is cut, columns close when lines get short."""

import pytest

import crawl
from screens import ADDRESSES, CHAPTER_ADDRESSES, DESK, LANGS, MISSING, PHONE

EVERY = [*ADDRESSES, *MISSING]

LARGE = 28
"""CSS pixels of a title or a figure that fills a line at the usual step."""
STEPS = ("90", "100", "120", "150", "200")
LETTERS = "e => parseFloat(getComputedStyle(e).fontSize)"


@pytest.fixture
def visit(visit):
    """Opens a page with nothing in motion."""
    return lambda path, **options: visit(path, **{"reduced_motion": "reduce"} | options)


def set_size(tab, step: str) -> None:
    tab.evaluate("step => { document.documentElement.dataset.size = step; }", step)


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("width", [PHONE["width"], DESK["width"]], ids=["phone", "desk"])
def test_every_word_grows_with_each_step(crawled, path, width):
    found = crawled(crawl.screens, path)
    sizes = {each["step"]: each["letters"] for each in found["steps"] if each["width"] == width}
    names, steps = found["names"], [sizes[step] for step in ("90", "100", "200")]
    # What is set as large as the window allows can only stay so.
    stuck = {
        name
        for name, *each in zip(names, *steps)
        if all(each) and not (each[0] <= each[1] <= each[2] and (each[1] > LARGE or each[2] > 1.2 * each[1]))
    }
    assert any(sizes["100"]) and stuck == set()


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_cut_or_leaves_the_screen_at_any_step(crawled, path):
    steps = crawled(crawl.screens, path)["steps"]
    found = [[each[name] for name in ("step", "width", "cut", "sideways")] for each in steps]
    assert [each for each in found if each[2:] != [[], [0, []]]] == []


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


@pytest.mark.parametrize("path", ADDRESSES)
def test_columns_close_when_lines_get_short(crawled, path):
    """On a desk whose reader has asked for letters twice the size, by our setting or by the browser's."""
    least = 14 if not path.startswith("en/") else 13
    steps = crawled(crawl.screens, path)["steps"]
    lines = next(each["lines"] for each in steps if (each["step"], each["width"]) == ("200", DESK["width"]))
    assert [words for wide, words in lines if wide < least] == []


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
