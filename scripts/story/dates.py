"""ISO dates in a reader's words. Formats: ISO 8601 calendar dates, year–months, years and intervals."""

from datetime import date

from babel.dates import format_date

_PATTERNS = {
    ("zh", 1): "y年", ("zh", 2): "y年M月", ("zh", 3): "y年M月d日",
    ("en", 1): "y", ("en", 2): "MMMM y", ("en", 3): "d MMMM y",
}


def human(value: str | int, lang: str) -> str:
    """`2024-06-21` as 2024年6月21日 or 21 June 2024; an interval as “from – to”.

    A value that is no date comes back as it is.
    """
    parts = str(value).split("/")
    try:
        return ("至" if lang == "zh" else " – ").join(_one(part, lang) for part in parts)
    except ValueError:
        return str(value)


def _one(value: str, lang: str) -> str:
    numbers = [int(number) for number in value.split("-")]
    day = date(*numbers, *[1] * (3 - len(numbers)))
    return format_date(day, _PATTERNS[lang, len(numbers)], locale="zh_Hans" if lang == "zh" else "en_GB")
