"""File names that vanish or break."""

import pytest

import planted
import small
from story.checks.rules import file_name

RULE = file_name.RULE.id


@pytest.mark.parametrize(
    "name, words, better",
    [
        ("Map.png", "大写字母", "map.png"),
        ("train map.png", "空格", "train-map.png"),
        ("train　map.png", "空格", "train-map.png"),
        ("列车.png", "中文", None),
        ("列车-train.png", "中文", "train.png"),
        ("a&b.png", "符号", "a-b.png"),
        ("PHOTO 1.JPG", "空格、大写字母", "photo-1.jpg"),
        ("map.cn.png", "语言代码", "map-cn.png"),
    ],
)
def test_an_odd_name_is_found_with_a_better_one(site, name, words, better):
    small.put(site, f"docs/assets/{name}", "x")
    (finding,) = planted.found(site, RULE)
    assert finding.path == f"docs/assets/{name}" and words in finding.zh
    assert (better in finding.zh and better in finding.en) if better else "例如" not in finding.zh


def test_a_page_and_a_folder_with_odd_names(site):
    small.put(site, "docs/New Page.md", small.HEAD + "# 新\n")
    small.put(site, "docs/assets/My Files/a.txt", "x")
    assert [finding.path for finding in planted.found(site, RULE)] == [
        "docs/New Page.md",
        "docs/assets/My Files",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "docs/assets/train-map_2.v2.png",
        "docs/assets/chart.en.svg",
        "docs/assets/.hidden File",
        "docs/photos/IMG 1.JPG",
        "docs/data/README.txt",
    ],
)
def test_near_misses_are_left_alone(site, name):
    small.put(site, name, "x")
    assert planted.found(site, RULE) == []
