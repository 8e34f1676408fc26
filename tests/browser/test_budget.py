"""What a reader pays: bytes, requests and waiting, counted on a phone. And style sheets that stay small."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import crawl
import small
from screens import CHAPTER_ADDRESSES, LANGS, PICTURES_LOADED
from story.gallery.screens import WASTE

KB = 1024
REQUESTS = 6
PICTURES = {".avif", ".webp", ".jpg", ".png", ".svg"}
SHEETS = sorted((small.ROOT / "docs/assets/stylesheets").rglob("*.css"))
SCRIPTS = sorted((small.ROOT / "docs/assets/javascripts").rglob("*.js"))
OURS = re.compile(r"story-[a-z]")
THEIRS = re.compile(
    r"(admonition|footnote|headerlink|highlight|task-list|md|no-js)(-|$)|(note|warning|quote|info|tip)$"
)
"""What Python-Markdown, its extensions and the theme's base write."""


def weight(files) -> int:
    """Bytes on the way to a reader."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_a_chapter_is_light(built, path):
    page = small.page(built / path / "index.html")
    named = [built / path / name for name in re.findall(r'(?:src|href)="([^"]+\.(?:css|js))"', page)]
    found = {
        "HTML": weight([built / path / "index.html"]),
        "CSS": weight(file for file in named if file.suffix == ".css"),
        "JS": weight(file for file in named if file.suffix == ".js"),
    }
    allowed = {"HTML": 9 * KB, "CSS": 9.5 * KB, "JS": 4.75 * KB}
    assert {kind: size for kind, size in found.items() if not 0 < size <= allowed[kind]} == {}, (
        f"allowed: {allowed}"
    )


@pytest.mark.parametrize("lang", LANGS.values())
@pytest.mark.parametrize(
    ("page", "most"), [("", 6.5), ("figures/", 17.5), ("glossary/", 17.5), ("about/", 14)]
)
def test_a_page_to_look_things_up_in_is_light_too(built, lang, page, most):
    assert weight([built / lang / page / "index.html"]) <= most * KB


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_the_first_view_of_a_chapter_is_light_without_its_pictures(crawled, built, path):
    """Page, style, script and the face of titles, all packed as a host sends them."""
    asked = [urlsplit(url).path.strip("/") for url in crawled(crawl.arrival, path)["asked"]]
    files = [built / name if Path(name).suffix else built / name / "index.html" for name in asked]
    sizes = {file.name: weight([file]) for file in files if file.suffix not in PICTURES}
    assert len(sizes) >= 3 and sum(sizes.values()) <= (23 if path.startswith("en/") else 30) * KB, sizes


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_a_chapter_asks_for_little_and_only_of_its_own_host(crawled, address, path):
    """Until its reader does something. Its icon counts: a browser without a window may not ask for it."""
    found = crawled(crawl.arrival, path)
    assert found["missed"] == [] and {urlsplit(url).netloc for url in found["asked"]} == {
        urlsplit(address).netloc
    }
    assert len({found["icon"], *found["asked"]}) <= REQUESTS, found["asked"]
    assert [url for url in found["asked"] if url.endswith("/")] == [address + path], "no other page yet"


PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path, most", [("train/", 55), ("party-building/", 95), ("gallery/", 220)])
def test_pictures_to_the_end_are_light_on_a_phone_of_three_dots_a_pixel(visit, built, path, most, scheme):
    """And each is the file that gallery/screens.py says a browser takes."""
    tab = visit(path, fresh=True, color_scheme=scheme, **PHONE)
    tab.evaluate(PICTURES_LOADED)
    shown = tab.locator("img[src*=photos]").evaluate_all("all => all.map(e => [e.currentSrc, e.clientWidth])")
    assert {urlsplit(url).path for url, _ in shown} == {
        name for url in tab.asked if "/photos/" in (name := urlsplit(url).path)
    }
    wide = {url: int(re.search(r"-(\d+)\.avif$", url)[1]) / (3 * width) for url, width in shown}
    assert {url: each for url, each in wide.items() if not 0.99 <= each <= WASTE} == {}
    assert sum((built / urlsplit(url).path.strip("/")).stat().st_size for url in wide) <= most * KB


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_important_is_never_written_without_a_reason_beside_it(sheet):
    lines = ["", *sheet.read_text(encoding="utf-8").splitlines()]
    assert [
        line.strip()
        for before, line in zip(lines, lines[1:])
        if "!important" in line and "/*" not in before + line
    ] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_class_of_ours_says_so_by_its_name(sheet):
    assert sorted(name for name in classes(sheet) if not OURS.match(name) and not THEIRS.match(name)) == []


def test_no_rule_is_left_for_a_class_that_nobody_writes(built):
    """Else the style sheet only ever grows. What stands after -- may come from a template's variable."""
    places = [
        *built.rglob("*.html"),
        *SCRIPTS,
        *(small.ROOT / "overrides").rglob("*.html"),
        *(small.ROOT / "scripts/story").rglob("*.py"),
    ]
    words = set(re.findall(r"\w[\w-]*", "\n".join(path.read_text(encoding="utf-8") for path in places)))
    unused = {
        f"{sheet.name}: .{name}"
        for sheet in SHEETS
        for name in classes(sheet)
        if not THEIRS.match(name) and name not in words and name.partition("--")[2] not in words
    }
    assert unused == set()


def classes(sheet) -> set[str]:
    """Classes in the selectors of a style sheet."""
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    return {
        name
        for selector in re.findall(r"([^{};]+)\{", css)
        for name in re.findall(r"\.(-?[_a-zA-Z][\w-]*)", selector)
    }
