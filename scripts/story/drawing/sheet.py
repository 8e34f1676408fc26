"""A sheet of paper to draw on, and flat shapes in the story's colours.

Measures are those of the finished picture; the sheet itself is SCALE times as large, and `finish` reduces it.
A colour is the name of a token (`"azurite"`) or hex, so that one drawing serves every palette.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from story.drawing import lettering, palette
from story.drawing.lines import Box, Point, bounds, rounded, turned

SCALE = 2
GRAIN = 6
"""How far the paper grain darkens or lightens, in steps of 255."""

Area = tuple[int, int, int, int]
"""A box in pixels of the sheet itself."""


@dataclass(frozen=True)
class Sheet:
    """An image and the colour tokens, by name, that are drawn on it with."""

    image: Image.Image
    colours: palette.Colours

    @classmethod
    def blank(cls, width: float, height: float, colours: palette.Colours) -> "Sheet":
        """Blank paper for a picture of this size."""
        size = round(width * SCALE), round(height * SCALE)
        return cls(Image.new("RGB", size, colours["paper"]), colours)

    def finish(self, seed: int) -> Image.Image:
        """The picture at its own size, with paper grain."""
        return _grain(self.bare(), seed)

    def bare(self) -> Image.Image:
        """The picture at its own size. Without grain it weighs a third, and its paper is that of the page."""
        size = self.image.width // SCALE, self.image.height // SCALE
        return self.image.resize(size, Image.Resampling.LANCZOS)

    @property
    def width(self) -> float:
        """Of the finished picture."""
        return self.image.width / SCALE

    @property
    def night(self) -> bool:
        """Whether its colours are those of the night."""
        return self.colours["lamp"] == palette.NIGHT["lamp"]

    # Colours

    def colour(self, name: str) -> str:
        """A token as hex; hex as it is."""
        return self.colours.get(name, name)

    def mix(self, first: str, second: str, share: float) -> str:
        """A colour between two; `share` 0 is all first, 1 is all second."""
        return palette.mix(self.colour(first), self.colour(second), share)

    def pale(self, colour: str, share: float) -> str:
        """A colour with so much of the paper in it."""
        return self.mix(colour, "paper", share)

    def dark(self, colour: str, share: float) -> str:
        """A colour with so much ink in it."""
        return self.mix(colour, "ink", share)

    # Flat shapes

    def ground(self, colour: str) -> None:
        """All of the sheet in one colour."""
        self.image.paste(self.colour(colour), (0, 0, *self.image.size))

    def shape(self, points: Sequence[Point], colour: str, opacity: float = 1) -> None:
        """A filled polygon."""
        self._fill(bounds(points), colour, opacity, lambda pen, at, fill: pen.polygon(at(points), fill))

    def box(self, edges: Box, colour: str, radius: float = 0, opacity: float = 1) -> None:
        """A rectangle with round corners."""
        corners, turn = [edges[:2], edges[2:]], radius * SCALE
        draw = lambda pen, at, fill: pen.rounded_rectangle(at(corners), turn, fill)
        self._fill(edges, colour, opacity, draw)

    def level(self, top: float, bottom: float, colour: str) -> None:
        """A rectangle from edge to edge of the picture."""
        self.box((0, top, self.width, bottom), colour)

    def disc(self, centre: Point, radius: float, colour: str, opacity: float = 1) -> None:
        """A filled circle."""
        x, y = centre
        self.box((x - radius, y - radius, x + radius, y + radius), colour, radius, opacity)

    def oval(self, edges: Box, colour: str) -> None:
        """A filled ellipse inside a box."""
        corners = [edges[:2], edges[2:]]
        self._fill(edges, colour, 1, lambda pen, at, fill: pen.ellipse(at(corners), fill))

    def stroke(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line of even width with round ends."""
        pixels = _moved((0, 0))(points)
        ImageDraw.Draw(self.image).line(pixels, self.colour(colour), round(width * SCALE), joint="curve")
        for end in (points[0], points[-1]):
            self.disc(end, width / 2 - 0.25, colour)

    def text(
        self, at: Point, words: str, size: float, colour: str, *, align: str = "left", tracking: float = 0
    ) -> None:
        """One line of type; see `lettering.draw_text`."""
        place, pixels = (at[0] * SCALE, at[1] * SCALE), round(size * SCALE)
        lettering.draw_text(self.image, place, words, pixels, self.colour(colour), align, tracking)

    def _fill(self, edges: Box, colour: str, opacity: float, draw: Callable) -> None:
        """Draw on the image; where it is to shine through, on a mask no larger than it must be.

        `draw(pen, at, fill)` gets what turns points into pixels as `at`.
        """
        if opacity >= 1:
            draw(ImageDraw.Draw(self.image), _moved((0, 0)), self.colour(colour))
            return
        left, top = math.floor(edges[0] * SCALE), math.floor(edges[1] * SCALE)
        size = math.ceil(edges[2] * SCALE) - left + 1, math.ceil(edges[3] * SCALE) - top + 1
        mask = Image.new("L", size)
        draw(ImageDraw.Draw(mask), _moved((left, top)), round(opacity * 255))
        self.image.paste(self.colour(colour), (left, top), mask)

    # Air and light

    def wash(self, edges: Box, colour: str, start: float, end: float) -> None:
        """A colour over a box that grows downwards from opacity `start` to `end`."""
        left, top, right, bottom = pixels(edges)
        mask = _ramp(lambda share: start + (end - start) * share, bottom - top)
        mask = mask.resize((right - left, bottom - top), Image.Resampling.NEAREST)
        self.image.paste(self.colour(colour), (left, top), mask)

    def haze(self, top: float, bottom: float, colour: str, start: float, end: float) -> None:
        """A wash from edge to edge of the picture."""
        self.wash((0, top, self.width, bottom), colour, start, end)

    def fog(self, edges: Box, colour: str) -> None:
        """Mist that is dense at the left of a box and thins out to the right, with no edge above or below."""
        left, top, right, bottom = pixels(edges)
        size = right - left, bottom - top
        across = _ramp(lambda share: share, size[0]).transpose(Image.Transpose.ROTATE_270).resize(size)
        upright = _ramp(lambda share: math.sin(math.pi * share) ** 1.5, size[1]).resize(size)
        self.image.paste(self.colour(colour), (left, top), ImageChops.multiply(across, upright))

    def glow(self, centre: Point, radius: float, colour: str, opacity: float) -> None:
        """A round light that fades to nothing at its edge."""
        mask, corner = _round(centre, radius, opacity)
        self.image.paste(self.colour(colour), corner, mask)

    def light(self, centre: Point, radius: float, colour: str, strength: float) -> None:
        """A round light that makes what it falls on brighter, and hides nothing of it."""
        mask, (x, y) = _round(centre, radius, strength)
        area = (
            max(0, x),
            max(0, y),
            min(self.image.width, x + mask.width),
            min(self.image.height, y + mask.height),
        )
        lit = Image.new("RGB", (area[2] - area[0], area[3] - area[1]))
        lit.paste(self.colour(colour), (x - area[0], y - area[1]), mask)
        self.image.paste(ImageChops.screen(self.image.crop(area), lit), area[:2])

    # A view in the picture

    def inset(self, view: "Sheet", edges: Box, radius: float = 0, offset: Point = (0, 0)) -> None:
        """A piece of a view, seen through an opening; `offset` says where in the view the opening begins."""
        left, top, right, bottom = pixels(edges)
        size = right - left, bottom - top
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius * SCALE, fill=255)
        x, y = round(offset[0] * SCALE), round(offset[1] * SCALE)
        self.image.paste(view.image.crop((x, y, x + size[0], y + size[1])), (left, top), mask)

    def lay(self, view: "Sheet", centre: Point, degrees: float) -> None:
        """A whole view, turned clockwise about `centre`, as if it lay there."""
        laid = view.image.rotate(-degrees, Image.Resampling.BILINEAR, expand=True)
        corner = [round(middle * SCALE - side / 2) for middle, side in zip(centre, laid.size)]
        (x, y), (half, tall) = centre, (side / SCALE / 2 - 1 for side in view.image.size)
        outline = turned(rounded((x - half, y - tall, x + half, y + tall), 0), centre, degrees)
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon(_moved((0, 0))(outline), 255)
        place = corner[0], corner[1], corner[0] + laid.width, corner[1] + laid.height
        self.image.paste(laid, place, mask.crop(place))

    def below(self, y: float) -> "Sheet":
        """The sheet without what is above `y`."""
        return Sheet(self.image.crop((0, round(y * SCALE), *self.image.size)), self.colours)


