"""How tests are run: which take long, and that none is left out unseen. conftest.py passes it to pytest."""

import os

import pytest

import small

LONG = (
    "browser",
    "builds",
    "checks/test_random_edits.py",
    "commands/test_build_command.py",
    "commands/test_gallery_command.py",
    "drawing/test_plates.py",
    "project/test_hosting.py",
    "project/test_small.py",
    "project/test_workflows.py",
    "site/test_copy.py",
    "site/test_posters.py",
)
"""Folders and files that `make test FAST=1` leaves out; it leaves out whatever needs the real site, too."""
REAL = {"built", "to_keep", "address", "browser"}
SKIPPED = "有测试被略过；CI=true 时一个也不能略过。 A test was skipped; with CI=true none may be:"


def pytest_collection_modifyitems(items):
    long = tuple(small.ROOT / "tests" / part for part in LONG)
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
