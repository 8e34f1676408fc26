"""A page title that the font of the share cards cannot set.

Found by the check, not only when the cards are drawn: a title is typed long before the site is built.
"""

from story.checks.rule import Findings, Pages, rule
from story.drawing.lettering import missing
from story.pages.page import heading, place
from story.site.share import each_page
from story.tables.tables import Tables

RULE = rule("title-glyph")


def check(pages: Pages, tables: Tables) -> Findings:
    for words in each_page(tables):
        shown = words.path.relative_to(tables.root).as_posix()
        if (lacking := "".join(missing(words.title + words.kicker))) and shown in pages:
            text, found = pages[shown].text, heading(pages[shown].text)
            yield RULE.finding(shown, place(text, found.start(1) if found else 0), lacking=lacking)
