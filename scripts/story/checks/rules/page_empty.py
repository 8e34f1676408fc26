"""A page with nothing on it. Other rules leave it alone, and say nothing of it on other pages: whatever they
missed
would come back with its words."""

from story.checks.rule import Findings, Pages, rule
from story.pages.page import empty
from story.tables.tables import Tables

RULE = rule("page-empty")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    for shown, page in pages.items():
        if empty(page):
            yield RULE.finding(
                shown,
                (1, 1),
                "这一页是空的。请撤销刚才的删改，或者从仓库的历史（History）里把文字抄回来；"
                "真的不要这一页，就把两种语言的文件都删去。",
                "This page is empty. Undo the last change or copy the words from the file’s history; "
                "if the page is not wanted, delete it in both languages.",
            )
