"""Terms on the English pages: a reader who meets one for the first time on a page can open it there."""

import re

import pytest
import small

from story.tables import load

TERMS = load(small.ROOT).terms
CHAPTERS = ("index", "party-building", "measures", "train", "store", "investment", "exchange")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^)\s]*)\)")
NOT_PROSE = re.compile(r"\A---.*?^---$|<!--.*?-->|^#[^\n]*", re.S | re.M)


def marked(text: str) -> tuple[str, dict[str, tuple[str, int]]]:
    """The words of a page that could be marked, and of each term that is: the words that first mark it and their place.

    Headings, and words that already lead to the ledger, cannot be marked.
    """
    prose, terms, end = "", {}, 0
    text = NOT_PROSE.sub(lambda gone: "\n", text)
    for link in LINK.finditer(text):
        prose += text[end:link.start()]
        file, _, target = link[2].partition("#")
        if file == "glossary.md" and target in TERMS:
            terms.setdefault(target, (link[1], len(prose)))
        prose += "\n" if file == "figures.md" else link[1]
        end = link.end()
    return prose + text[end:], terms


def late(text: str) -> list[str]:
    """Terms whose words stand in the prose before they are marked."""
    prose, terms = marked(text)
    return [term for term, (words, place) in terms.items() if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", prose[:place], re.I)]


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_term_is_marked_where_the_page_first_says_it(page):
    assert late((small.ROOT / f"docs/{page}.en.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", CHAPTERS[1:])
def test_every_english_chapter_marks_terms(page):
    assert marked((small.ROOT / f"docs/{page}.en.md").read_text(encoding="utf-8"))[1]


def test_a_term_that_is_marked_too_late_is_found():
    assert late("# Cadres\n\n[Cadres](figures.md#x) came. Then cadres left, and [cadres](glossary.md#ganbu) came.") == ["ganbu"]
    assert late("# Cadres\n\n[Cadres](figures.md#x) came, and [cadres](glossary.md#ganbu) left. Then cadres came.") == []
