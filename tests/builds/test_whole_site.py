"""The real site as built: what a reader's browser gets. Faults seen in this stack have their number."""

import csv
import gzip
import io
import json
import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

import referred
import small
from screens import ADDRESSES, DATA, PAGES, UNLISTED
from story.site import offline, policy
from story.site.assets import inline
from story.tables.tables import load

TABLES = load(small.ROOT)
SLUGS = tuple(PAGES.values())
SITE_URL = "https://shangluo-nanjing.example.org/"


class Html(HTMLParser):
    """Tags with their attributes, and the text with its language."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self._langs, self.runs = [], "", [""], []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br", "input", "img", "hr"}:
            self._langs.append(dict(attrs).get("lang") or self._langs[-1])

    def handle_endtag(self, tag):
        if len(self._langs) > 1:
            self._langs.pop()

    def handle_data(self, data):
        self.text += data
        self.runs.append((self._langs[-1], data))

    def all(self, tag, **attrs):
        return [
            found
            for name, found in self.tags
            if name == tag and all(found.get(key) == value for key, value in attrs.items())
        ]


def page(built: Path, address: str) -> Html:
    return Html(small.page(built / address / "index.html"))


def test_every_page_is_there_in_both_languages_and_nothing_else(built):
    written = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    pages = {f"{address}index.html" for address in [*ADDRESSES, *UNLISTED]}
    pages |= {f"{address}index.html.md" for address in [*ADDRESSES, *DATA]}
    other = {
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "ledger.csv",
        "datapackage.json",
        "figures.csv",
        "figures.json",
        "en/figures.csv",
        "en/figures.json",
        "feed.xml",
        "en/feed.xml",
        "llms.txt",
        "en/llms.txt",
    }
    assets = {path for path in written if path.startswith("assets/")}
    assert written - set(offline.FILES) == pages | other | assets
    made = {f"assets/{path.parent.name}/{path.name}" for path in (small.ROOT / ".cache").glob("*/*")}
    made |= {path for path in assets if path.endswith((".css", ".js"))}
    assert all(path in made or (small.ROOT / "docs" / path).exists() for path in assets), (
        "the theme's own files are not published"
    )


def test_nothing_is_published_that_nobody_can_come_to(built):
    """Twenty-four cards for sharing were, an icon and four pictures of the home page."""
    assert referred.unreferred(built, SITE_URL) == []


def test_a_file_that_nothing_refers_to_is_found(tmp_path):
    page = '<link href=a.css><img srcset="b.png 1x, ../c.png 2x"><meta content="https://site.test/d.png">'
    small.put(tmp_path, "en/index.html", page + '<a href="https://other.test/e.png" class="f.png"></a>')
    small.put(tmp_path, "en/a.css", "p { background: url(../g.png) } /* f.png */")
    small.put(tmp_path, "index.html", '<a href="en/?q=1#x">en</a>')
    for name in ("en/b.png", "c.png", "d.png", "e.png", "en/f.png", "g.png", "404.html"):
        small.put(tmp_path, name, b"")
    assert referred.unreferred(tmp_path) == ["e.png", "en/f.png"]


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_the_language_of_the_page_is_declared_for_the_right_glyphs(built, address):
    """Fault 7: `zh-Hans` needs a language file of its own; fault 5: Chinese under `en` says so."""
    html = page(built, address)
    lang = "en" if address.startswith("en/") else "zh-Hans"
    assert html.all("html")[0]["lang"] == lang
    if lang == "en":
        assert [
            text
            for run, text in html.runs
            if not run.startswith("zh") and re.search(r"[\u4e00-\u9fff]", text)
        ] == []


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_alternates_are_absolute_and_mutual_with_a_default(built, address):
    """Faults 3 and 2: the theme's are relative, and its script fetched a sitemap beside each."""
    html = page(built, address)
    bare = address.removeprefix("en/")
    links = {
        link["hreflang"]: link["href"] for link in html.all("link", rel="alternate") if "hreflang" in link
    }
    assert links == {"zh-Hans": SITE_URL + bare, "en": SITE_URL + "en/" + bare, "x-default": SITE_URL + bare}
    assert html.all("link", rel="canonical")[0]["href"] == SITE_URL + address


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_the_language_switch_leads_to_the_same_page_with_its_slash(built, address):
    """Fault 2: the theme's switch lost the trailing slash."""
    html = page(built, address)
    switch = {link["hreflang"]: link["href"] for link in html.all("a") if link.get("hreflang")}
    here = "https://x/" + address
    assert {lang: urljoin(here, href) for lang, href in switch.items()} == {
        "zh-Hans": "https://x/" + address.removeprefix("en/"),
        "en": "https://x/en/" + address.removeprefix("en/"),
    }


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_nothing_is_asked_of_another_host(built, address):
    html = page(built, address)
    asked = [
        value
        for tag, attrs in html.tags
        for key, value in attrs.items()
        if key in ("src", "srcset", "poster", "data")
        or (
            key == "href"
            and tag == "link"
            and attrs.get("rel") not in ("canonical", "alternate", "describedby")
        )
        if tag != "data"
    ]
    assert [value for value in asked if re.match(r"(https?:)?//", value or "")] == []


