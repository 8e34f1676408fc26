"""What machines read for people: llms.txt, the Markdown of each page, the full text of the feed. Tests are
named after what could go wrong."""

import re
import xml.etree.ElementTree as etree
from urllib.parse import urldefrag

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

import small
from screens import ADDRESSES, DATA, LANGS, TOLD

SITE_URL = "https://shangluo-nanjing.example.org/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def leads(built):
    """Whether an address leads to something: outside, or to a file of the site and to a place in it."""
    ids: dict[str, set[str]] = {}

    def there(address: str) -> bool:
        page, place = urldefrag(address)
        name = page.removeprefix(SITE_URL)
        file = built / (f"{name}index.html" if name.endswith("/") or not name else name)
        if place and name not in ids:
            ids[name] = set(re.findall(r' id="([^"]+)"', small.page(file)))
        return not page.startswith(SITE_URL) or file.is_file() and (not place or place in ids[name])

    return there


def links(html: str) -> list[str]:
    """Where a text leads, pictures with it."""
    named = LexborHTMLParser(html).css("[href], [src]")
    return [node.attributes.get("href") or node.attributes["src"] for node in named]


def read(built, name: str) -> str:
    return (built / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("address", [*ADDRESSES, *DATA])
def test_a_page_names_its_markdown_which_says_where_it_is_from(built, leads, address):
    page = LexborHTMLParser(read(built, f"{address}index.html"))
    (link,) = page.css("link[type='text/markdown']")
    text = read(built, address + link.attributes["href"])
    html = MarkdownIt("commonmark").enable("table").render(text)
    tree = LexborHTMLParser(html)
    assert tree.css_first("body").child.tag == "h1" and len(tree.css("h1")) == 1
    assert "<!--" not in text and not re.search(r"&lt;/?\w", html)
    assert [href for href in links(html) if not href.startswith("https://") or not leads(href)] == []
    head = tree.css_first("ul").text()
    twin = address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"
    said = f"{SITE_URL}{twin}index.html.md"
    assert SITE_URL + address in head and said in links(html) and re.search(r"20\d\d-\d\d-\d\d", head)
    assert "https://creativecommons.org/licenses/by/4.0/" in links(html)


@pytest.mark.parametrize("lang", LANGS.values())
def test_the_list_has_the_form_of_the_convention_and_every_page(built, leads, lang):
    """llmstxt.org: a title, a quotation, words without headings, then lists of links with notes."""
    text = read(built, f"{lang}llms.txt")
    form = r"# .+\n\n> .+\n\n(?:[^#>-].+\n\n)*(?:## .+\n\n(?:- \[[^\]]+\]\([^)]+\)(: .+)?\n)+\n?)+"
    assert re.fullmatch(form, text), text
    told = links(MarkdownIt("commonmark").render(text))
    assert told[: len(TOLD)] == [f"{SITE_URL}{lang}{page}index.html.md" for page in TOLD]
    assert all(map(leads, told)) and f"{SITE_URL}{lang}figures.csv" in told
    assert f"{SITE_URL}{'' if lang else 'en/'}llms.txt" in told, "the other language"
    (link,) = LexborHTMLParser(read(built, f"{lang}about/index.html")).css("link[rel=describedby]")
    assert link.attributes["href"] == f"{SITE_URL}{lang}llms.txt"


def test_what_repeats_a_page_stands_in_no_map(built):
    assert ".md" not in read(built, "sitemap.xml") and "llms" not in read(built, "sitemap.xml")


@pytest.mark.parametrize("lang", LANGS.values())
def test_an_entry_of_the_feed_says_all_and_nothing_that_a_reader_cannot_use(built, leads, lang):
    root = etree.parse(built / f"{lang}feed.xml").getroot()
    for entry in root.findall("a:entry", ATOM):
        content, page = entry.find("a:content", ATOM), entry.findtext("a:id", namespaces=ATOM)
        tree = LexborHTMLParser(content.text)
        assert content.get("type") == "html"
        assert [href for href in links(content.text) if not leads(href) or ":" not in href] == []
        used = {(node.tag, name) for node in tree.body.css("*") for name in node.attributes}
        assert {name for _, name in used} <= {"href", "src", "alt", "lang", "start", "value"}
        assert not re.search(r'about/#[a-z]\d\d"', content.text), "a mark of a source"
        assert not tree.css("script, style, form, button, svg, template, picture, h1, .headerlink")
        own = LexborHTMLParser(read(built, f"{page.removeprefix(SITE_URL)}index.html"))
        for mark in own.css(".story-source, .headerlink"):
            mark.decompose()
        words = [
            node.text() for node in own.css("article > p, article > h2, article .story-photo p, article td")
        ]
        assert words and [each for each in words if squeezed(each) not in squeezed(tree.body.text())] == [], (
            page
        )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
