"""No text makes a check slow: what would is refused before anything reads it."""

import signal

import pytest

import planted
import small
from story import bounds, checks
from story.checks.fixing import changes

LONG = {
    "comment openers": "<!--" * 8000,
    "comment openers on lines": "<!--\n" * 8000,
    "comment openers in paragraphs": "<!--\n\n" * 8000,
    "one line": "a" * 300_000,
    "one Chinese line": "字" * 300_000,
    "one line of links": "[a](train.md)" * 20_000,
    "one line of spaces": f"a{' ' * 300_000}b",
    "brackets": "[" * 5000,
    "brackets in paragraphs": f"{'[' * 400}\n\n" * 100,
    "pictures": "![" * 5000,
    "addresses that never end": "[a](b " * 900,
    "asterisks": "***a*" * 1000,
    "runs of backticks": " ".join("`" * number for number in range(1, 300)),
    "quotations in quotations": "> " * 500 + "a",
    "lists in lists": "\n".join("    " * depth + "- a" for depth in range(500)),
    "boxes in boxes": "\n".join("    " * depth + "!!! note" for depth in range(300)),
    "named addresses": "".join(f"[a{number}]: x{number}.md\n" for number in range(3000)),
    "abbreviations": "".join(f"*[A{number}]: b\n" for number in range(2000)) + "A1\n" * 200,
    "headings": "## a\n\n" * 5000,
    "parts": "<!-- data: figures -->\n\n" * 1500,
    "elements in elements": "<div>\n\n" * 5000,
    "tags": "<a " * 5000,
    "a page": f"{'这是很长的话，' * 50}\n\n" * 12_000,
}
"""Each took from eight seconds to for ever, or went deeper than Python goes."""
MUCH = {
    "definitions": "a\n:   b\n\n" * 2000,
    "fences": "~~~\n\n" * 2001,
    "numbers": f"{'1788万元，' * 200}\n\n" * 10,
    "rows": "|a|b|\n|-|-|\n" + "|x|y|\n" * 1900,
    "lists": "\n".join("    " * (depth % 11) + "- a" for depth in range(500)),
    "named addresses that are long": f"[a]: {'x' * 4900}",
}
"""More than anybody writes, and read all the same."""


@pytest.fixture
def in_time():
    """Two minutes, where seconds are enough: a square of these takes longer."""

    def late(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(120)
    yield
    signal.alarm(0)


@pytest.mark.parametrize("name", LONG)
def test_a_text_that_would_take_for_ever_is_refused(in_time, name):
    position, (zh, en) = bounds.beyond(f"{small.HEAD}# 列车\n\n{LONG[name]}\n")
    assert position >= 0 and zh and en


@pytest.mark.parametrize("name", ["comment openers", "one Chinese line"])
def test_a_page_that_is_refused_is_told_at_its_line_and_once(site, in_time, name):
    planted.plant(site, LONG[name])
    found = checks.survey(site)
    excess = [finding for finding in found.findings if finding.rule == bounds.RULE.id]
    assert [finding.path for finding in excess] == ["docs/train.md"] and excess[0].line >= 1
    assert not {finding.rule for finding in found.findings} & {"page-empty", "pair-structure", "yaml"}
    assert changes(found) == []


@pytest.mark.parametrize("name", MUCH)
def test_a_text_with_much_in_it_is_read(site, in_time, name):
    planted.plant(site, MUCH[name])
    assert planted.found(site, bounds.RULE.id) == []


@pytest.mark.parametrize(
    "new, said",
    [
        ("[" * 2000, "套得太深"),
        (f"\n            {'- ' * 2000}x", "缩进太深"),
        ("字" * 6000, "这一行有6000个字符"),
        (f"'{'字' * 1_000_000}'", "这个文件太大"),
        ("[&a [x, x], &b [*a, *a], &c [*b, *b], *c]", "用 & 和 * 引用"),
        ("&a [*a]", "用 & 和 * 引用"),
    ],
)
def test_a_table_has_bounds_too(site, in_time, new, said):
    small.alter(site, "docs/data/glossary.yml", "pinyin: guàzhí", f"pinyin: {new}")
    found = checks.inspect(site)[1]
    assert any(said in finding.zh and finding.path == "docs/data/glossary.yml" for finding in found)
