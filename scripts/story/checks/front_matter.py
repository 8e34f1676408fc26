"""Front matter that does not parse, or misses a field. MkDocs would print it as text and go on."""

from collections.abc import Iterator

from story import schemas
from story.findings import Finding
from story.pages import Page, front_matter
from story.tables import Tables, yaml_finding
from story.yamlfile import YamlFault


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        root = page.path.parents[len(shown.split("/")) - 1]
        try:
            data, marks = front_matter(page.text)
        except YamlFault as fault:
            yield _unclosed(shown) if fault.mark[0] == 0 else yaml_finding(shown, fault, first_line=1)
            continue
        yield from schemas.faults(root / schemas.FOLDER, "page", data, marks, shown)


def _unclosed(shown: str) -> Finding:
    return Finding(shown, 1, 1, "yaml",
                   "页面开头的 --- 没有对应的结尾。请在 revised 那一行下面另起一行写 ---。",
                   "The opening --- is never closed. Put a line --- under the line “revised”.")
