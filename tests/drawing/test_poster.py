"""The picture of a poster: its code can be read, its line is red."""

import pytest
import segno
from PIL import Image, ImageChops, ImageColor, ImageOps

from small import ROOT
from story.drawing import poster
from story.drawing.cards import Words
from story.drawing.palette import palette

SENTENCE = "在山里长大的人，怎样让一座大城记住自己的家？"
ADDRESS = "https://shangluo-nanjing.example.org/train/"


def draw() -> Image.Image:
    words = Words("把商洛开进地铁", "第3站", "从商洛到南京", "50余", "天，装点一列地铁", SENTENCE)
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


def test_the_figure_is_the_largest_thing_on_it_and_red(drawn):
    red = ImageColor.getrgb(palette(ROOT)["cinnabar"])
    below = drawn.crop((0, poster.PICTURE + 200, poster.WIDTH, poster.BOTTOM))
    alike = Image.eval(ImageChops.difference(below, Image.new("RGB", below.size, red)), lambda v: v > 40)
    left, top, right, bottom = ImageOps.invert(alike.convert("L").point(lambda v: v and 255)).getbbox()
    assert bottom - top > 0.6 * poster.FIGURE and left >= poster.LEFT


def test_the_same_words_give_the_same_picture(drawn):
    assert draw().tobytes() == drawn.tobytes()
