"""A page that has not kept up with its twin."""

import pytest

import planted
import small
import translated
from story.checks.rules import translation_behind
from story.pages import twins
from story.pages.page import Page

RULE = translation_behind.RULE.id


@pytest.fixture
def pair(site):
    """The small site with its pages on the train held against each other."""
    zh, en = site / "docs/train.md", site / "docs/train.en.md"
    for path, twin in ((zh, en), (en, zh)):
        path.write_text(
            twins.record(path.read_text(encoding="utf-8"), Page(twin, twin.read_text(encoding="utf-8"))),
            encoding="utf-8",
        )
    return site


def change(site, name, old, new):
    path = site / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_chinese_page_leaves_the_english_one_behind(pair):
    change(pair, "train.md", "小节", "小小节")
    (finding,) = planted.found(pair, RULE)
    assert (finding.path, finding.line, finding.column, finding.severity) == (
        "docs/train.en.md",
        3,
        13,
        "warning",
    )
    zh = pair / "docs/train.md"
    assert (
        twins.line(Page(zh, zh.read_text(encoding="utf-8"))) in finding.zh
        and "不用改" in finding.zh
        and "docs/train.md" in finding.zh
    )
    assert (
        "PAGE=train；" in finding.zh
        and "PAGE=train NO_CHANGE=1" in finding.zh
        and "PAGE=train NO_CHANGE=1" in finding.en
    )


def test_the_line_of_the_message_is_the_cure(pair):
    change(pair, "train.en.md", "Part", "Section")
    (finding,) = planted.found(pair, RULE)
    en = pair / "docs/train.en.md"
    right = twins.line(Page(en, en.read_text(encoding="utf-8")))
    assert right in finding.zh and right in finding.en
    old = next(
        line
        for line in (pair / "docs/train.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("translated")
    )
    change(pair, "train.md", old, right)
    assert planted.found(pair, RULE) == []


def test_when_both_have_changed_both_are_to_be_compared(pair):
    change(pair, "train.md", "小节", "小小节")
    change(pair, "train.en.md", "Part", "Section")
    findings = planted.found(pair, RULE)
    assert [finding.path for finding in findings] == ["docs/train.en.md", "docs/train.md"]


@pytest.mark.parametrize("arguments", [["train"], ["train", "--no-change"]])
def test_the_commands_of_the_message_do_what_it_says(pair, arguments):
    change(pair, "train.md", "小节", "小小节")
    if arguments == ["train"]:
        change(pair, "train.en.md", "Part", "Section")
    assert translated.main(arguments, pair) == 0
    assert planted.found(pair, RULE) == []


def test_a_page_that_keeps_no_mark_while_its_twin_does(pair):
    change(pair, "train.md", "translated:", "#")
    (finding,) = planted.found(pair, RULE)
    assert (
        (finding.path, finding.line) == ("docs/train.md", 1)
        and "没有 translated" in finding.zh
        and "照抄：translated: " in finding.zh
    )


@pytest.mark.parametrize(
    "old, new",
    [("revised: 2026-01-02", "revised: 2026-01-03"), ("\n\n## ", "\n\n\n## "), ("# 列车\n", "# 列车  \n")],
)
def test_dates_and_spaces_are_no_change(pair, old, new):
    change(pair, "train.md", old, new)
    assert planted.found(pair, RULE) == []


def test_pages_that_keep_no_marks_are_not_watched(site):
    planted.plant(site, "改了。")
    assert planted.found(site, RULE) == []


@pytest.mark.parametrize("head", ["revised: [", "revised: '2026"])
def test_a_front_matter_that_cannot_be_read_is_another_rules_business(pair, head):
    change(pair, "train.md", "revised: 2026-01-02", head)
    change(pair, "train.en.md", "Part", "Section")
    assert planted.found(pair, RULE) == []


def test_a_mark_is_letters_that_no_yaml_reads_as_a_number():
    marks = {twins.mark(str(number)) for number in range(500)}
    assert len(marks) == 500 and all(mark.isalpha() and not set(mark) & set("aeiou") for mark in marks)


def test_windows_line_ends_and_a_byte_order_mark_make_no_other_mark():
    assert twins.mark("\ufeff---\r\nrevised: x\r\n---\r\n好\r\n") == twins.mark("---\nrevised: y\n---\n好\n")


@pytest.mark.long  # it builds
def test_readers_are_told_while_a_page_is_behind_and_a_strict_build_goes_on(pair):
    change(pair, "train.md", "小节", "小小节")
    result = small.build_here(pair)
    assert result.returncode == 0, result.stdout
    assert RULE in result.stdout
    english, chinese = (small.page(pair / "site" / name / "index.html") for name in ("en/train", "train"))
    assert (
        'class="story-behind"' in english
        and "has changed since" in english
        and 'href="../../train/"' in english
    )
    assert "story-behind" not in chinese
