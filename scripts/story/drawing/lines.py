"""Lines and outlines as lists of points, before anything is drawn along them."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def curve(points: Sequence[Point], steps: int = 16) -> list[Point]:
    """A smooth line through all the points (Catmull–Rom)."""
    padded = [points[0], *points, points[-1]]
    knots = zip(padded, padded[1:], padded[2:], padded[3:])
    smooth = [_between(knot, step / steps) for knot in knots for step in range(steps)]
    return [*smooth, points[-1]]


def rounded(edges: Box, radius: float) -> list[Point]:
    """A rectangle with round corners as a polygon, to be turned."""
    left, top, right, bottom = edges
    across, down = (left + radius, right - radius), (top + radius, bottom - radius)
    found = []
    for x, y, start in ((1, 0, -90), (1, 1, 0), (0, 1, 90), (0, 0, 180)):
        for turn in (math.radians(start + step) for step in range(0, 91, 15)):
            found.append((across[x] + radius * math.cos(turn), down[y] + radius * math.sin(turn)))
    return found


def turned(points: Sequence[Point], centre: Point, degrees: float) -> list[Point]:
    """The points turned clockwise about a centre."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    moved = [(x - centre[0], y - centre[1]) for x, y in points]
    return [(centre[0] + x * cosine - y * sine, centre[1] + x * sine + y * cosine) for x, y in moved]


def placed(outline: Sequence[Point], at: Point, scale: float = 1) -> list[Point]:
    """An outline that is measured from a point of its own, put with that point `at` a place."""
    return [(at[0] + x * scale, at[1] + y * scale) for x, y in outline]


def bounds(points: Sequence[Point]) -> Box:
    """The box that holds some points."""
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def _between(knot: tuple[Point, Point, Point, Point], t: float) -> Point:
    def one(a: float, b: float, c: float, d: float) -> float:
        square, cube = 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
        return 0.5 * (2 * b + (c - a) * t + square * t**2 + cube * t**3)

    return one(*(x for x, _ in knot)), one(*(y for _, y in knot))
