"""HTML that is refused."""

import pytest

import planted
import small
from story.checks.rules import html_refused

RULE = html_refused.RULE.id


@pytest.mark.parametrize(
    "words, named",
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<ScRiPt src=a.js></ScRiPt>", "<script>"),
        ("<iframe src='a.html'></iframe>", "<iframe>"),
        ("<style>p {}</style>", "<style>"),
        ("<object data='a.pdf'></object>", "<object>"),
        ("<embed src=a.swf>", "<embed>"),
        ("<form action=a.md>", "<form>"),
        ("<svg/onload=alert(1)>", "<svg>"),
        ("<p onclick='x()'>好</p>", "onclick="),
        ("<img alt='一家店的柜台' src=assets/a.png OnError = x()>", "onerror="),
        ("<p STYLE='color:red'>好</p>", "style="),
        ("<a href='JavaScript:x()'>好</a>", "javascript:"),
        ("<a href='java&#115;cript:x()'>好</a>", "javascript:"),
        ("[好](javascript:x)", "javascript:"),
        ("[好](&#106;avascript:x)", "javascript:"),
        ("[好](data:text/html,x)", "data:"),
        ("[好][a]\n\n[a]: vbscript:x", "vbscript:"),
        ("![一家店的柜台](https://example.org/a.png)", "别的网站"),
        ("![一家店的柜台](//example.org/a.png)", "别的网站"),
        ("<img alt='一家店的柜台' src='HTTPS://example.org/a.png'>", "别的网站"),
        ("<img alt='一家店的柜台' srcset='a.png 1x, https://example.org/b.png 2x'>", "别的网站"),
        ("<video poster='//example.org/a.png'></video>", "<video>"),
        (r"\<script>", "<script>"),
        ("[文件](file:///home/a.md)", "自己电脑"),
        (r"[文件](C:\a.md)", "自己电脑"),
        ("[好](about.md){ onclick='x()' }", "onclick="),
        ("好\n{: style='color:red' }", "style="),
        ("<!--><script>x</script>-->", "<script>"),
        ("<div>`<script>x</script>`</div>", "<script>"),
        ("<p\nonclick=x>好</p>", "onclick="),
    ],
)
def test_what_could_run_or_fetch_is_found_and_named(site, words, named):
    planted.plant(site, words)
    findings = planted.found(site, RULE)
    assert len(findings) == 1 and named in findings[0].zh and findings[0].line >= planted.BODY_LINE


@pytest.mark.parametrize("words", ["# 又一个题目", "又一个题目\n==="])
def test_a_second_title_is_called_that_and_told_where_it_stands(site, words):
    """It was told of a sentence in another table, as an id that stands twice."""
    planted.plant(site, f"好。\n\n{words}\n\n好。")
    (finding,) = planted.found(site, RULE)
    assert "一个题目" in finding.zh and "##" in finding.zh and "##" in finding.en
    assert finding.path.endswith(".md") and finding.line >= planted.BODY_LINE + 2


@pytest.mark.parametrize(
    "words",
    [
        "<p class='MsoNormal'>好</p>",
        "<span lang=EN-US>好</span>",
        "好<o:p></o:p>",
        "<SPAN style='color:red'>好</SPAN>",
        "<font size=2>好</font>",
        '<p class=MsoListParagraph style="x">好</p>',
    ],
)
def test_what_was_pasted_from_word_is_named_so_once(site, words):
    planted.plant(site, words)
    (finding,) = planted.found(site, RULE)
    assert "从 Word 粘贴来的格式，请粘贴成纯文字" in finding.zh


def test_a_tag_is_found_at_its_place(site):
    planted.plant(site, "第一行。\n\n好<b>好</b> <script>x</script>", "en")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line, finding.column) == ("docs/train.en.md", 9, 11)


def test_the_texts_of_tables_are_looked_at(site):
    small.alter(site, "docs/data/timeline.yml", "text: {zh: 开业,", "text: {zh: '开<script>x</script>业',")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2)


@pytest.mark.parametrize(
    "table, old, new",
    [
        ("glossary", "term: 挂职", "term: 挂<img src=x onerror=a(1)>职"),
        ("glossary", "pinyin: guàzhí", "pinyin: guà<form>zhí"),
        ("glossary", "english: secondment", "english: second<meta http-equiv=refresh>ment"),
        ("glossary", "address: example.org", "address: example.org/<base href=x>"),
        ("glossary", "任职。", "<b onclick=a(1)>任职</b>。"),
        ("article", "报头", "报<style>头"),
        ("facts", "{zh: 牵头", "{zh: 牵<iframe>头"),
        ("line", "short: {zh: 列车", "short: {zh: 列<object>车"),
    ],
)
def test_every_field_of_a_table_is_looked_at(site, table, old, new):
    small.alter(site, f"docs/data/{table}.yml", old, new)
    found = planted.found(site, RULE)
    line = (site / f"docs/data/{table}.yml").read_text(encoding="utf-8").split("<")[0].count("\n") + 1
    assert [(each.path, each.line) for each in found] == [(f"docs/data/{table}.yml", line)]


def test_a_word_of_the_interface_is_looked_at(site):
    words = (site / small.STRINGS).read_text(encoding="utf-8")
    before, menu, after = words.partition("\nmenu:\n  zh: ")
    small.put(site, small.STRINGS, f"{before}{menu}<script>{after}")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == (small.STRINGS, before.count("\n") + 3)


def test_two_of_a_kind_are_told_at_their_places(site):
    planted.plant(site, "`<dialog>`是标签。<dialog>\n\n甲<dialog>")
    assert planted.places(planted.found(site, RULE)) == [(7, 15), (9, 2)]


def test_a_page_that_was_clean_is_looked_at_again_once_it_is_saved(site):
    assert planted.found(site, RULE) == planted.found(site, RULE) == []
    planted.plant(site, "<form>")
    assert len(planted.found(site, RULE)) == len(planted.found(site, RULE)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "`<script>`和`onclick=`",
        "```html\n<script>x</script>\n```",
        "<!-- <script>x</script> -->",
        "<kbd>Ctrl</kbd>、<mark>好</mark>",
        "<div class='grid' markdown>\n好\n</div>",
        "<a href='https://example.org/'>好</a>",
        "[好](https://example.org/javascript:x)",
        "![标志的图形](assets/images/favicon.svg){ width='64' }",
        "## 小节 { #style }",
        "好 < 坏，x <y 和 a<3",
        "one=1，onclick 是什么",
        "[脚本](mailto:a@example.org)",
    ],
)
def test_near_misses_are_left_alone(site, words):
    planted.plant(site, words)
    assert planted.found(site, RULE) == []
