"""The face of Chinese titles holds what titles hold, and follows them."""

import io
import os
import re

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

import small
from story.drawing import FONT, typeface
from story.pages.chapters import page_titles
from story.tables.tables import load

TABLES = load(small.ROOT)


def held(path) -> set[str]:
    return set(map(chr, TTFont(path).getBestCmap()))


def test_every_character_of_every_title_is_in_a_face(tmp_path):
    story, others = map(held, typeface.run(TABLES, tmp_path))
    titles = page_titles(small.ROOT, "zh")
    asked = lambda names: set(re.findall(r"[\u4e00-\u9fff“”，]", "".join(map(titles.get, names))))
    assert asked(titles) <= story | others
    assert asked(["home", *(stop["page"] for stop in TABLES.data["line"]["stops"])]) <= story


def test_a_chapter_fetches_one_face_only_and_it_is_light(tmp_path):
    faces = typeface.run(TABLES, tmp_path)
    assert [held(face) for face in faces] == list(map(set, typeface.characters(TABLES)))
    assert faces[0].stat().st_size < 7_500
    assert not held(faces[0]) & held(faces[1])


def test_a_file_is_fetched_for_its_own_characters_only(tmp_path):
    rules = typeface.face([tmp_path / "a.woff2", tmp_path / "b.woff2"], ["从商", "词语"])
    assert (
        rules.count("@font-face") == 2
        and 'unicode-range: U+8BCD, U+8BED; src: url("../fonts/b.woff2' in rules
    )


def test_the_outlines_stay_where_they_were(tmp_path):
    """Cut down to fewer units, no point is off by more than a thousandth and a bit of an em."""
    path = tmp_path / "face.woff2"
    path.write_bytes(typeface.subset("商"))
    drawn, given = (bounds(TTFont(font), "商") for font in (path, FONT))
    assert drawn == pytest.approx(given, abs=0.0013)


def bounds(font, character) -> list[float]:
    pen = BoundsPen(glyphs := font.getGlyphSet())
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return [each / font["head"].unitsPerEm for each in pen.bounds]


def test_the_same_titles_give_the_same_bytes():
    assert typeface.subset("商洛") == typeface.subset("商洛")
    assert TTFont(io.BytesIO(typeface.subset("商洛"))).flavor == "woff2"


def test_a_changed_title_gets_a_new_face_and_the_old_one_goes(tmp_path):
    site, kept = small.make(tmp_path / "project"), tmp_path / "fonts"
    before = typeface.run(load(site), kept)
    assert typeface.run(load(site), kept) == before
    for face in before:
        os.utime(face, (0, 0))  # of long ago: no other build is reading it
    small.put(site, "docs/train.md", small.HEAD + "# 列车到站\n\n导语。\n")
    after = typeface.run(load(site), kept)
    assert before[0] not in after and sorted(kept.iterdir()) == sorted(after)
    assert "站" in held(after[0])


def test_the_face_that_another_build_may_be_reading_stays(tmp_path):
    site, kept = small.make(tmp_path / "project"), tmp_path / "fonts"
    before = typeface.run(load(site), kept)
    small.put(site, "docs/train.md", small.HEAD + "# 列车到站\n\n导语。\n")
    assert before[0] not in typeface.run(load(site), kept) and before[0].exists()


def test_an_interrupted_run_leaves_no_half_written_face(tmp_path, monkeypatch):
    def broken(wanted):
        raise OSError("disk full")

    monkeypatch.setattr(typeface, "subset", broken)
    with pytest.raises(OSError, match="disk full"):
        typeface.run(TABLES, tmp_path)
    assert list(tmp_path.iterdir()) == []
