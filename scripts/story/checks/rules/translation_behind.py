"""A page whose twin has changed since the two were last held against each other."""

from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.language.wording import LANGUAGES
from story.pages.page import Page, empty, front_matter
from story.pages.twins import FIELD, behind, line, recorded
from story.tables.tables import Tables
from story.tables.yamlfile import YamlFault, mark_of

RULE = rule("translation-behind")
WITHOUT_TABLES = True


def check(pages: Pages, tables: Tables | None) -> Findings:
    for shown, page in pages.items():
        other = f"{shown.rpartition('/')[0]}/{page.twin}"
        twin = pages.get(other)
        if twin and _readable(page) and _readable(twin) and behind(page, twin):
            mark = (1, 1) if recorded(page.text) is None else mark_of(front_matter(page.text)[1], (FIELD,))
            yield RULE.finding(shown, mark, _words(shown, page, other, twin))


def _readable(page: Page) -> bool:
    """True if the page has words and a head that can be read; otherwise that is the first thing to put right,
    and rules of their own say so."""
    try:
        return not empty(page) and bool(front_matter(page.text)[0])
    except YamlFault:
        return False


def _words(shown: str, page: Page, other: str, twin: Page) -> Words:
    # The pair is named: after a change the other page has to be recorded as well.
    command = f"make translated PAGE={shown.removeprefix('docs/').removesuffix('.md').removesuffix('.en')}"
    language, cure = LANGUAGES[twin.lang], RULE.words("cure", command=command, line=line(twin))
    if recorded(page.text) is None:
        return RULE.words("unrecorded", field=FIELD, language=language, other=other, cure=cure)
    return RULE.words("behind", language=language, other=other, cure=cure)
