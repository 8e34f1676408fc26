"""`make build`: the site that is there stays until the new one is whole."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import small

spec = importlib.util.spec_from_file_location("build_command", small.ROOT / "scripts" / "build.py")
command = importlib.util.module_from_spec(spec)
spec.loader.exec_module(command)
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}


def start(project, **environment: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "scripts/build.py"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | QUIET | environment,
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
    assert not (project / ".site.new").exists(), "a disk that was full stayed full"


def test_an_interrupted_build_leaves_the_previous_site_and_the_next_one_is_whole_and_all_there_is(project):
    before, new = tree(project / "site"), project / ".site.new"
    small.put(project, "site/stale.html", "of the former site")
    for blow in (signal.SIGINT, signal.SIGKILL):
        process = start(project)
        while not any(new.rglob("*.html")) and process.poll() is None:
            time.sleep(0.0005)
        os.killpg(process.pid, blow)
        assert process.wait() != 0
        assert tree(project / "site") == before | {"stale.html": b"of the former site"}
    assert start(project).wait() == 0 and tree(project / "site") == before
    assert not new.exists() and not (project / ".site.old").exists()


def test_ctrl_c_while_mkdocs_is_loading_is_a_sentence(project, tmp_path):
    """Python ended MkDocs with a traceback of a hundred lines."""
    small.put(tmp_path, "mkdocs/__init__.py", "")
    small.put(tmp_path, "mkdocs/__main__.py", "open(__file__ + '.begun', 'w').close()\nwhile True: pass\n")
    process = start(project, PYTHONPATH=str(tmp_path))
    while not (tmp_path / "mkdocs/__main__.py.begun").exists() and process.poll() is None:
        time.sleep(0.0005)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate()[1]
    assert (process.returncode, said) == (2, "已停下，site/ 还是原来的。\nStopped; site/ is what it was.\n")


def test_a_site_folder_that_is_a_link_stays_one_and_leads_to_the_new_site(tmp_path, monkeypatch):
    """The second build failed for ever: nothing can take the place of a link to a folder."""
    (tmp_path / "project").mkdir()
    small.put(tmp_path, "www/site/index.html", "old")
    link = tmp_path / "project/site"
    link.symlink_to(tmp_path / "www/site")

    def built(arguments, **options):
        folder = Path(arguments[arguments.index("--site-dir") + 1])
        assert folder.parent == tmp_path / "www", "to be moved in one step it is made on the same disk"
        small.put(folder, "index.html", arguments[-1])
        return subprocess.CompletedProcess(arguments, 0)

    monkeypatch.setattr(command, "ROOT", tmp_path / "project")
    monkeypatch.setattr(command, "SITE", link)
    monkeypatch.setattr(command.subprocess, "run", built)
    for words in ("first", "second"):
        assert command.main([words]) == 0
        assert link.is_symlink() and tree(link) == {"index.html": words.encode()}
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["site"]


def test_a_run_killed_between_the_two_moves_is_repaired(tmp_path):
    site, old = tmp_path / "site", tmp_path / "site.old"
    old.mkdir()
    (old / "index.html").write_text("whole", encoding="utf-8")
    command.restore(site, old)
    assert (site / "index.html").read_text(encoding="utf-8") == "whole" and not old.exists()
