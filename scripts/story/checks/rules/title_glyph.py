"""A page title that the font of the share cards cannot set.

Found by the check, not only when the cards are drawn: a title is typed long before the site is built.
"""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.drawing.lettering import missing
from story.findings import Finding, relative
from story.pages.page import Page, heading, place
from story.site.share import each_page
from story.tables.tables import Tables

RULE = Rule(
    "title-glyph",
    "页面标题里的字，配图字体里要有。",
    "The characters of a page's title are in the font of the share cards.",
    "没有的字，分享卡片上画不出来。",
    "A character that is missing cannot be drawn on the card.",
    "# 漢囍 { #title }",
    "# 汉喜 { #title }",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for words in each_page(tables):
        shown = relative(words.path, tables.root)
        if (lacking := "".join(missing(words.title + words.kicker))) and shown in pages:
            yield Finding(
                shown,
                *_heading(pages[shown].text),
                "title-glyph",
                f"标题里的“{lacking}”不在配图字体里，分享卡片画不出来。请换一个字，或照 scripts/fonts/README.md 扩充字体。",
                f"The font of the share cards lacks “{lacking}” in this title. Choose another character, or extend the font as scripts/fonts/README.md says.",
            )


def _heading(text: str) -> tuple[int, int]:
    """Where the words of the title begin."""
    found = heading(text)
    return place(text, found.start(1) if found else 0)
