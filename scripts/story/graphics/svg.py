"""Elements of SVG, and words that fit: lengths are user units, and a phone shows about one as a CSS pixel."""

import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Pen:
    """Draws into one element, in one language (`zh` or `en`)."""

    element: etree.Element
    lang: str

    def add(self, tag: str, kind: str = "", **attributes: object) -> "Pen":
        """A shape, and the pen that draws into it. Underscores in names stand for hyphens: `data_fact="id"`.

        `kind` is its classes without what all begin with: `leaf` is `story-graphic__leaf`.
        """
        classes = " ".join(f"story-graphic__{each}" for each in kind.split())
        written = {"class": classes} if kind else {}
        for key, value in attributes.items():
            written[key.replace("_", "-")] = number(value) if isinstance(value, float) else str(value)
        return Pen(etree.SubElement(self.element, tag, written), self.lang)

    def words(
        self, x: float, y: float, text: str, kind: str = "", anchor: str = "start", **attributes: object
    ) -> "Pen":
        """One line of text."""
        if anchor != "start":
            attributes["text_anchor"] = anchor
        line = self.add("text", kind, x=x, y=y, **attributes)
        line.say(text)
        return line

    def say(self, text: str) -> None:
        """Text into the element itself; Chinese in English carries its language, or has Japanese glyphs."""
        self.element.text = text
        if self.lang == "en" and re.search(f"[{HAN}]", text):
            self.element.set("lang", "zh-Hans")

    def column(
        self,
        x: float,
        y: float,
        rows: list[str],
        kind: str = "",
        anchor: str = "start",
        step: float = LEADING,
    ) -> float:
        """Lines of text, the first on the baseline `y`; the baseline of the last."""
        for index, row in enumerate(rows):
            self.words(x, y + index * step, row, kind, anchor)
        return y + (len(rows) - 1) * step

    def headline(self, top: float, figure: str, label: str, kind: str) -> float:
        """A large numeral and what it counts, from `top` down; the last baseline. `kind` is the numeral's."""
        indent, y = measure(figure, NUMERAL) + 7, top + NUMERAL - 3
        first, *others = lines(label, WIDTH - indent)
        line = self.add("text", y=y)
        line.add("tspan", f"number {kind}").say(figure)
        line.add("tspan", dx=7).say(first)
        return self.column(indent, y + LEADING, others) if others else y


def even(text: str, width: float) -> list[str]:
    """As few lines as `text` needs in `width`, of one length, so that no word is left alone at the end."""
    found = lines(text, width)
    while len(found) > 1 and width > 2 * SIZE and len(narrower := lines(text, width - SIZE)) == len(found):
        found, width = narrower, width - SIZE
    return found


def measure(text: str, size: float = SIZE) -> float:
    """How wide a line is, roughly and rather too wide: Han and full-width signs one em, else over half."""
    return sum(size if ord(sign) > 0x2E7F or sign in "“”—…" else size * 0.56 for sign in text)


def lines(text: str, width: float, size: float = SIZE) -> list[str]:
    """`text` broken into lines no wider than `width`: between words, and between Han characters."""
    result = [""]
    for part in _PARTS.findall(text):
        wide = measure((result[-1] + part).rstrip(), size) > width
        if result[-1] and wide and not re.match("[，。、；：！？）》”]", part):
            result.append("")
        result[-1] += part
    return [line.rstrip() for line in result]


def number(value: float) -> str:
    """As short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
