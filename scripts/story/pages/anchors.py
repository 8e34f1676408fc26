"""The anchors that a page offers to links."""

import re

from markdown.extensions.toc import unique
from pymdownx.slugs import slugify

from story.language.pinyin import alphabetical
from story.pages.page import ID, Page, markers
from story.pages.prose import prose, without_code
from story.tables.tables import FIGURES, Tables

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*$|^(?=\S)([^\n]+)\n(=+|-+)[ \t]*$", re.M)
_HTML_ID = re.compile(r"<\w[^<>]*?\sid\s*=\s*[\"']?([^\"'\s>]+)", re.I)
_FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]:", re.M)
_FIXED = {"year": {"year", "year-title"}}
_slug = slugify(case="lower")


def anchors(page: Page, tables: Tables) -> set[str]:
    """Every id that the built page has: of headings, named by an editor, of its generated parts."""
    bare = without_code(page.text)
    written = {*ID.findall(bare), *_HTML_ID.findall(bare)}
    notes = {f"{kind}:{name}" for name in _FOOTNOTE.findall(bare) for kind in ("fn", "fnref")}
    parts = (generated(name, arguments, tables) for name, arguments, _ in markers(page.text))
    return written.union(notes, *parts, _headings(bare, set(written)))


def _headings(bare: str, used: set[str]) -> set[str]:
    """Ids of headings without one of their own, as Python-Markdown’s table of contents makes them."""
    for match in _HEADING.finditer(bare):
        words = match[2] if match[1] else match[3]
        if not ID.search(words):
            top = match[1] == "#" or (match[4] or "").startswith("=")
            unique("title" if top else _slug(prose(words).words.strip(), "-"), used)
    return used


def generated(name: str, arguments: list[str], tables: Tables) -> set[str]:
    """The ids that a generated part writes (`overrides/fragments/`)."""
    data = tables.data
    if name in ("figures", "ledger"):
        figures = name == "figures"
        facts = [fact for fact in tables.facts.values() if (fact["kind"] in FIGURES) is figures]
        return {fact["id"] for fact in facts} | {f"{name}-{fact['page']}" for fact in facts}
    if name == "glossary":
        letters = {f"letter-{letter.lower()}" for letter in alphabetical(data["glossary"]["terms"])}
        sources = _each("glossary-source", data["glossary"]["sources"], "number")
        themes = _each("theme", data["glossary"]["themes"])
        return {*tables.terms, "glossary-sources"} | themes | letters | sources
    if name == "article":
        return {*map(str.lower, tables.paragraphs)} | _each("part", data["article"]["parts"])
    if name == "measures":
        measures = {measure["fact"] for measure in data["measures"]["measures"]}
        return measures | _each("rhythm", data["measures"]["rhythms"])
    if name == "graphic":
        forms = ("graphic-{}", "{}-title", "{}-caption")
        return {form.format(argument) for argument in arguments for form in forms}
    if name == "opening":
        opened = [stop.get("photo") for stop in data["line"]["stops"] if stop["page"] in arguments]
        return {form.format(photo) for photo in opened for form in ("{}", "{}-position", "{}-words")}
    if name == "gaps":
        return {f"open-{gap['page']}" for gap in data["article"]["gaps"]}
    if name == "checks":
        return _each("check", data["article"]["checks"])
    if name == "sources":
        return _each("background", data["background"]["background"])
    if name == "photos":
        plates = {f"plate-{place}" for place, _ in enumerate(data["photos"]["photos"], 1)}
        plates |= {photo["id"] for photo in data["photos"]["photos"]}
        return plates | {"gallery-position", "gallery-words"}
    return _FIXED.get(name, set())


def _each(prefix: str, entries: list[dict], key: str = "id") -> set[str]:
    return {f"{prefix}-{entry[key]}" for entry in entries}
