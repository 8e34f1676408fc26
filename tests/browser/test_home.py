"""The picture of the home page and the six stops on its line, in a real browser."""

from itertools import combinations

import pytest

from screens import LANGS
from story.drawing.hero.course import TALL, WIDE

DESK_FROM = 544
SIZES = {320: 700, 390: 844, 543: 900, 560: 900, 820: 1180, 1440: 900, 1920: 1080, 2560: 1440}
"""Windows: width and height."""
POINTED = """([stops, [width]]) => {
    const line = document.querySelector('.story-line'), box = line.getBoundingClientRect();
    return stops.map(([x, y]) => {
        const found = document.elementFromPoint(x / width * innerWidth, box.top + y / width * innerWidth);
        return [...line.querySelectorAll('li')].indexOf(found?.closest('li'));
    });
}"""
BOXES = """() => [...document.querySelectorAll('.story-line li a')].map(link => {
    const parts = [...link.children].map(each => each.getBoundingClientRect());
    const edge = (side, most) => most(...parts.map(part => part[side]));
    return ['left', 'top'].map(side => edge(side, Math.min)).concat(
        ['right', 'bottom'].map(side => edge(side, Math.max)));
})"""


@pytest.fixture(
    params=[(lang, width) for lang in LANGS for width in SIZES], ids=lambda each: f"{each[0]}-{each[1]}"
)
def home(request, visit):
    lang, width = request.param
    return visit(LANGS[lang], viewport={"width": width, "height": SIZES[width]}, reduced_motion="reduce")


def width(tab) -> int:
    return tab.viewport_size["width"]


def test_a_stop_of_the_line_is_pressed_where_it_is_drawn(home):
    course = WIDE if width(home) >= DESK_FROM else TALL
    home.set_viewport_size({"width": width(home), "height": 3000})  # so that every stop can be pointed at
    assert home.evaluate(POINTED, [course.stops, course.size]) == [0, 1, 2, 3, 4, 5]


def test_no_stops_words_lie_on_those_of_another_or_leave_the_window(home):
    boxes = home.evaluate(BOXES)
    over = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]
    assert over == []
    assert all(left >= 0 and right <= width(home) for left, _, right, _ in boxes)


def test_the_picture_reaches_both_edges_of_the_window(home):
    box = home.locator(".story-line img").bounding_box()
    assert (box["x"], box["width"]) == pytest.approx((0, width(home)), abs=1)


def test_the_title_stands_in_the_sky_above_the_line(home):
    title, picture = (home.locator(each).bounding_box() for each in ("h1", ".story-line img"))
    course = WIDE if width(home) >= DESK_FROM else TALL
    highest = min(y for _, y in course.stops) / course.size[0] * width(home)
    assert picture["y"] <= title["y"] and title["y"] + title["height"] < picture["y"] + highest
    if width(home) >= DESK_FROM:
        size = float(
            home.eval_on_selector("h1", "each => getComputedStyle(each).fontSize").removesuffix("px")
        )
        assert title["height"] < 1.5 * size, "on a desk it is one line"


def test_a_number_keeps_its_unit_on_one_line_inside_the_window(home):
    for number in home.locator("#numbers + dl dt").all():
        box = number.locator("a").first.bounding_box()
        size = float(number.evaluate("each => getComputedStyle(each).fontSize").removesuffix("px"))
        assert box["height"] < 1.6 * size and box["x"] + box["width"] <= width(home)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_with_three_dots_to_a_pixel_fetches_a_light_picture_of_its_own(visit, built, scheme):
    tab = visit(
        "", viewport={"width": 390, "height": 844}, device_scale_factor=3, color_scheme=scheme, fresh=True
    )
    tab.wait_for_selector(".story-line img")
    image = tab.locator(".story-line img")
    image.evaluate("each => each.decode()")
    name = image.evaluate("each => each.currentSrc").rpartition("/")[2]
    assert (
        name.startswith("hero-tall")
        and name.endswith("-1170.avif")
        and ("night" in name) is (scheme == "dark")
    )
    assert (built / "assets/photos" / name).stat().st_size <= 40_000
