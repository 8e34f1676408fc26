"""The type of data graphics as a browser sets it: inside the drawing, apart from each other, large enough."""

import pytest

import crawl
from screens import CHAPTER_ADDRESSES, PHONE


@pytest.mark.parametrize("path", [*CHAPTER_ADDRESSES, "timeline/", "en/timeline/"])
def test_the_words_of_a_graphic_can_be_read_at_every_width_and_in_the_largest_type(crawled, path):
    found = crawled(crawl.screens, path)
    assert found["graphics"] > 0 or "timeline" in path
    # Who asks for smaller letters gets them.
    faults = {
        (each["step"], each["width"]): each["unreadable"] for each in found["steps"] if each["step"] != "90"
    }
    assert {screen: each for screen, each in faults.items() if each} == {}


@pytest.mark.parametrize("path", ["train/", "en/exchange/"])
def test_a_graphic_is_as_wide_as_its_place(still, address, path):
    still.goto(address + path)
    for width in (390, 820, 1440):
        still.set_viewport_size({"width": width, "height": 900})
        for figure in still.locator(".story-graphic").all():
            widths = [
                part["width"] for part in (figure.bounding_box(), figure.locator("[role=img]").bounding_box())
            ]
            assert widths[0] == pytest.approx(widths[1]) and widths[0] > min(width - 60, 600)


@pytest.mark.parametrize(
    "rule, fault",
    [
        ("font-size: 11px", "11.0 px"),
        ("position: relative; inset-inline-end: 4rem", "leaves the drawing"),
        ("grid-area: 1 / 1", "lies on"),
    ],
)
def test_words_that_cannot_be_read_are_found(still, address, rule, fault):
    """Else the silence of the test above would prove nothing."""
    still.set_viewport_size(PHONE)
    still.goto(address + "exchange/")
    still.evaluate(
        """rule => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.story-graphic__strip span { ${rule} }`);
            document.adoptedStyleSheets = [sheet];
        }""",
        rule,
    )
    assert fault in " ".join(crawl.ask(still, "unreadable", crawl.SMALLEST))


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
    still.keyboard.press("Enter")
    assert still.evaluate("location.hash") == cell.get_attribute("href")
