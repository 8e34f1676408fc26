"""Signs that nobody sees and that turn the words behind them around: what is read is not what is there."""

import re

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, around, values
from story.pages.page import Page
from story.tables.tables import Tables

RULE = rule("hidden-direction")
_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def check(pages: Pages, tables: Tables) -> Findings:
    texts = [Text(shown, page.lang, page.text) for shown, page in pages.items()]
    for text in [*texts, *values(tables)]:
        for match in _SIGNS.finditer(text.body):
            words = _SIGNS.sub("", around(text.body, match.start()))
            yield text.finding(RULE, match.start(), code=f"U+{ord(match[0]):04X}", words=words)


def fix(page: Page, tables: Tables) -> str:
    return _SIGNS.sub("", page.text)
