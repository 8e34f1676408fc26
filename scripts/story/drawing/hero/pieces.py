"""What the wide and the tall picture are composed of: wall and gate, skyline, houses, train, boats, birds."""

import random
from collections.abc import Sequence

from story.drawing.hero.course import Course
from story.drawing.lines import Point, curve, placed
from story.drawing.scenery import stop
from story.drawing.sheet import Sheet

BRICK, MERLON, PITCH = 34, 27, 44
"""Height of a course of the wall, width of a merlon, and from one merlon to the next."""


def warmth(sheet: Sheet, top: float, fullest: float, bottom: float) -> None:
    """Warm air over the horizon, fading into the paper above and below."""
    warm = sheet.pale("ochre", 0.72)
    sheet.haze(top, fullest, warm, 0, 0.45)
    sheet.haze(fullest, bottom, warm, 0.45, 0)


def metro(sheet: Sheet, course: Course, width: float) -> None:
    """The line with its six stops, and a bar across it at both ends."""
    sheet.stroke(course.line, "cinnabar", width)
    for end in course.ends:
        sheet.disc(end, width * 1.5, "cinnabar")
    for centre in course.stops:
        sheet.disc(centre, width * 3.1, "paper", 0.7)
        stop(sheet, centre, width * 2.4, width * 1.45)


def wall(
    sheet: Sheet, edges: tuple[float, float, float, float], scale: float, trees: Sequence[float]
) -> None:
    """A brick wall with merlons; its left end slopes where it stands in the picture. Trees before it."""
    left, top, right, bottom = edges
    brick = _brick(sheet)
    sheet.shape([(left, top), (right, top), (right, bottom), (left - 26 * scale, bottom)], brick)
    _merlons(sheet, left, right, top, brick, scale)
    sheet.box((left, top + 14 * scale, right, top + 20 * scale), sheet.dark(brick, 0.25))
    row = top + 52 * scale
    while row < bottom:
        sheet.box((left - 6 * scale, row, right, row + 2 * scale), sheet.dark(brick, 0.1))
        row += BRICK * scale
    sheet.wash((left - 10 * scale, top + 60 * scale, right, bottom), "azurite", 0, 0.25)
    chance = random.Random(round(left))
    for x in trees:
        _tree(sheet, (x, bottom), chance.uniform(40, 62) * scale)


def gate(sheet: Sheet, at: Point, scale: float, rise: float = 280) -> None:
    """A gate tower; `at` is the middle of its foot, `rise` the height of its brick base."""
    (x, y), brick = at, sheet.dark(_brick(sheet), 0.08)
    top, half = y - rise * scale, 92 * scale
    _tower(sheet, (x, top), scale)
    sheet.box((x - 250 * scale, top, x + 250 * scale, y), brick)
    _merlons(sheet, x - 250 * scale, x + 250 * scale, top, brick, scale)
    row = top + 52 * scale
    while row < y:
        sheet.box((x - 250 * scale, row, x + 250 * scale, row + 2 * scale), sheet.dark(brick, 0.08))
        row += BRICK * scale
    spring = y - rise * 0.46 * scale
    ring = 14 * scale
    for grown, colour in ((ring, sheet.dark(brick, 0.18)), (0, sheet.mix("ink", "azurite", 0.4))):
        edge = half + grown
        sheet.oval((x - edge, spring - edge, x + edge, spring + edge), colour)
        sheet.box((x - edge, spring, x + edge, y), colour)
    sheet.glow((x, y - 20 * scale), half * 1.1, "lamp", 0.5 if sheet.night else 0)


def _brick(sheet: Sheet) -> str:
    return sheet.pale(sheet.mix("muted", "ochre", 0.25), 0.42)


def _merlons(sheet: Sheet, left: float, right: float, top: float, brick: str, scale: float) -> None:
    x = left
    while x + MERLON * scale <= right + 1:
        sheet.box((x, top - 26 * scale, x + MERLON * scale, top + 2), brick)
        x += PITCH * scale


