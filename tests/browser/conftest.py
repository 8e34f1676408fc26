"""Fixtures for what is seen in the browser: one tab for many pages, and the page with everything on it."""

import pytest

import server
import small


@pytest.fixture(scope="module")
def still(browser):
    """A tab kept for the whole file, with nothing in motion: a page is at once as it will stay."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def kitchen_sink(tmp_path_factory) -> str:
    """Address of the small site with the kitchen sink on it, ending in a slash."""
    with server.serving(small.build_kitchen_sink(tmp_path_factory.mktemp("sink") / "project")) as served:
        yield served
