"""A printed source that is a copy of somebody else's page, or an address without a name."""

import re
from collections.abc import Iterator

from story.checks.rule import Findings, Pages, rule
from story.tables.tables import Tables

RULE = rule("source-mirror")
_ADDRESS = re.compile(r"(?:https?://)?(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[\w-]+\.)+[a-z]{2,})(?::\d+)?/\S*", re.I)


def check(pages: Pages, tables: Tables) -> Findings:
    mirrors = tables.data["background"].get("mirrors", [])
    for name, place, words in _printed(tables):
        path, mark = tables.path(name), tables.mark(name, *place)
        if copy := next((mirror for mirror in mirrors if mirror.lower() in words.lower()), None):
            yield RULE.finding(path, mark, "mirror", copy=copy)
        elif (bare := _ADDRESS.search(words)) and place[-1] != "address":
            yield RULE.finding(path, mark, "bare", address=bare[0])


def _printed(tables: Tables) -> Iterator[tuple[str, tuple, str]]:
    """Whatever is printed as a source: its table, its place there, its words."""
    for index, item in enumerate(tables.data["background"]["background"]):
        for lang, words in item["source"].items():
            yield "background", ("background", index, "source", lang), words
    for index, source in enumerate(tables.data["glossary"]["sources"]):
        for lang, words in source["supports"].items():
            yield "glossary", ("sources", index, "supports", lang), words
        yield "glossary", ("sources", index, "address"), source.get("address", "")
