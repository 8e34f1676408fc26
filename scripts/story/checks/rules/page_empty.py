"""A page with nothing on it. Other rules leave it alone, and say nothing of it on other pages: whatever they missed would come back with its words."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page, empty
from story.tables.tables import Tables

RULE = Rule(
    "page-empty",
    "页面不能是空的。",
    "A page is not empty.",
    "全选、剪切以后忘了粘贴，或者没有存好，文件就空了，网站上是一页白纸。先把文字放回来，别的检查才有意义。",
    "Words that were cut and never pasted, or a file that was badly saved, leave a blank page on the site. Other rules wait until its words are back.",
    "---\nrevised: 2026-11-23\n---",
    "---\nrevised: 2026-11-23\n---\n\n# 列车\n\n第一段。",
)


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        if empty(page):
            yield Finding(
                shown,
                1,
                1,
                RULE.id,
                "这一页是空的。请撤销刚才的删改，或者从仓库的历史（History）里把文字抄回来；真的不要这一页，就把两种语言的文件都删去。",
                "This page is empty. Undo the last change or copy the words from the file’s history; if the page is not wanted, delete it in both languages.",
            )
