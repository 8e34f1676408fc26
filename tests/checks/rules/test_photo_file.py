"""Files of the photographs' folder that cannot be used, or are larger than any use of them."""

import os

import pytest
from PIL import Image

import pictures
import planted
import small
from story import checks
from story.checks.rules import photo_file

RULE = photo_file.RULE.id
SHOP = """
    photos:
    - id: shop
      page: train
      caption: {zh: 店里, en: The shop}
      alt: {zh: 一家店的柜台, en: The counter of a shop}
      credit: 王某
      licence: CC BY 4.0
    """


def photograph(site, size, name="shop.jpg", padding=0):
    path = site / "docs/photos" / name
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", size, "teal").save(path)
    path.write_bytes(path.read_bytes() + b"\0" * padding)
    return path


@pytest.mark.parametrize(
    "size, padding, words",
    [((6001, 800), 0, "6001×800像素"), ((800, 6001), 0, "800×6001像素"), ((400, 300), 10_000_000, "10.0 MB")],
)
def test_too_many_pixels_or_bytes_are_found_with_the_command(site, size, padding, words):
    photograph(site, size, padding=padding)
    (finding,) = planted.found(site, RULE)
    assert finding.path == "docs/photos/shop.jpg" and words in finding.zh
    assert (
        "make shrink PHOTO=docs/photos/shop.jpg" in finding.zh
        and "make shrink PHOTO=docs/photos/shop.jpg" in finding.en
    )


@pytest.mark.parametrize("size", [(6000, 800), (400, 300)])
def test_a_photograph_within_the_limits_is_left_alone(site, size):
    photograph(site, size)
    assert planted.found(site, RULE) == []


def test_what_is_no_picture_is_another_rules_business(site):
    small.put(site, "docs/photos/shop.jpg", b"nothing" * 3_000_000)
    assert planted.found(site, RULE) == []


def found(site) -> dict[str, set[str]]:
    """The rules that are broken, by file of the photographs' folder."""
    rules: dict[str, set[str]] = {}
    for finding in checks.inspect(site)[1]:
        place, _, name = finding.path.rpartition("docs/photos/")
        assert name and "请" in finding.zh and finding.en, (place, finding)
        rules.setdefault(name, set()).add(finding.rule)
    return rules


def test_the_check_names_what_cannot_be_used_before_anything_is_decoded(site):
    photos = site / "docs/photos"
    contents = {
        "shop.jpg": (b"nothing" * 9, "photo-unusable"),
        "phone.HEIC": (pictures.heic(), "photo-heic"),
        "webp.jpg": (pictures.encoded(pictures.corners(), "WEBP"), "photo-ending"),
        "crc.png": (pictures.encoded(pictures.corners(), "PNG")[:-1] + b"x", "photo-broken"),
        "bomb.png": (pictures.png_of_size(30_000, 30_000), "photo-huge"),
        "empty.jpg": (b"", "photo-empty"),
        "live.mov": (b"x", "photo-unusable"),
        "plan.svg": (b"<svg/>", "photo-unusable"),
        "bare": (pictures.encoded(pictures.corners()), "photo-ending"),
    }
    for name, (content, _) in contents.items():
        pictures.put(photos, name, content)
    (photos / "2024").mkdir()
    (photos / "link.jpg").symlink_to("/etc/hostname")
    os.mkfifo(photos / "pipe.jpg")
    wanted = {name: rule for name, (_, rule) in contents.items()}
    wanted |= {"2024": "photo-folder", "link.jpg": "photo-outside", "pipe.jpg": "photo-unreadable"}
    assert {name: rules - {"photo-unlisted"} for name, rules in found(site).items()} == {
        name: {rule} for name, rule in wanted.items()
    }


def test_a_photograph_and_its_twin_of_another_ending_are_named(site):
    small.put(site, "docs/data/photos.yml", SHOP)
    photograph(site, (400, 300), "shop.png")
    photograph(site, (400, 300))
    assert found(site) == {"shop.png": {"photo-twice"}}
