"""HTML that could run something, fetch something or break a page: whatever `allowed.yml` does not name.

Pages are looked at as they will be published; a table's values also where they stand, as a page's frame shows
some that no page's text does.
"""

from collections.abc import Iterable
from pathlib import Path

from story.checks.clean import Clean
from story.checks.placing import placed
from story.checks.rendered import rendered
from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, values
from story.findings import Finding, relative
from story.pages.page import Page
from story.site import allowed
from story.tables.tables import Tables

RULE = rule("html-refused")


def check(pages: Pages, tables: Tables) -> Findings:
    known, clean = values(tables), Clean(pages, tables)
    for shown, page in pages.items():
        if not clean.knows(page):
            found = list(_of_page(shown, page, tables, known))
            clean.add(page, not found)
            yield from found
    clean.keep()
    for text in known:
        if "<" in text.body:
            yield from findings(allowed.article(text.body), text)


def _of_page(shown: str, page: Page, tables: Tables, known: tuple[Text, ...]) -> Findings:
    text = Text(shown, page.lang, page.text)
    try:
        story = rendered(page, tables)
    except (
        Exception
    ) as error:  # of Python-Markdown or an extension: what makes them fail is not to be foreseen
        yield text.finding(RULE, 0, "undrawable", problem=f"{type(error).__name__}: {error}")
        return
    yield from findings(allowed.article(story.marked, story.mark), text, known)


def of_build(source: Path, faults: list[allowed.Fault], tables: Tables) -> list[Finding]:
    """What a build has found on the page made from `source`, in which some may stand that no page's text
    shows: typed there, in a table or in a template."""
    if not faults:
        return []
    read = lambda path: path.read_text(encoding="utf-8-sig", errors="replace")
    templates = sorted((tables.root / "overrides").rglob("*.html"))
    others = [Text(relative(path, tables.root), "", read(path)) for path in templates]
    return list(
        findings(faults, Text(relative(source, tables.root), "", read(source)), [*values(tables), *others])
    )


def findings(faults: Iterable[allowed.Fault], page: Text, others: Iterable[Text] = ()) -> Findings:
    """What the judge has found, each where it was likely typed."""
    for text, position, fault in placed(faults, page, others):
        yield text.finding(RULE, position, fault.said, **_fields(fault))


def _fields(fault: allowed.Fault) -> dict[str, str]:
    value = fault.value if len(fault.value) <= 60 else f"{fault.value[:60]}…"
    scheme = fault.value.partition(":")[0].lower()
    return {"tag": fault.tag, "name": fault.name, "value": value, "scheme": scheme}
