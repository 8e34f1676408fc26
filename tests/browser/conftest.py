"""Fixtures for what is seen in the browser: tabs for many pages, and the page with everything on it."""

import json

import pytest

import server
import shared
import small
import tabs
from screens import DESK

ANYWHERE = "http://site.invalid/"
"""Stands in what is taken down for the address of the site, which each process serves at one of its own."""


@pytest.fixture(scope="session")
def kept() -> dict:
    """The tabs that are open, by what their contexts were made with."""
    return {}


@pytest.fixture
def visit(browser, kept, address):
    """Opens a page as on a first visit, in the tab that is kept for such a device.

    Keywords are those of `new_context`, and `media`. The next visit with the same device takes the tab away.
    `script` runs before the page's own. With `fresh` the tab is opened for this visit, with nothing in its
    cache, and closed after the test.
    """
    undone = []

    def go(path: str = "", script: str = "", fresh: bool = False, **options):
        device = tabs.device(options)
        tab = None if fresh else kept.get(device)
        if tab is None or tab.is_closed():
            tab = tabs.make(browser, options)
        if fresh:
            undone.append(tab.context)
        else:
            kept[device] = tab
        tabs.wipe(tab, options, DESK)
        if script:
            undone.append(tab.add_init_script(script))
        tab.goto(path if ":" in path.split("?")[0] else address + path)
        return tab

    yield go
    for each in reversed(undone):
        each.close()
    for tab in kept.values():
        # What the page still fetches when a test ends is nobody's: its answer may come twice or not at all.
        tab.unroute_all(behavior="ignoreErrors")


@pytest.fixture
def still(visit):
    """A kept tab with nothing in motion, where a page is at once as it will stay."""
    return visit("about:blank", reduced_motion="reduce")


@pytest.fixture
def crawled(visit, address, tmp_path_factory):
    """What a function of tests/crawl.py takes down of a page: once, for all tests and processes."""

    def taken(crawl, path: str):
        def write(folder):
            found = json.dumps(crawl(visit, address, path)).replace(address, ANYWHERE)
            (folder / "found.json").write_text(found, encoding="utf-8")

        name = f"{crawl.__name__}-{path.replace('/', '-')}"
        found = (shared.once(tmp_path_factory, name, write) / "found.json").read_text(encoding="utf-8")
        return json.loads(found.replace(ANYWHERE, address))

    return taken


@pytest.fixture(scope="session")
def kitchen_sink(tmp_path_factory) -> str:
    """Address of the small site with the kitchen sink on it, ending in a slash."""
    folder = shared.once(
        tmp_path_factory, "sink", lambda place: small.build_kitchen_sink(place / "project") and None
    )
    with server.serving(folder / "project" / "site") as served:
        yield served
