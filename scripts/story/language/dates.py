"""ISO dates in a reader's words. Formats: ISO 8601 calendar dates, year–months, years and intervals."""

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
    numbers = [int(number) for number in value.split("-")]
    return date(*numbers, *[1] * (3 - len(numbers))), len(numbers)


def _formatted(day: date, pattern: str, lang: str) -> str:
    return format_date(day, pattern, locale="zh_Hans" if lang == "zh" else "en_GB")
