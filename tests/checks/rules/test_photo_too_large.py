"""Photographs larger than any use of them."""

import pytest
from PIL import Image

import planted
import small
from story.checks.rules import photo_too_large

RULE = photo_too_large.RULE.id


def photograph(site, size, name="shop.jpg", padding=0):
    path = site / "docs/photos" / name
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", size, "teal").save(path)
    path.write_bytes(path.read_bytes() + b"\0" * padding)
    return path


@pytest.mark.parametrize(
    "size, padding, words",
    [((6001, 300), 0, "6001×300像素"), ((300, 6001), 0, "300×6001像素"), ((400, 300), 10_000_000, "10.0 MB")],
)
def test_too_many_pixels_or_bytes_are_found_with_the_command(site, size, padding, words):
    photograph(site, size, padding=padding)
    (finding,) = planted.found(site, RULE)
    assert finding.path == "docs/photos/shop.jpg" and words in finding.zh
    assert (
        "make shrink PHOTO=docs/photos/shop.jpg" in finding.zh
        and "make shrink PHOTO=docs/photos/shop.jpg" in finding.en
    )


@pytest.mark.parametrize("size", [(6000, 300), (400, 300)])
def test_a_photograph_within_the_limits_is_left_alone(site, size):
    photograph(site, size)
    assert planted.found(site, RULE) == []


def test_what_is_no_picture_is_another_rules_business(site):
    small.put(site, "docs/photos/shop.jpg", b"nothing" * 3_000_000)
    assert planted.found(site, RULE) == []
