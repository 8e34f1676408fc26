"""Front matter that does not parse, or misses a field. MkDocs would print it as text and go on."""

from collections.abc import Iterator

from story.checks.rule import rule
from story.findings import Finding
from story.pages.page import Page, empty, front_matter, project
from story.tables import schemas
from story.tables.reading import yaml_finding
from story.tables.tables import Tables
from story.tables.yamlfile import YamlFault

WITHOUT_TABLES = True


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        if empty(page):
            continue  # a rule of its own
        try:
            data, marks = front_matter(page.text)
        except YamlFault as fault:
            yield _unclosed(shown) if fault.mark[0] == 0 else yaml_finding(shown, fault, first_line=1)
            continue
        yield from schemas.faults(project(pages), "page", data, marks, shown)


def _unclosed(shown: str) -> Finding:
    return rule("yaml").finding(
        shown,
        (1, 1),
        "页面开头的 --- 没有对应的结尾。请在页面开头最后一行"
        "（translated 那一行；没有就是 revised 那一行）下面另起一行写 ---。",
        "The opening --- is never closed. Put a line --- under the last line of the head "
        "(“translated”; without one, “revised”).",
    )
