import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from story.parts.extension import StoryExtension
from story.parts.setting import Setting
from story.tables.tables import load


@pytest.fixture
def story(site):
    return StoryExtension(Setting(load(site)))


def render(story, text, lang="zh"):
    story.setting = replace(story.setting, lang=lang)
    return Markdown(
        extensions=["attr_list", "def_list", "footnotes", "toc", story],
        extension_configs={"toc": {"permalink": "#"}},
    ).convert(text)


def test_a_cited_figure_carries_its_machine_value_and_its_paragraph(story):
    html = render(story, "合计[1788万元](figures.md#total)。")
    assert (
        '<a class="story-cite" href="figures.md#total"><data value="17880000">1788万元</data></a>。' in html
    )
    assert html.endswith(
        '<a aria-label="这一段的出处：P02" class="story-source" href="about.md#p02">P02</a></p>'
    )
    assert story.cited == ["total"]


def test_a_cited_date_is_a_time(story):
    assert '<time datetime="2024-06-21">21\u00a0June 2024</time>' in render(
        story, "On [21 June 2024](figures.md#opened).", "en"
    )


def test_two_citations_of_one_paragraph_give_one_mark_in_the_articles_order(story):
    html = render(
        story,
        "[1788万元](figures.md#total)、[100余种](figures.md#products)、[2024年6月21日](figures.md#opened)",
    )
    assert re.findall(r'class="story-source" href="([^"]+)">([^<]+)<', html) == [("about.md#p01", "P01 P02")]


def test_the_mark_stands_before_a_nested_list_not_after_it(story):
    html = render(story, "- [100余种](figures.md#products)\n    - 里层\n")
    assert html.index("story-source") < html.index("里层")


def test_code_is_left_alone(story):
    assert "story-cite" not in render(story, "`[1788万元](figures.md#total)`")


def test_chinese_on_an_english_page_carries_its_language(story):
    html = render(story, "called 秦味苏品 (商货入宁、陕货入苏).", "en")
    assert '<span lang="zh-Hans">秦味苏品</span> (<span lang="zh-Hans">商货入宁、陕货入苏</span>).' in html


def test_chinese_inside_a_link_on_an_english_page_carries_its_language(story):
    assert '<a href="x.md">a <span lang="zh-Hans">商</span> b</a>' in render(story, "[a 商 b](x.md)", "en")


def test_a_chinese_page_is_not_cut_into_spans(story):
    assert "<span" not in render(story, "秦味苏品")


def test_no_english_is_left_in_permalinks_and_footnotes_of_a_chinese_page(story):
    html = render(story, "## 题\n\n文[^1]\n\n[^1]: 注\n")
    assert "Permanent link" not in html and "Jump back" not in html
    assert 'aria-label="看注释"' in html and 'aria-label="回到正文"' in html


def test_the_words_of_a_heading_are_the_link_to_it(story):
    assert '<h2 id="line"><a href="#line">一<em>句</em></a></h2>' in render(story, "## 一*句* { #line }")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sign_that_is_escaped_in_a_heading_ends_no_build(story, lang):
    assert "What is * of, and * is</h1>" in render(story, "# What is \\* of, and \\* is", lang)


def test_the_title_and_a_heading_that_leads_elsewhere_have_no_link_to_themselves(story):
    html = render(story, "# 题 { #top }\n\n## 见[那页](about.md) { #see }")
    assert '<h1 id="top">题</h1>' in html and '<h2 id="see">见<a href="about.md">那页</a></h2>' in html


def test_a_marker_is_filled_and_its_facts_count_as_cited(story):
    html = render(story, "前\n\n<!-- data: figures -->\n\n后")
    assert 'id="total"' in html and "<p>前</p>" in html and "<p>后</p>" in html
    assert "total" in story.cited


def test_generated_headings_are_in_the_table_of_contents(story):
    markdown = Markdown(extensions=["toc", story])
    markdown.convert("<!-- data: figures -->")
    assert [token["id"] for token in markdown.toc_tokens] == ["figures-train"]


def test_the_title_has_one_id_in_both_languages(story):
    assert 'id="title"' in render(story, "# 列车") and 'id="title"' in render(story, "# Train", "en")


def test_a_marked_section_that_no_parser_reads_ends_no_build(story):
    """MkDocs reads a page with html.parser, which then raises, to know where its links are."""
    md = Markdown(extensions=[story])
    for text in ("<![} 字", "字\n<![<menu>`</style> ["):
        parser, lines = HTMLParser(), md.preprocessors["story-markers"].run(text.split("\n"))
        parser.feed("\n".join(lines))
        parser.close()
        assert "字" in lines[0]
