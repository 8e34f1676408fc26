"""Pieces of a blue-green landscape, and the line that runs through it.

Chance comes only from seeds, so a drawing is the same every time.
"""

import math
import random
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from story.drawing.lines import Point, bounds, curve
from story.drawing.palette import Colours, mix
from story.drawing.sheet import SCALE, Area, Sheet, pixels

FIELD = 8
"""A field of colour is painted this many times smaller: it has no edges of its own."""
BANDS = 26
MIST_FROM, MIST_FULL = 0.35, 0.97
"""Where on a mountain, from its peak down, the mist begins and where nothing else is left."""
RANGES = ((0.3, 0.68, 0.8), (0.42, 0.82, 0.55), (0.54, 0.96, 0.28), (0.68, 1.15, 0.05))
"""Ranges of a view: height of its peaks and of its foot as shares of the picture, and its distance."""
CLEAR_FROM = 0.72
"""Where a mountain begins to let through what is behind it."""
SLOPE = 9
"""Points on each slope of a mountain before it is roughened."""
ROUGHNESS = 0.09
SHOULDERS = 0.6
"""How often a mountain has a lower peak on one side."""

Peaks = Sequence[tuple[float, float, float]]
"""Where each is (x, y), and how wide its mountain."""
Ramp = tuple[str, str, str, str]
"""What one side of a mountain is painted with, from its crest down to the mist at its foot."""


def massif(sheet: Sheet, peaks: Peaks, foot: float, rock: str, distance: float, seed: int) -> None:
    """Mountains that overlap, back to front, all with their feet at `foot`.

    `rock` is azurite or malachite, over ochre over paper; `distance` 0 is near, 1 is lost in the air.
    The light comes from the left, and the feet are in the mist.
    """
    lit, dark = _pigments(sheet, rock, distance)
    for number, (x, y, width) in enumerate(peaks):
        chance = random.Random(seed * 100 + number)
        ridge = _silhouette((x, y), width, foot - y, chance)
        _paint(sheet, ridge, lit, [ridge])
        _paint(sheet, ridge, dark, _folds(ridge, foot - y, chance))


def _pigments(sheet: Sheet, rock: str, distance: float) -> tuple[Ramp, Ramp]:
    """The side in the light, and the side in the shadow."""
    haze, fog = sheet.mix("fog", "azurite", 0.1), sheet.colour("fog")
    near = rock, sheet.mix(rock, "malachite", 0.75), sheet.pale("ochre", 0.62), sheet.dark("azurite", 0.42)
    crown, body, earth, shadow = (sheet.mix(colour, haze, distance) for colour in near)
    return (crown, body, earth, fog), (shadow, mix(crown, shadow, 0.55), mix(earth, body, 0.3), fog)


def vista(width: float, height: float, colours: Colours, seed: int, light: float | None = None) -> Sheet:
    """A whole view of this size, to be seen through a window: sky, four ranges, perhaps a sun.

    `light` is where the sun is, as a share of the width.
    """
    view, chance = Sheet.blank(width, height, colours), random.Random(seed)
    sky(view, height * 0.62)
    if light is not None:
        sun(view, (width * light, height * 0.27), min(width, height) * 0.075)
    for number, (top, foot, distance) in enumerate(RANGES):
        rock = ("azurite", "malachite")[number % 2]
        peaks = _scattered(width, height, top, foot, chance)
        massif(view, peaks, height * foot, rock, distance, seed + number)
    return view


def mist(sheet: Sheet, y: float, height: float, opacity: float) -> None:
    """A bank of mist, densest at `y`."""
    sheet.haze(y - height, y, "fog", 0, opacity)
    sheet.haze(y, y + height, "fog", opacity, 0)


def sky(sheet: Sheet, bottom: float) -> None:
    """Cool air above and warm light towards the horizon, both fading into the paper."""
    cool, warm, horizon = sheet.pale("azurite", 0.6), sheet.pale("ochre", 0.6), bottom * 0.75
    sheet.haze(0, horizon, cool, 0.46, 0)
    sheet.haze(bottom * 0.35, horizon, warm, 0, 0.36)
    sheet.haze(horizon, bottom, warm, 0.36, 0)


