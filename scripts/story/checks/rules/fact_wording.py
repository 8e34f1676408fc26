"""A citation whose words are not one of the ledger's for that language."""

import re
from collections.abc import Iterator

from story.checks.cited import everywhere
from story.checks.rule import Rule
from story.checks.rules.bound_exact import exact
from story.findings import Finding
from story.pages.page import Citation, Page
from story.tables.tables import Tables

RULE = Rule(
    "fact-wording",
    zh="链接里的字，要是总账为这种语言记下的写法（wording）之一。",
    en="The words of a link to the ledger are one of its wordings for that language.",
    why_zh="正文和总账各说各的数，读者不知道信哪一个；只改了一种语言，也在这里看出来。真是另一种说法，就添进 wording。",
    why_en="If page and ledger disagree, the reader cannot know which to believe; a figure corrected in one language only shows here too. A new way of saying it is added to the wordings.",
    wrong="合计[1888万元](figures.md#total)。",
    right="合计[1788万元](figures.md#total)。",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for shown, lang, cited in everywhere(pages, tables):
        fact = tables.facts.get(cited.fact)
        if fact and not agrees(cited.words, fact["wording"][lang]) and not exact(cited.words, fact, lang):
            yield _comma(cited, fact["wording"][lang], lang, tables) or _finding(
                shown, cited, fact["wording"][lang], lang, tables
            )


def agrees(words: str, wordings: list[str]) -> bool:
    """True if the words are one of the wordings, whatever their case and leading article."""
    return _even(words) in map(_even, wordings)


def _even(words: str) -> str:
    return re.sub(r"^(an?|the) ", "", " ".join(words.split()).casefold())


def _comma(cited: Citation, wordings: list[str], lang: str, tables: Tables) -> Finding | None:
    """The fault of the ledger, not of the page: “20名，二十名” typed with a full-width comma is one wording."""
    number = next(
        (
            number
            for number, words in enumerate(wordings)
            if "，" in words and agrees(cited.words, words.split("，"))
        ),
        None,
    )
    if number is None:
        return None
    where = tables.mark("facts", "facts", list(tables.facts).index(cited.fact), "wording", lang, number)
    return Finding(
        tables.path("facts"),
        *where,
        "fact-wording",
        f"{cited.fact} 的写法“{wordings[number]}”被当成了一种说法。这一行的逗号是全角的，请改成半角逗号加空格。",
        f"“{wordings[number]}” of {cited.fact} is read as one wording: its comma is full-width. Use an ASCII comma and a space.",
    )


def _finding(shown: str, cited: Citation, wordings: list[str], lang: str, tables: Tables) -> Finding:
    line = tables.line_of_fact(cited.fact)
    ledger = f"docs/data/facts.yml:{line}"
    known_zh, known_en = "”“".join(wordings), "”, “".join(wordings)
    language = "中文" if lang == "zh" else "英文"
    return Finding(
        shown,
        cited.line,
        cited.column,
        "fact-wording",
        f"链接写的是“{cited.words}”，总账里 {cited.fact} 的{language}写法是“{known_zh}”。"
        f"请改正文；如果确是另一种说法，先添进 {ledger} 的 wording。",
        f"The link says “{cited.words}”; the ledger words {cited.fact} as “{known_en}”. "
        f"Correct the page, or add the wording in {ledger}.",
    )
