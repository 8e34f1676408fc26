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
            yield RULE.finding(shown, mark, *_words(shown, page, other, twin))


def _readable(page: Page) -> bool:
    """True if the page has words and a head that can be read; otherwise that is the first thing to put right,
    and
    rules of their own say so."""
    try:
        return not empty(page) and bool(front_matter(page.text)[0])
    except YamlFault:
        return False


def _words(shown: str, page: Page, other: str, twin: Page) -> Words:
    (zh, en), (cure, cure_en) = LANGUAGES[twin.lang], _cure(shown, twin)
    if recorded(page.text) is None:
        return (
            f"这一页的开头没有 {FIELD} 这一行，网站不知道它有没有跟上{zh}页。请对照 {other}。{cure}",
            f"The head of this page has no line {FIELD}, so nobody knows whether "
            f"it has kept up with the {en} page. Compare {other}. {cure_en}",
        )
    return (
        f"{zh}页 {other} 改过了，这一页还没有跟上。请对照着改。{cure}",
        f"The {en} page {other} has changed since this one was last compared with it. "
        f"Bring this page up to date. {cure_en}",
    )


def _cure(shown: str, twin: Page) -> Words:
    """What records the page. The pair is named: after a change the other page has to be recorded as well."""
    command = f"make translated PAGE={shown.removeprefix('docs/').removesuffix('.md').removesuffix('.en')}"
    return (
        f"改好了，运行 {command}；不用改，运行 {command} NO_CHANGE=1（用铅笔改的，照抄：{line(twin)}）。",
        f"When it is up to date, run {command}; if nothing needs to change, "
        f"{command} NO_CHANGE=1 (with the pencil, copy the line {line(twin)}).",
    )
