"""Elements of SVG, and words that fit: lengths are user units, and a phone shows about one as a CSS pixel."""

import re
from xml.etree import ElementTree as etree

from story.language.counting import HAN

WIDTH = 360
"""Of every graphic: the text column of a phone, where the type must still be read."""
SIZE = 13
"""Of the type, in user units; style sheets set the same."""
LEADING = 18
"""From one baseline to the next."""
NUMERAL = 27
"""Size of the large numerals, class `story-graphic__number`."""
# What a line may end after: a word, or one Han character; what opens a phrase stays with it.
_PARTS = re.compile(r"[（《“]*(?:[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff]\s*)")


def canvas(height: float, width: float = WIDTH) -> etree.Element:
    return etree.Element(
        "svg",
        {"class": "story-graphic__svg", "viewBox": f"0 0 {number(width)} {number(height)}", "role": "img"},
    )


def add(parent: etree.Element, tag: str, kind: str = "", **attributes) -> etree.Element:
    """A shape; `kind` is its class. Underscores in names stand for hyphens: `data_fact="id"`."""
    written = {
        key.replace("_", "-"): number(value) if isinstance(value, float) else str(value)
        for key, value in attributes.items()
    }
    return etree.SubElement(parent, tag, {"class": kind, **written} if kind else written)


def words(
    parent: etree.Element,
    x: float,
    y: float,
    text: str,
    lang: str,
    kind: str = "",
    anchor: str = "start",
    **attributes,
) -> etree.Element:
    """One line of text; Chinese in an English graphic carries its language, or it is drawn with Japanese glyphs."""
    if anchor != "start":
        attributes["text_anchor"] = anchor
    element = add(parent, "text", kind, x=float(x), y=float(y), **attributes)
    _say(element, text, lang)
    return element


def _say(element: etree.Element, text: str, lang: str) -> None:
    element.text = text
    if lang == "en" and re.search(f"[{HAN}]", text):
        element.set("lang", "zh-Hans")


def paragraph(
    parent: etree.Element,
    x: float,
    y: float,
    text: str,
    width: float,
    lang: str,
    kind: str = "",
    anchor: str = "start",
) -> float:
    """As many lines as `text` needs in `width`, the first on the baseline `y`; the baseline of the last."""
    for index, line in enumerate(lines(text, balanced(text, width))):
        words(parent, x, y + index * LEADING, line, lang, kind, anchor)
    return y + index * LEADING


def headline(parent: etree.Element, y: float, figure: str, label: str, lang: str, kind: str = "") -> float:
    """A large numeral and what it counts, on the baseline `y`; the baseline of the last line. `kind` colours the numeral."""
    indent = measure(figure, NUMERAL) + 7
    first, *others = lines(label, WIDTH - indent)
    line = add(parent, "text", y=float(y))
    _say(add(line, "tspan", f"story-graphic__number {kind}".strip()), figure, lang)
    _say(add(line, "tspan", dx=7), first, lang)
    for index, other in enumerate(others, 1):
        words(parent, indent, y + index * LEADING, other, lang)
    return y + len(others) * LEADING


def balanced(text: str, width: float) -> float:
    """The least width that needs no more lines than `width` does, so that no word is left alone at the end."""
    count = len(lines(text, width))
    while count > 1 and width > 2 * SIZE and len(lines(text, width - SIZE)) == count:
        width -= SIZE
    return width


def measure(text: str, size: float = SIZE) -> float:
    """How wide a line is, roughly and rather too wide: Han and full-width signs one em, all else a little over half."""
    return sum(size if ord(sign) > 0x2E7F or sign in "“”—…" else size * 0.56 for sign in text)


def lines(text: str, width: float, size: float = SIZE) -> list[str]:
    """`text` broken into lines no wider than `width`: between words, and between Han characters."""
    result = [""]
    for part in _PARTS.findall(text):
        if (
            result[-1]
            and measure((result[-1] + part).rstrip(), size) > width
            and not re.match("[，。、；：！？）》”]", part)
        ):
            result.append("")
        result[-1] += part
    return [line.rstrip() for line in result]


def number(value: float) -> str:
    """As short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
