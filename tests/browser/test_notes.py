"""Citations and terms show their entry in place: by hover, by focus, by tap."""

import pytest

import crawl
from screens import CHAPTER_ADDRESSES, PHONE

CITE = ".story-article .story-cite[href$='#train-build-days']"
TERM = ".story-article .story-term"
BOX = ".story-popover:popover-open"
FINGER = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
ALONE = """() => [...document.querySelectorAll('.story-article .story-source')].filter(mark => {
    const words = document.createRange(), before = mark.previousSibling, ring = mark.getBoundingClientRect();
    if (!before || !mark.checkVisibility()) return false;
    words.selectNodeContents(before);
    const last = [...words.getClientRects()].pop();
    return ring.left < last.left;
}).map(mark => mark.parentNode.textContent.slice(-12))"""
"""Marks that stand on another line than the last words before them."""
UNDER = """box => {
    const note = box.lastElementChild, place = note.getBoundingClientRect();
    const apart = b =>
        b.left >= place.right || b.right <= place.left || b.top >= place.bottom || b.bottom <= place.top;
    return [...document.querySelectorAll('article > *, nav, footer, figure, .story-background')]
        .filter(each => each !== note && !each.contains(note) && !apart(each.getBoundingClientRect()))
        .map(each => each.outerHTML.slice(0, 60));
}"""
"""What lies where the note of a box does."""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_hovering_shows_the_entry_and_leaving_hides_it(visit, lang):
    tab = visit(lang + "train/")
    tab.hover(CITE)
    tab.wait_for_selector(BOX)
    assert "50" in tab.inner_text(BOX) and "P09" in tab.inner_text(BOX)
    tab.mouse.move(5, 5)
    tab.wait_for_selector(BOX, state="detached")


def test_the_entry_stays_while_the_pointer_is_on_it(visit):
    tab = visit("train/")
    tab.hover(CITE)
    tab.wait_for_selector(BOX)
    tab.hover(BOX)
    tab.wait_for_timeout(400)
    assert tab.locator(BOX).count() == 1
    tab.click(BOX + " .story-popover__more")
    assert tab.url.endswith("/figures/#train-build-days")


def test_the_keyboard_shows_the_entry_and_escape_hides_it(visit):
    tab = visit("train/")
    tab.locator(CITE).first.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    tab.wait_for_selector(BOX)
    assert tab.evaluate("document.activeElement.getAttribute('aria-describedby')") == "note"
    tab.keyboard.press("Escape")
    assert tab.locator(BOX).count() == 0
    assert tab.evaluate("document.activeElement.matches('.story-cite')")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/figures/#train-build-days")


def test_the_first_tap_shows_the_entry_and_the_second_follows_the_link(visit):
    tab = visit("train/", **FINGER)
    here = tab.url
    tab.tap(CITE)
    tab.wait_for_selector(BOX)
    assert tab.url == here
    tab.tap(CITE)
    tab.wait_for_url("**/figures/#train-build-days")


def test_a_tap_beside_it_closes_the_entry(visit):
    tab = visit("en/train/", **FINGER)
    tab.tap(CITE)
    tab.wait_for_selector(BOX)
    tab.tap("h1")
    assert tab.locator(BOX).count() == 0


def test_a_term_shows_its_pinyin_and_explanation(visit):
    tab = visit("en/party-building/")
    tab.hover(TERM + "[href$='#guazhi']")
    tab.wait_for_selector(BOX)
    assert "guàzhí" in tab.inner_text(BOX) and "挂职" in tab.inner_text(BOX)


@pytest.mark.parametrize("path", ["train/", "en/measures/", "en/", "gallery/", "en/timeline/", "about/"])
def test_every_citation_of_a_page_has_its_entry(crawled, path):
    assert crawled(crawl.screens, path)["without_entry"] == []


def test_the_entry_never_leaves_a_narrow_window(visit):
    tab = visit("en/train/", fresh=True, viewport={"width": 800, "height": 500})
    tab.clock.install()
    for link in tab.locator(".story-article p > .story-cite").all()[:12]:
        link.scroll_into_view_if_needed()
        link.hover()
        tab.clock.run_for(1000)
        box = tab.locator(BOX).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 800
        tab.mouse.move(0, 0)
        tab.clock.run_for(1000)
        assert tab.locator(BOX).count() == 0


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_the_text_is_calm(crawled, path):
    """Every third letter of some chapters stood underlined."""
    assert 0.005 < crawled(crawl.screens, path)["underlined"] <= 0.08


