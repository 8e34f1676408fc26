import shutil
from dataclasses import replace

import pytest
import yaml
from PIL import Image, ImageChops, ImageColor

from small import ROOT
from story.drawing import cards, plates
from story.drawing.palette import TOKENS, mix, palette
from story.drawing.plates import common, measures_wall, party_day, return_visit, service_centre, store
from story.drawing.sheet import Sheet
from story.tables.tables import load

CARD = 1200, 630
PHOTOS = yaml.safe_load((ROOT / "docs/data/photos.yml").read_text(encoding="utf-8"))["photos"]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Image.Image]:
    return {name: plates.draw(name, ROOT) for name in plates.PLATES}


def test_every_picture_has_its_plate():
    assert set(plates.PLATES) == {photo["id"] for photo in PHOTOS}


def test_plates_have_one_size(drawn):
    assert {(image.size, image.mode) for image in drawn.values()} == {((2400, 1600), "RGB")}


@pytest.mark.parametrize("name", plates.PLATES)
def test_a_plate_drawn_again_is_the_same_to_the_byte_and_its_mark_is_in_the_corner(name, drawn):
    sheet = Sheet.blank(*common.SIZE, palette(ROOT))
    plates.PLATES[name](sheet)
    unmarked, marked = sheet.image.copy(), sheet.image
    common.mark(sheet)
    assert sheet.finish(seed=len(name)).tobytes() == drawn[name].tobytes()
    left, top, right, bottom = ImageChops.difference(unmarked, marked).getbbox()
    assert left < marked.width * 0.1 and right < marked.width * 0.3
    assert marked.height * 0.9 < top and bottom <= marked.height


def test_the_mark_says_what_a_plate_is_and_not_what_it_is_not():
    assert common.MARK == "插图 Illustration"


def test_the_mark_is_small_and_can_be_read_on_a_phone():
    left, top, right, bottom = common.MARK_AREA
    assert common.MARK_SIZE * 390 / common.WIDTH >= 10
    assert (right - left) * (bottom - top) < 0.02 * common.WIDTH * common.HEIGHT


def test_the_mark_does_not_touch_the_book():
    assert common.MARK_AREA[2] < party_day.SPINE - 660


def test_the_ribbon_ends_with_its_box(drawn):
    left, _, right, bottom = store.PARCEL
    below = drawn["store"].crop((left, bottom + 6, right, store.EDGE - 12))
    assert not any(_reddish(colour) for _, colour in below.getcolors(below.width * below.height))


def test_the_phone_stands_clear_of_shelf_and_window():
    (x, _), reach = store.MOON, store.MOON_RADIUS + store.MOON_FRAME
    assert store.SHELF[1] < store.PHONE[0] and store.PHONE[2] < x - reach


def test_every_year_stands_on_a_stone_of_its_own_at_the_edge_of_the_road():
    stones = list(return_visit.stones())
    assert [year for year, _ in stones] == list(range(2017, 2024))
    for number, (_, (left, top, right, bottom)) in enumerate(stones):
        edge = return_visit.beside(number % 2, bottom)
        assert min(abs(edge - left), abs(edge - right)) < 0.3 * (right - left)
        for _, other in stones[:number]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, "one stone hides another's year"


def test_the_service_centre_is_a_hall_of_windows_on_both_sides():
    assert len(service_centre.WINDOWS) >= 4
    (left, _), (right, _) = (service_centre.at((side * service_centre.HALF, 0, 1)) for side in (-1, 1))
    assert left < 0 and right > common.WIDTH


def test_the_wall_has_a_card_for_each_measure_in_the_rhythm_of_the_table():
    table = load(ROOT).data["measures"]["measures"]
    for rhythms, beats, _, count in measures_wall.RHYTHMS:
        assert sum(measure["rhythm"] in rhythms for measure in table) == count
        assert sum(card[1] == beats for card in measures_wall.cards()) == count
    assert len(list(measures_wall.cards())) == len(table) == 20


@pytest.mark.parametrize("name", plates.PLATES)
def test_a_plate_by_night_is_the_same_drawing_in_the_dark_and_goes_over_into_the_page(name, drawn):
    night = plates.draw(name, ROOT, night=True)
    assert night.tobytes() == plates.draw(name, ROOT, night=True).tobytes()
    assert _light(night) < 0.5 * _light(drawn[name])
    page = palette(ROOT, night=True)["paper"]
    edges = night.crop((0, 0, night.width, 2)), night.crop((0, 0, 2, night.height))
    for edge in edges:
        seen = edge.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        assert max(abs(a - b) for a, b in zip(seen, ImageColor.getrgb(page))) < 6


def test_windows_of_the_train_are_lit_by_night():
    window = 1505, 1000
    assert sum(plates.draw("train-outside", ROOT, night=True).getpixel(window)[:2]) > 360


def _light(image: Image.Image) -> float:
    return image.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def _reddish(colour: tuple[int, int, int]) -> bool:
    red, green, blue = colour
    return red > 1.8 * green and red > 1.8 * blue


def test_the_band_is_wide_and_the_same_each_time():
    first, second = plates.band(ROOT), plates.band(ROOT)
    assert first.size == (2880, 960) and first.tobytes() == second.tobytes()


def test_a_card_has_its_size_and_its_own_words():
    titles = "把商洛开进地铁", "一家店，三条销路"
    first, second = (cards.card(cards.Words(title, "第3站", "从商洛到南京"), CARD, ROOT) for title in titles)
    assert first.size == second.size == CARD
    assert ImageChops.difference(first, second).getbbox()


def test_a_stop_has_its_whole_plate_on_its_card_and_its_figure_clear_of_it(drawn):
    words = cards.Words("把商洛开进地铁", "第3站", "从商洛到南京", "50余", "天，装点一列地铁")
    card = cards.card(words, CARD, ROOT, drawn["train-outside"])
    plate = cards.as_wide(drawn["train-outside"], round(CARD[0] * cards.PLATE))
    corner = CARD[0] - plate.width, CARD[1] - plate.height
    shown = card.crop((*corner, *CARD))
    assert ImageChops.difference(shown, plate).crop((0, 30, *plate.size)).getbbox() is None
    other = cards.card(replace(words, figure="20"), CARD, ROOT, drawn["train-outside"])
    left, top, right, bottom = ImageChops.difference(card, other).getbbox()
    assert right < corner[0] and bottom - top > 0.2 * CARD[1]


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
