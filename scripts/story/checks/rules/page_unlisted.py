"""A page that the menu lacks, or a line of the menu without its page: no build would end well."""

from collections.abc import Iterator

from pathspec.gitignore import GitIgnoreSpec

from story.checks.rule import Rule
from story.findings import Faults, Finding, meant
from story.pages.page import Page, project
from story.tables import menu
from story.tables.tables import Tables

RULE = Rule(
    "page-unlisted",
    zh="每一页都写在目录里（mkdocs.yml 的 nav），目录里的每一行都有那一页。",
    en="Every page stands in the menu (nav in mkdocs.yml), and every line of the menu has its page.",
    why_zh="目录是各页唯一的名单：不在里面的，读者翻不到，没有分享卡片，表里也不能写。",
    why_en="The menu is the one list of pages. What it lacks no reader finds, has no card, and no table may name.",
    wrong="nav:\n  - index.md",
    right="nav:\n  - index.md\n  - train.md",
)


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    root = tables.root if tables else project(pages)
    try:
        listed, spared = menu.entries(root), GitIgnoreSpec.from_lines(menu.unlisted(root).splitlines())
    except Faults:
        return  # said where the tables are read
    names = {shown.removeprefix("docs/"): page for shown, page in pages.items()}
    for name, page in names.items():
        if page.lang == "zh" and name not in listed and not spared.match_file(name):
            yield _finding(f"docs/{name}", (1, 1), *_lacking(name))
    there = {name.replace(".en.md", ".md") for name in names}
    for name, mark in listed.items():
        if name not in there and not (root / "docs" / name).exists():
            yield _finding(menu.FILE, mark, *_pageless(name, there - listed.keys()))


def _finding(path: str, mark: tuple[int, int], zh: str, en: str) -> Finding:
    return Finding(path, *mark, RULE.id, zh, en)


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
