"""On paper: the chapter, its figures, notes, sources and address. What is there for a finger is gone."""

import pytest

import crawl
from screens import CHAPTER_ADDRESSES

SITE_URL = "https://shangluo-nanjing.example.org/"
GONE = [
    ".story-share",
    "[rel=edit]",
    ".story-platform",
    ".story-nav",
    ".story-switch",
    ".headerlink",
    ".story-source",
]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", ["train/", "en/measures/"])
def test_a_printed_chapter_has_its_sources_and_its_address(visit, path, script):
    tab = visit(path, **({} if script else {"java_script_enabled": False}))
    tab.emulate_media(media="print")
    entries = tab.locator(".story-cited dd")
    assert entries.count() > 5 and entries.last.bounding_box()["height"] > 10, "the list is open"
    assert SITE_URL + path in tab.locator(".story-citation").inner_text()
    assert [part for part in GONE if tab.locator(part).first.is_visible()] == []


@pytest.mark.parametrize("path", ["train/", "en/measures/"])
def test_a_chapter_prints_on_a_few_sheets(crawled, path):
    assert 3 <= crawled(crawl.paper, path)["sheets"] <= 8


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_no_picture_can_leave_half_a_sheet_empty(crawled, path):
    """It is not cut, so that as much as it needs stays empty where it does not fit: of 259 mm, in pixels."""
    assert 0 < crawled(crawl.paper, path)["tallest"] < 0.42 * 259 * 96 / 25.4


@pytest.mark.parametrize("path", ["train/", "en/measures/"])
def test_no_line_stands_under_printed_words(visit, path):
    tab = visit(path)
    tab.emulate_media(media="print")
    assert crawl.ask(tab, "atOnce")["underlined"] == 0
