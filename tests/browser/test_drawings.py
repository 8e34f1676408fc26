"""The type of the data graphics as a browser sets it: inside the drawing, apart from each other, large enough to read."""

import pytest

from screens import CHAPTER_ADDRESSES, DESK, PHONE

SMALLEST = 12
"""CSS pixels on a phone."""
FAULTS = """smallest => [...document.querySelectorAll('.story-graphic__svg')].flatMap(svg => {
    const name = svg.closest('figure').id, whole = svg.getBoundingClientRect(), found = [];
    const texts = [...svg.querySelectorAll('text')].map(text => {
        const sizes = [text, ...text.children].map(part => parseFloat(getComputedStyle(part).fontSize) * svg.getScreenCTM().a);
        const size = Math.min(...sizes), largest = Math.max(...sizes), box = text.getBoundingClientRect();
        // The box of a line is higher than its letters.
        // A name along an arc has a box far larger than itself.
        return {words: text.textContent, size, curved: !!text.querySelector('textPath'), left: box.left, right: box.right, top: box.top + largest * .35, bottom: box.bottom - largest * .3};
    });
    for (const [index, one] of texts.entries()) {
        if (one.size < smallest) found.push(`${name}: “${one.words}” is ${one.size.toFixed(1)} px`);
        if (one.left < whole.left - 1 || one.right > whole.right + 1 || one.top < whole.top - 1 || one.bottom > whole.bottom + 1) found.push(`${name}: “${one.words}” leaves the drawing`);
        for (const other of texts.slice(index + 1))
            if (!one.curved && !other.curved && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1)
                found.push(`${name}: “${one.words}” lies on “${other.words}”`);
    }
    return found;
})"""


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_the_words_of_a_graphic_can_be_read(still, address, path, screen):
    still.set_viewport_size(screen)
    still.goto(address + path)
    assert still.locator(".story-graphic__svg").count() > 0
    assert still.evaluate(FAULTS, SMALLEST) == []


def test_words_that_collide_are_found(still, address):
    """Else the silence of the test above would prove nothing."""
    still.set_viewport_size(PHONE)
    still.goto(address + "exchange/")
    still.evaluate(
        "document.querySelectorAll('#graphic-return-visit text').forEach(text => text.setAttribute('x', 300))"
    )
    found = still.evaluate(FAULTS, SMALLEST)
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
