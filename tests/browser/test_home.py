"""The picture of the home page and the six stops on its line, in a real browser."""

from itertools import combinations

import pytest

from screens import LANGS
from story.drawing.hero.course import TALL, WIDE

DESK_FROM = 544
SIZES = (320, 390, 543, 560, 820, 1440, 1920, 2560)
"""Widths of windows."""
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


TEXT = """() => {
    const size = each => parseFloat(getComputedStyle(each).fontSize);
    const told = each => ({ ...each.getBoundingClientRect().toJSON(), size: size(each) });
    return {
        title: told(document.querySelector('h1')),
        picture: told(document.querySelector('.story-line img')),
        numbers: [...document.querySelectorAll('#numbers + dl dt a:first-child')].map(told),
    };
}"""


def places(visit, address: str, path: str) -> dict:
    """What stands where on a home page, by the window's width."""
    tab, found = visit(path, reduced_motion="reduce"), {}
    for width in SIZES:
        # So high that every stop can be pointed at.
        tab.set_viewport_size({"width": width, "height": 3000})
        pressed = tab.evaluate(POINTED, [course_of(width).stops, course_of(width).size])
        found[width] = tab.evaluate(TEXT) | {"pressed": pressed, "boxes": tab.evaluate(BOXES)}
    return found


@pytest.fixture(params=LANGS)
def home(request, crawled):
    return {int(width): told for width, told in crawled(places, LANGS[request.param]).items()}


def course_of(width: int):
    return WIDE if width >= DESK_FROM else TALL


def test_a_stop_of_the_line_is_pressed_where_it_is_drawn(home):
    assert {width: told["pressed"] for width, told in home.items()} == dict.fromkeys(
        SIZES, [0, 1, 2, 3, 4, 5]
    )


def test_no_stops_words_lie_on_those_of_another_or_leave_the_window(home):
    for width, told in home.items():
        over = [pair for pair in combinations(told["boxes"], 2) if meet(*pair)]
        assert over == [], width
        assert all(left >= 0 and right <= width for left, _, right, _ in told["boxes"]), width


def meet(one, other) -> bool:
    return all(one[side] < other[side + 2] - 1 and other[side] < one[side + 2] - 1 for side in (0, 1))


def test_the_picture_reaches_both_edges_of_the_window(home):
    for width, told in home.items():
        assert (told["picture"]["x"], told["picture"]["width"]) == pytest.approx((0, width), abs=1)


def test_the_title_stands_in_the_sky_above_the_line(home):
    for width, told in home.items():
        title, picture = told["title"], told["picture"]
        highest = min(y for _, y in course_of(width).stops) / course_of(width).size[0] * width
        assert picture["y"] <= title["y"] and title["y"] + title["height"] < picture["y"] + highest, width
        assert width < DESK_FROM or title["height"] < 1.5 * title["size"], (
            f"{width}: on a desk it is one line"
        )


def test_a_number_keeps_its_unit_on_one_line_inside_the_window(home):
    for width, told in home.items():
        assert len(told["numbers"]) == 3
        for number in told["numbers"]:
            assert number["height"] < 1.6 * number["size"] and number["x"] + number["width"] <= width, width


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
