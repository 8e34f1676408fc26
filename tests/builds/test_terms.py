"""Terms on the English pages: a reader who meets one for the first time on a page can open it there."""

import re

import pytest

import small
from story.tables.tables import load

TERMS = load(small.ROOT).terms
CHAPTERS = ("index", "party-building", "measures", "train", "store", "investment", "exchange")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^)\s]*)\)")
NOT_PROSE = re.compile(r"\A---.*?^---$|<!--.*?-->|^#[^\n]*", re.S | re.M)


def marked(text: str) -> tuple[str, dict[str, tuple[str, int]]]:
    """The words of a page that could be marked, and where each term is marked first, with which words.

    Headings, and words that already lead elsewhere, cannot be marked.
    """
    prose, terms, end = "", {}, 0
    text = NOT_PROSE.sub(lambda gone: "\n", text)
    for link in LINK.finditer(text):
        prose += text[end : link.start()]
        file, _, target = link[2].partition("#")
        if file == "glossary.md" and target in TERMS:
            terms.setdefault(target, (link[1], len(prose)))
        prose += link[1] if file == "glossary.md" else "\n"
        end = link.end()
    return prose + text[end:], terms


def late(text: str) -> list[str]:
    """Terms whose words stand in the prose before they are marked."""
    prose, terms = marked(text)
    return [
        term
        for term, (words, place) in terms.items()
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", prose[:place], re.I)
    ]


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_term_is_marked_where_the_page_first_says_it(page):
    assert late((small.ROOT / f"docs/{page}.en.md").read_text(encoding="utf-8")) == []


def unmarked(text: str) -> list[str]:
    """Terms whose English stands in the prose of a page that marks neither them nor a term so called."""
    prose, terms = marked(text)
    named = {english(term) for term in terms}
    return [
        term
        for term in TERMS
        if english(term) not in named
        and re.search(rf"(?<!\w){re.escape(english(term))}s?(?!\w)", prose, re.I)
    ]


def english(term: str) -> str:
    """A term's first English name, without what the glossary adds in brackets."""
    return re.split(r"\s*[(;]", TERMS[term]["english"])[0]


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_term_that_a_page_says_is_marked_on_it(page):
    assert unmarked((small.ROOT / f"docs/{page}.en.md").read_text(encoding="utf-8")) == []


def test_a_term_that_is_not_marked_is_found():
    assert unmarked("# Work\n\nTwenty people went on secondment.") == ["guazhi"]
    assert (
        unmarked(
            "# Secondment\n\nTwenty went on [secondment](glossary.md#guazhi). "
            "Each [secondment](figures.md#x) was long."
        )
        == []
    )


def test_a_term_that_is_marked_too_late_is_found():
    assert late(
        "# Cadres\n\n[Cadres](figures.md#x) came. Then cadres left, and [cadres](glossary.md#ganbu) came."
    ) == ["ganbu"]
    assert (
        late(
            "# Cadres\n\n[Cadres](figures.md#x) came, and [cadres](glossary.md#ganbu) left. Then cadres came."
        )
        == []
    )
