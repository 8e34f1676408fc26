"""Parallel reading: what stands beside what. Tests are named after what could go wrong."""

import json
import re

import pytest

from story.site import parallel

TITLE = '<h1 id="title">列车<a class="headerlink" href="#title">#</a></h1>'
TITLE_TOO = '<h1 id="title">Train</h1>'


def beside(own: str, twin: str) -> list[tuple[list[tuple[int, ...]], str]]:
    return [(list(row.places), row.html) for row in parallel.rows(TITLE + own, TITLE_TOO + twin)][1:]


def test_each_paragraph_has_its_own_twin_where_they_are_as_many():
    assert beside("<p>甲</p><p>乙</p>", "<p>A</p><p>B</p>") == [([(1,)], "A"), ([(2,)], "B")]


def test_paragraphs_of_one_section_are_not_paired_with_those_of_the_next():
    own = '<p>甲</p><p>乙</p><h2 id="x">题</h2><p>丙</p>'
    twin = '<p>A</p><h2 id="x">Head</h2><p>C</p>'
    assert beside(own, twin) == [([(1,), (2,)], "A"), ([(3,)], "Head"), ([(4,)], "C")]


def test_a_quotation_finds_its_twin_though_paragraphs_around_it_differ():
    own = "<p>甲</p><p>乙</p><blockquote><p>引</p></blockquote><p>丙</p>"
    twin = "<p>A</p><blockquote><p>Q</p></blockquote><p>C</p>"
    assert beside(own, twin) == [
        ([(1,), (2,)], "A"),
        ([(3,)], "<blockquote><p>Q</p></blockquote>"),
        ([(4,)], "C"),
    ]


def test_a_picture_between_them_parts_no_twins():
    """In one language it stands before the quotation, in the other after it."""
    photo = '<figure class="story-photo" id="p"></figure>'
    own = f"<p>甲</p>{photo}<p>乙</p><blockquote><p>引</p></blockquote>"
    twin = f"<p>A</p><blockquote><p>Q</p></blockquote>{photo}"
    assert [places for places, _ in beside(own, twin)] == [[(1,), (3,)], [(4,)]]


def test_where_only_one_has_a_quotation_a_picture_still_parts():
    photo = '<figure class="story-photo" id="p"></figure>'
    own = f"<p>甲</p><p>乙</p>{photo}<p>丙</p>"
    twin = f"<p>A</p><blockquote><p>Q</p></blockquote><p>B</p>{photo}<p>C</p>"
    assert beside(own, twin) == [
        ([(1,), (2,)], "<p>A</p><blockquote><p>Q</p></blockquote><p>B</p>"),
        ([(4,)], "C"),
    ]


def test_nothing_is_lost_where_nothing_agrees():
    own = "<p>甲</p><ul><li>乙</li></ul>"
    twin = "<blockquote><p>Q</p></blockquote><p>A</p>"
    assert beside(own, twin) == [([(1,), (2,)], "<blockquote><p>Q</p></blockquote><p>A</p>")]


def test_ids_marks_and_permalinks_stay_on_their_own_page():
    twin = (
        '<p id="a">Up <a class="story-cite" href="figures.md#x"><data value="1">one</data></a> &amp; on '
        '<span lang="zh-Hans">列车</span><a class="headerlink" href="#a">#</a>'
        '<small class="story-source"><a href="about.md#p01">P01</a></small></p>'
    )
    rows = parallel.rows(f"{TITLE}<p>甲</p>", TITLE_TOO + twin, lambda href: f"../en/{href}")
    assert rows[1].html == (
        'Up <a href="../en/figures.md#x">one</a> &amp; on <span lang="zh-Hans">列车</span>'
    )


def test_what_a_part_says_is_paired_and_what_it_draws_is_not():
    part = (
        '<figure class="story-graphic" id="g"><figcaption><p class="story-note">{0}</p><p>{0}</p>'
        "</figcaption><div class=story-graphic__drawing><p>{0}</p></div>"
        "<table><tr><td>{0}</td></tr></table></figure>"
    )
    assert beside(part.format("图"), part.format("G")) == [([(1, 0, 1)], "G")]


def test_a_name_that_a_part_gives_in_both_languages_is_not_said_twice():
    own = '<section class="story-x"><ol><li><p><b>明确</b></p></li></ol></section>'
    twin = (
        '<section class="story-x"><ol><li><p><b>Settle</b> <span lang="zh-Hans">明确</span></p></li></ol>'
        "</section>"
    )
    assert beside(own, twin) == [([(1, 0, 0, 0)], "<b>Settle</b>")]
    assert beside(twin, own) == []


def test_a_name_in_brackets_leaves_no_empty_brackets():
    own = '<aside class="story-background"><p>药膳是菜。</p></aside>'
    twin = (
        '<aside class="story-background"><p>Cuisine (<span lang="zh-Hans">药膳</span>) is food.</p></aside>'
    )
    assert beside(own, twin) == [([(1, 0)], 'Cuisine (<span lang="zh-Hans">药膳</span>) is food.')]


def test_places_are_counted_from_the_title_for_a_notice_may_stand_above_it():
    rows = parallel.rows(f'<p class="story-behind">旧</p>{TITLE}<p>甲</p>', f"{TITLE_TOO}<p>A</p>")
    assert [row.places for row in rows] == [((0,),), ((1,),)]


def test_a_header_around_the_title_parts_no_twins():
    own, twin = (
        f"<header>{title}<p>{p}</p><figure class='story-x'/></header><p>{p}</p>"
        for title, p in ((TITLE, "甲"), (TITLE_TOO, "A"))
    )
    assert [row.places for row in parallel.rows(own, twin)] == [((0, 0),), ((0, 1),), ((1,),)]


def test_the_script_holds_nothing_that_ends_it():
    rows = parallel.rows(f"{TITLE}<p>甲</p>", f"{TITLE_TOO}<p>&lt;/script&gt; \u2028.</p>")
    name, content = parallel.script(rows, "en", "train.zh", "show();")
    assert re.fullmatch(r"assets/both/train\.zh\.[0-9a-f]{10}\.js", name)
    assert "<" not in content and "\u2028" not in content and content.endswith("\nshow();")
    told = json.loads(content.split(" = ")[1].split(";\n")[0])
    assert told == {"lang": "en", "rows": [["0", "Train"], ["1", "&lt;/script&gt; \u2028."]]}


@pytest.mark.parametrize("changed", ["show(1);", "show(2);"])
def test_another_tool_is_another_name(changed):
    assert parallel.script([], "en", "train.zh", changed)[0] != parallel.script([], "en", "train.zh", "")[0]
