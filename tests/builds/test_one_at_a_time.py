"""Builds beside one another, disks that refuse, what others may read: the site is whole or the former one."""

import importlib.util
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import small
from story.files import alone, opened

spec = importlib.util.spec_from_file_location("build_of_one", small.ROOT / "scripts" / "build.py")
command = importlib.util.module_from_spec(spec)
spec.loader.exec_module(command)
MKDOCS = ("-m", "mkdocs", "build", "--strict", "--quiet")
BUILD, OFFLINE = ("scripts/build.py", "--quiet"), ("scripts/offline.py",)
WAITING = "Another program is writing"
BARE = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONIOENCODING": "utf-8",
    "LC_ALL": "C",
    "HOME": "/dev/null/nobody",  # where not even root can write
}


def start(project, *arguments, **options) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=project,
        env=os.environ | BARE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        **options,
    )


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project in a folder with a name like many, built once; tests leave it as they found it."""
    folder = small.warm(small.make(tmp_path_factory.mktemp("one") / "一处 带空格"))
    assert start(folder, *BUILD).wait() == 0
    return folder


@pytest.mark.parametrize("first, second", [(BUILD, BUILD), (BUILD, MKDOCS)])
def test_two_builds_at_once_end_well_one_after_the_other_and_the_site_is_whole(project, first, second):
    before = tree(project / "site")
    running = [start(project, *first), start(project, *second)]
    said = [process.communicate(timeout=300)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert tree(project / "site") == before and any(WAITING in words for words in said)


def test_two_copies_at_once_are_made_once(project):
    running = [start(project, *OFFLINE), start(project, *OFFLINE)]
    said = [process.communicate(timeout=300)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    (made,) = (project / ".cache/offline").iterdir()
    assert all(made.name in words for words in said)
    shutil.rmtree(made)  # else the next build publishes it


def test_the_lock_of_a_program_that_was_killed_stops_nobody(tmp_path, capsys):
    line = (
        "from pathlib import Path; from story.files import alone\n"
        f"with alone(Path({str(tmp_path)!r}), Path('site')): input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", line],
        cwd=small.ROOT / "scripts",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    while not (tmp_path / ".cache/locks").exists() or not list((tmp_path / ".cache/locks").iterdir()):
        assert holder.poll() is None
    holder.kill()
    holder.wait()
    with alone(tmp_path, Path("site")), alone(tmp_path, Path("another")):
        assert capsys.readouterr().err == ""


def test_the_old_site_is_put_back_if_the_exchange_fails(tmp_path):
    site, new, old = tmp_path / "site", tmp_path / "never-made", tmp_path / "old"
    small.put(site, "index.html", "whole")
    with pytest.raises(FileNotFoundError):
        command.swap(site, new, old)
    assert tree(site) == {"index.html": b"whole"} and not old.exists()


# Disks that refuse


def refused(project, *arguments, **options):
    """What a build that cannot be says; the site that was there is still there."""
    before = tree(project / "site")
    process = start(project, *arguments, **options)
    said = process.communicate(timeout=300)[0]
    assert process.returncode != 0 and tree(project / "site") == before, said
    assert "Traceback" not in said and "用不了" in said and "cannot be used" in said and "None" not in said
    return said


@pytest.mark.parametrize("arguments", [BUILD, OFFLINE])
def test_a_disk_that_refuses_in_the_middle_of_a_build_is_a_sentence(project, arguments):
    """A limit on the size of files makes the system itself refuse in the middle of one."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))  # noqa: E731
    assert os.strerror(27) in refused(project, *arguments, preexec_fn=limit)


def test_a_page_that_cannot_be_read_is_named(project):
    """A folder in its place: root may read every file."""
    before = tree(project / "site")
    (project / "docs/folder.md").mkdir()
    try:
        process = start(project, *BUILD)
        said = process.communicate(timeout=300)[0]
    finally:
        (project / "docs/folder.md").rmdir()
    assert process.returncode != 0 and tree(project / "site") == before
    assert "docs/folder.md:1:1 error file-unusable" in said and "Traceback" not in said


def test_a_checkout_that_cannot_be_written_is_named(project):
    """A file in the place of its folder: root may write everywhere."""
    locks = project / ".cache/locks"
    locks.rename(project / ".cache/elsewhere")
    try:
        locks.write_text("", encoding="utf-8")
        for arguments in (BUILD, MKDOCS, OFFLINE):
            assert ".cache/locks" in refused(project, *arguments)
    finally:
        locks.unlink()
        (project / ".cache/elsewhere").rename(locks)


def test_a_disk_that_refuses_is_no_traceback_in_a_preview():
    """MkDocs prints one of whatever ends a rebuild and not the program."""
    code = "import hooks; hooks._Now.serving = True; hooks.on_build_error(OSError(28, 'full', 'x.md'))"
    process = start(small.ROOT / "scripts", "-c", code)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 1 and "Traceback" not in said


# What others may read


def modes(folder) -> set[tuple[bool, int]]:
    return {(path.is_dir(), path.stat().st_mode & 0o777) for path in [folder, *folder.rglob("*")]}


@pytest.mark.parametrize("arguments, mask", [(BUILD, 0o077), (MKDOCS, 0o077), (MKDOCS, 0o000)])
def test_a_web_server_can_read_all_that_is_published_whatever_the_umask(project, arguments, mask):
    process = start(project, *arguments, umask=mask)
    assert process.wait(timeout=300) == 0, process.stdout.read()
    assert modes(project / "site") == {(True, 0o755), (False, 0o644)}


def test_a_site_folder_that_was_closed_is_opened(tmp_path):
    small.put(tmp_path, "site/en/index.html", "x")
    (tmp_path / "site").chmod(0o700)
    opened(tmp_path / "site")
    assert modes(tmp_path / "site") == {(True, 0o755), (False, 0o644)}
