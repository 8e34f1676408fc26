"""A page without its twin. MkDocs would fill the gap with the other language and say nothing."""

from story.checks.rule import Findings, Pages, rule
from story.language.wording import LANGUAGES
from story.tables.tables import Tables

RULE = rule("pair-missing")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    for shown, page in pages.items():
        twin = f"{shown.rpartition('/')[0]}/{page.twin}"
        if twin not in pages and not page.path.with_name(page.twin).exists():
            language = LANGUAGES["en" if page.lang == "zh" else "zh"]
            yield RULE.finding(shown, (1, 1), language=language, twin=twin)
