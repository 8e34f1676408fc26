import shutil

import pytest
import yaml
from PIL import Image, ImageChops

from small import ROOT
from story.drawing import cards, plates
from story.drawing.palette import TOKENS, mix, palette
from story.drawing.plates.common import mark
from story.drawing.sheet import Sheet

PHOTOS = yaml.safe_load((ROOT / "docs/data/photos.yml").read_text(encoding="utf-8"))["photos"]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Image.Image]:
    return {name: plates.draw(name, ROOT) for name in plates.PLATES}


def test_every_photograph_has_its_plate():
    assert set(plates.PLATES) == {photo["id"] for photo in PHOTOS}


def test_plates_have_one_size(drawn):
    assert {(image.size, image.mode) for image in drawn.values()} == {((2400, 1600), "RGB")}


@pytest.mark.parametrize("name", plates.PLATES)
def test_a_plate_drawn_again_is_the_same_to_the_byte_and_its_mark_is_in_the_corner(name, drawn):
    sheet = Sheet.blank(*plates.common.SIZE, palette(ROOT))
    plates.PLATES[name](sheet)
    unmarked, marked = sheet.image.copy(), sheet.image
    mark(sheet)
    assert sheet.finish(seed=len(name)).tobytes() == drawn[name].tobytes()
    left, top, right, bottom = ImageChops.difference(unmarked, marked).getbbox()
    assert left < marked.width * 0.1 and right < marked.width * 0.5
    assert marked.height * 0.8 < top and bottom < marked.height


def test_the_mark_can_be_read_on_a_phone():
    assert plates.common.MARK_SIZES[0] >= 0.032 * plates.common.HEIGHT


def test_the_band_is_wide_and_the_same_each_time():
    first, second = plates.band(ROOT), plates.band(ROOT)
    assert first.size == (2880, 960) and first.tobytes() == second.tobytes()


@pytest.mark.parametrize("size", [(1200, 630), (1200, 1200)])
def test_a_card_has_its_size_and_its_own_words(size):
    titles = "把商洛开进地铁", "一家店，三条销路"
    first, second = (cards.card(cards.Words(title, "第3站", "从商洛到南京"), size, ROOT) for title in titles)
    assert first.size == second.size == size
    assert ImageChops.difference(first, second).getbbox()


@pytest.mark.parametrize("size", [32, 180, 512])
def test_an_icon_has_its_size(size):
    assert cards.icon(size, ROOT).size == (size, size)


def test_colours_are_the_light_ones_of_the_style_sheet(tmp_path):
    copy = tmp_path / TOKENS
    copy.parent.mkdir(parents=True)
    shutil.copy(ROOT / TOKENS, copy)
    copy.write_text(
        copy.read_text(encoding="utf-8").replace(palette(ROOT)["azurite"], "#123456", 1), encoding="utf-8"
    )
    assert palette(tmp_path)["azurite"] == "#123456"
    assert cards.icon(32, tmp_path).getpixel((16, 3))[:3] == (0x12, 0x34, 0x56)


def test_mixing_goes_from_the_first_colour_to_the_second():
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]
