"""A photograph without credit, licence, alt text or entry; an entry without a picture; two files for one."""

from collections.abc import Iterator

from story.findings import Finding
from story.manifest import of_site
from story.pages import Page
from story.tables import Tables


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    yield from of_site(tables)[1]
