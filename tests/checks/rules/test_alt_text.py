"""Words for those who cannot see a picture."""

import pytest

import planted
import small
from story.checks.rules import alt_text

RULE = alt_text.RULE.id
SHOP = """
    photos:
    - id: shop
      source: P01
      page: train
      caption: {zh: 店里有一个柜台, en: The counter of the shop}
      alt: {zh: 一家店的柜台, en: A counter with parcels}
      illustration: {zh: 柜台和几个包裹, en: A counter and a parcel}
      plate: store
"""


@pytest.mark.parametrize(
    "right, wrong, line, words",
    [
        ("alt: {zh: 一家店的柜台", "alt: {zh: 柜台", 6, "只有2个字"),
        ("en: A counter with parcels", "en: A counter", 6, "只有2个词"),
        ("alt: {zh: 一家店的柜台", "alt: {zh: 店里有一个柜台。", 6, "和图注一样"),
        ("en: A counter with parcels", "en: 'The counter of the shop.'", 6, "和图注一样"),
        ("zh: 一家店的柜台", "zh: IMG_2024.jpg", 6, "像文件名"),
        ("zh: 柜台和几个包裹", "zh: 店里有一个柜台", 7, "illustration 和图注一样"),
    ],
)
def test_an_alt_text_that_says_nothing(site, right, wrong, line, words):
    assert right in SHOP
    small.put(site, "docs/data/photos.yml", SHOP.replace(right, wrong, 1))
    (finding,) = planted.found(site, RULE)
    assert (
        (finding.path, finding.line) == ("docs/data/photos.yml", line)
        and "shop" in finding.zh
        and words in finding.zh
    )


def test_alt_texts_that_say_something(site):
    small.put(
        site, "docs/data/photos.yml", SHOP.replace("zh: 柜台和几个包裹", "zh: 柜台")
    )  # an illustration may be named in a word
    assert planted.found(site, RULE) == []


@pytest.mark.parametrize(
    "words, hint",
    [
        ("好 ![](assets/images/favicon.svg)", "没有写"),
        ("好 ![图](assets/images/favicon.svg)", "只有1个字"),
        ("好 ![favicon.svg](assets/images/favicon.svg)", "像文件名"),
        ("好 ![image-1.png](assets/images/favicon.svg)", "像文件名"),
        ("好 ![](photos/shop.jpg)", "单独成一段"),
        ("好 <img src=assets/images/favicon.svg>", "没有写"),
    ],
)
def test_a_picture_on_a_page(site, words, hint):
    planted.plant(site, words)
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (7, 3) and hint in finding.zh


@pytest.mark.parametrize(
    "words",
    [
        "![](photos/shop.jpg)",
        "![山和线的标志](assets/images/favicon.svg)",
        "`![](a.png)`",
        "<img alt='山和线的标志' src=assets/images/favicon.svg>",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
