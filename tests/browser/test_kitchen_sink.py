"""Whatever an editor may write in Markdown looks as if it belonged here: kitchen_sink/kitchen-sink.md."""

import re

import pytest

import axe
import crawl
from screens import DOUBLE_TYPE, LANGS, PHONE, sideways
from small import KITCHEN_SINK

ENGLISH_LEFT_BY_TOOLS = ["Note", "Warning", "Quote", "Info", "Tip", "Permanent link", "Jump back to footnote"]


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


@pytest.fixture
def sink(still, kitchen_sink, lang):
    """The tab, at the page, on a desk."""
    still.goto(f"{kitchen_sink}{LANGS[lang]}{KITCHEN_SINK}/")
    return still


def style(tab, selector, name):
    """A computed style of the first element of that kind in the text."""
    return tab.locator(f"article {selector}").first.evaluate("(e, name) => getComputedStyle(e)[name]", name)


def pixels(tab, selector, name):
    return float(style(tab, selector, name).removesuffix("px"))


def test_nothing_on_it_is_a_barrier(still, kitchen_sink, lang):
    axe.visit(still, f"{kitchen_sink}{LANGS[lang]}{KITCHEN_SINK}/")
    assert not (found := axe.pairs(still, KITCHEN_SINK, lang)), "\n".join(found)


def test_it_fits_every_screen(sink):
    assert crawl.too_wide(sink, (320, 390, 820, 1440)) == {}


def test_it_fits_a_phone_with_letters_of_twice_the_size(sink):
    sink.set_viewport_size(PHONE)
    sink.evaluate(DOUBLE_TYPE)
    assert sideways(sink) == (0, [])


def test_no_english_of_a_tool_is_left_on_the_chinese_page(still, kitchen_sink):
    still.goto(f"{kitchen_sink}{KITCHEN_SINK}/")
    words = still.evaluate(
        """document.querySelector('main').innerText
            + [...document.querySelectorAll('main :is([title], [aria-label])')]
                .map(e => e.title + ' ' + e.ariaLabel).join(' ')"""
    )
    assert [word for word in ENGLISH_LEFT_BY_TOOLS if re.search(rf"\b{word}\b", words)] == []


def test_a_note_has_a_box_and_a_title_that_can_be_told_from_its_text(sink):
    for kind in ("note", "warning", "quote", "info", "tip"):
        assert sink.locator(f".admonition.{kind} .admonition-title").first.inner_text().strip()
    assert (
        style(sink, ".admonition", "backgroundColor") != "rgba(0, 0, 0, 0)"
        or pixels(sink, ".admonition", "borderInlineStartWidth") >= 1
    )
    assert (
        min(
            pixels(sink, ".admonition", "paddingInlineStart"), pixels(sink, ".admonition", "marginBlockStart")
        )
        > 8
    )
    assert int(style(sink, ".admonition-title", "fontWeight")) >= 600


def test_a_note_that_wants_no_title_has_none(sink, lang):
    text = {"zh": "没有标题的说明", "en": "A note that wants no title"}[lang]
    assert sink.locator(".admonition", has_text=text).locator(".admonition-title").count() == 0


def test_folded_text_opens_by_keyboard_and_looks_like_something_to_open(sink):
    folded = sink.locator("article details").first
    assert folded.get_attribute("open") is None
    folded.locator("summary").focus()
    sink.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None
    assert (
        style(sink, "summary", "cursor") == "pointer"
        and float(folded.locator("summary").bounding_box()["height"]) >= 24
    )
    text, end = folded.locator("p").last.bounding_box(), folded.bounding_box()
    assert text["y"] + text["height"] <= end["y"] + end["height"], "the text sticks out of the box"


def test_a_quotation_is_set_off_and_not_by_the_browsers_own_margins(sink):
    assert (
        pixels(sink, "blockquote", "marginInlineStart") == pixels(sink, "blockquote", "marginInlineEnd") == 0
    )
    assert (
        pixels(sink, "blockquote", "borderInlineStartWidth") >= 1
        and pixels(sink, "blockquote", "paddingInlineStart") >= 12
    )


