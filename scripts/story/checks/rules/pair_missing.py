"""A page without its twin. MkDocs would fill the gap with the other language and say nothing."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page
from story.tables.tables import Tables

RULE = Rule(
    "pair-missing",
    zh="每一页都有中文（train.md）和英文（train.en.md）两个文件。",
    en="Every page has two files, Chinese (train.md) and English (train.en.md).",
    why_zh="缺一个，网站会悄悄拿另一种语言顶上。",
    why_en="If one is missing, the site fills its place with the other language and says nothing.",
    wrong="docs/train.md",
    right="docs/train.md\ndocs/train.en.md",
)


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        twin = shown.rpartition("/")[0] + "/" + page.twin
        if twin not in pages and not page.path.with_name(page.twin).exists():
            missing, missing_en = ("英文", "English") if page.lang == "zh" else ("中文", "Chinese")
            yield Finding(
                shown,
                1,
                1,
                "pair-missing",
                f"这一页没有对应的{missing}页。请添上 {twin}；如果是改名，两个文件要一起改。",
                f"This page has no {missing_en} twin. Add {twin}; if it was renamed, rename both files.",
            )
