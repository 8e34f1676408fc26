"""What a check found, printed: for a terminal, for GitHub, for another program."""

import json
from dataclasses import asdict
from html import escape

from story.checks import Survey, fixing
from story.checks.off import Silenced
from story.findings import Finding, count, manual, show
from story.tables.tables import NAMES

MOST = 200
"""Findings listed in GitHub's summary, which holds a megabyte."""


def text(found: list[Finding], survey: Survey) -> str:
    """Every finding, errors first, what was left out on request, the closing line, how many can be cured."""
    lines = [*map(show, _errors_first(found)), *map(_silenced, survey.silenced)]
    return "\n".join([*lines, *[""][: len(lines)], summary(found, survey), *_curable(found, survey)])


def _errors_first(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: finding.severity)


def _curable(found: list[Finding], survey: Survey) -> list[str]:
    paths = {finding.path for finding in found}
    number = sum(count for (path, _), count in fixing.curable(survey).items() if path in paths)
    zh = f"其中{number}处能自动改：make check FIX=1。"
    return [f"{zh} {number} of them can be cured automatically: make check FIX=1."] if number else []


def summary(found: list[Finding], survey: Survey) -> str:
    """One line in both languages: what was looked at, how many errors and warnings. Never silent."""
    files = len(survey.pages) + len(NAMES)
    zh, en = count(found)
    if survey.tables is None:
        return (
            f"检查了{files}个文件，但有的表读不出来，只做了一部分检查：{zh}。 "
            f"Checked {files} files, but only in part, since a table cannot be used: {en}."
        )
    facts = len(survey.tables.facts)
    return f"检查了{files}个文件、{facts}条事实：{zh}。 Checked {files} files, {facts} facts: {en}."


def _silenced(each: Silenced) -> str:
    return (
        f"{each.path}:{each.line} 略过{each.count}处 {each.rule}，理由：{each.reason}\n"
        f"    {each.count} left out by request; the reason is given."
    )


def as_json(found: list[Finding]) -> str:
    """A list of records, one for each finding, with its section of the manual."""
    records = [asdict(finding) | {"manual": manual(finding.rule)} for finding in found]
    return json.dumps(records, ensure_ascii=False, indent=1)


def github(found: list[Finding], survey: Survey) -> str:
    """Workflow commands that put findings into the diff, errors first, since only some ten of a kind are
    shown;
    then the total.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    title, total = _property("检查结果 / Result of the check"), _data(summary(found, survey))
    return "\n".join([*map(_annotation, _errors_first(found)), f"::notice title={title}::{total}"])


def _annotation(finding: Finding) -> str:
    path, rule = _property(finding.path), _property(finding.rule)
    words = "\n".join([finding.zh, finding.en, manual(finding.rule)])
    place = f"file={path},line={finding.line},col={finding.column},title={rule}"
    return f"::{finding.severity} {place}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def markdown(found: list[Finding], survey: Survey, address: str = "") -> str:
    """A summary page for GitHub, Chinese first. `address` is where the project's files can be read, ending in
    a
    slash, or empty."""
    lines = ["## 检查结果 / Result of the check", "", summary(found, survey), ""]
    if found:
        lines += ["| 位置 Place | 规则 Rule | 怎么回事 What is wrong |", "|---|---|---|"]
        lines += [*(_row(finding, address) for finding in found[:MOST]), ""]
    if len(found) > MOST:
        lines += [f"还有{len(found) - MOST}处没有列出。 {len(found) - MOST} more are not listed.", ""]
    if survey.silenced:
        lines += ["### 写明理由略过的 / Left out for a reason", "", *map(_reason, survey.silenced), ""]
    return "\n".join(lines)


def _reason(each: Silenced) -> str:
    return f"- `{each.path}:{each.line}` {each.rule}（{each.count}）：{_cell(each.reason)}"


def _row(finding: Finding, address: str) -> str:
    place, rule = f"`{finding.path}:{finding.line}:{finding.column}`", finding.rule
    if address:
        place = f"[{place}]({address}{finding.path}#L{finding.line})"
        rule = f"[{rule}]({address}{manual(rule)})"
    mark = "⚠️" if finding.severity == "warning" else "❌"
    return f"| {place} | {mark} {rule} | {_cell(finding.zh)}<br>{_cell(finding.en)} |"


def _cell(words: str) -> str:
    """Words for a cell of a table: nothing in them is taken for Markdown or HTML."""
    plain = escape(words, quote=False).replace("\n", " ")
    return "".join("\\" + char if char in "\\`*_[]|~" else char for char in plain)
