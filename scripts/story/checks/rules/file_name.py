"""A file name that would vanish from the site or make an address that cannot be passed on."""

import re
import unicodedata
from pathlib import Path

from story.checks.rule import Findings, Pages, rule
from story.findings import Words
from story.pages.page import published
from story.tables.tables import Tables

RULE = rule("file-name")
# As RE_LOCALE in the i18n plugin’s config.py.
_LOCALE_LIKE = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2})\.[^.]+$")
_ODD = [
    (r"\s", "空格", "spaces"),
    (r"[A-Z]", "大写字母", "capitals"),
    (r"[^\x00-\x7f]", "中文或其他非英文的字", "characters other than ASCII"),
    (r"[^\w\s.\-]", "符号", "signs"),
]
"""What in a name does not belong there."""


def check(pages: Pages, tables: Tables) -> Findings:
    for path in published(tables.root / "docs"):
        if fault := _fault(path):
            yield RULE.finding(path.relative_to(tables.root).as_posix(), (1, 1), fault)


def _fault(path: Path) -> Words | None:
    match = _LOCALE_LIKE.search(path.name) if path.is_file() else None
    if match and match[1] != "en":
        better = path.name.replace(f".{match[1]}.", f"-{match[1]}.")
        return RULE.words("language", code=match[1], better=better)
    odd = [words for pattern, *words in _ODD if re.search(pattern, path.name)]
    if not odd:
        return None
    found = "、".join(zh for zh, _ in odd), ", ".join(en for _, en in odd)
    readable = _better(path.name)
    such = RULE.words("such", better=readable) if readable else ""
    return RULE.words("odd", name=path.name, odd=found, such=such)


def _better(name: str) -> str | None:
    """The name in small letters, its odd characters as hyphens; None if nothing readable is left of it."""
    stem, dot, ending = unicodedata.normalize("NFKC", name).lower().rpartition(".")
    plain = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9._]+", "-", stem if dot else ending)).strip("-.")
    return (f"{plain}.{ending}" if dot else plain) if plain and ending.isascii() else None
