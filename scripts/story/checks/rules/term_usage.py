"""English that renders a term otherwise than the glossary does."""

import re
import unicodedata

from story.checks.entries import where
from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, everything
from story.pages.prose import Prose, prose, quoted
from story.tables.records import Term
from story.tables.tables import Tables

RULE = rule("term-usage")
_BRACKETS = re.compile(r"\(《?([^()《》A-Za-z]+)》?\)")


def check(pages: Pages, tables: Tables) -> Findings:
    terms = {word: term for term in tables.terms.values() for word in term["term"].split(" / ")}
    avoided = [
        (re.compile(rf"\b{re.escape(words)}\b", re.I), term)
        for term in tables.terms.values()
        for words in term.get("avoid", [])
    ]
    for text in everything(pages, tables):
        if text.lang == "en":
            yield from _bracketed(text, terms, tables)
            # The glossary itself talks about them.
            yield from _avoided(text, avoided, tables) if text.path != tables.path("glossary") else ()


def _bracketed(text: Text, terms: dict[str, Term], tables: Tables) -> Findings:
    seen = prose(text.body)
    for match in _BRACKETS.finditer(seen.words):
        term = terms.get(match[1].strip())
        before = seen.words[max(0, match.start() - 120) : match.start()]
        if term and re.search(r"[A-Za-z]", before[-40:]) and not _renders(before, term):
            yield text.finding(
                RULE,
                seen.at[match.start()],
                "other",
                term=match[1],
                words=" ".join(before.split()[-5:]),
                usual=term["english"],
                place=where("glossary", term["id"], tables),
            )


def _renders(before: str, term: Term) -> bool:
    """True if the words end in a rendering of the term or its pinyin, whatever case, marks and plural."""
    said = _even(before)
    return any(said.endswith((form, form + "s")) for form in map(_even, _forms(term)) if form)


def _forms(term: Term) -> list[str]:
    rendering = re.sub(r"\([^()]*\)", "", term["english"])
    return [term["pinyin"], rendering, *re.split(r"[;/]", rendering), *re.split(r"[;/]", term["pinyin"])]


def _even(words: str) -> str:
    """Letters and digits only, without tones, articles and “and”."""
    parted = unicodedata.normalize("NFD", words.casefold())
    plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return re.sub(r"[\W_]", "", re.sub(r"\b(?:the|an?|and)\b", " ", plain))


def _avoided(text: Text, avoided: list[tuple[re.Pattern, Term]], tables: Tables) -> Findings:
    here = any(pattern.search(text.body) for pattern, _ in avoided)
    seen = prose(text.body) if here else Prose("", [])
    for pattern, term in avoided:
        for match in pattern.finditer(seen.words):
            position = seen.at[match.start()]
            if not quoted(text.body, position):
                yield text.finding(
                    RULE,
                    position,
                    "avoided",
                    words=match[0],
                    term=term["term"],
                    usual=term["english"],
                    place=where("glossary", term["id"], tables),
                )
