"""Every picture's file on every screen: wide enough and not much wider. test_budget.py asks a browser."""

import pytest

from story.gallery import screens
from story.gallery.recipe import FULL_BLEED, RECIPE

PLACES = [*screens.PLACES, "gallery"]


def fit(widths, need: float, original: int) -> float:
    """The file a browser takes for a need, as a multiple of it; of what the original has, if that is less."""
    least = min(need, original)
    return next((width for width in sorted(widths) if width >= least), 0) / least


@pytest.mark.parametrize("place", PLACES)
def test_no_screen_loads_a_file_too_narrow_or_far_too_wide(place):
    needed = screens.needs(screens.steps(place))
    offered = screens.chosen(RECIPE.widths, needed)
    found = {need: fit(offered, need, 2400) for need in needed}
    assert {need: each for need, each in found.items() if not 1 <= each <= screens.WASTE} == {}


@pytest.mark.parametrize(
    "shape, those, original", [("wide", screens.DESKS, 2880), ("tall", screens.PHONES, 1170)]
)
def test_no_screen_loads_a_home_picture_too_narrow_or_far_too_wide(shape, those, original):
    needed = screens.needs(screens.HOME, those)
    found = {need: fit(FULL_BLEED[shape].widths, need, original) for need in needed}
    assert {need: each for need, each in found.items() if not 1 <= each <= screens.WASTE} == {}


def test_the_commonest_phone_loads_just_what_it_needs():
    for place in ("opening", "text", "gallery"):
        need = screens.width(screens.steps(place), screens.COMMON)
        assert fit(RECIPE.widths, need, 2400) < 1.001


def test_older_browsers_have_widths_that_others_have_too():
    assert set(RECIPE.others) <= set(RECIPE.widths)


def test_a_width_is_told_as_css_says_it():
    assert screens.sizes("text") == (
        "(min-width: 105rem) 76rem, (min-width: 70.5rem) 68rem, calc(100vw - 2.55rem)"
    )
    assert screens.sizes("gallery", 0.5).startswith("(min-width: 46rem) min(27vh, 25.5rem, 26vw, 94vw), ")
