"""How a chapter opens and where it ends: picture and number, one grid, breaks between phrases."""

import pytest

import crawl
from screens import CHAPTER_ADDRESSES, DESK, LANGS, MISSING, PHONE

BOX = (
    "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom].map(Math.round); }"
)
LINES = """all => all.map(e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return [e.textContent, new Set([...range.getClientRects()].map(box => Math.round(box.bottom))).size];
}).filter(([words, lines]) => lines > 1)"""
"""The words of elements that do not stand on one line."""


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_a_chapter_opens_on_its_picture_and_its_number(visit, path, screen):
    tab = visit(path, viewport=screen, reduced_motion="reduce")
    picture, number = tab.locator(".story-opening img"), tab.locator(".story-opening__figure b")
    assert picture.get_attribute("loading") is None and picture.get_attribute("fetchpriority") == "high"
    left, top, right, bottom = picture.evaluate(BOX)
    assert top < screen["height"] / 2 and right - left >= screen["width"] / 2
    size = number.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size > 90 and number.evaluate(BOX)[3] < screen["height"]
    shown = tab.locator("article img").evaluate_all("all => all.map(e => e.src)")
    assert len(set(shown)) == len(shown), "the picture stands on the page once"


@pytest.mark.parametrize("lang", LANGS)
def test_line_plate_note_and_foot_share_one_edge_on_a_desk(visit, lang):
    tab = visit(f"{LANGS[lang]}party-building/", viewport=DESK, reduced_motion="reduce")
    parts = (
        ".story-strip > span:last-child",
        ".story-opening img",
        "article > .story-photo img",
        "article .story-background",
        ".story-platform__next",
    )
    edges = {part: tab.locator(part).first.evaluate(BOX)[2] for part in parts}
    assert max(edges.values()) - min(edges.values()) <= 1, edges


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_no_line_of_a_phone_parts_a_number_from_its_unit(visit, path):
    tab = visit(path, viewport=PHONE, reduced_motion="reduce")
    numbers = tab.locator("article :is(p, li, dd, dt) > .story-cite :is(data, time)")
    parted = [words for words, _ in numbers.evaluate_all(LINES) if len(words) < 9]
    assert [words for words in parted if any(sign.isdigit() for sign in words)] == []


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_titles_break_between_phrases(visit, path):
    tab = visit(path, viewport=PHONE, reduced_motion="reduce")
    chinese = not path.startswith("en/")
    kept = tab.locator("h1").evaluate("e => getComputedStyle(e).wordBreak") == "keep-all"
    assert kept if chinese else tab.locator("h1 .story-phrase").count() > 1
    assert tab.locator("h1 .story-phrase").evaluate_all(LINES) == []


def test_a_chinese_name_in_english_is_not_parted(visit):
    tab = visit("en/store/", viewport=DESK, reduced_motion="reduce")
    names = tab.locator("article p > [lang=zh-Hans]")
    assert names.count() > 5
    assert [words for words, _ in names.evaluate_all(LINES) if len(words) < 9] == []


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("lang", LANGS)
def test_the_header_of_a_phone_stands_in_one_row_with_air_between_its_parts(visit, lang, width):
    tab = visit(f"{LANGS[lang]}train/", viewport={"width": width, "height": 700}, reduced_motion="reduce")
    parts = [
        tab.locator(part).evaluate(BOX)
        for part in (".story-header__site", ".story-header__search", ".story-switch", ".story-header__menu")
    ]
    middles = [(top + bottom) / 2 for _, top, _, bottom in parts]
    assert max(middles) - min(middles) <= 2
    assert min(after[0] - before[2] for before, after in zip(parts, parts[1:])) >= 7


@pytest.mark.parametrize("path", MISSING)
def test_the_page_that_is_not_there_is_drawn(visit, path):
    tab = visit(path, viewport=PHONE)
    assert tab.locator("article svg").bounding_box()["height"] > 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_a_mark_on_the_stop_one_is_at(visit, scheme):
    """They take grounds away and keep borders."""
    tab = visit("train/", viewport=DESK, forced_colors="active", color_scheme=scheme)
    dot = tab.locator(".story-strip i").evaluate("e => [e.clientWidth, e.offsetWidth]")
    other = tab.locator(".story-strip a").first.evaluate(
        "e => (s => [s.width, s.borderTopWidth].map(parseFloat))(getComputedStyle(e, '::after'))"
    )
    assert dot[0] == 0 < dot[1], "filled by its border"
    assert other[1] < other[0] / 2, "the others are rings"


def test_the_line_is_drawn_towards_the_next_stop_as_one_reads(visit):
    tab = visit("train/", viewport=DESK)
    drawn = "getComputedStyle(document.querySelector('.story-strip [aria-current]'), '::before').transform"
    assert tab.evaluate(drawn) == "matrix(0, 0, 0, 1, 0, 0)"
    crawl.ask(tab, "scroll", 4000)
    assert float(tab.evaluate(drawn)[7:].split(",")[0]) > 0.9
    assert tab.locator(".story-strip").evaluate(BOX)[3] > 0, "the line stays at the edge of the window"


def test_those_who_want_rest_have_no_line_that_follows(visit):
    tab = visit("train/", viewport=DESK, reduced_motion="reduce")
    assert tab.locator(".story-strip").evaluate("e => getComputedStyle(e).position") == "relative"
    assert tab.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("motion, carried", [("no-preference", True), ("reduce", False)])
def test_the_dot_is_carried_to_the_next_stop_for_those_who_want_motion(visit, motion, carried):
    watch = "addEventListener('pagereveal', event => { window.carried = !!event.viewTransition; })"
    tab = visit("train/", watch, viewport=DESK, reduced_motion=motion)
    tab.click(".story-platform__next")
    tab.wait_for_url("**/store/")
    assert tab.evaluate("window.carried") is carried
    name = tab.locator(".story-strip i").evaluate("e => getComputedStyle(e).viewTransitionName")
    assert (name == "stop") is carried


def test_english_is_set_in_no_face_of_typewriters_and_newspapers_where_there_is_a_better(visit):
    faces = visit("en/train/").evaluate("getComputedStyle(document.body).fontFamily")
    assert faces.startswith("Charter") and "Times" not in faces
    assert visit("en/train/").evaluate("getComputedStyle(document.body).fontVariantNumeric") == "lining-nums"
