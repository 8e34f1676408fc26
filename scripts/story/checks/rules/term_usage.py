"""English that renders a term otherwise than the glossary does."""

import re
import unicodedata
from collections.abc import Iterator

from story.checks.rule import Rule
from story.checks.texts import Text, everything
from story.findings import Finding
from story.pages.page import Page
from story.pages.prose import prose, quoted
from story.tables.tables import Tables

RULE = Rule(
    "term-usage",
    "词语表里的词，英文用词语表的译法。",
    "A term of the glossary is rendered as the glossary renders it.",
    "同一个词译成两样，英文读者会以为是两件事。英文后面括号里写着词语表的词，括号前面就要是它的译法（也可以是拼音）；词条 avoid 里的译法，正文里一律不用，引号里谈论它的不算。",
    "Rendered in two ways, one thing looks like two. Where a term of the glossary stands in brackets after English words, those words are its rendering (or its pinyin); renderings under avoid are not used at all, "
    "except where quotation marks show that they are talked about.",
    "traditional diet therapy (药膳)",
    "medicinal cuisine (药膳)",
)

_BRACKETS = re.compile(r"\(《?([^()《》A-Za-z]+)》?\)")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    terms = {word: term for term in tables.terms.values() for word in term["term"].split(" / ")}
    avoided = [
        (re.compile(rf"\b{re.escape(words)}\b", re.I), words, term)
        for term in tables.terms.values()
        for words in term.get("avoid", [])
    ]
    for text in everything(pages, tables):
        if text.lang == "en":
            yield from _bracketed(text, terms, tables)
            # The glossary itself talks about them.
            yield from _avoided(text, avoided, tables) if text.path != tables.path("glossary") else ()


def _bracketed(text: Text, terms: dict[str, dict], tables: Tables) -> Iterator[Finding]:
    seen = prose(text.body)
    for match in _BRACKETS.finditer(seen.words):
        term = terms.get(match[1].strip())
        before = seen.words[max(0, match.start() - 120) : match.start()]
        if term and re.search(r"[A-Za-z]", before[-40:]) and not _renders(before, term):
            words = " ".join(before.split()[-5:])
            yield text.finding(
                RULE,
                seen.at[match.start()],
                f"“{match[1]}”前面写的是“{words}”，词语表的译法是“{term['english']}”（{_where(term, tables)}）。请改正文；如果确要换译法，先改词语表。",
                f"“{match[1]}” follows “{words}”; the glossary renders it “{term['english']}” ({_where(term, tables)}). Correct the text, or change the glossary first.",
            )


def _renders(before: str, term: dict) -> bool:
    """True if the words end in one of the term’s renderings or its pinyin, whatever their case, marks and plural."""
    said = _even(before)
    return any(said.endswith((form, form + "s")) for form in map(_even, _forms(term)) if form)


def _forms(term: dict) -> list[str]:
    rendering = re.sub(r"\([^()]*\)", "", term["english"])
    return [term["pinyin"], rendering, *re.split(r"[;/]", rendering), *re.split(r"[;/]", term["pinyin"])]


def _even(words: str) -> str:
    """Letters and digits only, without tones, articles and “and”."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", words.casefold())
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]", "", re.sub(r"\b(?:the|an?|and)\b", " ", plain))


def _avoided(text: Text, avoided: list, tables: Tables) -> Iterator[Finding]:
    seen = prose(text.body) if any(pattern.search(text.body) for pattern, _, _ in avoided) else None
    for pattern, _, term in avoided if seen else ():
        for match in pattern.finditer(seen.words):
            position = seen.at[match.start()]
            if not quoted(text.body, position):
                yield text.finding(
                    RULE,
                    position,
                    f"“{match[0]}”是词语表里写明不用的译法，“{term['term']}”译作“{term['english']}”（{_where(term, tables)}）。",
                    f"The glossary says not to use “{match[0]}”; “{term['term']}” is “{term['english']}” ({_where(term, tables)}).",
                )


def _where(term: dict, tables: Tables) -> str:
    return (
        f"docs/data/glossary.yml:{tables.mark('glossary', 'terms', list(tables.terms).index(term['id']))[0]}"
    )
