from pathlib import Path

import pytest

from story.pages.links import citations
from story.pages.page import Page, front_matter, heading, markers, split, standfirst, title
from story.tables.yamlfile import YamlFault


def test_twins_know_each_other():
    assert Page(Path("docs/train.md"), "").twin == "train.en.md"
    assert Page(Path("docs/train.en.md"), "").twin == "train.md"


def test_a_citation_knows_its_words_and_place():
    (cited,) = citations("头\n\n合计[**1788万元**](figures.md#total)。")
    assert (cited.fact, cited.words, cited.line, cited.column) == ("total", "1788万元", 3, 3)


@pytest.mark.parametrize(
    "text",
    ["`[a](figures.md#x)`", "```\n[a](figures.md#x)\n```", "<!-- [a](figures.md#x) -->", "[a](about.md#x)"],
)
def test_code_comments_and_other_links_are_not_citations(text):
    assert list(citations(text)) == []


def test_line_numbers_of_front_matter_are_those_of_the_file():
    data, marks = front_matter("---\nrevised: 2026-01-02\n---\n\n# 题\n")
    assert data == {"revised": "2026-01-02"} and marks["revised",] == (2, 10)


def test_front_matter_that_is_never_closed_is_a_fault():
    with pytest.raises(YamlFault):
        front_matter("---\nrevised: 2026-01-02\n\n# 题\n")


def test_the_standfirst_is_the_first_paragraph_in_plain_words():
    text = "# [题](x.md) { #a }\n\n二十名[干部](glossary.md#ganbu)到**南京**。\n\n第二段。\n"
    assert (title(text), standfirst(text)) == ("题", "二十名干部到南京。")


def test_markers_give_name_words_and_line():
    assert list(markers("a\n\n<!-- data: background s6 jurong -->\n")) == [
        ("background", ["s6", "jurong"], 3)
    ]


@pytest.mark.parametrize(
    "hidden",
    ["---\nrevised: 2026-01-02\n# 译者备注：等照片\n---\n", "<!--\n# 草稿\n-->\n", "```sh\n# 注释\n```\n"],
    ids=["remark in the head", "comment", "code"],
)
def test_a_remark_in_the_head_a_comment_or_code_is_no_title(hidden):
    """`# 译者备注：等照片` in a head became the title on the home line, timeline, figures and about pages."""
    text = f"{hidden}\n# 题 `x`\n\n<!-- 注 -->\n\n二十名干部。\n"
    assert (title(text), standfirst(text)) == ("题 x", "二十名干部。")
    assert text[heading(text).start() :].startswith("# 题")


def test_a_page_without_a_title_has_none():
    assert title("---\nrevised: 2026-01-02\n# 备注\n---\n\n正文。\n") == ""


def test_a_head_and_the_body_below_it():
    assert split("---\nrevised: 2026-01-02\n# 备注\n---\n\n# 题\n") == ({"revised": "2026-01-02"}, "\n# 题\n")


@pytest.mark.parametrize("head", ["revised: [", "- a", "", "revised: 1\nrevised: 2"])
def test_a_head_that_cannot_be_read_is_no_part_of_the_body(head):
    assert split(f"---\n{head}\n---\n\n# 题\n") == ({}, "\n# 题\n")


def test_a_page_without_a_head_is_all_body():
    assert split("# 题\n") == ({}, "# 题\n")
