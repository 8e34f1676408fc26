"""What is printed as a source is who published it."""

import pytest

import small
from planted import found

BACKGROUND = small.FILES["docs/data/background.yml"].replace(
    "        background:\n", "        mirrors: [copies-of-news]\n        background:\n", 1
)


def plant(site, source: str) -> None:
    words = "source: {zh: 百科, en: An encyclopaedia}"
    assert words in BACKGROUND
    new = f"source: {{zh: '{source}', en: An encyclopaedia}}"
    small.put(site, "docs/data/background.yml", BACKGROUND.replace(words, new))


@pytest.mark.parametrize("source", ["copies-of-news 转载", "中国新闻社，见 m.copies-of-news.com"])
def test_a_place_that_holds_copies_is_no_source(site, source):
    plant(site, source)
    [finding] = found(site, "source-mirror")
    assert "copies-of-news" in finding.zh and "first published" in finding.en


@pytest.mark.parametrize(
    "source", ["news.example.cn/2021/1.html", "61.185.0.1:8080/a.htm", "https://a.org/b"]
)
def test_an_address_alone_is_no_source(site, source):
    plant(site, source)
    [finding] = found(site, "source-mirror")
    assert finding.path == "docs/data/background.yml" and source.split("/")[-1] in finding.zh


@pytest.mark.parametrize("source", ["中国新闻社2021年12月29日", "陕西省政府网站", "ecns.cn"])
def test_a_publisher_is_a_source(site, source):
    plant(site, source)
    assert found(site, "source-mirror") == []


def test_the_glossary_prints_no_copy_either(site):
    small.put(site, "docs/data/background.yml", BACKGROUND)
    words = "sources: [{number: 1, address: example.org, supports: {zh: 词, en: A word}}]"
    glossary = small.FILES["docs/data/glossary.yml"]
    assert words in glossary
    new = words.replace("example.org", "copies-of-news.com/1")
    small.put(site, "docs/data/glossary.yml", glossary.replace(words, new))
    assert [finding.path for finding in found(site, "source-mirror")] == ["docs/data/glossary.yml"]
