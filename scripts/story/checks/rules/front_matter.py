"""Front matter that does not parse, or misses a field. MkDocs would print it as text and go on."""

from story.checks.rule import Findings, Pages, rule
from story.pages.page import empty, front_matter, project
from story.tables import schemas
from story.tables.reading import yaml_finding
from story.tables.tables import Tables
from story.tables.yamlfile import YamlFault

_YAML = rule("yaml")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    for shown, page in pages.items():
        if empty(page):
            continue  # a rule of its own
        try:
            data, marks = front_matter(page.text)
        except YamlFault as fault:
            if fault.mark[0] == 0:
                yield _YAML.finding(shown, (1, 1), "head")
            else:
                yield yaml_finding(shown, fault, first_line=1)
            continue
        yield from schemas.faults(project(pages), "page", data, marks, shown)