def pixels(edges: Box) -> Area:
    """A box on the sheet itself."""
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    return left, top, right, bottom


def _moved(corner: tuple[int, int]) -> Callable[[Sequence[Point]], list[Point]]:
    """What turns points of the picture into those of an image that begins at `corner` of the sheet."""
    return lambda points: [(x * SCALE - corner[0], y * SCALE - corner[1]) for x, y in points]


def _round(centre: Point, radius: float, opacity: float) -> tuple[Image.Image, tuple[int, int]]:
    """How dense a round light is, and where on the sheet that begins."""
    side = round(radius * 2 * SCALE)
    mask = Image.radial_gradient("L").point(lambda v: round(max(0, 1 - v / 180) ** 2 * 255 * opacity))
    corner = round(centre[0] * SCALE - side / 2), round(centre[1] * SCALE - side / 2)
    return mask.resize((side, side), Image.Resampling.BILINEAR), corner


def _ramp(opacity: Callable[[float], float], length: int) -> Image.Image:
    """One column of opacities, from top to bottom."""
    return Image.frombytes("L", (1, length), bytes(round(255 * opacity(y / length)) for y in range(length)))


def _grain(image: Image.Image, seed: int) -> Image.Image:
    """Fine paper fibres over a finished picture."""
    width, height = image.width // 2 + 1, image.height
    noise = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    fibres = noise.resize(image.size, Image.Resampling.BILINEAR)
    fibres = fibres.point(lambda v: 128 + (v - 128) * GRAIN // 128)
    return ImageChops.add(image, Image.merge("RGB", [fibres] * 3), 1, -128)
