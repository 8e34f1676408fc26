"""The search index. Tests are named after what could go wrong."""

import json
import re

import pytest

import small
from screens import TOLD
from story.site import search
from story.tables.tables import load

TABLES = load(small.ROOT)
PAGE = """
<h1 id="title">列车<a class="headerlink" href="#title">#</a></h1>
<p>第一段，<a class="story-cite" href="../figures/#a"><data value="1788">1788万元</data></a>。\
<small class="story-source"><a href="../about/#p09">P09</a></small></p>
<ul><li>一</li><li>二<br>三 &amp; 四</li></ul>
<template><dialog><p>窗里的</p><img src="x"><button>钮</button></dialog></template>
<div hidden="hidden"><h3 id="letter-a">A</h3></div>
<form><label>筛选<input></label></form>
<svg><title>题</title><g><text>图上</text>\
<text><tspan>12</tspan><tspan dx="7">次</tspan></text>\
<text><tspan>12</tspan><tspan dx="7">times</tspan></text></g></svg>
<h2 id="part">小<b>节</b></h2>
<p>Line
 one</p>
<dl><div><dt id="guazhi"><span>挂职</span> <i>guàzhí</i></dt><dd>到外地任职。</dd></div></dl>
"""


def read(content: str) -> list:
    return called(content)[0]


def called(content: str) -> list:
    """What the script hands over: the entries, and two strings of characters."""
    return json.loads("[" + re.fullmatch(r"storySearch\((.*)\);\n", content, re.S)[1] + "]")


def test_a_page_is_cut_at_its_headings_and_holds_what_its_reader_sees():
    assert search.sections(PAGE) == [
        ("title", "列车", "第一段，1788万元。\n一\n二\n三 & 四\n图上\n12次\n12 times", "", False),
        ("part", "小节", "Line one", "", False),
        ("guazhi", "挂职 guàzhí", "到外地任职。", "", True),
    ]


@pytest.mark.parametrize("lost", ["P09", "#", "窗里的", "钮", "A", "筛选", "题"])
def test_nothing_hidden_is_found(lost):
    assert lost not in "".join(heading + text for _, heading, text, *_ in search.sections(PAGE))


def test_a_heading_under_another_says_so():
    html = "<h2 id='a'>表</h2><h3 id='b'>列车</h3><h2 id='c'>账</h2><h3 id='d'>列车</h3><h2 id='e'>完</h2>"
    assert [(heading, above) for _, heading, _, above, _ in search.sections(html)] == [
        ("表", ""),
        ("列车", "表"),
        ("账", ""),
        ("列车", "账"),
        ("完", ""),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_hits_have_one_title(built, lang):
    """A chapter's name stood over three hits, two of them on one page."""
    entries = read(next((built / "assets/search").glob(f"{lang}.*.js")).read_text(encoding="utf-8"))
    shown = [
        (part[1], number and sections[0][1], part[3])
        for _, sections in entries
        for number, part in enumerate(sections)
        if not part[4]
    ]
    assert sorted(each for each in shown if shown.count(each) > 1) == []


def test_words_before_any_heading_are_not_lost():
    assert search.sections("<p>先</p><h2 id='a'>后</h2>") == [
        ("", "", "先", "", False),
        ("a", "后", "", "", False),
    ]


def test_a_letter_of_two_signs_is_found_by_one():
    assert search.sections("<p>gua\u0300zhi\u0301</p>")[0][2] == "guàzhí"


def test_only_a_term_has_other_names():
    """A heading may have the id of a term by chance."""
    names = {"guazhi": "secondment", "part": "wrong"}
    assert [section[4] for section in search.index([("x/", PAGE)], names)[0][1]] == ["", "", "secondment"]


@pytest.mark.parametrize(("lang", "other"), [("zh", "secondment for training"), ("en", "挂职锻炼")])
def test_a_term_goes_by_pinyin_without_tones_and_by_the_other_language(lang, other):
    names = search.names(TABLES, lang)["guazhi-duanlian"].split("\n")
    assert names[0] == other and {"guazhi duanlian", "guazhiduanlian"} < set(names)


def test_the_index_ends_no_script_and_breaks_no_line():
    """U+2028 ended a string in older browsers, and an index may be put into a page one day."""
    entries = [["a/", [["x", "</script><script>alert(1)</script>", "a\u2028b\u2029c", "", ""]]]]
    _, content = search.script(entries, "zh")
    assert "<" not in content and "\u2028" not in content and "\u2029" not in content
    assert read(content) == entries


def test_the_name_changes_with_the_content_and_with_nothing_else():
    one, again, other = (
        search.script(search.index([("x/", text)], {}), "en")[0]
        for text in (PAGE, PAGE, PAGE + "<p>more</p>")
    )
    assert one == again != other and re.fullmatch(r"assets/search/en\.[0-9a-f]{10}\.js", one)


def test_the_index_brings_what_others_write_for_its_characters_and_no_more():
    long, short = called(search.script([["a/", [["x", "干部", "沿着", "", ""]]]], "zh")[1])[1:]
    pairs = dict(zip(long, short, strict=True))
    assert pairs.items() >= {"乾": "干", "幹": "干", "著": "着"}.items() and set(short) == set("干着")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_is_in_the_index_of_its_language_in_the_articles_order(built, lang):
    prefix = "" if lang == "zh" else "en/"
    entries = read(next((built / "assets/search").glob(f"{lang}.*.js")).read_text(encoding="utf-8"))
    assert [url.removeprefix("./") for url, _ in entries] == [prefix + page for page in TOLD]
    for url, sections in entries:
        ids = set(re.findall(r' id="([^"]+)"', small.page(built / url / "index.html")))
        assert {anchor for anchor, *_ in sections} <= ids and sections[0][1], url


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_fact_and_every_term_can_be_found(built, lang):
    entries = dict(read(next((built / "assets/search").glob(f"{lang}.*.js")).read_text(encoding="utf-8")))
    prefix = "" if lang == "zh" else "en/"
    figures = "\n".join(text for _, _, text, *_ in entries[f"{prefix}figures/"])
    assert [fact["id"] for fact in TABLES.facts.values() if fact["statement"][lang] not in figures] == []
    assert set(TABLES.terms) <= {anchor for anchor, *_, names in entries[f"{prefix}glossary/"] if names}


@pytest.mark.long  # it builds
def test_a_site_without_the_page_has_no_button(site):
    result = small.build_here(site)
    assert result.returncode == 0, result.stdout
    pages = [path.read_text(encoding="utf-8") for path in (site / "site").rglob("*.html")]
    assert pages and not any("story-search" in page or "story-header__search" in page for page in pages)


def test_the_search_page_stands_in_no_menu_map_or_index(built):
    assert "/search/" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    for prefix in ("", "en/"):
        page = small.page(built / prefix / "search/index.html")
        assert '<meta content="noindex" name="robots">' in page
        assert (
            'href="./"' not in page.split('id="menu"')[1].split("</nav>")[0]
            and 'rel="next"' not in page
            and 'rel="prev"' not in page
        )
