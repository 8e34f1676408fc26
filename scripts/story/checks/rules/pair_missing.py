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
            missing, missing_en = LANGUAGES["en" if page.lang == "zh" else "zh"]
            yield RULE.finding(
                shown,
                (1, 1),
                f"这一页没有对应的{missing}页。请添上 {twin}；如果是改名，两个文件要一起改。",
                f"This page has no {missing_en} twin. Add {twin}; if it was renamed, rename both files.",
            )