def test_stylesheets_and_scripts_ask_nothing_of_another_host(built):
    for path in [*built.rglob("*.css"), *built.rglob("*.js")]:
        assert not re.search(r"https?://|url\(\s*['\"]?//|@import", path.read_text(encoding="utf-8")), path


def test_every_page_says_its_policy_before_anything_that_it_governs(built):
    """GitHub Pages sends no headers."""
    script = inline(small.ROOT / "docs", "assets/javascripts/first.js")
    said = f'<meta content="{policy.meta(script)}" http-equiv=Content-Security-Policy>'
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > len(ADDRESSES)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert f"<head><meta charset=utf-8>{said}" in text and f"<script>{script}</script>" in text, path


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_no_inline_style_and_but_one_inline_script_stands_in_a_page(built, address):
    html = page(built, address)
    kinds = [attrs.get("type") for attrs in html.all("script") if "src" not in attrs]
    assert kinds == ["application/ld+json", None] and html.all("style") == []
    assert [
        attrs for _, attrs in html.tags if "style" in attrs or any(key.startswith("on") for key in attrs)
    ] == []


@pytest.mark.parametrize("address", [*ADDRESSES, *UNLISTED])
def test_dates_sizes_and_the_skip_link_are_written_as_the_standard_has_them(built, address):
    """HTML: a `time` is no range, `auto` is for `img` that waits; ARIA: all content is in a landmark."""
    found = page(built, address)
    assert [one for one in found.all("time") if "/" in one["datetime"]] == []
    assert [one for one in found.all("source") if "auto" in one.get("sizes", "")] == []
    waiting = found.all("img", loading="lazy")
    assert [one for one in found.all("img") if "auto" in one.get("sizes", "") and one not in waiting] == []
    tags = [(name, attributes.get("class")) for name, attributes in found.tags]
    assert tags[tags.index(("body", None)) + 1 :][:2] == [("header", "story-header"), ("a", "md-skip")]


def test_titles_of_home_and_page_in_both_languages(built):
    """Fault 9: the English home was called “Home - Site”."""

    def title(address):
        return re.search(r"<title>(.*?)</title>", small.page(built / address / "index.html"))[1]

    assert title("") == "从商洛到南京" and title("en/") == "From Shangluo to Nanjing"
    assert title("train/") == "把商洛开进地铁 · 从商洛到南京"
    assert title("en/train/") == "Shangluo, aboard the metro · From Shangluo to Nanjing"


def test_the_menu_is_in_the_language_of_the_page_and_in_the_articles_order(built):
    """Fault 14: a Chinese menu showed English titles."""

    def menu(address):
        source = small.page(built / address / "index.html")
        return re.findall(
            r"<li[^>]*><a [^>]*>([^<]*)</a></li>", source.split('id="menu"')[1].split("</nav>")[0]
        )

    assert menu("train/")[3] == "把商洛开进地铁" and menu("en/train/")[3] == "Shangluo, aboard the metro"
    assert len(menu("")) == len(menu("en/")) == len(PAGES) >= 12


def test_the_missing_page_speaks_both_languages_and_is_in_the_default_one(built):
    """Fault 4: 404.html came out in the last language, with links to the last page built."""
    html = Html(small.page(built / "404.html"))
    assert html.all("html")[0]["lang"] == "zh-Hans"
    assert "这里没有页面" in html.text and "There is no page here" in html.text
    assert {"/.", "/en/"} <= {link["href"] for link in html.all("a")}


def test_the_sitemap_lists_every_page_with_its_twin_and_its_true_date(built):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = etree.parse(built / "sitemap.xml").getroot().findall("s:url", space)
    assert sorted(url.findtext("s:loc", namespaces=space) for url in urls) == sorted(
        SITE_URL + address for address in [*ADDRESSES, *DATA]
    )
    for url in urls:
        assert {link.get("hreflang") for link in url.findall("x:link", space)} == {
            "zh-Hans",
            "en",
            "x-default",
        }
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", url.findtext("s:lastmod", namespaces=space))


