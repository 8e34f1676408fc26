"""The command that reduces photographs."""

import pytest
from PIL import Image

import pictures
import planted
import shrink
from checks.rules.test_photo_file import RULE, photograph


def test_a_large_photograph_becomes_small_and_the_original_is_kept(site):
    path = photograph(site, (6400, 1000))
    before = path.read_bytes()
    assert shrink.main([str(path)], site) == 0
    assert Image.open(path).size == (4000, 625) and planted.found(site, RULE) == []
    assert (site / "originals/shop.jpg").read_bytes() == before


def test_another_original_of_that_name_is_not_written_over(site):
    for colour in range(3):
        shrink.main([str(photograph(site, (6400, 1000 + colour)))], site)
    assert sorted(path.name for path in (site / "originals").iterdir()) == [
        "shop-2.jpg",
        "shop-3.jpg",
        "shop.jpg",
    ]


def test_a_large_png_becomes_a_jpeg(site):
    path = photograph(site, (6400, 1000), "shop.png")
    assert shrink.main([str(path)], site) == 0
    assert (
        not path.exists()
        and Image.open(path.with_suffix(".jpg")).format == "JPEG"
        and (site / "originals/shop.png").exists()
    )


def test_a_photograph_that_would_take_the_name_of_another_is_refused(site, capsys):
    other = photograph(site, (600, 400))
    path, before = photograph(site, (6400, 1000), "shop.png"), other.read_bytes()
    assert shrink.main([str(path)], site) == 1
    assert other.read_bytes() == before and path.exists() and "请只留一个" in capsys.readouterr().out


def test_what_a_camera_noted_is_not_in_the_small_photograph(site):
    path = photograph(site, (6400, 1000))
    noted = pictures.exif(gps="TELLTALE", artist="TELLTALE")
    path.write_bytes(pictures.encoded(Image.open(path), exif=noted, comment=b"TELLTALE"))
    assert shrink.main([str(path)], site) == 0
    assert b"TELLTALE" not in path.read_bytes() and not Image.open(path).getexif()


def test_a_small_photograph_is_not_touched(site, capsys):
    path = photograph(site, (600, 400))
    before = path.read_bytes()
    assert shrink.main([str(path)], site) == 0
    assert (
        path.read_bytes() == before
        and not (site / "originals").exists()
        and "不用缩" in capsys.readouterr().out
    )


def test_a_missing_file_and_a_broken_one_are_named(site, capsys):
    assert shrink.main([str(site / "docs/photos/none.jpg")], site) == 2
    assert "none.jpg" in capsys.readouterr().err
    broken = photograph(site, (600, 400), "broken.jpg")
    broken.write_bytes(b"nothing")
    assert shrink.main([str(broken)], site) == 1
    assert "broken.jpg" in capsys.readouterr().out and broken.read_bytes() == b"nothing"


@pytest.mark.parametrize("failing", [0, 1])
def test_a_full_disk_loses_nothing(site, monkeypatch, failing):
    path = photograph(site, (6400, 1000))
    before, put, calls = path.read_bytes(), shrink.put, []

    def full(target, content):
        calls.append(target)
        if len(calls) > failing:
            raise OSError(28, "No space left on device", str(target))
        put(target, content)

    monkeypatch.setattr(shrink, "put", full)
    assert shrink.main([str(path)], site) == 2
    assert path.read_bytes() == before
