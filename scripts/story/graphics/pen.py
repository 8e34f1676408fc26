"""Words in HTML, which wrap and grow with the reader's type; marks in strips, which stretch to any width."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as etree

from story.language.counting import HAN

POINT = "h.001"
"""A dot of a round pen. One of no length is as many times too large in WebKit as its strip is stretched
(bugs.webkit.org 249265, mended in 2026)."""
FRAY = 3
"""How many marks long an open end is; its pieces stand for no number."""
_PIECES = ((0, 0.3), (0.44, 0.2), (0.8, 0.12)), ((0.14, 0.22), (0.6, 0.14)), ((0.4, 0.14),)


@dataclass(frozen=True)
class Pen:
    """Draws into one element, in one language (`zh` or `en`)."""

    element: etree.Element
    lang: str

    def add(self, tag: str, kind: str = "", text: str = "", **attributes: object) -> "Pen":
        """An element, and the pen that draws into it; `kind` is its class without what all begin with.

        Underscores in names stand for hyphens: `data_fact="id"`.
        """
        written = {"class": f"story-graphic__{kind}"} if kind else {}
        written |= {key.replace("_", "-"): str(value) for key, value in attributes.items()}
        child = Pen(etree.SubElement(self.element, tag, written), self.lang)
        child.say(text)
        return child

    def say(self, text: str) -> None:
        """Text into the element itself; Chinese in English carries its language, or has Japanese glyphs."""
        self.element.text = text
        if self.lang == "en" and re.search(f"[{HAN}]", text):
            self.element.set("lang", "zh-Hans")

    def head(self, figure: str, label: str) -> "Pen":
        """A large numeral and what it counts."""
        line = self.add("p")
        line.add("b", text=figure)
        line.add("span", text=label)
        return line

    def strip(self, width: float, tall: float = 1, **attributes: object) -> "Pen":
        """As wide as there is room, `width` by `tall` units of its own. It stretches, and strokes do not."""
        box = f"0 0 {number(width)} {number(tall)}"
        return self.add("svg", "", "", viewBox=box, preserveAspectRatio="none", **attributes)

    def path(self, steps: Iterable[str], kind: str = "", **attributes: object) -> "Pen":
        """One outline of many parts."""
        return self.add("path", kind, "", d="".join(steps), **attributes)

    def fan(self, count: int, inward: bool, **attributes: object) -> None:
        """Lines that come together in one, or that part from it."""
        svg, middle = self.strip(2, count, **attributes), number(count / 2)
        ends = [number(place + 0.5) for place in range(count)]
        pairs = [(end, middle) if inward else (middle, end) for end in ends]
        svg.path((f"M0 {start}C1.2 {start} .8 {end} 2 {end}" for start, end in pairs), "strand")
        svg.path([f"M{2 if inward else 0} {middle}h{-0.3 if inward else 0.3}"], "rail")
        svg.path([f"M{0 if inward else 2} .5{POINT}", *[f"m0 1{POINT}"] * (count - 1)], "stop")


def ticks(count: int, first: float = 0.5) -> list[str]:
    """A mark for each, from one unit to the next."""
    return [f"M{number(first)} 0v1", *["m1-1v1"] * (count - 1)]


def dots(count: int, first: float = 0.5) -> list[str]:
    """The same as points of a round pen, half-way up."""
    return [f"M{number(first)} .5{POINT}", *[f"m1 0{POINT}"] * (count - 1)]


def blocks(count: int) -> list[str]:
    """The same as blocks that fill their unit."""
    return ["M0 0h1v1h-1z", *["m1 0h1v1h-1z"] * (count - 1)]


def frayed(at: float, step: int = 1) -> list[str]:
    """The open end of a lower bound: what would be the next marks, in pieces; `step` -1 runs backwards."""
    places = [(at + step * index, pieces) for index, pieces in enumerate(_PIECES)]
    return [f"M{number(x)} {start:g}v{length:g}" for x, pieces in places for start, length in pieces]


def number(value: float) -> str:
    """As short as it can be written."""
    return f"{value:.2f}".strip("0").rstrip(".") or "0"
