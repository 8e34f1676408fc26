"""Where the line runs in the picture of the home page: drawn along by Pillow, and followed by the links."""

from collections.abc import Sequence
from dataclasses import dataclass

from story.drawing.lines import Point, curve


@dataclass(frozen=True)
class Course:
    """A line through a picture of `size`: the points it runs through, the first and the last of them its two
    termini, and which of the others are its stops, counted from 0."""

    size: tuple[int, int]
    knots: Sequence[Point]
    at: Sequence[int]

    @property
    def line(self) -> list[Point]:
        """All of it, drawn out."""
        return curve(self.knots)

    @property
    def stops(self) -> list[Point]:
        """Where the stops are."""
        return [self.knots[number] for number in self.at]

    @property
    def ends(self) -> list[Point]:
        """Where the termini are."""
        return [self.knots[0], self.knots[-1]]


_DECK = 942
WIDE = Course(
    (2880, 1440),
    (
        (52, 872), (170, 900), (288, 874), (450, 836), (600, 890), (749, 912), (900, 878), (1060, 930),
        *((x, _DECK) for x in (1210, 1440, 1670, 1900, 2131, 2360, 2592, 2828)),
    ),
    (2, 5, 8, 10, 12, 14),
)  # fmt: skip
TALL = Course(
    (1170, 2808),
    (
        (835, 590), (700, 640), (735, 715), (520, 765), (250, 800), (180, 900), (215, 1040), (262, 1180),
        (225, 1320), (172, 1460), (205, 1600), (255, 1740), (228, 1880), (176, 2020), (190, 2160),
        (245, 2300), (262, 2440), (290, 2580), (410, 2676), (585, 2690),
    ),
    (5, 7, 9, 11, 13, 15),
)  # fmt: skip


def style() -> str:
    """CSS with the place of every terminus and stop, in hundredths of the picture's width: `--x` and `--y` in
    the tall one, `--wide-x` and `--wide-y` in the wide one."""
    pairs = zip(*(_places(course) for course in (TALL, WIDE)))
    return "".join(
        f".story-line {name}{{--x:{x};--y:{y};--wide-x:{wide_x};--wide-y:{wide_y}}}"
        for (name, x, y), (_, wide_x, wide_y) in pairs
    )


def _places(course: Course) -> list[tuple[str, str, str]]:
    """Selector, distance from the left and from above, of each terminus and stop."""
    share = lambda place: f"{100 * place / course.size[0]:.4g}cqi"
    names = [
        *(f"li:nth-child({number})" for number, _ in enumerate(course.at, 1)),
        "p:first-of-type",
        "p:last-of-type",
    ]
    return [(name, share(x), share(y)) for name, (x, y) in zip(names, [*course.stops, *course.ends])]
