"""The manual of the check: one page with a section for each rule, from the rules' own words."""

from story.checks import modules
from story.checks.rule import Rule, rules

_HEAD = """<!-- 由规则生成：改 scripts/story/rules.yml，再运行 make manual。 \
Generated from the rules: change scripts/story/rules.yml, then run make manual. -->

# 检查的规则 / The rules of the check

`make check`照下面的规则看每一页、每张表。\
每一条发现写着文件、行、列和规则的名字；规则的名字就是这里一节的名字。
`make check` holds every page and table against these rules. \
A finding names the file, line, column and rule; each rule has a section here.

- 有错误，就生成不了网站；提醒不挡路。 / An error stops a build; a warning does not.
- 标了“能自动改”的，`make check FIX=1` 会改好；先看会改什么，用 `make check FIX=dry-run`。 \
/ Where it says “cured automatically”, `make check FIX=1` does it; \
`make check FIX=dry-run` shows the changes first.
- 确有道理的例外，在那一段上面另起一行写 `<!-- check: 规则 off, 理由 -->`，\
只管页面正文下面那一段（表格、文件名里的，要改好）；理由会列在检查的结果里。 \
/ For an exception with a reason, write `<!-- check: RULE off, REASON -->` on a line above the paragraph. \
It holds for that paragraph of a page (what is in a table or a file name has to be cured), \
and the reason is listed with the result.

| 规则 Rule | 要求 What is asked | |
|---|---|---|
"""
_WARNING = "这是提醒，不挡住生成网站。 / It is a warning and stops nothing."
_ERROR = "这是错误，会挡住生成网站。 / It is an error and stops a build."
_CURED = "`make check FIX=1` 能把它改好。 / `make check FIX=1` cures it."
_ALWAYS_ON = (
    "这条规则关不掉：不改好，网页会坏，或者不安全。 / "
    "It cannot be switched off: the page would break, or not be safe."
)


def page() -> str:
    """The whole manual as Markdown."""
    fixed = {module.RULE.id for module in modules() if hasattr(module, "fix")}
    rows = "".join(_row(rule, rule.id in fixed) for rule in rules().values())
    return _HEAD + rows + "".join(_section(rule, rule.id in fixed) for rule in rules().values())


def _row(rule: Rule, fixed: bool) -> str:
    notes = ["提醒 warning"] * (rule.severity == "warning") + ["能自动改 cured automatically"] * fixed
    asked = f"{_words(rule.zh)}<br>{_words(rule.en)}".replace("|", "\\|")
    return f"| [{rule.id}](#{rule.id}) | {asked} | {'<br>'.join(notes)} |\n"


def _section(rule: Rule, fixed: bool) -> str:
    notes = [_WARNING if rule.severity == "warning" else _ERROR]
    notes += [_CURED] * fixed + [_ALWAYS_ON] * rule.always_on
    parts = [
        f"\n## {rule.id}",
        *map(_words, (rule.zh, rule.why_zh, rule.en, rule.why_en)),
        "<br>\n".join(notes),
        f"**不要 / Wrong**\n\n{_example(rule.wrong)}",
        f"**要 / Right**\n\n{_example(rule.right)}\n",
    ]
    return "\n\n".join(parts)


def _words(words: str) -> str:
    """A sentence of a rule, in which an asterisk or an angle bracket is meant as one."""
    return words.replace("*", "\\*").replace("<", "&lt;")


def _example(text: str) -> str:
    fence = "`" * (4 if "```" in text else 3)
    return f"{fence}text\n{text}\n{fence}"
