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
    corners = [
        (right - radius, top + radius, -90),
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, 90),
        (left + radius, top + radius, 180),
    ]
    return [
        (x + radius * math.cos(math.radians(start + turn)), y + radius * math.sin(math.radians(start + turn)))
        for x, y, start in corners
        for turn in range(0, 91, 15)
    ]


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
