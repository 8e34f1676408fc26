"""A rule switched off for a paragraph, with a reason: what it leaves out, and what is wrong with a switch."""

import pytest
from markdown import Markdown

import small
from planted import found, plant
from story import checks
from story.parts.extension import StoryExtension
from story.parts.setting import Setting

SWITCH = "<!-- check: fact-uncited off, 本站自己数的 -->"
FIGURE = "店里有365种货。"


def test_the_paragraph_below_is_left_out_and_the_reason_is_kept(site):
    plant(site, f"{SWITCH}\n{FIGURE}")
    survey = checks.survey(site)
    assert not {finding.rule for finding in survey.findings} & {"fact-uncited", "check-off"}
    (each,) = survey.silenced
    assert (each.path, each.line, each.rule, each.reason, each.count) == (
        "docs/train.md",
        7,
        "fact-uncited",
        "本站自己数的",
        1,
    )


@pytest.mark.parametrize(
    "switch",
    [
        "<!-- check：fact-uncited off，本站自己数的 -->",
        "<!--check: fact-uncited off, 本站自己数的-->",
        SWITCH + "\n\n<!-- check: bound-exact off, 见下 -->",
    ],
)
def test_full_width_marks_and_a_blank_line_do_not_matter(site, switch):
    plant(site, f"{switch}\n\n{FIGURE}")
    assert found(site, "fact-uncited") == []


def test_only_the_next_paragraph_and_only_that_rule(site):
    plant(site, f"{SWITCH}\n\n{FIGURE}[九百元](figures.md#total)\n\n{FIGURE}")
    assert [finding.line for finding in found(site, "fact-uncited")] == [11]
    assert [finding.line for finding in found(site, "fact-wording")] == [9]


@pytest.mark.parametrize(
    "switch, words",
    [
        ("<!-- check: fact-uncited off -->", "理由"),
        ("<!-- check: fact-uncited off, -->", "理由"),
        ("<!-- check: fact-uncitd off, 举例 -->", "是不是想写 fact-uncited"),
        ("<!-- check: nothing off, 举例 -->", "docs/rules/README.md"),
        ("<!-- check: fact-uncited, 举例 -->", "off, 理由"),
        ("<!-- check: fact-unknown off, 举例 -->", "关不掉"),
        ("见 <!-- check: fact-uncited off, 举例 -->", "单独占一行"),
    ],
)
def test_a_switch_that_is_wrong_leaves_nothing_out_and_is_found(site, switch, words):
    plant(site, f"{switch}\n{FIGURE}")
    (finding,) = found(site, "check-off")
    assert finding.line == 7 and words in finding.zh
    assert len(found(site, "fact-uncited")) == 1


def test_a_switch_over_nothing_is_found(site):
    plant(site, f"{SWITCH}\n店里有货。\n\n合计[1788万元](figures.md#total)。")
    (finding,) = found(site, "check-off")
    assert "用不着" in finding.zh and checks.survey(site).silenced == []


def test_it_is_not_held_to_be_useless_while_the_tables_cannot_be_read(site):
    plant(site, f"{SWITCH}\n{FIGURE}")
    small.put(site, "docs/data/facts.yml", "facts: 3\n")
    assert found(site, "check-off") == []


def test_one_in_code_is_an_example(site):
    plant(site, f"```text\n{SWITCH}\n```\n\n`{SWITCH}`")
    assert found(site, "check-off") == []


def test_no_reader_finds_it_in_the_page():
    story = StoryExtension(Setting(checks.inspect(small.ROOT)[0]))
    html = Markdown(extensions=[story]).convert(f"第一段。\n{SWITCH}\n第二段。")
    assert html == "<p>第一段。</p>\n<p>第二段。</p>"
