"""Fixtures: a small site, the real site built once, that site served, and a real browser."""

import zipfile
from functools import partial
from pathlib import Path

import pytest

import chromium
import server
import shared
import small
from running import pytest_collection_modifyitems, pytest_make_collect_report, pytest_runtest_makereport
from story.site import offline

__all__ = ["pytest_collection_modifyitems", "pytest_make_collect_report", "pytest_runtest_makereport"]

ROOT = small.ROOT


@pytest.fixture(scope="session", autouse=True)
def _lent(tmp_path_factory):
    """What small sites have in common is made once; whoever writes into it in place spoils it for others."""
    small.lender = partial(shared.once, tmp_path_factory)
    yield
    assert small.spoilt() == [], "written into in place, where `small.put` replaces a file"


@pytest.fixture
def site(tmp_path) -> Path:
    """The small site, ready to be changed, looked at and built. For its commands, see `small.with_code`."""
    return small.make(tmp_path / "project", code=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The real site, built strictly once for all processes."""

    def build(folder):
        result = small.build(ROOT, "--site-dir", str(folder))
        assert result.returncode == 0, result.stdout

    return shared.once(tmp_path_factory, "built", build)


@pytest.fixture(scope="session")
def to_keep(tmp_path_factory) -> Path:
    """What there is to keep of the real site: the zip, the books, and the zip's folder."""

    def make(folder):
        for name, content in offline.make(ROOT).items():
            (folder / name).write_bytes(content)
        with zipfile.ZipFile(folder / offline.FILE) as archive:
            archive.extractall(folder)

    return shared.once(tmp_path_factory, "to-keep", make)


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
