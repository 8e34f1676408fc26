"""Posters: each page's code says its address, and nothing is drawn twice."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PIL import Image

import small
from story.drawing import poster
from story.site import posters, share
from story.site.share import each_page
from story.tables.tables import load

SITE_URL = "https://shangluo-nanjing.example.org/"
TABLES = load(small.ROOT)
WORDS = list(each_page(TABLES))
LIMIT = 350 * 1024


@pytest.fixture(scope="module")
def made(built):
    """The folder of the real site's posters, and their names by key."""
    out = built / "assets/posters"
    return out, {path.name.split(".")[0]: path.name for path in out.iterdir()}


@pytest.fixture
def few(monkeypatch):
    """Draw but the posters of two pages: a poster takes a third of a second."""
    words = [words for words in WORDS if words.page in ("train", "store")]
    monkeypatch.setattr(posters, "each_page", lambda tables: words)
    return words


def seen(path: Path, address: str) -> list[list[bool]]:
    """The squares of the code as they stand in the picture: dark where it is nearer to ink than to paper."""
    grey, side = Image.open(path).convert("L"), segno.make_qr(address, error="m").symbol_size(border=0)[0]
    top = poster.BOTTOM - side * poster.MODULE
    middle = poster.MODULE // 2
    return [
        [
            grey.getpixel((poster.LEFT + x * poster.MODULE + middle, top + y * poster.MODULE + middle)) < 128
            for x in range(side)
        ]
        for y in range(side)
    ]


@pytest.mark.parametrize("words", WORDS, ids=lambda words: share.key(words.page, words.lang))
def test_the_code_in_the_picture_is_that_of_the_page(built, made, words):
    out, names = made
    page = f"{'en/' if words.lang == 'en' else ''}{'' if words.page == 'home' else words.page + '/'}"
    assert (built / page / "index.html").exists()
    squares = [[bool(square) for square in row] for row in segno.make_qr(SITE_URL + page, error="m").matrix]
    assert seen(out / names[share.key(words.page, words.lang)], SITE_URL + page) == squares


def test_a_poster_is_tall_and_light(made):
    out, names = made
    assert set(names) == {share.key(words.page, words.lang) for words in WORDS}
    for name in names.values():
        assert Image.open(out / name).size == poster.SIZE and poster.SIZE[1] > poster.SIZE[0]
        assert (out / name).stat().st_size <= LIMIT


def run(out: Path, site_url: str = SITE_URL, pictures: dict | None = None) -> dict[str, str]:
    return posters.run(TABLES, out, site_url, pictures or {}, out.parent)


def test_another_address_gives_other_posters_and_the_former_ones_go_and_none_is_drawn_twice(tmp_path, few):
    out = tmp_path / "out"
    first = run(out, "https://a.example/")
    assert len(os.listdir(out)) == len(first) == len(few)
    stamps = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert run(out, "https://a.example/") == first
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == stamps
    for name in list(first.values())[1:]:  # the other is of this hour: a build beside this one may read it
        os.utime(out / name, (0, 0))
    second = run(out, "https://b.example/")
    assert first.keys() == second.keys() and not set(first.values()) & set(second.values())
    assert sorted(os.listdir(out)) == sorted([*second.values(), list(first.values())[0]])


def pictures(folder: Path, colour: str) -> dict:
    """An index of derivatives of the train's page: what it opens on is all of one colour."""
    name = f"train-outside.{colour}.jpg"
    Image.new("RGB", (1600, 1067), colour).save(folder / name)
    return {
        "train-inside": {"derivatives": [{"format": "jpeg", "width": 1600, "name": "of another"}]},
        "train-outside": {
            "derivatives": [
                {"format": "avif", "width": 1600, "name": "other"},
                {"format": "jpeg", "width": 480, "name": "small"},
                {"format": "jpeg", "width": 1600, "name": name},
            ]
        },
    }


def test_a_poster_shows_what_its_page_opens_on_and_is_drawn_anew_with_another(tmp_path, few):
    out = tmp_path / "out"
    red = run(out, pictures=pictures(tmp_path, "red"))
    shown = Image.open(out / red["train-zh"]).convert("RGB").getpixel((poster.WIDTH // 2, 400))
    assert shown[0] > 200 and max(shown[1:]) < 50
    blue = run(out, pictures=pictures(tmp_path, "blue"))
    assert {key for key in red if red[key] != blue[key]} == {"train-zh", "train-en"}


def test_a_title_that_the_font_lacks_has_no_poster_and_stops_no_other(tmp_path, monkeypatch):
    words = [replace(words, title="列车龘") if words.lang == "zh" else words for words in WORDS[::12]]
    monkeypatch.setattr(posters, "each_page", lambda tables: words)
    assert list(run(tmp_path / "out")) == [share.key(words[1].page, "en")]


def test_the_longest_address_stays_on_the_poster():
    words = replace(WORDS[0], page="party-building", lang="en")
    address = posters.address_of(words, "https://a-long-name-of-a-host.example.org/with/a/path/")
    assert (
        poster.LEFT + segno.make_qr(address, error="m").symbol_size(border=0)[0] * poster.MODULE
        < poster.SIZE[0] / 2
    )


@pytest.mark.parametrize("page", ["", "en/", "train/", "en/store/"])
def test_the_foot_links_to_the_poster_and_nothing_loads_it(built, page):
    source = small.page(built / page / "index.html")
    assert source.count("assets/posters/") == 1
    name = source.split("assets/posters/")[1].split('"')[0]
    assert (built / "assets/posters" / name).exists()
    assert f'{name}">' in source.split('id="foot-share"')[1].split("</p>")[0]
