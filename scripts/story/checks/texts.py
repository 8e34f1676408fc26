"""Every text that readers see, on pages and in tables, and the frame of the rules about its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from story.checks.rule import Findings, Pages, Rule
from story.findings import Finding, Words
from story.pages.page import Page, place
from story.pages.prose import edited, quoted, settled
from story.tables.tables import Tables, strings_of
from story.tables.yamlfile import Mark


@dataclass(frozen=True)
class Text:
    """A page, or one text of a table; `mark` is where it begins. `table` tells the two apart."""

    path: str
    lang: str
    body: str
    mark: Mark = (1, 1)
    table: bool = False

    def at(self, position: int) -> Mark:
        """Line and column of a character. In a table the column is exact for a plain text on one line."""
        if self.table:
            return self.mark[0], self.mark[1] + position
        return place(self.body, position)

    def finding(self, rule: Rule, position: int, said: str | Words = "", /, **fields: object) -> Finding:
        """A finding of `rule` at a character of this text, said as `Rule.finding` has it."""
        return rule.finding(self.path, self.at(position), said, **fields)


@dataclass(frozen=True)
class Fault:
    """A span of a text, what is said of it, and what belongs there if that is certain.

    It is told at its start, or at `at`. In quotations it is cured only if that is `safe`.
    """

    start: int
    end: int
    said: Words
    cure: str | None = None
    safe: bool = False
    at: int | None = None


def everything(pages: Pages, tables: Tables) -> Iterator[Text]:
    """All pages, then all texts of the tables."""
    for shown, page in pages.items():
        yield Text(shown, page.lang, page.text)
    for path, lang, body, mark in tables.texts:
        yield Text(path, lang, body, mark, True)


@lru_cache(maxsize=1)
def values(tables: Tables) -> tuple[Text, ...]:
    """Every value of the tables that is text, whether or not it is in one language."""
    return tuple(
        Text(tables.path(name), "", body, tables.mark(name, *steps), True)
        for name, data in tables.data.items()
        for steps, body in strings_of(data)
    )


def framed(rule: Rule, faults: Callable[[Text], Iterator[Fault]], straight: bool = True) -> tuple:
    """`check` and `fix` of a rule that gives the faults of a text. Quotations stay as they are, those between
    `"` and `"` too if `straight`: whoever is quoted may have written so."""

    known = lru_cache(maxsize=8192)(lambda text: tuple(faults(text)))
    """A preview asks again for each save."""

    def check(pages: Pages, tables: Tables) -> Findings:
        for text in everything(pages, tables):
            for fault in known(text):
                yield text.finding(rule, fault.start if fault.at is None else fault.at, fault.said)

    def fix(page: Page, tables: Tables | None) -> str:
        return settled(lambda body: cured(Text(page.path.name, page.lang, body)), page.text)

    def cured(text: Text) -> str:
        return edited(
            text.body,
            [
                (fault.start, fault.end, fault.cure)
                for fault in faults(text)
                if fault.cure is not None and (fault.safe or not quoted(text.body, fault.start, straight))
            ],
        )

    return check, fix


def around(text: str, position: int, reach: int = 6) -> str:
    """The words about a character, as a message quotes them."""
    line = text[text.rfind("\n", 0, position) + 1 :].split("\n")[0]
    column = position - text.rfind("\n", 0, position) - 1
    return line[max(0, column - reach) : column + reach + 1].strip()
