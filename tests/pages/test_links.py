"""Links of a text, and the anchors a page offers."""

import re
from pathlib import Path

import pytest

import small
from story.pages.anchors import anchors, generated
from story.pages.links import citations, links
from story.pages.page import Page
from story.pages.prose import prose
from story.parts.fragments import ARGUMENTS, render
from story.parts.setting import Setting
from story.tables.tables import load


def targets(text):
    return [link.target for link in links(text)]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("[a](b.md) ![c](d.png) [e](<f g.md>)", ["b.md", "d.png", "f g.md"]),
        ('[a](b.md "words")', ["b.md"]),
        ("[a [b]](c.md)", ["c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
        ('<a href="x.md">y</a> <img alt="z" src=w.png>', ["x.md", "w.png"]),
        ("`[a](b.md)` <!-- [a](b.md) -->\n\n```\n[a](b.md)\n```", []),
        ("[^1]\n\n[^1]: x.md", []),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("---\nrevised: '[a](b.md)'\n---\n", []),
        ("[a]()", [""]),
    ],
)
def test_links_of_a_text(text, wanted):
    assert targets(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "[18](figures.md#total)",
        '[18](figures.md#total "题")',
        "[18](figures.md#total '题')",
        '[18](figures.md#total "题 (一) x")',
        "[18](<figures.md#total>)",
        '[18]( <figures.md#total> "题" )',
        "[18](  figures.md#total  )",
        "[18](\nfigures.md#total)",
        "[18][a]\n\n[a]: figures.md#total",
        '[18] [A]\n\n[a]: <figures.md#total> "题"',
        "[18][]\n\n[18]: figures.md#total (题)",
        "[18]\n\n[18]: figures.md#total '题'",
        '<a class="x" href="figures.md#total">18</a>',
        '<a href="figures.md#total"><data value="18">18</data></a>',
        "[**18**](figures.md#total)",
        "![a](b.png) [18](figures.md#total)",
        r"\[x] [18](figures.md#total)",
    ],
)
def test_a_citation_is_seen_in_whatever_form_it_is_written(text):
    (cited,) = citations(text)
    assert (cited.fact, cited.words) == ("total", "18")


def test_an_address_without_its_opening_bracket_is_no_prose():
    """Else the cure of half-width punctuation would write its brackets full-width."""
    assert prose("一词](figures.md#total)，又").words == "一词，又"


def test_a_link_by_name_is_told_where_its_address_is_written():
    text = "[甲][b]\n\n[b]: c.md\n[d]: e.md"
    used, unused = links(text)
    assert (used.target, used.words, used.start, used.told) == ("c.md", "甲", 0, text.index("[b]: "))
    assert (unused.target, unused.used) == ("e.md", False)


def test_a_link_knows_its_place_and_its_words():
    image, link = links("xx [![a](b.png)](c.md)")
    assert (image.start, image.image, image.words) == (4, True, "a") and (
        link.start,
        link.image,
        link.words,
    ) == (3, False, "![a](b.png)")


def test_headings_have_the_ids_that_the_build_gives_them(site):
    text = (
        small.HEAD + "# 题\n\n## 小节 { #part }\n\n## 小节\n\n## 小节\n\n## A *b* C\n\n底线\n---\n\n"
        '<p id="own">x</p>\n\n好[^1]\n\n[^1]: 注\n'
    )
    assert anchors(Page(Path("x.md"), text), load(site)) == {
        "title",
        "part",
        "小节",
        "小节_1",
        "a-b-c",
        "底线",
        "own",
        "fn:1",
        "fnref:1",
    }


@pytest.mark.parametrize("name", sorted(ARGUMENTS.keys() - {"line"}))
def test_generated_parts_write_the_ids_that_links_may_name(name):
    tables = load(small.ROOT)
    arguments = list(ARGUMENTS[name]) or {
        "background": list(tables.background),
        "graphic": list(tables.graphics),
        "opening": [stop["page"] for stop in tables.data["line"]["stops"]],
    }.get(name, [])
    here = Setting(tables)
    html = "".join(render(name, [argument], here) for argument in arguments) or render(name, [], here)
    assert (
        set(re.findall(r'<(?!svg|g|path)\w+[^>]*? id="([^"]+)"', html)) - generated(name, arguments, tables)
        == set()
    )
