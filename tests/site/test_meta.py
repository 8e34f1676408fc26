"""What pages tell machines: the functions alone, then the head of every built page, the feed, the dates."""

import json
import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import small
from screens import ADDRESSES, CHAPTER_ADDRESSES, TOLD
from story.site import feed, meta
from story.site.foot import permanent, slim
from story.tables.tables import load

SITE_URL = "https://shangluo-nanjing.example.org/"
TABLES = load(small.ROOT)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


class Head(HTMLParser):
    """Properties of the meta elements, links and the data block of a page."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.blocks, self._inside = [], [], False
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_data(self, data):
        if self._inside:
            self.blocks.append(data)

    def handle_endtag(self, tag):
        self._inside = False

    def og(self):
        return {
            attrs["property"]: attrs["content"]
            for tag, attrs in self.tags
            if tag == "meta" and "property" in attrs
        }

    def parts(self):
        (block,) = self.blocks
        graph = json.loads(block)
        return {part["@type"]: part for part in graph.get("@graph", [graph])}


@pytest.fixture(scope="module")
def heads(built):
    return {address: Head(small.page(built / address / "index.html")) for address in ADDRESSES}


def lang_of(address):
    return "en" if address.startswith("en/") else "zh"


def a_page(**changes):
    fields = {
        "name": "train",
        "lang": "en",
        "title": "T",
        "description": "D",
        "revised": "2026-01-02",
        "site": "S",
        "site_url": "https://x/",
        "twins": {"zh": "https://x/train/", "en": "https://x/en/train/"},
    }
    return meta.Page(**(fields | changes))


@pytest.mark.parametrize("address", ADDRESSES)
def test_open_graph_names_page_language_twin_and_picture(built, heads, address):
    og, lang = heads[address].og(), lang_of(address)
    assert og["og:type"] == ("website" if address in ("", "en/") else "article")
    assert og["og:url"] == SITE_URL + address
    assert og["og:locale"] == ("zh_CN" if lang == "zh" else "en_US")
    assert og["og:title"] and og["og:description"] and og["og:image:alt"]
    assert og["og:site_name"] == ("从商洛到南京" if lang == "zh" else "From Shangluo to Nanjing")
    assert (og["og:image:width"], og["og:image:height"]) == ("1200", "630")
    assert (built / og["og:image"].removeprefix(SITE_URL)).read_bytes().startswith(b"\xff\xd8"), (
        "the picture is there, and a JPEG"
    )
    assert [
        attrs["content"] for tag, attrs in heads[address].tags if attrs.get("name") == "twitter:card"
    ] == ["summary_large_image"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_article_says_what_it_retells_and_no_more(heads, address):
    article = heads[address].parts()["Article"]
    assert article["@id"] == SITE_URL + address and article["headline"] == heads[address].og()["og:title"]
    assert article["inLanguage"] == {"zh": "zh-Hans", "en": "en"}[lang_of(address)]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", article["dateModified"])
    assert article["isPartOf"]["@id"] == SITE_URL + ("en/" if lang_of(address) == "en" else "")
    assert article["isPartOf"].get("@type") == ("WebSite" if address in ("", "en/") else None)
    assert article["image"] == heads[address].og()["og:image"]
    home = heads["en/" if lang_of(address) == "en" else ""].parts()["Article"]["isBasedOn"]
    assert home.pop("@id") == article["isBasedOn"]["@id"]
    assert home == {
        "@type": "NewsArticle",
        "name": TABLES.facts["source-headline"]["value"],
        "datePublished": "2025-02-06",
        "author": {"@type": "Person", "name": "李小梅"},
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_states_the_inferred_name_of_the_newspaper_as_a_fact(heads, address):
    assert "publisher" not in heads[address].blocks[0] and "商洛日报" not in json.dumps(
        heads[address].parts(), ensure_ascii=False
    )


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_gallery_lists_its_pictures_and_credits_photographs_only(built, heads, prefix):
    images = heads[f"{prefix}gallery/"].parts()["ImageGallery"]["image"]
    assert len(images) == len(TABLES.data["photos"]["photos"])
    for image in images:
        assert (
            (built / image["contentUrl"].removeprefix(SITE_URL)).exists()
            and image["caption"]
            and "](" not in image["caption"]
        )
        assert {"license", "copyrightNotice"} & set(image) == set() or "creditText" in image
    taken = {path.stem for path in (small.ROOT / "docs/photos").glob("*.*")}
    credits = [entry["credit"] for entry in TABLES.data["photos"]["photos"] if entry["id"] in taken]
    assert [image["creditText"] for image in images if "creditText" in image] == credits, "drawings have none"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_glossary_is_a_set_of_terms_with_their_anchors(heads, prefix):
    terms = heads[f"{prefix}glossary/"].parts()["DefinedTermSet"]["hasDefinedTerm"]
    ids = {attrs["id"] for _, attrs in heads[f"{prefix}glossary/"].tags if "id" in attrs}
    assert len(terms) == len(TABLES.terms) and {term["@id"].partition("#")[2] for term in terms} <= ids


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_feed_is_valid_atom_of_every_page(built, prefix):
    """RFC 4287 §4.1.1: id, title, updated, an author; of each entry id, title, updated, a link."""
    root = etree.parse(built / prefix / "feed.xml").getroot()
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = root.findall("a:entry", ATOM)
    assert {entry.findtext("a:id", namespaces=ATOM) for entry in entries} == {
        SITE_URL + prefix + page for page in TOLD
    }
    for part in (root, *entries):
        assert part.findtext("a:title", namespaces=ATOM) and part.findtext(
            "a:id", namespaces=ATOM
        ).startswith("https://")
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT00:00:00Z", part.findtext("a:updated", namespaces=ATOM))
        assert part.find("a:link[@rel='alternate']", ATOM).get("href").startswith(SITE_URL + prefix)
    assert root.findtext("a:author/a:name", namespaces=ATOM)
    dates = [part.findtext("a:updated", namespaces=ATOM) for part in (root, *entries)]
    assert dates[0] == dates[1] and all(first >= second for first, second in pairwise(dates)), (
        "the last revised comes first"
    )


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address not in CHAPTER_ADDRESSES])
def test_a_page_names_the_feed_of_its_language(built, heads, address):
    (link,) = [
        attrs["href"] for tag, attrs in heads[address].tags if attrs.get("type") == "application/atom+xml"
    ]
    assert (
        link == f"{SITE_URL}{'en/' if lang_of(address) == 'en' else ''}feed.xml"
        and (built / link.removeprefix(SITE_URL)).exists()
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_dates_of_page_sitemap_and_data_agree(built, heads, address):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = etree.parse(built / "sitemap.xml").getroot().findall("s:url", space)
    dates = {
        url.findtext("s:loc", namespaces=space): url.findtext("s:lastmod", namespaces=space) for url in urls
    }
    assert dates[SITE_URL + address] == heads[address].parts()["Article"]["dateModified"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_says_how_it_is_cited(built, heads, address):
    text = small.page(built / address / "index.html").split('id="foot-citation"')[1].split("</div>")[0]
    assert heads[address].og()["og:title"] in text and SITE_URL + address in text
    assert ("[EB/OL]. (2026-" in text) is (lang_of(address) == "zh")


def test_nothing_in_a_data_block_can_end_it():
    block = meta.block({"name": "</script><script>alert(1)"}, "zh")
    assert "<" not in block and json.loads(block) == {"name": "</script><script>alert(1)"}


def test_a_data_block_of_an_english_page_has_no_letter_without_its_language():
    assert meta.block({"name": "商洛"}, "en").isascii() and "商洛" in meta.block({"name": "商洛"}, "zh")


def test_a_photograph_has_its_credit_and_its_licence():
    photo = {
        "src": "p",
        "full": "assets/p.jpg",
        "width": 3,
        "height": 2,
        "caption": "A [train](figures.md#x).",
        "alt": "A",
        "credit": "Li",
        "licence": "https://x/by",
    }
    gallery = meta.graph(a_page(name="gallery"), TABLES, [photo])["@graph"][1]
    assert gallery["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": "https://x/assets/p.jpg",
            "width": 3,
            "height": 2,
            "caption": "A train.",
            "description": "A",
            "creditText": "Li",
            "license": "https://x/by",
        }
    ]


def test_a_licence_in_words_is_no_address():
    photo = {
        "src": "p",
        "full": "p",
        "width": 3,
        "height": 2,
        "caption": "A",
        "alt": "A",
        "credit": "Li",
        "licence": "used by permission",
    }
    (image,) = meta.graph(a_page(name="gallery"), TABLES, [photo])["@graph"][1]["image"]
    assert image["copyrightNotice"] == "used by permission" and "license" not in image


def test_a_page_without_a_card_promises_no_picture():
    assert not any(name.startswith("og:image") for name in meta.open_graph(a_page(), (1, 1)))


def test_the_feed_puts_the_last_revised_first_and_then_follows_the_menu():
    pages = [
        a_page(name="home", title="1"),
        a_page(name="store", revised="2026-01-02", title="2"),
        a_page(name="about", revised="2026-03-04", title="0"),
    ]
    entries = etree.fromstring(feed.atom([(page, "") for page in pages]).encode()).findall("a:entry", ATOM)
    assert [entry.findtext("a:title", namespaces=ATOM) for entry in entries] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "url, path",
    [
        ("./", ""),
        ("index.html", ""),
        ("en/index.html", "en/"),
        ("train.html", "train/"),
        ("en/train/", "en/train/"),
    ],
)
def test_a_page_has_one_permanent_address(url, path):
    assert permanent("https://x/", url) == f"https://x/{path}"


@pytest.mark.parametrize(
    "html, slimmed",
    [
        ('<p class="a">\n  b\n\n  c</p>\n', "<p class=a>b c"),
        ("<pre>\n  a\n</pre>", "<pre>\n  a\n</pre>"),
        ('<nav><a href="b">A</a>\n  <a href="c">C</a></nav>', "<nav><a href=b>A</a> <a href=c>C</a></nav>"),
        ('<select><option value="">All</option></select>', "<select><option value>All</select>"),
        ('<img src="a.png" alt=""/>', "<img alt src=a.png>"),
        ("<pre><span>a</span>\n<span>b</span>\n</pre>", "<pre><span>a</span>\n<span>b</span>\n</pre>"),
    ],
)
def test_a_page_loses_what_a_parser_puts_back_and_no_space_that_a_reader_needs(html, slimmed):
    """Without a style sheet the languages of the switch were one word."""
    assert slim(html) == slimmed
