"""How wide pictures are shown, and on which screens: what `sizes` tells browsers, and the widths to make.

The one list of both. Templates take `sizes` from here, the recipe its widths, and tests hold both against
the pages as browsers lay them out.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple


class Screen(NamedTuple):
    """A window in CSS pixels, and how many dots a pixel has."""

    width: int
    height: int
    dots: float


_PHONES = ((360, 740), (375, 667), (390, 844), (393, 852), (412, 915), (430, 932))
_OTHERS = ((768, 1024), (820, 1180), (1280, 720), (1440, 900), (1920, 1080))
PHONES = [Screen(*size, dots) for size in _PHONES for dots in (2, 2.625, 3)]
DESKS = [Screen(*size, dots) for size in _OTHERS for dots in (1, 2)]
"""Tablets too."""
SCREENS = [*PHONES, *DESKS]

COMMON = next(screen for screen in PHONES if screen.width == 393 and screen.dots == 3)
"""Of the phones most in use. It gets the very width it needs."""
WASTE = 1.15
"""How many times as wide as it needs to be a file may at most be."""


class Step(NamedTuple):
    """From a window of `since` rem on: as wide as the least of `lengths`, each so many vw, vh and rem."""

    since: float
    lengths: tuple[tuple[float, float, float], ...]


def _step(since: float, vw: float = 0, rem: float = 0) -> Step:
    return Step(since, ((vw, 0, rem),))


# In media queries and `sizes` a rem is 16 pixels, whatever the style sheet makes of the root's letters. From
# 105rem on these are larger (tokens.css), and pictures grow with them.
PLACES: dict[str, tuple[Step, ...]] = {
    "opening": (_step(105, rem=53.1), _step(79, rem=47.5), _step(64, vw=64.3, rem=-3.3), _step(0, vw=100)),
    "text": (_step(105, rem=76), _step(70.5, rem=68), _step(0, vw=100, rem=-2.55)),
    # Of a tall picture 45 % of the text; its caption stands beside it.
    "tall": (_step(46, rem=18.17), _step(0, vw=100, rem=-2.55)),
    "next": (
        _step(105, rem=34.5),
        _step(79, rem=30.8),
        _step(51, vw=41.7, rem=-2.1),
        _step(0, vw=100, rem=-2.55),
    ),
}
"""Where pictures stand, each with the steps of its width, the widest window first."""
HOME = (_step(0, vw=100),)
"""The home page's picture, which has widths of its own."""
PLATE = 3 / 2
"""Width of a drawn plate for its height."""


def gallery(ratio: float = PLATE) -> tuple[Step, ...]:
    """On a desk all are of one height, on a phone as wide as it and never too high: as in gallery.css."""
    desk = ((0, 54 * ratio, 0), (0, 0, 51 * ratio), (52 * ratio, 0, 0), (94, 0, 0))
    return Step(46, desk), Step(0, ((100, 0, 0), (0, 80 * ratio, 0)))


def steps(place: str, ratio: float = PLATE) -> tuple[Step, ...]:
    """Those of a picture of some width for its height."""
    if place in ("gallery", "home"):
        return gallery(ratio) if place == "gallery" else HOME
    return PLACES["tall" if place == "text" and ratio < 1 else place]


def sizes(place: str, ratio: float = PLATE) -> str:
    """The attribute of that name."""
    return ", ".join(
        (f"(min-width: {step.since:g}rem) " if step.since else "") + _css(step.lengths)
        for step in steps(place, ratio)
    )


def _css(lengths: tuple[tuple[float, float, float], ...]) -> str:
    """A length of CSS: the least of some."""
    sums = [
        " + ".join(f"{part:.5g}{unit}" for part, unit in zip(each, ("vw", "vh", "rem")) if part)
        for each in lengths
    ]
    sums = [each.replace("+ -", "- ") for each in sums]
    if len(sums) > 1:
        return f"min({', '.join(sums)})"
    return f"calc({sums[0]})" if " " in sums[0] else sums[0]


def width(steps: Iterable[Step], screen: Screen) -> float:
    """Dots across that a picture needs on a screen."""
    step = next(step for step in steps if screen.width >= 16 * step.since)
    lengths = (vw * screen.width / 100 + vh * screen.height / 100 + 16 * rem for vw, vh, rem in step.lengths)
    return screen.dots * min(lengths)


def needs(steps: Iterable[Step], screens: Iterable[Screen] = SCREENS) -> list[float]:
    """What a place needs on each screen."""
    kept = tuple(steps)
    return [width(kept, screen) for screen in screens]


def ladder(needed: Iterable[float], original: int, sure: Iterable[float] = ()) -> tuple[int, ...]:
    """The fewest widths besides the `sure` of which each need finds one that is enough and not a `WASTE`.

    None is above `original`, which has to do for whoever needs more.
    """
    widths = {min(original, math.ceil(need)) for need in sure}
    for need in sorted(needed, reverse=True):
        if not any(min(need, original) <= each <= need * WASTE for each in widths):
            widths.add(min(original, math.ceil(need)))
    return tuple(sorted(widths))


def chosen(widths: Iterable[int], needed: Iterable[float]) -> tuple[int, ...]:
    """Those of `widths` that a place's screens choose, each the least that is enough."""
    known = sorted(widths)
    return tuple(sorted({next((each for each in known if each >= need), known[-1]) for need in needed}))