def test_each_language_has_a_search_index_of_its_own_and_the_theme_has_none(built):
    """Fault 13: one index mixed the languages."""
    assert sorted(path.name.split(".")[0] for path in (built / "assets/search").iterdir()) == ["en", "zh"]
    assert not list(built.rglob("search_index.json"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_fact_can_be_read_on_the_figures_page_and_linked_to(built, lang):
    html = page(built, "figures/" if lang == "zh" else "en/figures/")
    ids = {attrs["id"] for _, attrs in html.tags if "id" in attrs}
    text = re.sub(r"\s+", "", html.text)
    for fact in TABLES.facts.values():
        assert fact["id"] in ids
        assert re.sub(r"\s+", "", fact["statement"][lang]) in text, fact["id"]
        assert "note" not in fact or re.sub(r"\s+", "", fact["note"][lang]) in text, fact["id"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_shows_value_unit_bound_and_paragraph(built, lang):
    source = small.page(built / ("figures" if lang == "zh" else "en/figures") / "index.html")
    rows = dict(re.findall(r'<tr [^>]*?id="([\w-]+)".*?>(.*?)</tr>', source, re.S))
    figures = [fact for fact in TABLES.facts.values() if fact["kind"] in ("count", "money", "period")]
    assert list(rows) and set(rows) == {fact["id"] for fact in figures}
    for fact in figures:
        row = rows[fact["id"]]
        assert fact["source"].replace("-", "–") in row
        assert ({"zh": "余", "en": "+"}[lang] in row.split("</th>")[0]) is bool(fact.get("bound"))
        assert not fact.get("unit") or fact["unit"][lang] in row


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_term_has_its_anchor_reading_and_rendering(built, lang):
    html = page(built, "glossary/" if lang == "zh" else "en/glossary/")
    ids = {attrs["id"] for _, attrs in html.tags if "id" in attrs}
    for term in TABLES.terms.values():
        assert term["id"] in ids and term["pinyin"] in html.text and term["english"] in html.text
        assert term["explanation"][lang] in html.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_twenty_measures_show_wording_rendering_and_gloss(built, lang):
    html = page(built, "measures/" if lang == "zh" else "en/measures/")
    numbers, here = {}, 0
    for tag, attrs in html.tags:
        if tag == "ol" and attrs.get("class") == "story-measures":
            here = int(attrs["start"])
        elif tag == "li" and here and "id" in attrs:
            numbers[attrs["id"]], here = here, here + 1
    assert numbers == {each["fact"]: each["number"] for each in TABLES.data["measures"]["measures"]}
    for measure in TABLES.data["measures"]["measures"]:
        fact = TABLES.facts[measure["fact"]]
        assert (
            fact["value"] in html.text
            and (lang == "zh" or fact["wording"]["en"][0] in html.text)
            and measure["gloss"][lang] in html.text
        )


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_the_foot_tells_paragraphs_edition_length_and_revision(built, address):
    text = re.sub(r"\s+", " ", page(built, address).text.split("story-foot")[-1])
    if address.startswith("en/"):
        assert re.search(r"From paragraphs ?[MTBCHP]\d\d", text) and "6 February 2025, page 04" in text
        assert re.search(r"Length: \d+ words", text) and re.search(r"Last revised: \d+ \w+ 20\d\d", text)
    else:
        assert re.search(r"出自原文 ?[MTBCHP]\d\d", text) and "2025年2月6日，第04版" in text
        assert re.search(r"篇幅：\d+字", text) and re.search(r"最近修订：20\d\d年\d+月\d+日", text)


def test_previous_and_next_follow_the_article(built):
    html = page(built, "en/train/")
    assert {link["rel"]: link["href"] for link in html.all("a") if link.get("rel") in ("prev", "next")} == {
        "prev": "../measures/",
        "next": "../store/",
    }


def test_every_paragraph_has_an_anchor_to_cite(built):
    for address in ("about/", "en/about/"):
        ids = {attrs["id"] for _, attrs in page(built, address).tags if "id" in attrs}
        assert {paragraph.lower() for paragraph in TABLES.paragraphs} <= ids


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_no_id_stands_twice_on_a_page(built, address):
    ids = [attrs["id"] for _, attrs in page(built, address).tags if "id" in attrs]
    assert len(ids) == len(set(ids)), {i for i in ids if ids.count(i) > 1}


def test_twins_have_the_same_ids_so_that_the_switch_keeps_its_place(built):
    for slug in SLUGS:
        both = [
            [attrs["id"] for tag, attrs in page(built, lang + slug).tags if "id" in attrs]
            for lang in ("", "en/")
        ]
        assert both[0] == both[1], slug


def test_the_downloads_are_beside_the_pages_of_both_languages(built):
    """Fault 11: generated files crashed the i18n plugin or were dropped."""
    for prefix in ("", "en/"):
        raw = (built / prefix / "figures.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
        assert len(rows) == 1 + sum(
            fact["kind"] in ("count", "money", "period") for fact in TABLES.facts.values()
        )
        assert len(json.loads((built / prefix / "figures.json").read_text(encoding="utf-8"))["facts"]) == len(
            TABLES.facts
        )


def test_the_ledger_itself_is_not_published(built):
    assert not list(built.rglob("*.yml")) and not (built / "data").exists()


def test_building_again_gives_the_same_bytes(built, tmp_path):
    assert small.build(small.ROOT, "--site-dir", str(tmp_path)).returncode == 0
    for path in built.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(built)).read_bytes(), path


def test_the_archive_of_the_sitemap_is_the_sitemap(built):
    assert gzip.decompress((built / "sitemap.xml.gz").read_bytes()) == (built / "sitemap.xml").read_bytes()
