"""The face of Chinese titles holds what titles hold, and follows them."""

import io
import os
import re

import pytest
from fontTools.ttLib import TTFont

import small
from story.drawing import typeface
from story.pages.chapters import page_titles
from story.tables.tables import load

TABLES = load(small.ROOT)


def test_every_character_of_every_title_is_in_the_face(tmp_path):
    held = set(map(chr, TTFont(typeface.run(TABLES, tmp_path)).getBestCmap()))
    titles = "".join(page_titles(small.ROOT, "zh").values())
    assert set(re.findall(r"[\u4e00-\u9fff“”，]", titles)) <= held


def test_the_face_holds_nothing_else_and_is_light(tmp_path):
    path = typeface.run(TABLES, tmp_path)
    assert path.stat().st_size < 20_000
    assert len(TTFont(path).getBestCmap()) <= len(typeface.characters(TABLES)) + 2


def test_the_same_titles_give_the_same_bytes():
    assert typeface.subset("商洛") == typeface.subset("商洛")
    assert TTFont(io.BytesIO(typeface.subset("商洛"))).flavor == "woff2"


def test_a_changed_title_gets_a_new_face_and_the_old_one_goes(tmp_path):
    site, kept = small.make(tmp_path / "project"), tmp_path / "fonts"
    before = typeface.run(load(site), kept)
    assert typeface.run(load(site), kept) == before
    os.utime(before, (0, 0))  # of long ago: no other build is reading it
    small.put(site, "docs/train.md", small.HEAD + "# 列车到站\n\n导语。\n")
    after = typeface.run(load(site), kept)
    assert after.name != before.name and list(kept.iterdir()) == [after]
    assert ord("站") in TTFont(after).getBestCmap()


def test_the_face_that_another_build_may_be_reading_stays(tmp_path):
    site, kept = small.make(tmp_path / "project"), tmp_path / "fonts"
    before = typeface.run(load(site), kept)
    small.put(site, "docs/train.md", small.HEAD + "# 列车到站\n\n导语。\n")
    assert typeface.run(load(site), kept) != before and before.exists()


def test_an_interrupted_run_leaves_no_half_written_face(tmp_path, monkeypatch):
    def broken(wanted):
        raise OSError("disk full")

    monkeypatch.setattr(typeface, "subset", broken)
    with pytest.raises(OSError, match="disk full"):
        typeface.run(TABLES, tmp_path)
    assert list(tmp_path.iterdir()) == []
