"""The type of data graphics as a browser sets it: inside the drawing, apart from each other, large enough."""

import pytest

import crawl
from screens import CHAPTER_ADDRESSES, PHONE


@pytest.mark.parametrize("screen", ["phone", "desk"])
@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_the_words_of_a_graphic_can_be_read(crawled, path, screen):
    found = crawled(crawl.screens, path)
    assert found["graphics"] > 0
    assert found["unreadable"][screen] == []


def test_words_that_collide_are_found(still, address):
    """Else the silence of the test above would prove nothing."""
    still.set_viewport_size(PHONE)
    still.goto(address + "exchange/")
    still.evaluate(
        "document.querySelectorAll('#graphic-return-visit text').forEach(text => text.setAttribute('x', 300))"
    )
    found = crawl.ask(still, "unreadable", crawl.SMALLEST)
    assert any("leaves the drawing" in fault for fault in found) and any(
        "lies on" in fault for fault in found
    )


@pytest.mark.parametrize("path", ["measures/", "en/measures/"])
def test_a_cell_of_the_measures_is_reached_by_keyboard_and_leads_to_its_measure(still, address, path):
    still.set_viewport_size(PHONE)
    still.goto(address + path)
    cell = still.locator("#graphic-rhythm a").nth(6)
    box = cell.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24
    still.locator("#graphic-rhythm a").nth(5).focus()
    still.keyboard.press("Tab")
    assert cell.evaluate("link => link.matches(':focus-visible')")
    assert cell.locator("path").evaluate("path => getComputedStyle(path).stroke") != still.locator(
        "#graphic-rhythm a path"
    ).nth(9).evaluate("path => getComputedStyle(path).stroke")
    still.keyboard.press("Enter")
    assert still.evaluate("location.hash") == cell.evaluate("link => link.href.baseVal")
