"""How the tests are run: what `make test FAST=1` leaves out, and that nothing else is left out unseen."""

import os
import subprocess
import sys

import pytest

import running
import small
import tools


def run(folder, test: str, *arguments, **environment) -> subprocess.CompletedProcess:
    """Run one file of tests with the hooks of this project."""
    (folder / "test_it.py").write_text(test, encoding="utf-8")
    given = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "CI"))}
    path = os.pathsep.join(str(small.ROOT / name) for name in ("scripts", "tests"))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "running", "-p", "no:cacheprovider", *arguments, str(folder)],
        cwd=folder,
        env=given | {"PYTHONPATH": path} | environment,
        text=True,
        encoding="utf-8",
        capture_output=True,
    )


SKIPS = [
    "import pytest\n@pytest.mark.skip(reason='no nginx')\ndef test(): pass\n",
    "import pytest\ndef test(): pytest.skip('no nginx')\n",
    "import pytest\npytest.skip('no nginx', allow_module_level=True)\n",
]


@pytest.mark.parametrize("test", SKIPS)
def test_a_skip_is_a_failure_in_ci_and_says_why(tmp_path, test):
    result = run(tmp_path, test, CI="true")
    assert result.returncode != 0 and "no nginx" in result.stdout and "也不能略过" in result.stdout


def test_a_skip_is_no_failure_elsewhere(tmp_path):
    assert run(tmp_path, SKIPS[0]).returncode == 0


def test_what_needs_the_browser_or_the_real_site_is_left_out_of_the_quick_tests(tmp_path):
    needs = ("built", "address", "browser", "site")
    test = "".join(f"def test_{number}({need}): pass\n" for number, need in enumerate(needs))
    result = run(tmp_path, test, "-m", "not long", "--collect-only", "-q")
    assert "test_3" in result.stdout and "3 deselected" in result.stdout


@pytest.mark.parametrize("part", running.LONG)
def test_what_is_left_out_of_the_quick_tests_is_there(part):
    assert (small.ROOT / "tests" / part).exists()


def test_a_program_that_cannot_be_had_is_told_in_both_languages(tmp_path):
    result = subprocess.run(
        [sys.executable, str(small.ROOT / "tests/tools.py"), "no-such-program"],
        env={"PATH": str(tmp_path), "PYTHONUTF8": "1"},
        text=True,
        encoding="utf-8",
        capture_output=True,
    )
    assert result.returncode == 0
    assert "没有找到 no-such-program" in result.stderr and "brew install no-such-program" in result.stderr


def test_a_server_is_unpacked_and_not_installed(tmp_path, monkeypatch):
    """Debian's packages of nginx and Caddy start a service on port 80, and fail where that is taken."""
    asked = []
    monkeypatch.setattr(tools, "TOOLS", tmp_path)
    monkeypatch.setattr(tools.shutil, "which", lambda name, **options: name if name == "apt-get" else None)
    monkeypatch.setattr(tools, "_run", lambda command, folder: asked.append(command))
    assert tools.ensure("nginx") is None
    assert [command[-1] for command in asked] == ["-qq", "nginx-common"]
    assert not any("install" in command for command in asked)
