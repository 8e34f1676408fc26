"""Pieces of a blue-green landscape, drawn on a Pillow image.

Measures are those of the finished picture. A `sheet` is SCALE times as large;
`finish` reduces it. Chance comes only from seeds, so a drawing is the same every time.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from story.drawing import lettering
from story.drawing.palette import mix

SCALE = 2
GRAIN = 6
"""How far the paper grain darkens or lightens, in steps of 255."""
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

Point = tuple[float, float]
Box = tuple[float, float, float, float]


# Paper


def sheet(width: float, height: float, colour: str) -> Image.Image:
    """Blank paper for a picture of this size."""
    return Image.new("RGB", (round(width * SCALE), round(height * SCALE)), colour)


def finish(image: Image.Image, seed: int) -> Image.Image:
    """The picture at its own size, with paper grain."""
    size = image.width // SCALE, image.height // SCALE
    return grain(image.resize(size, Image.Resampling.LANCZOS), seed)


def grain(image: Image.Image, seed: int) -> Image.Image:
    """Fine paper fibres over a finished picture."""
    width, height = image.width // 2 + 1, image.height
    noise = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    fibres = noise.resize(image.size, Image.Resampling.BILINEAR).point(
        lambda v: 128 + (v - 128) * GRAIN // 128
    )
    return ImageChops.add(image, Image.merge("RGB", [fibres] * 3), 1, -128)


# Flat shapes


def shape(image: Image.Image, points: Sequence[Point], colour: str, opacity: float = 1) -> None:
    """A filled polygon."""
    if opacity >= 1:
        ImageDraw.Draw(image).polygon(_scaled(points), fill=colour)
    else:
        _through(
            image,
            bounds(points),
            colour,
            lambda pen, move: pen.polygon(move(points), fill=round(opacity * 255)),
        )


def box(image: Image.Image, edges: Box, colour: str, radius: float = 0, opacity: float = 1) -> None:
    """A rectangle with round corners: `edges` are left, top, right, bottom."""
    if opacity >= 1:
        ImageDraw.Draw(image).rounded_rectangle([edge * SCALE for edge in edges], radius * SCALE, fill=colour)
    else:
        corners = [edges[:2], edges[2:]]
        _through(
            image,
            edges,
            colour,
            lambda pen, move: pen.rounded_rectangle(move(corners), radius * SCALE, fill=round(opacity * 255)),
        )


def disc(image: Image.Image, centre: Point, radius: float, colour: str, opacity: float = 1) -> None:
    """A filled circle."""
    x, y = centre
    box(image, (x - radius, y - radius, x + radius, y + radius), colour, radius, opacity)


def oval(image: Image.Image, edges: Box, colour: str) -> None:
    """A filled ellipse inside a box."""
    ImageDraw.Draw(image).ellipse([edge * SCALE for edge in edges], fill=colour)


def stroke(image: Image.Image, points: Sequence[Point], colour: str, width: float) -> None:
    """A line of even width with round ends."""
    pen = ImageDraw.Draw(image)
    pen.line(_scaled(points), fill=colour, width=round(width * SCALE), joint="curve")
    for end in (points[0], points[-1]):
        disc(image, end, width / 2 - 0.25, colour)


def wash(
    image: Image.Image, edges: Box, colour: str, start: float, end: float, *, across: bool = False
) -> None:
    """A colour over a box that grows from opacity `start` to `end`, downwards or `across`."""
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    ramp = _ramp(lambda share: start + (end - start) * share, right - left if across else bottom - top)
    mask = ramp.transpose(Image.Transpose.ROTATE_90) if across else ramp
    image.paste(
        colour,
        (left, top, right, bottom),
        mask.resize((right - left, bottom - top), Image.Resampling.NEAREST),
    )


def fog(image: Image.Image, edges: Box, colour: str) -> None:
    """Mist that is dense at the left of a box and thins out to the right, with no edge above or below."""
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    size = right - left, bottom - top
    across = _ramp(lambda share: share, size[0]).transpose(Image.Transpose.ROTATE_270).resize(size)
    upright = _ramp(lambda share: math.sin(math.pi * share) ** 1.5, size[1]).resize(size)
    image.paste(colour, (left, top), ImageChops.multiply(across, upright))


def glow(image: Image.Image, centre: Point, radius: float, colour: str, opacity: float) -> None:
    """A round light that fades to nothing at its edge."""
    side = round(radius * 2 * SCALE)
    mask = Image.radial_gradient("L").point(lambda v: round(max(0, 1 - v / 180) ** 2 * 255 * opacity))
    left, top = round(centre[0] * SCALE - side / 2), round(centre[1] * SCALE - side / 2)
    mask = mask.resize((side, side), Image.Resampling.BILINEAR)
    image.paste(colour, (left, top, left + side, top + side), mask)


def text(
    image: Image.Image,
    at: Point,
    words: str,
    size: float,
    colour: str,
    *,
    align: str = "left",
    tracking: float = 0,
) -> None:
    """One line of type in picture measures; see `lettering.draw_text`."""
    lettering.draw_text(
        image,
        (at[0] * SCALE, at[1] * SCALE),
        words,
        round(size * SCALE),
        colour,
        align=align,
        tracking=tracking,
    )


# Lines


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


def bounds(points: Sequence[Point]) -> Box:
    """Left, top, right, bottom of some points."""
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


# Mountains


@dataclass(frozen=True)
class Pigment:
    """What a mountain is painted with, from its crest down to the mist at its foot."""

    lit: Sequence[str]
    dark: Sequence[str]


def pigment(colours: dict[str, str], rock: str, distance: float) -> Pigment:
    """Azurite or malachite over ochre over paper; `distance` 0 is near, 1 is lost in the air."""
    paper = colours["paper"]
    haze = mix(paper, colours["azurite"], 0.1)
    near = (
        colours[rock],
        mix(colours[rock], colours["malachite"], 0.75),
        mix(colours["ochre"], paper, 0.62),
        mix(colours["azurite"], colours["ink"], 0.42),
    )
    crown, body, earth, shadow = (mix(colour, haze, distance) for colour in near)
    return Pigment(
        (crown, body, earth, paper), (shadow, mix(crown, shadow, 0.55), mix(earth, body, 0.3), paper)
    )


def mountain(image: Image.Image, peak: Point, width: float, height: float, paint: Pigment, seed: int) -> None:
    """One mountain, light from the left; its foot, `height` below the peak, is in the mist."""
    chance = random.Random(seed)
    ridge = _silhouette(peak, width, height, chance)
    _paint(image, ridge, paint.lit, [ridge])
    _paint(image, ridge, paint.dark, _folds(ridge, height, chance))


def massif(
    image: Image.Image, peaks: Sequence[tuple[float, float, float]], foot: float, paint: Pigment, seed: int
) -> None:
    """Mountains that overlap, each given as (x, y, width), back to front, all with their feet at `foot`."""
    for number, (x, y, width) in enumerate(peaks):
        mountain(image, (x, y), width, foot - y, paint, seed * 100 + number)


def vista(
    width: float, height: float, colours: dict[str, str], seed: int, light: float | None = None
) -> Image.Image:
    """A whole view of this size, to be seen through a window: sky, four ranges, perhaps a sun.

    `light` is where the sun is, as a share of the width.
    """
    view, chance = sheet(width, height, colours["paper"]), random.Random(seed)
    sky(view, (0, 0, width, height * 0.62), colours)
    if light is not None:
        sun(view, (width * light, height * 0.27), min(width, height) * 0.075, colours)
    for number, (top, foot, distance) in enumerate(RANGES):
        rock = ("azurite", "malachite")[number % 2]
        peaks = _scattered(width, height, top, foot, chance)
        massif(view, peaks, height * foot, pigment(colours, rock, distance), seed + number)
    return view


def inset(
    image: Image.Image, view: Image.Image, edges: Box, radius: float = 0, offset: Point = (0, 0)
) -> None:
    """A piece of a view, seen through an opening; `offset` says where in the view the opening begins."""
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, right - left - 1, bottom - top - 1), radius * SCALE, fill=255
    )
    x, y = round(offset[0] * SCALE), round(offset[1] * SCALE)
    image.paste(view.crop((x, y, x + right - left, y + bottom - top)), (left, top), mask)


def mist(image: Image.Image, y: float, height: float, colour: str, opacity: float) -> None:
    """A bank of mist, densest at `y`."""
    width = image.width / SCALE
    wash(image, (0, y - height, width, y), colour, 0, opacity)
    wash(image, (0, y, width, y + height), colour, opacity, 0)


def sky(image: Image.Image, edges: Box, colours: dict[str, str]) -> None:
    """Cool air above and warm light towards the horizon, both fading into the paper."""
    left, top, right, bottom = edges
    cool, warm = (mix(colours[name], colours["paper"], 0.6) for name in ("azurite", "ochre"))
    middle, horizon = top + (bottom - top) * 0.35, top + (bottom - top) * 0.75
    wash(image, (left, top, right, horizon), cool, 0.46, 0)
    wash(image, (left, middle, right, horizon), warm, 0, 0.36)
    wash(image, (left, horizon, right, bottom), warm, 0.36, 0)


def sun(image: Image.Image, centre: Point, radius: float, colours: dict[str, str]) -> None:
    """A flat apricot sun in its own light: the strong red is kept for the line."""
    glow(image, centre, radius * 4.5, colours["paper"], 0.85)
    disc(image, centre, radius, mix(mix(colours["ochre"], colours["cinnabar"], 0.6), colours["paper"], 0.5))


def river(
    image: Image.Image, banks: tuple[Sequence[Point], Sequence[Point]], colour: str, light: str, seed: int
) -> None:
    """Water between two banks, with short flat ripples."""
    water = [*curve(banks[0]), *reversed(curve(banks[1]))]
    shape(image, water, colour)
    chance = random.Random(seed)
    left, top, right, bottom = bounds(water)
    for _ in range(round((bottom - top) / 6)):
        depth = chance.random()
        x, y = chance.uniform(left, right), top + (bottom - top) * (0.1 + 0.85 * depth)
        stroke(image, [(x, y), (x + 40 + 130 * depth, y)], light, 1.5 + 2.5 * depth)


# The line that runs through every picture


def metro_line(
    image: Image.Image,
    points: Sequence[Point],
    colour: str,
    width: float = 9,
    stops: Sequence[Point] = (),
    paper: str = "#fff",
) -> None:
    """The thin cinnabar line, with open circles for its stops."""
    stroke(image, points, colour, width)
    for stop in stops:
        disc(image, stop, width * 1.9, colour)
        disc(image, stop, width * 1.05, paper)


def _scaled(points):
    return [(x * SCALE, y * SCALE) for x, y in points]


def _ramp(opacity, length):
    """One column of opacities, from top to bottom."""
    return Image.frombytes("L", (1, length), bytes(round(255 * opacity(y / length)) for y in range(length)))


def _through(image, edges, colour, draw):
    """Paste a colour through a mask no larger than it must be."""
    left, top = math.floor(edges[0] * SCALE), math.floor(edges[1] * SCALE)
    mask = Image.new("L", (math.ceil(edges[2] * SCALE) - left + 1, math.ceil(edges[3] * SCALE) - top + 1))
    draw(ImageDraw.Draw(mask), lambda points: [(x * SCALE - left, y * SCALE - top) for x, y in points])
    image.paste(colour, (left, top), mask)


def _between(knot, t):
    def one(a, b, c, d):
        return 0.5 * (
            2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        )

    return one(*(x for x, _ in knot)), one(*(y for _, y in knot))


def _halved(points, chance, roughness):
    halved = [points[0]]
    for (x1, y1), (x2, y2) in pairwise(points):
        swing = math.hypot(x2 - x1, y2 - y1) * roughness
        halved += [((x1 + x2) / 2, (y1 + y2) / 2 + chance.uniform(-swing, swing)), (x2, y2)]
    return halved


def _scattered(width, height, top, foot, chance):
    tall = height * (foot - top)
    count = max(2, round(width / tall / 1.7))
    places = [(number + chance.uniform(0.2, 0.8)) * width / count for number in range(count)]
    peaks = [
        (x, height * top + tall * chance.uniform(0, 0.4), tall * chance.uniform(2.2, 3.2)) for x in places
    ]
    return sorted(peaks, key=lambda peak: peak[1])


def _silhouette(peak, width, height, chance):
    """A main peak and, often, a lower one beside it, round above and flaring below."""
    (x, y), half, skew = peak, width / 2, chance.uniform(0.88, 1.12)
    lobes = [(0, 1.0, chance.uniform(0.75, 1.0)), *_shoulders(chance)]
    points = []
    for step in range(-SLOPE, SLOPE + 1):
        share = step / SLOPE
        rise = max(top * _bell((share - middle) / (1 - abs(middle)), blunt) for middle, top, blunt in lobes)
        points.append((x + half * share * (skew if share < 0 else 2 - skew), y + height * (1 - rise)))
    for level in range(4):
        points = _halved(points, chance, ROUGHNESS * 0.75**level)
    return points


def _shoulders(chance):
    sides = [side for side in (-1, 1) if chance.random() < SHOULDERS]
    return [
        (side * chance.uniform(0.34, 0.52), chance.uniform(0.62, 0.8), chance.uniform(0.8, 1.1))
        for side in sides
    ]


def _bell(share, blunt):
    return (1 + math.cos(math.pi * min(1, abs(share)) ** blunt)) / 2


def _folds(ridge, height, chance):
    """The sides turned away from the light: from each top down to the next dip, and as far again below."""
    tops, dips = _extremes(ridge)
    folds = []
    for top in tops:
        dip = next((dip for dip in dips if dip > top), len(ridge) * 15 // 16)
        whole = dip > len(ridge) * 3 // 4
        folds.append(
            _fold(ridge[top:dip], height * (0.95 if whole else 0.6), chance.uniform(0.2, 0.5), chance)
        )
    return [*folds, _fold(ridge[len(ridge) // 4 : len(ridge) // 3], height * 0.4, 0.6, chance)]


def _extremes(ridge):
    """Where a skyline has its tops and its dips, small irregularities apart."""
    reach = len(ridge) // 9
    levels = [y for _, y in ridge]
    around = [(i, levels[i - reach : i + reach + 1]) for i in range(reach, len(ridge) - reach)]
    return [i for i, near in around if levels[i] == min(near)], [
        i for i, near in around if levels[i] == max(near)
    ]


def _fold(slope, length, lean, chance):
    (x, y), (end, _) = slope[0], slope[-1]
    reach = (end - x) * lean
    spur = [
        (x + reach * t + chance.uniform(-0.04, 0.04) * (end - x), y + length * t)
        for t in (0.15, 0.35, 0.55, 0.8, 1)
    ]
    return [*slope, *reversed(spur)]


def _paint(image, ridge, ramp, polygons):
    """Pigment over polygons of one mountain, clear towards its foot, where the air behind shows."""
    area = _inside(image, bounds([point for polygon in polygons for point in polygon]))
    left, top, right, bottom = area
    if right - left < 2 or bottom - top < 2:
        return
    mask = Image.new("L", (right - left, bottom - top))
    pen = ImageDraw.Draw(mask)
    for polygon in polygons:
        pen.polygon([(x * SCALE - left, y * SCALE - top) for x, y in polygon], fill=255)
    clear = _column(ridge, area, 1, 1, CLEAR_FROM).resize(mask.size, Image.Resampling.NEAREST)
    image.paste(
        _enlarged(_field(area, ridge, ramp), mask.size), (left, top), ImageChops.multiply(mask, clear)
    )


def _enlarged(field, size):
    """Smooth at the picture's own size, which is all that `finish` leaves to be seen."""
    half = field.resize((size[0] // SCALE, size[1] // SCALE), Image.Resampling.BILINEAR)
    return half.resize(size, Image.Resampling.NEAREST)


def _inside(image, edges):
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    return max(0, left), max(0, top), min(image.width, right), min(image.height, bottom)


def _column(ridge, area, step, start, end):
    """Shares of a mountain's height as one column of pixels: 255 at `end` and above, 0 at `start` and below."""
    _, peak, _, foot = bounds(ridge)
    heights = ((y / SCALE - peak) / (foot - peak) for y in range(area[1], area[3], step))
    shares = bytes(max(0, min(255, round((height - start) / (end - start) * 255))) for height in heights)
    return Image.frombytes("L", (1, len(shares)), shares)


def _field(area, ridge, ramp):
    """Colour that follows the crest downwards and grows level towards the foot, as a wash of pigment does."""
    left, top, right, bottom = area
    field = Image.new("RGB", (max(2, (right - left) // FIELD), max(2, (bottom - top) // FIELD)), ramp[0])
    pen, foot = ImageDraw.Draw(field), max(y for _, y in ridge)
    for band in range(1, BANDS + 1):
        share = band / BANDS
        line = [
            ((x * SCALE - left) / FIELD, ((y + (foot - y) * share) * SCALE - top) / FIELD)
            for x, y in ridge[::4]
        ]
        pen.polygon([*line, (line[-1][0], 9999), (line[0][0], 9999)], fill=_along(ramp, share))
    field = field.filter(ImageFilter.GaussianBlur(2))
    field.paste(ramp[-1], mask=_column(ridge, area, FIELD, MIST_FROM, MIST_FULL).resize(field.size))
    return field


def _along(ramp, share):
    place = share * (len(ramp) - 1)
    index = min(int(place), len(ramp) - 2)
    return mix(ramp[index], ramp[index + 1], place - index)
