"""The six chapters as built: every paragraph of each has its twin beside it, once, in both directions."""

import json
import re

import pytest

import small
from screens import CHAPTER_ADDRESSES, CHAPTERS, LANGS
from story.language.counting import reading_text
from story.site import parallel
from story.site.parallel import Element

PROSE = {"h1", "h2", "h3", "p", "blockquote", "ul", "ol"}
WORST = 4
"""Of a chapter's rows those that hold more than one paragraph on either side: no more than these."""


def text(built, path: str) -> Element:
    page = small.page(built / path / "index.html")
    return parallel.tree(re.search(r"<article[^>]*>(.*)</article>", page, re.S)[1])


def told(built, path: str) -> dict:
    """What the page fetches when it is to show its twin."""
    page = small.page(built / path / "index.html")
    script = (built / path / re.search(r'data-twin="([^"]+)"', page)[1]).read_text(encoding="utf-8")
    return json.loads(re.match(r"window\.storyTwin = (\{.*?\});\n", script)[1])


def plain(words: str) -> str:
    return re.sub(r"\s+", "", words)


def inner(element: Element) -> str:
    return "".join(
        each if isinstance(each, str) else inner(each)
        for each in element.inside
        if isinstance(each, str) or not each.classes & {"story-source", "headerlink"}
    )


def written(root: Element) -> list[Element]:
    return [each for each in root.elements if each.tag in PROSE and not each.part]


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_every_paragraph_has_its_twin_once(built, path):
    rows = told(built, path)["rows"]
    places = [place for *places, _ in rows for place in places]
    assert len(places) == len(set(places))
    assert {str(each.path[0]) for each in written(text(built, path))} <= set(places)


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_no_paragraph_of_the_twin_is_lost_or_said_twice(built, path):
    said = [plain(reading_text(html)) for *_, html in told(built, path)["rows"]]
    other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
    for each in written(text(built, other)):
        paragraphs = [plain(inner(one)) for one in each.elements if one.tag in ("p", "li")] or [
            plain(inner(each))
        ]
        for words in paragraphs:
            assert sum(words in one for one in said) >= 1, words
            assert each.tag.startswith("h") or sum(words in one for one in said) == 1, words


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_few_stand_in_heaps(built, path):
    heaps = [places for *places, html in told(built, path)["rows"] if len(places) > 1 or "</p><p>" in html]
    assert len(heaps) <= WORST, heaps


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_headings_face_headings(built, path):
    root = text(built, path)
    other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
    titles = {
        each.attributes["id"]: plain(inner(each)) for each in written(text(built, other)) if each.tag == "h2"
    }
    beside = {place: html for *places, html in told(built, path)["rows"] for place in places}
    for each in written(root):
        if each.tag == "h2":
            assert plain(reading_text(beside[str(each.path[0])])) == titles[each.attributes["id"]]


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_links_beside_the_text_lead_to_the_other_language_and_exist(built, path):
    html = "".join(html for *_, html in told(built, path)["rows"])
    links = re.findall(r'href="([^"]+)"', html)
    assert links and " id=" not in html
    for link in links:
        file, _, anchor = link.partition("#")
        place = (built / path / file / "index.html").resolve()
        assert (place.relative_to(built.resolve()).parts[0] == "en") is not path.startswith("en/"), link
        assert not anchor or f'id="{anchor}"' in small.page(place)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_that_is_not_asked_for_its_twin_names_it_and_fetches_nothing(built, chapter):
    for prefix in LANGS.values():
        page = small.page(built / prefix / chapter / "index.html")
        assert page.count("assets/both/") == 1 and "/both/" not in "".join(re.findall(r"<script[^>]*>", page))
