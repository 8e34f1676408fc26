"""ISO dates in a reader's words. Formats: ISO 8601 calendar dates, year–months, years and intervals."""

import re
from calendar import monthrange
from datetime import date

from babel.dates import format_date

_PATTERNS = {
    ("zh", 1): "y年",
    ("zh", 2): "y年M月",
    ("zh", 3): "y年M月d日",
    ("en", 1): "y",
    ("en", 2): "MMMM y",
    ("en", 3): "d MMMM y",
}
_SHORT = {
    ("zh", 1): "y年",
    ("zh", 2): "M月",
    ("zh", 3): "M月d日",
    ("en", 1): "y",
    ("en", 2): "MMM",
    ("en", 3): "d MMM",
}
_WITH_YEAR = {"zh": "y年{}", "en": "{} y"}
_WRITTEN = re.compile(r"[1-9]\d{3}(?:-\d{1,2}){0,2}")
"""What is meant as a year, a month or a day, whether there is such a one or not."""


def human(value: str | int, lang: str) -> str:
    """`2024-06-21` as 2024年6月21日 or 21 June 2024; an interval as “from – to”.

    A value that is no date comes back as it is.
    """
    parts = str(value).split("/")
    try:
        return ("至" if lang == "zh" else " – ").join(_one(part, lang) for part in parts)
    except ValueError:
        return str(value)


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
    reversed_ = ("起止写反了", "it ends before it begins") if last[:size] < first[:size] else None
    return next(filter(None, map(_beyond, parts)), reversed_)


def _beyond(part: str) -> tuple[str, str] | None:
    year, month, day = (*_numbers(part), 1, 1)[:3]
    if not 1 <= month <= 12:
        return "月份从1到12", "months run from 1 to 12"
    days, words = monthrange(year, month)[1], f"{year}-{month}"
    if not 1 <= day <= days:
        return f"{_one(words, 'zh')}从1日到{days}日", f"{_one(words, 'en')} runs from 1 to {days}"
    return None


def _numbers(part: str) -> list[int]:
    return [int(number) for number in part.split("-")]


def month(number: int, lang: str) -> str:
    """`9` as 9月 or Sep: three letters, for narrow places."""
    return _formatted(date(2000, number, 1), _SHORT[lang, 2], lang)[:3]


def weekday(day: date, lang: str) -> str:
    return _formatted(day, "EEEE", lang)


def short(value: str | int, lang: str, year: int) -> str:
    """`2024-06-21` as 6月21日 or 21 Jun: beside a drawing of `year`, which is named only if it is another."""
    return ("至" if lang == "zh" else " – ").join(
        _one_short(part, lang, year) for part in str(value).split("/")
    )


def _one_short(value: str, lang: str, year: int) -> str:
    day, size = parsed(value)
    pattern = _SHORT[lang, size]
    return _formatted(
        day, pattern if day.year == year or size == 1 else _WITH_YEAR[lang].format(pattern), lang
    )


def _one(value: str, lang: str) -> str:
    day, size = parsed(value)
    return _formatted(day, _PATTERNS[lang, size], lang)


def parsed(value: str) -> tuple[date, int]:
    """The first day of a date, and of how many parts it is."""
    numbers = _numbers(value)
    return date(*numbers, *[1] * (3 - len(numbers))), len(numbers)


def _formatted(day: date, pattern: str, lang: str) -> str:
    return format_date(day, pattern, locale="zh_Hans" if lang == "zh" else "en_GB")
