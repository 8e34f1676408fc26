"""The copy to keep, unpacked and opened from its folder with the network off."""

import re
from pathlib import Path

import pytest

import referred
from screens import DESK, PHONE
from story.site import offline

SPEECH = (Path(__file__).resolve().parent.parent / "speech.js").read_text(encoding="utf-8")
SAID = "new Promise(done => { const look = () => said.length > 2 ? done() : setTimeout(look, 20); look(); })"
LINKS = """all => all.map(e => e.getAttribute('href') || e.getAttribute('src'))
    .map(link => new URL(link, document.baseURI).href.split('#')[0])"""


@pytest.fixture(scope="module")
def folder(to_keep):
    """The real site's copy, unpacked."""
    return to_keep / offline.FOLDER


@pytest.fixture(scope="module")
def unplugged(browser):
    """A tab without a network, to_keep for the whole file, that notes what went wrong in it."""
    # Without motion: from a folder the browser at times lets a transition between pages go, and says so.
    context = browser.new_context(reduced_motion="reduce")
    context.set_offline(True)
    tab = context.new_page()
    # Aborted is what the next page does to an icon that is still on its way.
    tab.on(
        "requestfailed",
        lambda asked: (
            tab.wrong.append(f"{asked.url} {asked.failure}") if "ERR_ABORTED" not in asked.failure else None
        ),
    )
    tab.on(
        "request",
        lambda asked: (
            tab.wrong.append(asked.url) if not asked.url.startswith(("file:", "data:", "about:")) else None
        ),
    )
    tab.on(
        "console",
        lambda message: tab.wrong.append(message.text) if message.type in ("error", "warning") else None,
    )
    tab.on("pageerror", lambda error: tab.wrong.append(str(error)))
    yield tab
    context.close()


@pytest.fixture
def tab(unplugged, request):
    unplugged.wrong = []
    unplugged.goto("about:blank")
    unplugged.set_viewport_size(getattr(request, "param", DESK))
    return unplugged


def test_a_reader_walks_from_page_to_page_and_from_language_to_language(folder, tab):
    tab.goto((folder / "index.html").as_uri())
    tab.locator(".story-article a[href='train.html'] >> visible=true").first.click()
    assert tab.url.endswith("/train.html") and tab.title() == "把商洛开进地铁 · 从商洛到南京"
    tab.click(".story-switch a[hreflang=en]")
    assert (
        tab.url.endswith("/en/train.html")
        and tab.title() == "Shangluo, aboard the metro · From Shangluo to Nanjing"
    )
    tab.click(".story-nav a[href='gallery.html']")
    tab.locator(".story-gallery a").first.click()
    tab.wait_for_selector("dialog[open]")
    assert (
        tab.locator("dialog[open] img").first.evaluate(
            "image => image.decode().then(() => image.naturalWidth)"
        )
        > 0
    )
    tab.keyboard.press("Escape")
    tab.click(".story-nav a[href='glossary.html']")
    assert tab.url.endswith("/en/glossary.html")
    tab.fill(".story-filter [name=text]", "guazhi")
    assert tab.locator(".story-word:not(.story-off) dt").count() < 5
    tab.click(".story-switch a[hreflang=zh-Hans]")
    assert tab.url.endswith("/glossary.html") and "/en/" not in tab.url
    assert tab.wrong == []


@pytest.mark.parametrize("page", ["train.html", "en/measures.html"])
def test_a_citation_opens_in_place(folder, tab, page):
    tab.goto((folder / page).as_uri())
    tab.locator(".story-article .story-cite").first.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    tab.locator(".story-popover").wait_for()
    assert tab.wrong == []


@pytest.mark.parametrize("tab", [PHONE], indirect=True)
def test_the_menu_opens_on_a_phone(folder, tab):
    tab.goto((folder / "en/index.html").as_uri())
    tab.click(".story-header__menu")
    tab.click(".story-nav a[href='about.html']")
    assert tab.url.endswith("/en/about.html") and tab.wrong == []


def test_the_copy_holds_nothing_that_none_of_its_pages_uses(folder):
    assert referred.unreferred(folder) == []


def test_the_copy_weighs_little_and_holds_each_picture_once(to_keep, folder):
    """A night has one more, in the one format that it is made in. What is said to be of that format is."""
    names = [path.name for path in (folder / "assets/photos").iterdir()]
    assert len(names) == len({name.rsplit("-", 1)[0] for name in names}) and len(names) > 20
    assert {name.rsplit(".", 1)[1] for name in names if ".night-" not in name} == {"jpg"}
    named = {
        place.rpartition("/")[2]
        for page in folder.rglob("*.html")
        for held in re.findall(r'srcset="([^"]*)"', page.read_text(encoding="utf-8"))
        for place in held.replace(",", " ").split()[::2]
    }
    assert named == set(names)
    sources = [
        source
        for page in folder.rglob("*.html")
        for source in re.findall(r"<source [^>]*image/avif[^>]*>", page.read_text(encoding="utf-8"))
    ]
    assert sources and [source for source in sources if ".jpg" in source] == []
    assert (to_keep / offline.FILE).stat().st_size <= 3_000_000


def test_every_link_of_every_page_names_a_file_that_is_there(folder, tab):
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) >= 24
    for page in pages:
        tab.goto(page.as_uri())
        links = tab.eval_on_selector_all("a[href], img[src], link[rel=stylesheet], script[src]", LINKS)
        local = {link for link in links if link.startswith("file:")}
        missing = [
            link
            for link in local
            if link.endswith("/")
            or not (folder / link.removeprefix(folder.as_uri() + "/").split("?")[0]).is_file()
        ]
        assert local and missing == [], page
    assert tab.wrong == []


@pytest.mark.parametrize("page", ["train.html", "en/train.html"])
def test_search_and_reading_settings_work_from_a_folder(folder, tab, page):
    tab.goto((folder / page).as_uri())
    tab.click(".story-header__search")
    tab.keyboard.type("guazhi")
    tab.wait_for_selector("#search-hits [role=option]")
    tab.locator("#search-hits [role=option]").first.click()
    tab.wait_for_url("**/glossary.html#guazhi")
    tab.go_back()
    tab.keyboard.press("Escape")
    tab.locator(".story-reading-open").first.click()
    tab.wait_for_selector(".story-reading:not([hidden])")
    assert tab.wrong == []


@pytest.mark.parametrize("page", ["train.html", "en/train.html"])
def test_a_page_from_a_folder_is_read_aloud(folder, tab, page):
    with tab.add_init_script(SPEECH):
        tab.goto((folder / page).as_uri())
    tab.click(".story-tools__aloud")
    tab.evaluate(SAID)
    assert tab.evaluate("said[0].text") == tab.locator("h1").inner_text().rstrip("#").strip()
    assert tab.wrong == []
