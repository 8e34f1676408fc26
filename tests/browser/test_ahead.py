"""The page that a reader points at is there before the click; the one that they come back to never left."""

import json
from urllib.parse import urlsplit

import pytest

import chromium
from screens import MISSING
from story.site.ahead import RULES

NEXT = ".story-platform__next"
(RULE,) = json.loads(RULES)["prefetch"]


@pytest.mark.parametrize("path", ["", "en/exchange/", MISSING[0]])
def test_only_other_pages_of_this_site_may_come_ahead(visit, built, address, path):
    """No file to keep, no place in the same page, and not the ledger for each citation under a mouse."""
    links = visit(path).locator(RULE["where"]["selector_matches"]).evaluate_all("all => all.map(e => e.href)")
    assert len({*links}) >= 11 and address + path not in links
    assert all((built / urlsplit(url).path[1:] / "index.html").exists() for url in links), links


def test_a_page_comes_when_it_is_pointed_at_under_the_policy_and_not_before(visit, address):
    tab = visit("about:blank", bypass_csp=False)
    tab.goto(address + "train/", wait_until="networkidle")
    assert [url for url in tab.asked if url.endswith("/")] == [address + "train/"]
    with tab.expect_request(address + "store/") as asked:
        tab.hover(NEXT)
    assert asked.value.headers["sec-purpose"] == "prefetch" and tab.complaints == []


def test_nothing_comes_ahead_to_a_reader_who_saves_data(visit, address):
    tab = visit("about:blank")
    session = tab.context.new_cdp_session(tab)
    session.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    tab.goto(address + "train/")
    assert tab.locator("[type=speculationrules]").count() == 0
    session.detach()


@pytest.fixture(scope="module")
def remembering(browser):
    """A browser that keeps the pages it has left: Playwright forbids it to the other."""
    own = chromium.another(browser, without="--disable-back-forward-cache")
    yield own
    own.close()


def test_a_page_that_one_comes_back_to_is_as_it_was_left(remembering, address):
    tab = remembering.new_page()
    for path in ("", "train/", "gallery/", "timeline/", "figures/", "glossary/", "about/", "search/"):
        tab.goto(address + path)
        tab.evaluate("addEventListener('pageshow', event => { window.back = event.persisted; })")
        tab.goto(f"{address}en/search/")
        # Not `go_back`, which may ask the page that is on its way out.
        tab.evaluate("setTimeout(() => history.back())")
        tab.wait_for_url(address + path, wait_until="commit")
        why = "performance.getEntriesByType('navigation')[0].notRestoredReasons"
        assert tab.evaluate("window.back"), (path, tab.evaluate(why))
