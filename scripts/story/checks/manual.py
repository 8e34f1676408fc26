"""The manual of the check: one page for each rule, and an index, all from the rules' own records."""

from story import checks
from story.checks.rule import Rule
from story.checks.rules.check_off import ALWAYS_ON

_HEAD = "<!-- 由规则生成：改 scripts/story/checks/，再运行 make manual。 Generated from the rules: change scripts/story/checks/, then run make manual. -->"
_SEVERITY = {
    "error": "这是错误，会挡住生成网站。 / It is an error and stops a build.",
    "warning": "这是提醒，不挡住生成网站。 / It is a warning and stops nothing.",
}
_INDEX = """# 检查的规则 / The rules of the check

`make check`照下面的规则看每一页、每张表。每一条发现写着文件、行、列和规则的名字；规则的名字就是这里一页的名字。
`make check` holds every page and table against these rules. A finding names the file, line, column and rule; each rule has a page here.

- 有错误，就生成不了网站；提醒不挡路。 / An error stops a build; a warning does not.
- 标了“能自动改”的，`make check FIX=1` 会改好；先看会改什么，用 `make check FIX=dry-run`。 / Where it says “cured automatically”, `make check FIX=1` does it; `make check FIX=dry-run` shows the changes first.
- 确有道理的例外，在那一段上面另起一行写 `<!-- check: 规则 off, 理由 -->`，只管下面一段；理由会列在检查的结果里。 / For an exception with a reason, write `<!-- check: RULE off, REASON -->` on a line above the paragraph. It holds for that paragraph, and the reason is listed with the result.

| 规则 Rule | 要求 What is asked | |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """Every page of the manual by its file name."""
    rules, fixed = checks.rules(), _fixed()
    index = "".join(_row(rule, rule.id in fixed) for rule in rules.values())
    return {"README.md": f"{_HEAD}\n\n{_INDEX}{index}"} | {
        f"{rule.id}.md": _page(rule, rule.id in fixed) for rule in rules.values()
    }


def _fixed() -> set[str]:
    """Ids of the rules that cure what they find."""
    return {module.RULE.id for module in checks.CHECKS if hasattr(module, "fix")}


def _row(rule: Rule, fixed: bool) -> str:
    notes = [
        *(["提醒 warning"] if rule.severity == "warning" else []),
        *(["能自动改 cured automatically"] if fixed else []),
    ]
    return f"| [{rule.id}]({rule.id}.md) | {_cell(rule.zh)}<br>{_cell(rule.en)} | {'<br>'.join(notes)} |\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def _page(rule: Rule, fixed: bool) -> str:
    cure = ["", "`make check FIX=1` 能把它改好。 / `make check FIX=1` cures it."] if fixed else []
    return "\n".join(
        [
            _HEAD,
            "",
            f"# {rule.id}",
            "",
            _words(rule.zh),
            "",
            _words(rule.why_zh),
            "",
            _words(rule.en),
            "",
            _words(rule.why_en),
            "",
            _SEVERITY[rule.severity],
            *cure,
            "",
            "## 不要 / Wrong",
            "",
            _example(rule.wrong),
            "",
            "## 要 / Right",
            "",
            _example(rule.right),
            "",
            "## 关掉 / Switching it off",
            "",
            *_off(rule),
            "",
        ]
    )


def _words(words: str) -> str:
    """A sentence of a rule, in which an asterisk or an angle bracket is meant as one."""
    return words.replace("*", "\\*").replace("<", "&lt;")


def _example(text: str) -> str:
    fence = "`" * (4 if "```" in text else 3)
    return f"{fence}text\n{text}\n{fence}"


def _off(rule: Rule) -> list[str]:
    if rule.id in ALWAYS_ON:
        return [
            "这条规则关不掉：不改好，网页会坏，或者不安全。",
            "It cannot be switched off: the page would break, or not be safe.",
        ]
    return [
        "确有道理，就在那一段上面另起一行写明理由（只管页面正文下面那一段；表格、文件名里的，要改好）：",
        "For a good reason, write a line above the paragraph that says why (it holds for that paragraph of a page; what is in a table or a file name has to be cured):",
        "",
        _example(f"<!-- check: {rule.id} off, 理由 -->"),
    ]
