"""Whatever lies in `docs` is published: pages and pictures, each at its own address, and nothing else."""

import io

import pytest
from PIL import Image

import planted
import small
from story import checks
from story.checks import svg
from story.checks.rules import file_refused
from story.site import addresses

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}</svg>'
PAGE = small.HEAD + "# 页\n\n一句话。\n"


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, kind)
    return stream.getvalue()


def told(site, files: dict[str, str | bytes]) -> dict[str, str]:
    """What is said of each of these files when they are put there; nothing of one that may be."""
    for name, content in files.items():
        small.put(site, name, content)
    found = file_refused.check(checks.read_pages(site)[0], None)
    return {finding.path: finding.zh for finding in found}


def test_a_file_of_another_kind_is_named_with_what_to_do(site):
    cures = {
        "docs/assets/extra.js": "mkdocs.yml",
        "docs/assets/stylesheets/extra.css": "mkdocs.yml",
        "docs/offer.html": "写成 Markdown 页面",
        "docs/report.pdf": "请移出 docs",
        "docs/assets/notes.txt": "请移出 docs",
        "docs/robots.txt": "robots.txt",
        "docs/CNAME": "域名",
        "docs/assets/tool.wasm": "请移出 docs",
        "docs/page.xhtml": "请移出 docs",
        "docs/assets/old.svgz": "请移出 docs",
    }
    said = told(site, dict.fromkeys(cures, "x"))
    assert said.keys() == cures.keys()
    assert all(name.rpartition("/")[2] in said[name] and cure in said[name] for name, cure in cures.items())


def test_a_file_at_the_address_of_another_is_named(site):
    there = {
        "docs/train/index.html": "/train/index.html",
        "docs/train/index.md": "/train/index.html",
        "docs/train/README.md": "/train/index.html",
        "docs/README.md": "/index.html",
        "docs/404.html": "/404.html",
        "docs/404.md": "/404/index.html",
        "docs/figures.csv": "/figures.csv",
        "docs/figures.csv.md": "/figures.csv",
        "docs/feed.xml.en.md": "/en/feed.xml",
        "docs/sitemap.xml": "/sitemap.xml",
        "docs/en/train.md": "/en/train/index.html",
        "docs/en.md": "/en/",
        "docs/en/feed.xml": "/en/feed.xml",
        "docs/en/map.png": "/en/",
        "docs/assets/share/train-zh.0123abcd.jpg": "/assets/share/",
        "docs/assets/photos/store-1.png": "/assets/photos/",
    }
    said = told(site, {name: PAGE if name.endswith(".md") else picture("PNG") for name in there})
    assert said.keys() == there.keys()
    # What else is wrong with such a file is said too.
    assert [
        name
        for name in there
        if not name.endswith((".html", ".csv", ".xml", ".jpg")) and there[name] not in said[name]
    ] == []


def test_a_name_that_differs_by_case_or_by_form_alone_is_refused_as_odd(site):
    names = ["docs/EN", "docs/assets/Photos", "docs/e\u0301.md"]
    for name in names:
        small.put(site, name if name.endswith(".md") else f"{name}/a.png", PAGE)
    assert [finding.path for finding in planted.found(site, "file-name")] == sorted(names)


def test_a_picture_is_what_its_name_says(site):
    images = "docs/assets/images"
    said = told(
        site,
        {
            f"{images}/a.png": "<script>alert(1)</script>",
            f"{images}/b.gif": b"",
            f"{images}/c.jpg": picture("PNG"),
            f"{images}/d.avif": picture("AVIF")[:40],
        },
    )
    assert "PNG 图片" in said.pop(f"{images}/c.jpg")
    assert len(said) == 3 and all("里面不是图片" in words for words in said.values())


@pytest.mark.parametrize(
    "inside, words",
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onload="alert(1)"/>', "onload"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<b xmlns="http://www.w3.org/1999/xhtml">x</b>', "<b>"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>', "<script>"),
        ('<a href="javascript:alert(1)"/>', "<a>"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "<set>"),
        ('<use xlink:href="other.svg#a"/>', "href"),
        ('<g xml:base="https://example.org/"/>', "base"),
        ('<image href="https://example.org/a.png"/>', "href"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "href"),
        ('<rect fill="url(//example.org/a)"/>', "fill"),
        ("<rect fill=\"url( 'a.svg#b')\"/>", "fill"),
        ('<rect style="fill: u\\72l(a)"/>', "style"),
        ("<style>@import 'a.css';</style>", "style"),
        ("<style>p { fill: <![CDATA[url(a)]]> }</style>", "style"),
        ('<?xml-stylesheet href="a.css"?>', "<?…?>"),
        ("<g>", "读不下去"),
    ],
)
def test_a_drawing_holds_nothing_that_runs_or_fetches(inside, words):
    (line, _), (zh, en) = svg.faults(SVG.format(inside).encode())[0]
    assert words in zh and en and line == 2


def test_a_drawing_brings_no_declarations_and_is_a_drawing():
    entity = '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<text>&a;</text>")
    assert "DOCTYPE" in svg.faults(entity.encode())[0][1][0]
    assert "<html>" in svg.faults(b"<html/>")[0][1][0] and "读不下去" in svg.faults(b"")[0][1][0]


def test_pages_pictures_and_what_the_site_lists_are_left_alone(site):
    shapes = (
        '<defs><linearGradient id="a"/></defs><style>.b { fill: url(#a) }</style><use xlink:href="#a"/>'
        '<image href="data:image/png;base64,AAAA"/><rect class="b" fill="url(\'#a\')"/><text>a // b</text>'
    )
    kinds = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
    pictures = {f"docs/assets/images/map.{ending}": picture(kind) for ending, kind in kinds.items()}
    others = dict.fromkeys(("docs/assets/.DS_Store", "docs/data/notes.txt", "docs/photos/notes.txt"), "x")
    drawing = {"docs/assets/images/a.svg": SVG.format(shapes), "docs/more/index.md": PAGE}
    assert told(site, pictures | others | drawing) == {}


def test_the_addresses_that_a_build_takes_are_known(built):
    """Else a new download or folder could be covered by a file of `docs`."""
    written = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    # No file of `docs` can come to an address that ends in `.md`: it would become a page.
    loose = {name for name in written if not name.endswith(("index.html", ".md")) and "assets/" not in name}
    assert loose <= set(addresses.FILES)
    folders = {name.rpartition("/")[0] for name in written if name.startswith("assets/")}
    ours = {"assets/images", "assets/stylesheets", "assets/javascripts", "assets/javascripts/on-demand"}
    assert folders - ours <= set(addresses.FOLDERS)
