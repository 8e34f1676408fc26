"""A page with nothing on it. Other rules leave it alone, and say nothing of it on other pages: whatever they
missed would come back with its words."""

from story.checks.rule import Findings, Pages, rule
from story.pages.page import empty
from story.tables.tables import Tables

RULE = rule("page-empty")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    for shown, page in pages.items():
        if empty(page) and not page.unread:
            yield RULE.finding(shown, (1, 1))
