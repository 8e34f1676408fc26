"""Not a check: every text that readers see, on pages and in tables, with the place of each character."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page, place
from story.tables.tables import Tables
from story.tables.yamlfile import Mark


@dataclass(frozen=True)
class Text:
    """A page, or one text of a table; `mark` is where it begins. `table` tells the two apart."""

    path: str
    lang: str
    body: str
    mark: Mark
    table: bool

    def at(self, position: int) -> Mark:
        """Line and column of a character. In a table the column is exact for a plain text on one line."""
        if self.table:
            return self.mark[0], self.mark[1] + position
        return place(self.body, position)

    def finding(self, rule: Rule, position: int, zh: str, en: str) -> Finding:
        """A finding of `rule` at a character of this text."""
        return Finding(self.path, *self.at(position), rule.id, zh, en, rule.severity)


def everything(pages: dict[str, Page], tables: Tables) -> Iterator[Text]:
    """All pages, then all texts of the tables."""
    yield from of_pages(pages)
    for path, lang, body, mark in tables.texts:
        yield Text(path, lang, body, mark, True)


def of_pages(pages: dict[str, Page]) -> Iterator[Text]:
    """All pages as texts."""
    for shown, page in pages.items():
        yield Text(shown, page.lang, page.text, (1, 1), False)


def around(text: str, position: int, reach: int = 6) -> str:
    """The words about a character, as a message quotes them."""
    line = text[text.rfind("\n", 0, position) + 1 :].split("\n")[0]
    column = position - text.rfind("\n", 0, position) - 1
    return line[max(0, column - reach) : column + reach + 1].strip()


def nearest(word: str, known) -> str | None:
    """The one of `known` that is spelt most like `word`."""
    return next(iter(get_close_matches(word, list(known), 1)), None)


def meant(word: str, known, zh: str = "", en: str = "") -> tuple[str, str]:
    """“Did you mean …?” in both languages, or the words given for when nothing is near."""
    near = nearest(word, known)
    return (f"是不是想写 {near}？", f"Did you mean {near}?") if near else (zh, en)