def lined(tab, words) -> bool:
    return "underline" in words.evaluate("e => getComputedStyle(e).textDecorationLine")


def test_a_citation_in_words_shows_itself_when_the_pointer_is_on_its_paragraph(visit):
    tab = visit("train/")
    words, number = (
        tab.locator(f".story-cite[href$='#{name}']").first for name in ("media-cnr", "train-count")
    )
    assert not lined(tab, words) and lined(tab, number.locator("data"))
    tab.locator("p", has=words).hover(position={"x": 2, "y": 2})
    assert lined(tab, words) and not lined(tab, number)


def test_a_reader_who_asks_for_every_source_sees_them(visit):
    tab = visit("train/")
    words, mark = (tab.locator(f"#heard + p .story-{name}").first for name in ("cite", "source"))
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert mark.evaluate(size) == 0
    tab.evaluate("document.documentElement.dataset.sources = 'all'")
    assert lined(tab, words) and mark.evaluate(size) >= 12 and mark.inner_text() == "P10"


@pytest.mark.parametrize(
    ("path", "name"), [("train/", "这一段的出处"), ("en/train/", "Sources of this paragraph")]
)
def test_the_mark_of_a_paragraph_opens_all_that_it_rests_on(visit, path, name):
    tab = visit(path, **FINGER)
    block = tab.locator("#heard + p")
    cited = block.locator(".story-cite").evaluate_all("all => [...new Set(all.map(e => e.hash.slice(1)))]")
    [mark] = block.get_by_role("link", name=name).all()
    mark.tap()
    tab.wait_for_selector(BOX)
    shown = tab.locator(f"{BOX} dd").evaluate_all("all => all.map(e => e.dataset.entry)")
    assert shown == cited and len(cited) > 4
    assert tab.locator(f"{BOX} dt").all_inner_texts() == [tab.locator(f"{BOX} dt a").inner_text()]


def test_the_mark_of_a_drawing_opens_what_its_table_says(visit):
    tab = visit("train/")
    tab.hover("#graphic-train-elements .story-source")
    tab.wait_for_selector(BOX)
    assert tab.locator(f"{BOX} dd").count() == 4


@pytest.mark.parametrize("path", ["train/", "en/exchange/"])
def test_a_mark_is_large_enough_for_a_finger_and_never_alone_on_a_line(visit, path):
    tab = visit(path, **FINGER)
    for width in range(320, 440, 12):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate(ALONE) == []
    size = "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())"
    boxes = f"{size}.map(box => Math.min(box.width, box.height))"
    assert min(tab.locator(".story-article .story-source").evaluate_all(boxes)) >= 24


@pytest.mark.parametrize("width", [1200, 1440, 1920])
@pytest.mark.parametrize("path", ["train/", "store/", "en/store/", "en/exchange/", "en/party-building/"])
def test_a_note_begins_beside_its_paragraph_and_lies_on_nothing(visit, path, width):
    """It stood a block late."""
    tab = visit(path, viewport={"width": width, "height": 900})
    notes = tab.locator(".story-noted")
    assert notes.count() > 0
    for note in notes.all():
        words, beside = (note.locator("> *").nth(at).bounding_box() for at in (0, 1))
        assert abs(words["y"] - beside["y"]) < 12 and beside["x"] > words["x"] + words["width"]
        assert note.evaluate(UNDER) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_foot_is_one_line_and_each_word_of_it_opens_its_part(visit, script):
    tab = visit("train/", **FINGER, java_script_enabled=script)
    for part, words in (("cited", "S6号线"), ("citation", "[EB/OL]"), ("share", "海报")):
        sheet = tab.locator(f"#foot-{part}")
        assert not sheet.is_visible()
        tab.tap(f".story-foot [popovertarget=foot-{part}]")
        assert words in sheet.inner_text()
        sheet.locator("> button").tap()
        assert not sheet.is_visible()
    height = tab.locator(".story-foot").bounding_box()["height"]
    assert height < 60, "one line"


def test_without_a_script_a_citation_is_a_link(visit):
    tab = visit("train/", java_script_enabled=False)
    tab.click(CITE)
    assert tab.url.endswith("/figures/#train-build-days")
    assert tab.locator("#train-build-days").is_visible()