def test_a_table_has_rules_headings_and_aligned_columns(sink):
    assert (
        style(sink, "table", "borderCollapse") == "collapse" and pixels(sink, "td", "borderBottomWidth") >= 1
    )
    assert [
        sink.locator("article table")
        .first.locator("td")
        .nth(column)
        .evaluate("e => getComputedStyle(e).textAlign")
        for column in range(3)
    ] in (["start", "center", "end"], ["left", "center", "right"])
    assert "tabular-nums" in style(sink, "td", "fontVariantNumeric")


def test_a_wide_table_scrolls_in_a_box_of_its_own_that_the_keyboard_reaches(sink):
    sink.set_viewport_size(PHONE)
    box = (
        sink.locator("article table")
        .nth(1)
        .evaluate_handle(
            """e => {
                while (e && !/auto|scroll/.test(getComputedStyle(e).overflowX)) e = e.parentElement;
                return e;
            }"""
        )
        .as_element()
    )
    assert box, "nothing around the table scrolls"
    assert box.evaluate("e => e.scrollWidth > e.clientWidth && e.tabIndex == 0")


def test_numbered_and_plain_lists_keep_apart(sink):
    """A list of steps that follows a list of points is a list of its own."""
    assert sink.locator("article > ol > li").count() >= 3 and sink.locator("article > ul > li").count() == 3
    assert pixels(sink, "ul", "paddingInlineStart") < 40, "the browser's own indentation"


def test_a_definition_stands_under_its_word_and_is_indented_once(sink):
    word, meaning = (sink.locator(f"article > dl {tag}").first.bounding_box() for tag in ("dt", "dd"))
    assert meaning["y"] >= word["y"] + word["height"] - 1
    assert (
        int(style(sink, "> dl dt", "fontWeight")) >= 600 and pixels(sink, "> dl dd", "marginInlineStart") < 40
    )


def test_footnotes_stand_apart_and_lead_there_and_back(sink, lang):
    assert sink.locator(".footnote hr").is_visible() or pixels(sink, ".footnote", "borderTopWidth") >= 1
    assert pixels(sink, ".footnote", "fontSize") < pixels(sink, "> p:nth-of-type(2)", "fontSize")
    sink.locator(".footnote-ref").first.click()
    assert "#fn:1" in sink.url
    sink.locator(".footnote-backref").first.click()
    assert "#fnref:1" in sink.url


def test_headings_descend_in_size(sink):
    sizes = [pixels(sink, f"h{level}", "fontSize") for level in (1, 2, 3, 4)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes[:3])) == 3
    assert sizes[3] >= pixels(sink, "> p:nth-of-type(2)", "fontSize")


def test_code_and_keys_are_of_one_width_and_do_not_shrink_twice(sink):
    for selector in (":not(pre) > code", "pre code", "kbd"):
        assert "monospace" in style(sink, selector, "fontFamily"), selector
        assert pixels(sink, selector, "fontSize") >= 13, selector


def test_chinese_is_never_slanted(still, kitchen_sink):
    still.goto(f"{kitchen_sink}{KITCHEN_SINK}/")
    assert (
        still.locator("main *").evaluate_all(
            """all => all.filter(e => getComputedStyle(e).fontStyle == 'italic')
                .map(e => e.outerHTML.slice(0, 60))"""
        )
        == []
    )


def test_an_image_by_hand_stays_in_the_column(sink):
    sink.set_viewport_size({"width": 320, "height": 640})
    assert (
        sink.locator("article img").evaluate_all(
            """all => all.filter(e => e.getBoundingClientRect().right > innerWidth || !e.alt)
                .map(e => e.outerHTML)"""
        )
        == []
    )


def test_it_is_not_published(built):
    assert not list(built.rglob(f"{KITCHEN_SINK}*"))
