"""The picture of a poster: its code can be read, its line is red."""

import pytest
import segno
from PIL import Image, ImageColor

from small import ROOT
from story.drawing import poster
from story.drawing.cards import Words
from story.drawing.palette import palette

ADDRESS = "https://shangluo-nanjing.example.org/train/"


def draw() -> Image.Image:
    words = Words("把商洛开进地铁", "第1站", "从商洛到南京")
    return poster.poster(words, ADDRESS, "扫码读这一页", None, ROOT)


@pytest.fixture(scope="module")
def drawn() -> Image.Image:
    return draw()


def test_the_code_has_its_quiet_border(drawn):
    """ISO/IEC 18004: four squares of white all around."""
    grey = drawn.convert("L")
    side = segno.make_qr(ADDRESS, error="m").symbol_size(border=0)[0] * poster.MODULE
    border = 4 * poster.MODULE
    top = poster.BOTTOM - side
    frame = (poster.LEFT - border, top - border, poster.LEFT + side + border, poster.BOTTOM + border)
    code = (poster.LEFT, top, poster.LEFT + side, poster.BOTTOM)
    outside = [
        grey.getpixel((x, y))
        for x in range(frame[0], frame[2])
        for y in range(frame[1], frame[3])
        if not (code[0] <= x < code[2] and code[1] <= y < code[3])
    ]
    assert min(outside) > 200


def test_the_red_line_is_still_red(drawn):
    """Few colours are left, and the line's must be among them."""
    red = ImageColor.getrgb(palette(ROOT)["cinnabar"])
    colours = drawn.convert("RGB").getcolors(256)
    assert min(sum(abs(a - b) for a, b in zip(colour, red)) for _, colour in colours) < 40


def test_the_same_words_give_the_same_picture(drawn):
    assert draw().tobytes() == drawn.tobytes()
