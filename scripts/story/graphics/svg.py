"""Elements of SVG, and words that fit: lengths are user units, and a phone shows about one as a CSS pixel."""

import re
from xml.etree import ElementTree as etree

from story.counting import HAN

WIDTH = 360
"""Of every graphic: the text column of a phone, where the type must still be read."""
SIZE = 13
"""Of the type, in user units."""


def canvas(height: float, width: float = WIDTH) -> etree.Element:
    return etree.Element("svg", {"class": "story-graphic__svg", "viewBox": f"0 0 {number(width)} {number(height)}", "role": "img"})


def add(parent: etree.Element, tag: str, kind: str = "", **attributes) -> etree.Element:
    """A shape; `kind` is its class. Underscores in names stand for hyphens: `data_fact="id"`."""
    written = {key.replace("_", "-"): number(value) if isinstance(value, float) else str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, tag, {"class": kind, **written} if kind else written)


def words(parent: etree.Element, x: float, y: float, text: str, lang: str, kind: str = "", anchor: str = "start", **attributes) -> etree.Element:
    """One line of text; Chinese in an English graphic carries its language, or it is drawn with Japanese glyphs."""
    element = add(parent, "text", kind, x=float(x), y=float(y), text_anchor=anchor, **attributes)
    element.text = text
    if lang == "en" and re.search(f"[{HAN}]", text):
        element.set("lang", "zh-Hans")
    return element


def measure(text: str, size: float = SIZE) -> float:
    """How wide a line is, roughly: Han and full-width signs one em, all else a little over half."""
    return sum(size if ord(sign) > 0x2E7F else size * .56 for sign in text)


def lines(text: str, width: float, size: float = SIZE) -> list[str]:
    """`text` broken into lines no wider than `width`: between words, and between Han characters."""
    result = [""]
    for part in re.findall(r"[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff]\s*", text):
        if result[-1] and measure((result[-1] + part).rstrip(), size) > width and not re.match("[，。、；：）》”]", part):
            result.append("")
        result[-1] += part
    return [line.rstrip() for line in result]


def number(value: float) -> str:
    """As short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