def _tower(sheet: Sheet, at: Point, scale: float) -> None:
    """Two storeys under curved roofs."""
    (x, y) = at
    for level, (half, tall, eave) in enumerate(((150, 96, 222), (104, 74, 164))):
        base = y - (0 if level == 0 else 158) * scale
        sheet.box(
            (x - half * scale, base - tall * scale, x + half * scale, base + 4), sheet.pale("ochre", 0.5)
        )
        sheet.box(
            (x - (half - 8) * scale, base - (tall - 26) * scale, x + (half - 8) * scale, base - 16 * scale),
            "lamp",
        )
        for step in range(-half + 8, half, 2 * (half - 8) // 7):
            pillar = x + step * scale
            sheet.stroke(
                [(pillar, base - tall * scale), (pillar, base - 4)], sheet.dark("ochre", 0.35), 5 * scale
            )
        _roof(sheet, (x, base - (tall - 6) * scale), half, eave, scale)


def _roof(sheet: Sheet, at: Point, half: float, eave: float, scale: float) -> None:
    """Eaves that turn up at both ends."""
    side = curve([(-eave, -8), (-half - 8, -22), (-half * 0.72, -74)])
    outline = [(-eave + 8, 4), *side, *[(-x, y) for x, y in reversed(side)], (eave - 8, 4)]
    sheet.shape(placed(outline, at, scale), sheet.dark("azurite", 0.35))
    ridge = placed(
        [(-half * 0.74, -80), (half * 0.74, -80), (half * 0.74, -68), (-half * 0.74, -68)], at, scale
    )
    sheet.shape(ridge, sheet.dark("azurite", 0.5))


def _tree(sheet: Sheet, at: Point, size: float) -> None:
    (x, y), leaf = at, sheet.pale("malachite", 0.12)
    sheet.stroke([(x, y), (x, y - size)], sheet.mix("ink", "ochre", 0.4), max(2, size / 10))
    sheet.disc((x, y - size * 1.3), size * 0.8, sheet.dark(leaf, 0.2))
    sheet.disc((x - size * 0.18, y - size * 1.4), size * 0.62, leaf)


def skyline(sheet: Sheet, edges: tuple[float, float, float, float], seed: int) -> None:
    """The city in the air behind the wall: plain blocks of several heights, lit here and there by night."""
    left, top, right, bottom = edges
    chance, x = random.Random(seed), left
    while x < right:
        wide, near = chance.uniform(26, 60), chance.random()
        tall = (bottom - top) * chance.uniform(0.35, 1) * min(1, 0.4 + 1.8 * (x - left) / (right - left))
        block = sheet.mix(sheet.mix("fog", "azurite", 0.36), "fog", 0.2 + 0.45 * near)
        sheet.box((x, bottom - tall, min(right, x + wide), bottom), block)
        if sheet.night:
            _lit(sheet, (x, bottom - tall, x + wide, bottom), chance)
        x += wide + chance.choice((-8, 0, 6, 22))


def _lit(sheet: Sheet, block: tuple[float, float, float, float], chance: random.Random) -> None:
    left, top, right, bottom = block
    for y in range(round(top) + 12, round(bottom) - 60, 20):
        for x in range(round(left) + 7, round(right) - 9, 13):
            if chance.random() < 0.34:
                sheet.box((x, y, x + 5, y + 8), "lamp", 0, 0.8)


def village(sheet: Sheet, at: Point, scale: float, seed: int) -> None:
    """A handful of houses with white walls and dark roofs on a slope."""
    chance, wall = (
        random.Random(seed),
        sheet.mix("wall", "azurite", 0.7) if sheet.night else sheet.pale("ochre", 0.8),
    )
    for dx, dy, size in ((0, 0, 1), (-64, 16, 0.86), (58, 20, 0.92), (12, 40, 1.05), (-38, 54, 0.9)):
        x, y, unit = at[0] + dx * scale, at[1] + dy * scale, size * scale
        wide = chance.uniform(24, 30) * unit
        sheet.box((x - wide, y - 30 * unit, x + wide, y), wall)
        roof = [
            (-wide - 9 * unit, -27 * unit),
            (-wide + 4 * unit, -46 * unit),
            (wide - 4 * unit, -46 * unit),
            (wide + 9 * unit, -27 * unit),
        ]
        sheet.shape(placed(roof, (x, y)), sheet.dark("azurite", 0.55))
        for step in (-0.45, 0.35):
            left = x + step * wide
            sheet.box((left - 4.5 * unit, y - 20 * unit, left + 4.5 * unit, y - 9 * unit), "lamp")
        if sheet.night:
            sheet.glow((x, y - 14 * unit), 46 * unit, "lamp", 0.35)


def train(sheet: Sheet, nose: Point, scale: float, cars: int = 4) -> None:
    """A short train in side view on a level line, its head to the right."""
    right, rail = nose
    length, gap, tall = 112 * scale, 5 * scale, 40 * scale
    body, foot = sheet.mix("wall", "azurite", 0.06), rail - 7 * scale
    for number in range(cars):
        end = right - number * (length + gap)
        start = end - length
        head = [
            (end - 26 * scale, foot - tall),
            (end - 8 * scale, foot - tall * 0.6),
            (end, foot - 8 * scale),
            (end - 3 * scale, foot),
        ]
        back = [(start + 5 * scale, foot - tall), (start, foot - tall + 5 * scale), (start, foot)]
        tail = [(end - 5 * scale, foot - tall), (end, foot - tall + 5 * scale), (end, foot)]
        sheet.shape([*reversed(back), *(head if number == 0 else tail)], body)
        sheet.shape(
            [(start, foot - 8 * scale), (end, foot - 8 * scale), (end - 3 * scale, foot), (start, foot)],
            "malachite",
            0.85,
        )
        panes = 3 if number == 0 else 4
        for pane in range(panes):
            left = start + (9 + pane * 25) * scale
            sheet.box(
                (left, foot - tall + 9 * scale, left + 19 * scale, foot - 15 * scale), "lamp", 3 * scale
            )
    if sheet.night:
        sheet.glow((right + 20 * scale, rail - 18 * scale), 60 * scale, "lamp", 0.5)


def sail(sheet: Sheet, at: Point, scale: float) -> None:
    """A boat with two sails."""
    hull = ((-62, -14), (66, -14), (42, 0), (-40, 0))
    small = (-44, -20), (-38, -92), (-6, -79), (-2, -20)
    large = (2, -20), (8, -122), (52, -105), (56, -20)
    for outline, colour in ((hull, sheet.mix("ink", "ochre", 0.4)), (small, "wall"), (large, "wall")):
        sheet.shape(placed(outline, at, scale), colour)
    if sheet.night:
        sheet.glow((at[0] - 50 * scale, at[1] - 20 * scale), 40 * scale, "lamp", 0.7)


def birds(sheet: Sheet, at: Point, scale: float) -> None:
    """A few wings far away, in a loose wedge."""
    for dx, dy, size in ((0, 0, 1), (-52, 22, 0.9), (46, 26, 0.86), (-104, 50, 0.8), (-150, 82, 0.7)):
        wing = [(-20, -7), (-9, -11), (0, 0), (9, -11), (20, -7)]
        sheet.stroke(
            placed(curve(wing, 6), (at[0] + dx * scale, at[1] + dy * scale), size * scale),
            sheet.mix("ink", "azurite", 0.5),
            2.4 * scale,
        )
