"""`make build`: the site that is there stays until the new one is whole."""

import importlib.util
import os
import signal
import subprocess
import sys
import time

import pytest

import small

spec = importlib.util.spec_from_file_location("build_command", small.ROOT / "scripts" / "build.py")
command = importlib.util.module_from_spec(spec)
spec.loader.exec_module(command)
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}


def start(project) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "scripts/build.py"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | QUIET,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project, built once by the command; tests leave it as they found it."""
    folder = small.warm(small.make(tmp_path_factory.mktemp("build") / "project"))
    assert start(folder).wait() == 0
    return folder


def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_of_it_stays(project):
    (project / "site" / "stale.html").write_text("old", encoding="utf-8")
    assert start(project).wait() == 0
    assert (project / "site/en/train/index.html").exists() and not (project / "site/stale.html").exists()
    assert not (project / ".cache/site.new").exists() and not (project / ".cache/site.old").exists()


def test_what_mkdocs_itself_refuses_leaves_the_previous_site(project):
    """Its warnings are counted after the pages are written."""
    before, config = tree(project / "site"), project / "mkdocs.yml"
    settings = config.read_text(encoding="utf-8")
    try:
        config.write_text(settings.replace("train.md, ", ""), encoding="utf-8")
        assert start(project).wait() != 0
    finally:
        config.write_text(settings, encoding="utf-8")
    assert tree(project / "site") == before


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build_leaves_the_previous_site_and_the_next_one_is_whole(project, blow):
    before, new = tree(project / "site"), project / ".cache/site.new"
    process = start(project)
    while not any(new.rglob("*.html")) and process.poll() is None:
        time.sleep(0.0005)
    os.killpg(process.pid, blow)
    assert process.wait() != 0
    assert tree(project / "site") == before
    assert start(project).wait() == 0 and tree(project / "site") == before


def test_a_run_killed_between_the_two_moves_is_repaired(tmp_path):
    site, old = tmp_path / "site", tmp_path / "site.old"
    old.mkdir()
    (old / "index.html").write_text("whole", encoding="utf-8")
    command.restore(site, old)
    assert (site / "index.html").read_text(encoding="utf-8") == "whole" and not old.exists()
