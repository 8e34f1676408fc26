"""The words of a text as a reader sees them."""

import pytest

import small
from story.pages.prose import edited, mask, prose, quotations, quoted, settled, without_code


@pytest.mark.parametrize(
    "text, words",
    [
        ("很好[二十名](figures.md#x), **真的**", "很好二十名, 真的"),
        ("## 小节 { #part }", "小节 "),
        ("- 甲\n1. 乙\n> 丙\n:   丁", "甲\n乙\n丙\n丁"),
        ("甲`代码`乙", "甲\ufffc乙"),
        ("甲<https://example.org/a,b>乙 https://example.org/c", "甲\ufffc乙 \ufffc"),
        ("<kbd>键</kbd><!-- 话 -->", "键"),
        ("注[^1]\n\n[^1]: 注文", "注\n\n 注文"),
        ('![图](a.png){ width="64" }', "图"),
        ("---\nrevised: 好\n---\n文", "\n\n\n文"),
        ("```\n码\n```\n文", "\n\n\n文"),
        ("文\n\n    码\n\n文", "文\n\n\n\n文"),
        ("- 文\n\n    文", "文\n\n    文"),
        ('!!! note "小心"\n    文', "小心\n    文"),
        ("甲|乙", "甲\n乙"),
        (r"\*星\*", "星"),
        ("a_b_c", "a_b_c"),
        ("[甲][乙]\n\n[乙]: c.md", "甲\n\n"),
        ("*[GDP]: 产值", " 产值"),
    ],
)
def test_words_of_a_text(text, words):
    assert prose(text).words == words


def test_each_character_knows_its_place():
    text = "甲[乙](c.md)`x`丙"
    seen = prose(text)
    assert [text[index] for index in seen.at] == ["甲", "乙", "`", "丙"] and seen.words == "甲乙\ufffc丙"


@pytest.mark.parametrize(
    "text, inside, outside",
    [
        ("甲“乙”丙", "乙", "丙"),
        ("甲“乙\n\n丙", "乙", "丙"),
        ("甲“乙“丁”己”丙", "己", "丙"),
        ("《乙》丙", "乙", "丙"),
        ("> 乙\n丙", "乙", "丙"),
        ('甲"乙"丙', "乙", "丙"),
        ("“甲\n\n丙“乙”", "乙", "丙"),
    ],
)
def test_quotations_end_where_they_end(text, inside, outside):
    assert quoted(text, text.index(inside)) and not quoted(text, text.index(outside))


def test_straight_marks_need_not_count():
    assert quoted('"甲"', 1) and not quoted('"甲"', 1, straight=False) and len(quotations('"甲"')) == 1


@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n---\n`x` <!-- y -->\n\n    z\n",
        (small.ROOT / "tests/kitchen_sink/kitchen-sink.md").read_text(encoding="utf-8"),
    ],
)
def test_what_is_hidden_keeps_its_place(text):
    for hide in (mask, without_code):
        assert len(hide(text)) == len(text) and hide(text).count("\n") >= text.count("\n")


@pytest.mark.parametrize("hidden", ["`make check`", "<!-- 注释 -->"])
def test_what_follows_code_or_a_comment_at_the_start_of_a_line_is_no_code(hidden):
    assert without_code(f"文\n\n{hidden}[甲](b.md)\n").strip().endswith("[甲](b.md)")
    assert prose(f"文\n\n{hidden}[甲](b.md)\n").words.endswith("甲\n")


def test_edits_are_made_at_their_places_and_again_until_nothing_changes():
    assert edited("abcd", [(0, 1, "XX"), (2, 4, "")]) == "XXb"
    assert settled(lambda text: text.replace("aa", "a"), "aaaaa") == "a"


@pytest.mark.parametrize(
    "text",
    [
        "{" + "a " * 60 + "#",
        "{ " + "a" * 60 + "=b " * 60,
        "“" * 400,
        "[" * 400,
        "**a" * 200 + "：",
        "`" * 399 + "a",
        "<a " * 200,
        "](" * 200,
        "(" * 400,
        "> " * 300,
    ],
)
def test_no_text_takes_for_ever(text):
    """Patterns that try every way to read such a text would not come to an end."""
    from story.checks.rules import bold_punctuation, hard_wrap, punctuation_width
    from story.checks.texts import Text
    from story.pages.links import links

    assert len(mask(text)) == len(text) and links(text) is not None
    for rule in (bold_punctuation, hard_wrap, punctuation_width):
        assert list(rule.faults(Text("train.md", "zh", text))) is not None
