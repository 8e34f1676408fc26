"""What stands in docs and is no file to be read there: said, and waited for by nobody."""

import os

import pytest

import planted
import small
from story import checks
from story.checks.rules import file_unusable

RULE = file_unusable.RULE.id
TRAIN = "docs/train.md"


def a_link_out(path):
    path.symlink_to(small.ROOT / "README.md")


def a_dead_link(path):
    path.symlink_to("nowhere")


def a_pipe(path):
    os.mkfifo(path)


@pytest.mark.parametrize(
    "place, make, said",
    [
        (TRAIN, a_link_out, "通到 docs 外面"),
        (TRAIN, a_dead_link, "不在了"),
        (TRAIN, os.mkdir, "是一个文件夹"),
        (TRAIN, a_pipe, "不是普通的文件"),
        ("docs/more.md", a_pipe, "不是普通的文件"),
        ("docs/data/facts.yml", a_pipe, "不是普通的文件"),
        ("docs/data/facts.yml", os.mkdir, "是一个文件夹"),
        ("docs/assets/more", a_link_out, "通到 docs 外面"),
        ("docs/assets/images/a.png", a_pipe, "不是普通的文件"),
    ],
)
def test_what_is_no_file_is_named(site, place, make, said):
    path = site / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    (finding,) = planted.found(site, RULE)
    assert finding.path == place and said in finding.zh


def test_a_file_that_may_not_be_read_is_named(site, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != "train.md")
    (finding,) = planted.found(site, RULE)
    assert finding.path == TRAIN and "没有读的权限" in finding.zh


def test_a_page_that_cannot_be_read_is_not_said_to_be_empty_or_missing(site, monkeypatch):
    (site / TRAIN).unlink()
    os.mkfifo(site / TRAIN)
    rules = {finding.rule for finding in checks.inspect(site)[1]}
    assert RULE in rules and not rules & {"page-empty", "pair-missing", "page-unlisted", "link-broken"}
