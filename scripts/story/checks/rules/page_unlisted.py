"""A page that the menu lacks, or a line of the menu without its page: no build would end well."""

from pathspec.gitignore import GitIgnoreSpec

from story.checks.rule import Findings, Pages, rule
from story.findings import Faults, meant
from story.pages.page import project
from story.tables import menu
from story.tables.tables import Tables

RULE = rule("page-unlisted")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    root = tables.root if tables else project(pages)
    try:
        listed, spared = menu.entries(root), GitIgnoreSpec.from_lines(menu.unlisted(root).splitlines())
    except Faults:
        return  # said where the tables are read
    names = {shown.removeprefix("docs/"): page for shown, page in pages.items()}
    for name, page in names.items():
        if page.lang == "zh" and name not in listed and not spared.match_file(name):
            yield RULE.finding(f"docs/{name}", (1, 1), *_lacking(name))
    there = {name.replace(".en.md", ".md") for name in names}
    for name, mark in listed.items():
        if name not in there and not (root / "docs" / name).exists():
            yield RULE.finding(menu.FILE, mark, *_pageless(name, there - listed.keys()))


def _lacking(name: str) -> tuple[str, str]:
    return (
        f"目录里没有这一页。请在 {menu.FILE} 的 nav 里加一行“  - {name}”；不进目录的，写进 not_in_nav。",
        f"The menu lacks this page. Add a line “  - {name}” to nav in {menu.FILE}; "
        "a page that is to stay out of it is named in not_in_nav.",
    )


def _pageless(name: str, others: set[str]) -> tuple[str, str]:
    zh, en = meant(name, others)
    twin = name.replace(".md", ".en.md")
    return (
        f"目录里写着 {name}，没有这个文件。{zh}请添上 docs/{name} 和 docs/{twin}，或者删去这一行。",
        f"The menu names {name}, which does not exist. {en} Add docs/{name} and docs/{twin}, "
        "or remove this line.",
    )