def sun(sheet: Sheet, centre: Point, radius: float) -> None:
    """A flat apricot sun in its own light, or the moon: the strong red is kept for the line."""
    sheet.glow(centre, radius * 4.5, "orb" if sheet.night else "paper", 0.22 if sheet.night else 0.85)
    sheet.disc(centre, radius, "orb")


def lamplight(sheet: Sheet, centre: Point, radius: float, strength: float = 0.3) -> None:
    """By night the light of a lamp in a room; by day nothing."""
    if sheet.night:
        sheet.light(centre, radius, "lamp", strength)


def river(sheet: Sheet, banks: tuple[Sequence[Point], Sequence[Point]], seed: int) -> None:
    """Water between two banks, with short flat ripples."""
    water, chance = [*curve(banks[0]), *reversed(curve(banks[1]))], random.Random(seed)
    sheet.shape(water, sheet.pale("azurite", 0.56))
    left, top, right, bottom = bounds(water)
    for _ in range(round((bottom - top) / 6)):
        depth = chance.random()
        x, y = chance.uniform(left, right), top + (bottom - top) * (0.1 + 0.85 * depth)
        sheet.stroke([(x, y), (x + 40 + 130 * depth, y)], sheet.pale("azurite", 0.88), 1.5 + 2.5 * depth)


def metro_line(sheet: Sheet, points: Sequence[Point], width: float = 9, stops: Sequence[Point] = ()) -> None:
    """The thin cinnabar line that runs through every picture, with open circles for its stops."""
    sheet.stroke(points, "cinnabar", width)
    for centre in stops:
        stop(sheet, centre, width * 1.9, width * 1.05)


def stop(sheet: Sheet, centre: Point, radius: float, hole: float) -> None:
    """A stop of the line: a ring."""
    sheet.disc(centre, radius, "cinnabar")
    sheet.disc(centre, hole, "paper")


def _scattered(width: float, height: float, top: float, foot: float, chance: random.Random) -> Peaks:
    """Peaks for `massif`, the farthest first."""
    tall = height * (foot - top)
    count = max(2, round(width / tall / 1.7))
    places = [(number + chance.uniform(0.2, 0.8)) * width / count for number in range(count)]
    peak = lambda x: (x, height * top + tall * chance.uniform(0, 0.4), tall * chance.uniform(2.2, 3.2))
    return sorted(map(peak, places), key=lambda peak: peak[1])


# The outline of a mountain


def _silhouette(peak: Point, width: float, height: float, chance: random.Random) -> list[Point]:
    """A main peak and, often, a lower one beside it, round above and flaring below."""
    (x, y), half, skew = peak, width / 2, chance.uniform(0.88, 1.12)
    lobes = [(0.0, 1.0, chance.uniform(0.75, 1.0)), *_shoulders(chance)]
    points: list[Point] = []
    bell = lambda share, blunt: (1 + math.cos(math.pi * min(1, abs(share)) ** blunt)) / 2
    for step in range(-SLOPE, SLOPE + 1):
        share = step / SLOPE
        rise = max(top * bell((share - middle) / (1 - abs(middle)), blunt) for middle, top, blunt in lobes)
        points.append((x + half * share * (skew if share < 0 else 2 - skew), y + height * (1 - rise)))
    for level in range(4):
        points = _halved(points, chance, ROUGHNESS * 0.75**level)
    return points


def _shoulders(chance: random.Random) -> list[tuple[float, float, float]]:
    sides = [side for side in (-1, 1) if chance.random() < SHOULDERS]
    return [
        (side * chance.uniform(0.34, 0.52), chance.uniform(0.62, 0.8), chance.uniform(0.8, 1.1))
        for side in sides
    ]


def _halved(points: list[Point], chance: random.Random, roughness: float) -> list[Point]:
    halved = [points[0]]
    for (x1, y1), (x2, y2) in pairwise(points):
        swing = math.hypot(x2 - x1, y2 - y1) * roughness
        halved += [((x1 + x2) / 2, (y1 + y2) / 2 + chance.uniform(-swing, swing)), (x2, y2)]
    return halved


