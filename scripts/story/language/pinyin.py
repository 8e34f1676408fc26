"""Pinyin without its tones: the order of a dictionary, and the letter it begins with."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any


def plain(pinyin: str) -> str:
    """`Qín–Lǐng` as `qinling`: no tones, no capitals, nothing but letters and digits."""
    letters = unicodedata.normalize("NFKD", pinyin).lower()
    return "".join(sign for sign in letters if sign.isalnum())


def alphabetical(terms: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Ids of the glossary's terms by the first letter of their pinyin, in the order of a dictionary."""
    groups: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (plain(term["pinyin"]), term["pinyin"])):
        groups.setdefault(plain(term["pinyin"])[:1].upper(), []).append(term["id"])
    return groups
