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
            yield RULE.finding(f"docs/{name}", (1, 1), "lacking", menu=menu.FILE, name=name)
    there = {name.replace(".en.md", ".md") for name in names}
    for name, mark in listed.items():
        if name not in there and not (root / "docs" / name).exists():
            hint, twin = meant(name, there - listed.keys()), name.replace(".md", ".en.md")
            yield RULE.finding(menu.FILE, mark, "pageless", name=name, hint=hint, twin=twin)
