"""Text in pictures, set in the one bundled face."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, combinations, pairwise

from PIL import Image, ImageDraw, ImageFont

from story.drawing import FONT
from story.drawing.lines import Point
from story.language.breaks import phrases
from story.language.counting import HAN

NARROW_MARGIN = 0.05
"""White on each side of a Western quotation mark, in ems: the face has only full-width ones."""
PHRASE_BREAK = 0.8
"""How much better lines that end with a phrase are than lines that do not."""
SMALLEST = 12

_QUOTES = "‘’“”"
_OPENING = "“‘《〈「『【（([{"
_CLOSING = "”’》〉」』】）)]}，。、；：？！·…—,.;:?!%％℃"
_LETTERS = rf"[^\s{HAN}{re.escape(_OPENING + _CLOSING)}]+"
_UNBREAKABLE = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:{_LETTERS}(?:[’'.,:-](?=\w){_LETTERS})*|[{HAN}])?"
    rf"[{re.escape(_CLOSING)}]*\s*"
)
_HAN = re.compile(f"[{HAN}]")


class MissingGlyphs(ValueError):
    """The bundled font cannot set a text. `characters` are the ones it lacks."""

    def __init__(self, text: str, characters: list[str]):
        self.text, self.characters = text, characters
        names = " ".join(f"{character}（U+{ord(character):04X}）" for character in characters)
        super().__init__(
            f"“{text}”：图里用的字体缺少 {names}；怎样添字，见 scripts/fonts/README.md"
            f" / the font of the pictures lacks {names}; scripts/fonts/README.md says how to add it"
        )


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The bundled face. Basic layout, because the other kind depends on what the machine has installed."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def missing(text: str) -> list[str]:
    """The characters of a text that the bundled font lacks, each once."""
    return [character for character in dict.fromkeys(text) if not character.isspace() and not _has(character)]


def text_width(text: str, size: int, tracking: float = 0) -> float:
    """Width of one line; `tracking` is extra space after each character, in ems."""
    return sum(advance for _, _, advance in _glyphs(text, size, tracking)) - tracking * size


def wrap(text: str, size: int, width: float, lines: int) -> list[str] | None:
    """The text in at most so many lines, as even as they can be; None if it does not fit.

    Chinese breaks between any two characters, but no line begins with a closing
    mark or ends with an opening one; Western words and numbers stay whole.
    """
    pieces = [piece for piece in _UNBREAKABLE.findall(text) if piece]
    for count in range(1, min(lines, len(pieces)) + 1):
        fitting = [rows for rows in _splits(pieces, count) if _widest(rows, size) <= width]
        if fitting:
            ends = set(_ends(phrases(text)))
            return min(fitting, key=lambda rows: _unevenness(rows, size, ends))
    return None


def fit(text: str, width: float, lines: int, largest: int, step: int = 4) -> tuple[int, list[str]]:
    """The largest size in pixels, from `largest` down, at which a text fits a `width`, and its lines."""
    for size in range(largest, SMALLEST, -step):
        if rows := wrap(text, size, width, lines):
            return size, rows
    return SMALLEST, [text]


def draw_text(
    image: Image.Image, at: Point, text: str, size: int, colour: str, align: str = "left", tracking: float = 0
) -> None:
    """One line of text; `at` is the `left`, `middle` or `right` end of its base line.

    Raises MissingGlyphs rather than draw a box.
    """
    if lacking := missing(text):
        raise MissingGlyphs(text, lacking)
    share = {"left": 0, "middle": 0.5, "right": 1}[align]
    x, y = at[0] - share * text_width(text, size, tracking), at[1]
    pen = ImageDraw.Draw(image)
    for character, shift, advance in _glyphs(text, size, tracking):
        pen.text((x + shift, y), character, fill=colour, font=font(size), anchor="ls")
        x += advance


@cache
def _has(character: str) -> bool:
    drawn, box = font(32).getmask(character), font(32).getmask("\U0010ffff")
    return drawn.getbbox() is not None and bytes(drawn) != bytes(box)


def _glyphs(text: str, size: int, tracking: float) -> Iterator[tuple[str, float, float]]:
    """Each character, how far it is moved, and how far the pen goes on."""
    western = not _HAN.search(text)
    for character in text:
        full = 0, font(size).getlength(character)
        shift, advance = _narrow(character, size) if western and character in _QUOTES else full
        yield character, shift, advance + tracking * size


def _narrow(quote: str, size: int) -> tuple[float, float]:
    mask, (offset, _) = font(size).getmask2(quote, mode="L", anchor="ls")
    left, _, right, _ = mask.getbbox()
    margin = NARROW_MARGIN * size
    return margin - left - offset, right - left + 2 * margin


def _splits(pieces: list[str], count: int) -> Iterator[list[str]]:
    for breaks in combinations(range(1, len(pieces)), count - 1):
        yield ["".join(pieces[start:end]).strip() for start, end in pairwise([0, *breaks, len(pieces)])]


def _widest(rows: list[str], size: int) -> float:
    return max(text_width(row, size) for row in rows)


def _unevenness(rows: list[str], size: int, ends: set[int]) -> float:
    return _widest(rows, size) * (PHRASE_BREAK if ends.issuperset(_ends(rows)) else 1)


def _ends(parts: list[str]) -> list[int]:
    """After how many letters of a text each of its parts ends, spaces not counted."""
    return list(accumulate(len("".join(part.split())) for part in parts))
