"""A list that the article leaves open (it ends in 等), told as if it were complete."""

import re
from collections import defaultdict
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, everything
from story.pages.links import Citation, citations
from story.pages.prose import prose
from story.tables.tables import Tables

RULE = rule("list-closed")
_SAYS_OPEN = {
    "zh": re.compile("等|其中|之一|之类|有的|有一|另有|还有|也有|比如|例如|包括|好几"),
    "en": re.compile(
        r"\b(?:among|such as|includ(?:e|es|ed|ing)|for (?:example|one)|some|others?|and more|one)\b", re.I
    ),
}
_SEVERAL = re.compile("、|, | and ")


def check(pages: Pages, tables: Tables) -> Findings:
    for text in everything(pages, tables):
        for match in re.finditer(r"(?:.+\n?)+", text.body) if "figures.md#" in text.body else ():
            yield from _closed(text, match.start(), match[0], tables)


def _closed(text: Text, start: int, paragraph: str, tables: Tables) -> Findings:
    """A finding for each list of a paragraph in which nothing says that there is more."""
    known = [cited for cited in citations(paragraph) if cited.fact in tables.facts]
    listed = [cited for cited in known if tables.facts[cited.fact].get("open")]
    if listed and not _SAYS_OPEN[text.lang].search(prose(paragraph).words):
        lines = paragraph.split("\n")
        for cited in _lists(listed, tables):
            before = sum(len(line) + 1 for line in lines[: cited.line - 1])
            yield text.finding(RULE, start + before + cited.column - 1, words=cited.words)


def _lists(listed: list[Citation], tables: Tables) -> Iterator[Citation]:
    """The first citation of each list: words for several things, or several facts of one kind and source."""
    together = defaultdict(list)
    for cited in listed:
        fact = tables.facts[cited.fact]
        if isinstance(fact["value"], list) and _SEVERAL.search(cited.words):
            yield cited
        else:
            together[fact["source"], fact["kind"]].append(cited)
    for each in together.values():
        if len({cited.fact for cited in each}) > 1:
            yield each[0]
