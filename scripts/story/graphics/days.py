"""The days of a period as a strip, each with its date and its day of the week."""

from datetime import date, timedelta
from xml.etree import ElementTree as etree

from babel.dates import format_date

from story.graphics.svg import WIDTH, add, words

_HEIGHT, _GAP = 46, 4
_FORMATS = {"zh": ("M月d日", "EEEE", "zh_Hans"), "en": ("d MMM", "EEEE", "en_GB")}


def between(period: str) -> list[date]:
    """`2024-08-29/2024-09-01` as its days, both ends counted."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return [first + timedelta(days) for days in range((last - first).days + 1)]


def strip(group: etree.Element, fact: dict, top: float, lang: str) -> float:
    """Draw the days from `top` down; where they end."""
    found = between(fact["value"])
    pitch = (WIDTH + _GAP) / len(found)
    cells = add(group, "g", "story-graphic__day", data_fact=fact["id"])
    for index, day in enumerate(found):
        add(cells, "path", d=f"M{pitch * index:.0f} {top + 1:.0f}h{pitch - _GAP:.0f}v{_HEIGHT}h-{pitch - _GAP:.0f}z")
    for index, day in enumerate(found):
        _name(group, day, pitch * index + (pitch - _GAP) / 2, top, lang)
    return top + _HEIGHT


def _name(group: etree.Element, day: date, x: float, top: float, lang: str) -> None:
    short, weekday, locale = _FORMATS[lang]
    words(group, x, top + 21, format_date(day, short, locale), lang, "story-graphic__strong", "middle")
    words(group, x, top + 38, format_date(day, weekday, locale), lang, "story-graphic__note", "middle")
