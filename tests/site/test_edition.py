"""The records of a build, and what is computed for them."""

import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import small
from story.findings import Finding
from story.parts.setting import Setting
from story.site import edition
from story.tables.tables import load

BUILD = """
import sys
sys.path.insert(0, "scripts")
from mkdocs.commands.build import build
from mkdocs.config import load_config
from story.site import offline
looked = []
place = offline._place
offline._place = lambda root: looked.append(root) or place(root)
config = load_config(dev_addr="127.0.0.1:0", site_dir={site!r})
config.plugins.on_startup(command={command!r}, dirty=False)
build(config, serve_url={serve_url!r})
print("looked", len(looked))
"""
RENDER = """
import sys
from markdown import Markdown
from story.parts.extension import StoryExtension
from story.parts.setting import Setting
from story.tables.tables import load
import hooks
Markdown(extensions=[StoryExtension(Setting(load(hooks.ROOT)))]).convert("<!-- data: figures -->")
print([name for name in sys.modules if name.startswith("story.checks")])
"""


def python(source: str, folder: Path) -> str:
    result = subprocess.run([sys.executable, "-c", source], cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()[-1]


@pytest.mark.parametrize("command, times", [("serve", 0), ("build", 1)])
def test_a_preview_does_not_read_every_original_to_find_a_copy_and_a_build_does_once(site, command, times):
    url = "http://127.0.0.1/" if command == "serve" else None
    source = BUILD.format(site=str(site / "site"), command=command, serve_url=url)
    assert python(source, small.warm(site)) == f"looked {times}"


def test_a_page_is_made_without_the_rules_of_the_check():
    assert python(RENDER, small.ROOT / "scripts") == "[]"


def finding(rule: str) -> Finding:
    return Finding("docs/data/line.yml", 1, 1, rule, "", "")


def test_tables_from_which_nothing_can_be_drawn_are_not_sound(site):
    tables = load(site)
    assert edition.sound(tables, []) and edition.sound(tables, [finding("term-usage")])
    assert not edition.sound(None, []) and not edition.sound(tables, [finding("reference-unknown")])


def test_a_record_is_replaced_and_not_changed(site):
    begun = edition.Edition("zh", {}, ())
    with pytest.raises(FrozenInstanceError):
        begun.pages = ()


def test_the_line_has_the_stops_that_have_a_page_and_marks_the_one_we_are_at(site):
    here = Setting(load(site))
    (stop,) = edition.stops(here, {"home": "./", "train": "train/"}, "train")
    assert (stop["page"], stop["url"], stop["current"]) == ("train", "train/", True)
    assert edition.stops(here, {"train": "train/"}, None)[0]["current"] is False
    assert edition.stops(here, {"home": "./"}, None) == []
