"""Cards and posters: drawn once, drawn anew when they would show something else, removed when unwanted."""

import os
from dataclasses import replace

import pytest

import small
from story.drawing.lettering import MissingGlyphs
from story.site import share
from story.site.kept import Wanted, keep
from story.tables.tables import load


def drawing(key: str, *shows: str, content: bytes = b"drawn") -> Wanted:
    return Wanted(key, "png", shows, lambda: content)


def unwanted() -> bytes:
    pytest.fail("drawn although it is there")


def test_what_is_there_is_not_drawn_again(tmp_path):
    names = keep([drawing("train-zh", "a title")], tmp_path)
    assert keep([Wanted("train-zh", "png", ("a title",), unwanted)], tmp_path) == names
    assert (tmp_path / names["train-zh"]).read_bytes() == b"drawn"


def test_other_words_give_another_file_and_an_old_one_that_nobody_wants_goes(tmp_path):
    first = keep([drawing("train-zh", "a title"), drawing("store-zh", "a shop")], tmp_path)
    for name in first.values():
        os.utime(tmp_path / name, (0, 0))
    second = keep([drawing("train-zh", "another title"), drawing("store-zh", "a shop")], tmp_path)
    assert second["train-zh"] != first["train-zh"] and second["store-zh"] == first["store-zh"]
    assert sorted(os.listdir(tmp_path)) == sorted(second.values())


def test_words_that_the_font_lacks_have_no_picture_and_stop_no_other(tmp_path):
    def lacking() -> bytes:
        raise MissingGlyphs("龘", ["龘"])

    names = keep([Wanted("train-zh", "png", ("龘",), lacking), drawing("store-zh")], tmp_path)
    assert set(names) == {"store-zh"} and os.listdir(tmp_path) == [names["store-zh"]]


def test_another_quality_draws_the_cards_anew_and_no_icon(tmp_path, monkeypatch):
    def shown() -> dict[str, tuple]:
        wanted = [*share._cards(load(small.ROOT), {}, tmp_path), *share._icons(small.ROOT)]
        return {each.key: each.shows for each in wanted}

    before = shown()
    monkeypatch.setattr(share, "RECIPE", replace(share.RECIPE, jpeg=share.RECIPE.jpeg + 1))
    after = shown()
    assert before.keys() == after.keys()
    assert {key for key in before if before[key] == after[key]} == {f"icon-{size}" for size in share.ICONS}
