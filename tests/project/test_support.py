"""What README says of browsers is what `make browsers` drives."""

import json
import re
import subprocess
import sys

import pytest

import npm
import small
from browsers import engines

README = (small.ROOT / "README.md").read_text(encoding="utf-8")
STATED = dict(zip(("zh", "en"), README.split("## 浏览器 / Browsers\n\n")[1].splitlines()))
ORDERED = json.loads((npm.ORDERS / "package.json").read_text(encoding="utf-8"))["optionalDependencies"]


@pytest.mark.parametrize("lang", STATED)
def test_readme_names_every_browser_that_is_driven_and_the_oldest_that_is_promised(lang):
    named = re.search(r"`make browsers`.*?[；.;](?= |每|\S)", STATED[lang])
    assert named and [name for name in engines.ENGINES if name not in named[0]] == []
    assert sorted(map(int, re.findall(r"Chromium (\d+)", STATED[lang])))[0] == min(npm.OLD)
    assert "Safari 12" in STATED[lang]


def test_every_tool_must_work_in_new_browsers_alone():
    assert {name for name, (*_, full) in engines.ENGINES.items() if full} == {"Firefox", "WebKitGTK"}


def test_the_old_browsers_are_as_old_as_their_names_say():
    assert {package: int(version.split(".")[0]) for package, version in ORDERED.items()} == {
        package: version for version, package in npm.OLD.items()
    }


def test_old_browsers_are_fetched_by_whoever_asks_for_them_and_no_npm_is_no_fault(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(npm, "HOME", tmp_path)
    monkeypatch.setattr(npm.shutil, "which", lambda name: name)
    monkeypatch.setattr(npm.subprocess, "run", lambda command, **options: asked.append(command[-1]))
    assert npm.ensure(npm.READER) == [npm.READER] and npm.ensure(npm.OLD[67]) == [npm.OLD[67]]
    assert asked == ["--omit=optional", "--include=optional"]
    monkeypatch.setattr(npm.shutil, "which", lambda name: None)
    assert npm.ensure(npm.READER) == [npm.READER] and len(asked) == 2


def test_the_browsers_are_gone_through_each_week():
    weekly = (small.ROOT / ".github/workflows/weekly.yml").read_text(encoding="utf-8")
    assert "- run: make browsers\n" in weekly and "webkit2gtk-driver xvfb openbox" in weekly


@pytest.mark.parametrize(("ci", "status"), [({}, 0), ({"CI": "true"}, 1)])
def test_a_browser_that_cannot_be_had_is_told_and_none_at_all_is_a_failure_in_ci(tmp_path, ci, status):
    result = subprocess.run(
        [sys.executable, str(small.ROOT / "tests/browsers"), "--site", str(tmp_path), "Firefox", "WebKit"],
        env={"PATH": str(tmp_path), "PYTHONUTF8": "1"} | ci,
        text=True,
        encoding="utf-8",
        capture_output=True,
    )
    assert result.returncode == status, result.stderr
    lines = result.stderr.splitlines()
    assert lines[0].startswith("没有 Firefox") and lines[1].startswith("Firefox was not there")
    assert lines[-2:] == [
        "一种浏览器也没有，什么都没有看。",
        "None of the browsers could be had; nothing was looked at.",
    ]
