"""A photograph without credit, licence, alt text or entry; an entry without a picture; two files for one."""

from story.checks.rule import Findings, Pages
from story.gallery.manifest import of_site
from story.tables.tables import Tables


def check(pages: Pages, tables: Tables) -> Findings:
    yield from of_site(tables)[1]