def _folds(ridge: list[Point], height: float, chance: random.Random) -> list[list[Point]]:
    """The sides turned away from the light: from each top down to the next dip, and as far again below."""
    tops, dips = _extremes(ridge)
    folds = []
    for top in tops:
        dip = next((dip for dip in dips if dip > top), len(ridge) * 15 // 16)
        length = height * (0.95 if dip > len(ridge) * 3 // 4 else 0.6)
        folds.append(_fold(ridge[top:dip], length, chance.uniform(0.2, 0.5), chance))
    return [*folds, _fold(ridge[len(ridge) // 4 : len(ridge) // 3], height * 0.4, 0.6, chance)]


def _extremes(ridge: list[Point]) -> tuple[list[int], list[int]]:
    """Where a skyline has its tops and its dips, small irregularities apart."""
    reach = len(ridge) // 9
    levels = [y for _, y in ridge]
    around = [(i, levels[i - reach : i + reach + 1]) for i in range(reach, len(ridge) - reach)]
    tops, dips = ([i for i, near in around if levels[i] == end(near)] for end in (min, max))
    return tops, dips


def _fold(slope: list[Point], length: float, lean: float, chance: random.Random) -> list[Point]:
    (x, y), (end, _) = slope[0], slope[-1]
    reach = (end - x) * lean
    spur = lambda t: (x + reach * t + chance.uniform(-0.04, 0.04) * (end - x), y + length * t)
    return [*slope, *reversed([spur(t) for t in (0.15, 0.35, 0.55, 0.8, 1)])]


# Its colours


def _paint(sheet: Sheet, ridge: list[Point], ramp: Ramp, polygons: list[list[Point]]) -> None:
    """Pigment over polygons of one mountain, clear towards its foot, where the air behind shows."""
    left, top, right, bottom = pixels(bounds([point for polygon in polygons for point in polygon]))
    left, top = max(0, left), max(0, top)
    right, bottom = min(sheet.image.width, right), min(sheet.image.height, bottom)
    if right - left < 2 or bottom - top < 2:
        return
    mask = Image.new("L", (right - left, bottom - top))
    pen = ImageDraw.Draw(mask)
    for polygon in polygons:
        pen.polygon([(x * SCALE - left, y * SCALE - top) for x, y in polygon], fill=255)
    area = left, top, right, bottom
    clear = _column(ridge, area, 1, 1, CLEAR_FROM).resize(mask.size, Image.Resampling.NEAREST)
    colour = _enlarged(_field(area, ridge, ramp), mask.size)
    sheet.image.paste(colour, (left, top), ImageChops.multiply(mask, clear))


def _enlarged(field: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Smooth at the picture's own size, which is all that `finish` leaves to be seen."""
    half = field.resize((size[0] // SCALE, size[1] // SCALE), Image.Resampling.BILINEAR)
    return half.resize(size, Image.Resampling.NEAREST)


def _column(ridge: list[Point], area: Area, step: int, start: float, end: float) -> Image.Image:
    """Shares of a mountain's height as a column of pixels: 255 at `end` and above, 0 at `start` and below."""
    _, peak, _, foot = bounds(ridge)
    heights = ((y / SCALE - peak) / (foot - peak) for y in range(area[1], area[3], step))
    shares = bytes(max(0, min(255, round((height - start) / (end - start) * 255))) for height in heights)
    return Image.frombytes("L", (1, len(shares)), shares)


def _field(area: Area, ridge: list[Point], ramp: Ramp) -> Image.Image:
    """Colour that follows the crest downwards and grows level towards the foot, as a wash of pigment does."""
    left, top, right, bottom = area
    field = Image.new("RGB", (max(2, (right - left) // FIELD), max(2, (bottom - top) // FIELD)), ramp[0])
    pen, foot = ImageDraw.Draw(field), max(y for _, y in ridge)
    for band in range(1, BANDS + 1):
        share = band / BANDS
        lower = [(x, y + (foot - y) * share) for x, y in ridge[::4]]
        line = [((x * SCALE - left) / FIELD, (y * SCALE - top) / FIELD) for x, y in lower]
        pen.polygon([*line, (line[-1][0], 9999), (line[0][0], 9999)], fill=_along(ramp, share))
    field = field.filter(ImageFilter.GaussianBlur(2))
    field.paste(ramp[-1], mask=_column(ridge, area, FIELD, MIST_FROM, MIST_FULL).resize(field.size))
    return field


def _along(ramp: Ramp, share: float) -> str:
    place = share * (len(ramp) - 1)
    index = min(int(place), len(ramp) - 2)
    return mix(ramp[index], ramp[index + 1], place - index)
