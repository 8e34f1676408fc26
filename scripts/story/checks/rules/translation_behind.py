"""A page whose twin has changed since the two were last held against each other."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page, empty, front_matter
from story.pages.twins import FIELD, behind, line, recorded
from story.tables.tables import Tables
from story.tables.yamlfile import YamlFault, mark_of

RULE = Rule(
    "translation-behind",
    "一种语言的页面改了，另一种语言的也要跟上，或者说明不用改。",
    "When a page changes in one language, the other follows, or somebody says that it need not.",
    "每一页的开头用 translated 记着上次对照时另一页文字的样子。另一页一改，这里就会提醒，网站上这一页也会告诉读者还没有跟上。改好以后运行 make translated PAGE=页名，"
    "或者把提示里的那一行抄到这一页的开头。不用改，也要这样做一次（make translated PAGE=页名 NO_CHANGE=1），表示有人看过了。revised 和空格、换行的改动不算。",
    "The head of each page keeps, as translated, a mark of the other page’s words as they were when the two were last compared. Once the other changes you are told, and readers of this page are. "
    "When it is up to date, run make translated PAGE=name, or copy the line from the message into the head of the page. If nothing needs to change, do the same (make translated PAGE=name NO_CHANGE=1): "
    "it says that somebody looked. Changes of revised, spaces and line ends do not count.",
    "（只改了 docs/train.md，docs/train.en.md 没有动）",
    "（两页都改好，再运行）make translated PAGE=train",
    "warning",
)

_LANGUAGES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        other = f"{shown.rpartition('/')[0]}/{page.twin}"
        if other in pages and _readable(page) and _readable(pages[other]) and behind(page, pages[other]):
            yield _finding(shown, page, other, pages[other])


def _readable(page: Page) -> bool:
    """True if the page has words and a head that can be read; otherwise that is the first thing to put right, and rules of their own say so."""
    try:
        return not empty(page) and bool(front_matter(page.text)[0])
    except YamlFault:
        return False


def _cure(shown: str, twin: Page) -> tuple[str, str]:
    """What records the page. The pair is named: after a change the other page has to be recorded as well."""
    command = f"make translated PAGE={shown.removeprefix('docs/').removesuffix('.md').removesuffix('.en')}"
    return (
        f"改好了，运行 {command}；不用改，运行 {command} NO_CHANGE=1（用铅笔改的，照抄：{line(twin)}）。",
        f"When it is up to date, run {command}; if nothing needs to change, {command} NO_CHANGE=1 (with the pencil, copy the line {line(twin)}).",
    )


def _finding(shown: str, page: Page, other: str, twin: Page) -> Finding:
    (zh, en), (cure, cure_en) = _LANGUAGES[twin.lang], _cure(shown, twin)
    if recorded(page.text) is None:
        return Finding(
            shown,
            1,
            1,
            RULE.id,
            f"这一页的开头没有 {FIELD} 这一行，网站不知道它有没有跟上{zh}页。请对照 {other}。{cure}",
            f"The head of this page has no line {FIELD}, so nobody knows whether it has kept up with the {en} page. Compare {other}. {cure_en}",
            RULE.severity,
        )
    return Finding(
        shown,
        *mark_of(front_matter(page.text)[1], (FIELD,)),
        RULE.id,
        f"{zh}页 {other} 改过了，这一页还没有跟上。请对照着改。{cure}",
        f"The {en} page {other} has changed since this one was last compared with it. Bring this page up to date. {cure_en}",
        RULE.severity,
    )
