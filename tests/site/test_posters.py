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
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("posters")
    return out, posters.run(TABLES, out, SITE_URL, {}, out)


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


def test_a_second_run_draws_nothing_and_gives_the_same_names(made):
    out, names = made
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert posters.run(TABLES, out, SITE_URL, {}, out) == names
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_another_address_gives_other_posters_and_the_former_ones_go(tmp_path):
    tables = load(small.make(tmp_path / "project"))
    first = posters.run(tables, tmp_path / "out", "https://a.example/", {}, tmp_path)
    assert len(os.listdir(tmp_path / "out")) == len(first)
    for name in list(first.values())[
        1:
    ]:  # the others are of this hour: a build beside this one may be reading them
        os.utime(tmp_path / "out" / name, (0, 0))
    second = posters.run(tables, tmp_path / "out", "https://b.example/", {}, tmp_path)
    assert first.keys() == second.keys() and not set(first.values()) & set(second.values())
    assert sorted(os.listdir(tmp_path / "out")) == sorted([*second.values(), list(first.values())[0]])


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


def test_a_poster_shows_what_its_page_opens_on_and_is_drawn_anew_with_another(tmp_path):
    red = posters.run(TABLES, tmp_path / "out", SITE_URL, pictures(tmp_path, "red"), tmp_path)
    shown = Image.open(tmp_path / "out" / red["train-zh"]).convert("RGB").getpixel((poster.WIDTH // 2, 400))
    assert shown[0] > 200 and max(shown[1:]) < 50
    blue = posters.run(TABLES, tmp_path / "out", SITE_URL, pictures(tmp_path, "blue"), tmp_path)
    assert {key for key in red if red[key] != blue[key]} == {"train-zh", "train-en"}


def test_a_title_that_the_font_lacks_has_no_poster_and_stops_no_other(tmp_path):
    title = {"docs/train.md": small.FILES["docs/train.md"].replace("# 列车", "# 列车龘")}
    names = posters.run(
        load(small.make(tmp_path / "project", title)), tmp_path / "out", SITE_URL, {}, tmp_path
    )
    assert "train-zh" not in names and "train-en" in names


def test_the_longest_address_stays_on_the_poster():
    words = replace(WORDS[0], page="party-building", lang="en")
    address = posters.address_of(words, "https://a-long-name-of-a-host.example.org/with/a/path/")
    assert (
        poster.LEFT + segno.make_qr(address, error="m").symbol_size(border=0)[0] * poster.MODULE
        < poster.SIZE[0] / 2
    )


@pytest.mark.parametrize("page", ["", "en/", "train/", "en/store/"])
def test_the_foot_links_to_the_poster_and_nothing_loads_it(built, page):
    source = (built / page / "index.html").read_text(encoding="utf-8")
    assert source.count("assets/posters/") == 1
    name = source.split("assets/posters/")[1].split('"')[0]
    assert (built / "assets/posters" / name).exists()
    assert f'{name}">' in source.split('id="foot-share"')[1].split("</p>")[0]
