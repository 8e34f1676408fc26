"""ISO dates in a reader's words. Formats: ISO 8601 calendar dates, year–months, years and intervals."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from babel.dates import format_date

_FULL = {"zh": ("y年", "y年M月", "y年M月d日"), "en": ("y", "MMMM y", "d MMMM y")}
"""Babel's patterns of a year, a month and a day."""
_SHORT = {"zh": ("y年", "M月", "M月d日"), "en": ("y", "MMM", "d MMM")}
_WITH_YEAR = {"zh": "y年{}", "en": "{} y"}
_WRITTEN = re.compile(r"[1-9]\d{3}(?:-\d{1,2}){0,2}")
"""What is meant as a year, a month or a day, whether there is such a one or not."""


def human(value: str | int, lang: str) -> str:
    """`2024-06-21` as 2024年6月21日 or 21 June 2024; an interval as “from – to”.

    A value that is no date comes back as it is.
    """
    try:
        return _each(str(value), lang, lambda day, size: _FULL[lang][size - 1])
    except (ValueError, TypeError):
        return str(value)


def short(value: str | int, lang: str, year: int) -> str:
    """`2024-06-21` as 6月21日 or 21 Jun: beside a drawing of `year`, which is named only if it is another.

    Raises ValueError if it is no date.
    """

    def pattern(day: date, size: int) -> str:
        bare = _SHORT[lang][size - 1]
        return bare if day.year == year or size == 1 else _WITH_YEAR[lang].format(bare)

    return _each(str(value), lang, pattern)


def _each(value: str, lang: str, pattern: Callable[[date, int], str]) -> str:
    """A day, or both ends of an interval, each in the pattern chosen for it and the number of its parts."""
    ends = [_formatted(day, pattern(day, size), lang) for day, size in map(parsed, value.split("/"))]
    return ("至" if lang == "zh" else " – ").join(ends)


def is_date(value: str | int) -> bool:
    """Whether a value is a day, a month, a year or an interval of them."""
    try:
        return all(parsed(part) for part in str(value).split("/"))
    except (ValueError, TypeError):
        return False


def impossible(value: str) -> tuple[str, str] | None:
    """Why there is no such day, month or interval, in Chinese and English.

    None if there is one, or if the value is not written as a date at all.
    """
    parts = value.split("/")
    if not all(map(_WRITTEN.fullmatch, parts)):
        return None
    first, last = _numbers(parts[0]), _numbers(parts[-1])
    size = min(len(first), len(last))
    swapped = ("起止写反了", "it ends before it begins") if last[:size] < first[:size] else None
    return next(filter(None, map(_beyond, parts)), swapped)


def _beyond(part: str) -> tuple[str, str] | None:
    year, month, day = (*_numbers(part), 1, 1)[:3]
    if not 1 <= month <= 12:
        return "月份从1到12", "months run from 1 to 12"
    days, words = monthrange(year, month)[1], f"{year}-{month}"
    if 1 <= day <= days:
        return None
    return f"{human(words, 'zh')}从1日到{days}日", f"{human(words, 'en')} runs from 1 to {days}"


def _numbers(part: str) -> list[int]:
    return [int(number) for number in part.split("-")]


def month(number: int, lang: str) -> str:
    """`9` as 9月 or Sep: three letters, for narrow places."""
    return _formatted(date(2000, number, 1), _SHORT[lang][1], lang)[:3]


def weekday(day: date, lang: str) -> str:
    """The day of the week in words: 星期五 or Friday."""
    return _formatted(day, "EEEE", lang)


def parsed(value: str) -> tuple[date, int]:
    """The first day of a date, and how many parts it has (1 to 3). Raises ValueError if there is none."""
    numbers = _numbers(value)
    return date(*numbers, *[1] * (3 - len(numbers))), len(numbers)


def _formatted(day: date, pattern: str, lang: str) -> str:
    return format_date(day, pattern, locale="zh_Hans" if lang == "zh" else "en_GB")
