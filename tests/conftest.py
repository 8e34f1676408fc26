"""Fixtures: a small site, the real site built once, that site served, and a real browser."""

import os
from functools import partial
from pathlib import Path

import pytest

import chromium
import server
import shared
import small

ROOT = small.ROOT
LONG = (
    "browser",
    "builds",
    "checks/test_random_edits.py",
    "commands/test_build_command.py",
    "commands/test_gallery_command.py",
    "drawing/test_plates.py",
    "project/test_hosting.py",
    "project/test_workflows.py",
)
"""Folders and files that `make test FAST=1` leaves out; it leaves out whatever needs the real site, too."""
REAL = {"built", "address", "browser"}
SKIPPED = "有测试被略过；CI=true 时一个也不能略过。 A test was skipped; with CI=true none may be:"


def pytest_collection_modifyitems(items):
    long = tuple(ROOT / "tests" / part for part in LONG)
    for item in items:
        if REAL & set(item.fixturenames) or any(item.path.is_relative_to(path) for path in long):
            item.add_marker("long")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return _none_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return _none_skipped((yield))


def _none_skipped(report):
    """With CI=true what is skipped has failed: nobody reads there that something was left out."""
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome, report.longrepr = "failed", f"{SKIPPED}\n{report.longrepr[-1]}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _lent(tmp_path_factory):
    """What small sites have in common is made once; whoever writes into it in place spoils it for others."""
    small.lender = partial(shared.once, tmp_path_factory)
    yield
    assert small.spoilt() == [], "written into in place, where `small.put` replaces a file"


@pytest.fixture
def site(tmp_path) -> Path:
    """The small site, ready to be changed and built."""
    return small.make(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The real site, built strictly once for all processes."""

    def build(folder):
        result = small.build(ROOT, "--site-dir", str(folder))
        assert result.returncode == 0, result.stdout

    return shared.once(tmp_path_factory, "built", build)


@pytest.fixture(scope="session")
def address(built) -> str:
    """Address of the real site on this machine, ending in a slash."""
    with server.serving(built) as served:
        yield served


@pytest.fixture(scope="session")
def browser():
    """A real browser. A missing one is a failure, never a skip."""
    with chromium.running() as browser:
        yield browser
