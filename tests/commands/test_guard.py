"""What all commands have in common: whatever happens, a sentence in two languages and never a traceback."""

import os
import re
import shutil
import subprocess
import sys

import pytest

import command
import small
from story.files import put, reason_of, refused

COMMANDS = sorted(
    path.name for path in (small.ROOT / "scripts").glob("*.py") if "__main__" in path.read_text("utf-8")
)
ARGUMENTS = {"shrink.py": ["none.jpg"], "translated.py": ["trian"], "build.py": ["--help"]}
TIMED = [*COMMANDS, "bench/bench.py", "bench/sites/__main__.py", "hosting/precompress.py"]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return small.warm(small.make(tmp_path_factory.mktemp("guard") / "project"))


def run(project, name, *arguments, python=(), **environment):
    return subprocess.run(
        [sys.executable, *python, f"scripts/{name}", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_without_chinese_ends_no_command_in_a_traceback(project, name):
    result = run(
        project, name, *ARGUMENTS.get(name, []), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert "Traceback" not in result.stderr and "UnicodeEncodeError" not in result.stderr, result.stderr
    assert result.stdout + result.stderr or name == "manual.py"


@pytest.mark.parametrize("name", TIMED)
def test_every_command_runs_under_the_guard(name):
    source = (small.ROOT / "scripts" / name).read_text(encoding="utf-8")
    assert re.search(r'^if __name__ == "__main__":\n    (run|command)\(main', source, re.M)


@pytest.mark.parametrize("name", ["check.py", "build_gallery.py", "sizes.py", "translated.py", "manual.py"])
def test_a_library_that_is_missing_is_named_with_the_cure(project, name):
    result = run(project, name, python=("-S",))
    target = name.removesuffix(".py").removeprefix("build_")
    assert result.returncode == 2 and f"make {target}" in result.stderr and "Traceback" not in result.stderr


def test_a_network_that_is_cut_at_the_first_run_is_a_sentence(tmp_path):
    """pip said only “No matching distribution found”."""
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(small.ROOT / name, tmp_path)
    small.put(tmp_path, ".venv/.made", "")
    small.put(tmp_path, ".venv/bin/python", "#!/bin/sh\nexit 1\n")
    (tmp_path / ".venv/bin/python").chmod(0o755)
    said = subprocess.run(["make", "build"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert said.returncode and "网络不通" in said.stderr and "want of a network" in said.stderr
    assert not (tmp_path / ".venv/.site-ready").exists()


def ended(main, capsys, *arguments, monkeypatch, **words):
    """Status and stderr of a command whose work is `main`."""
    monkeypatch.setattr(sys, "argv", ["scripts/any.py", *arguments])
    with pytest.raises(SystemExit) as end:
        command.run(main, **words)
    return end.value.code, capsys.readouterr().err


def failing(error):
    def main(arguments):
        raise error

    return main


@pytest.mark.parametrize(
    "error, words",
    [
        (
            OSError(28, "No space left on device", "docs/x.md"),
            ["docs/x.md 用不了（磁盘满了）", "docs/x.md cannot be used (No space left on device)"],
        ),
        (OSError("no number"), ["用不了（no number）"]),
        (PermissionError(), ["用不了（PermissionError）"]),
        (KeyboardInterrupt(), ["已停下", "Stopped"]),
        (KeyError("oops"), ["不是你的错", "KeyError: 'oops'", "issue", "--debug"]),
    ],
)
def test_whatever_happens_is_said_in_both_languages_and_the_status_is_2(error, words, capsys, monkeypatch):
    status, said = ended(failing(error), capsys, monkeypatch=monkeypatch)
    assert status == 2 and all(word in said for word in words) and "None" not in said
    assert re.search("[\u4e00-\u9fff]", said.splitlines()[0]) and len(said.splitlines()) == 2


def test_debug_shows_the_fault_itself_and_is_no_argument_of_the_command(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["scripts/any.py", "--debug"])
    with pytest.raises(KeyError):
        command.run(failing(KeyError("oops")))
    assert ended(len, capsys, "--debug", monkeypatch=monkeypatch)[0] == 0


def test_a_reader_who_has_seen_enough_is_no_fault(project):
    line = f"{sys.executable} scripts/build_gallery.py --help | true"
    result = subprocess.run(line, shell=True, cwd=project, capture_output=True, text=True)
    assert "Traceback" not in result.stderr and "BrokenPipe" not in result.stderr


def test_a_full_disk_is_named_after_the_file_that_was_to_be_written(tmp_path, monkeypatch):
    """The system names no file when a write fails, and an unfinished one when it cannot be begun."""

    def full(handle, mode):
        os.close(handle)
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OSError) as caught:
        put(tmp_path / "page.md", b"x")
    assert "page.md 用不了（磁盘满了）" in refused(caught.value, tmp_path)[0]
    assert list(tmp_path.iterdir()) == []


def test_a_reason_is_never_none():
    assert reason_of(OSError()) == "OSError" and reason_of(OSError("x")) == "x"


@pytest.mark.parametrize(
    "name, arguments", [("translated.py", ["about", "train"]), ("shrink.py", ["none.png"])]
)
def test_a_reader_who_has_left_is_not_told_of_a_file_that_cannot_be_written(project, name, arguments):
    """`make translated … | head` ended in “None 写不进去”: a closed pipe was taken for a full disk."""
    small.put(project, "none.png", b"no picture")
    reading, writing = os.pipe()
    os.close(reading)
    command_line = [sys.executable, "-u", f"scripts/{name}", *arguments]
    ended = subprocess.run(command_line, cwd=small.with_code(project), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert ended.stderr == b""
