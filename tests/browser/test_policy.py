"""The site under its own strict policy and that of scripts/hosting/: every page and tool, and no breach.

Nothing here waits for a function: what is not true at once is asked again by `eval`, and that is forbidden.
"""

import shutil

import pytest

import hosts
import server
from screens import ADDRESSES, MISSING, PICTURES_LOADED, UNLISTED

NOTE = """window.breaches = [];
addEventListener('securitypolicyviolation', event => {
    breaches.push(`${event.violatedDirective}: ${event.blockedURI || event.sourceFile} ${event.sample}`);
    document.documentElement.dataset.breached = breaches.length;
});"""


@pytest.fixture(scope="module")
def strict(built) -> str:
    """Address of the real site, sent with the headers that other hosts are told to send."""
    with server.serving(built, hosts.HEADERS) as address:
        yield address


@pytest.fixture
def tab(visit):
    return visit("about:blank", NOTE, reduced_motion="reduce", bypass_csp=False)


def breaches(tab) -> list[str]:
    return tab.evaluate("window.breaches")


def test_no_page_breaks_the_policy(strict, tab):
    found = {}
    for address in [*ADDRESSES, *UNLISTED, *MISSING]:
        tab.goto(strict + address)
        tab.evaluate(PICTURES_LOADED)
        found[address] = breaches(tab)
    assert {address: words for address, words in found.items() if words} == {}


def test_the_tools_work_under_the_policy(strict, tab):
    tab.goto(strict + "train/")
    tab.locator(".story-reading-open").first.click()
    tab.wait_for_selector(".story-reading:not([hidden])")
    tab.locator(".story-article .story-cite").first.hover()
    tab.wait_for_selector(".story-popover", state="visible")
    tab.keyboard.press("Escape")
    tab.click(".story-header__search")
    tab.keyboard.type("guazhi")
    tab.wait_for_selector("#search-hits [role=option]")
    assert breaches(tab) == []


def test_both_languages_stand_side_by_side_under_the_policy(strict, tab):
    tab.goto(strict + "train/?both")
    twin = tab.locator(".story-twin").nth(1)
    assert twin.evaluate("e => getComputedStyle(e).gridColumnStart") == "2", "its style sheet has come too"
    assert breaches(tab) == []


def test_a_picture_opens_and_the_lists_are_sifted_under_the_policy(strict, tab):
    tab.goto(strict + "gallery/")
    tab.locator(".story-gallery a").first.click()
    tab.wait_for_selector("dialog[open]")
    assert breaches(tab) == []
    tab.goto(strict + "glossary/")
    tab.fill(".story-filter [name=text]", "guazhi")
    tab.wait_for_selector(".story-word.story-off", state="attached")
    assert tab.locator(".story-word:not(.story-off) dt").count() < 5
    assert breaches(tab) == []


@pytest.mark.parametrize(
    "smuggled, part",
    [
        ("<script>document.title = 'smuggled'</script>", "script-src"),
        ('<p style="color: red">x</p>', "style-src"),
        ('<iframe src="https://example.org/"></iframe>', "frame-src"),
        ('<img src="https://example.org/x.png">', "img-src"),
    ],
)
def test_what_does_not_belong_here_is_stopped(built, tmp_path, tab, smuggled, part):
    """By the page itself: GitHub Pages sends no headers."""
    shutil.copytree(built / "train", tmp_path / "train")
    page = tmp_path / "train" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</article>", smuggled + "</article>"), encoding="utf-8"
    )
    with server.serving(tmp_path) as address:
        tab.goto(address + "train/", wait_until="domcontentloaded")
        tab.wait_for_selector("[data-breached]", state="attached")
        assert any(breach.startswith(part) for breach in breaches(tab)) and tab.title() != "smuggled"
