"""The days of a period as a strip, each with its date and its day of the week."""

from datetime import date, timedelta
from xml.etree import ElementTree as etree

from story.graphics.svg import WIDTH, add, words
from story.language.dates import short, weekday

_HEIGHT, _GAP = 46, 4


def between(period: str) -> list[date]:
    """`2024-08-29/2024-09-01` as its days, both ends counted."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return [first + timedelta(days) for days in range((last - first).days + 1)]


def strip(group: etree.Element, fact: dict, top: float, lang: str) -> float:
    """Draw the days from `top` down; where they end."""
    found = between(fact["value"])
    pitch = (WIDTH + _GAP) / len(found)
    cells = add(group, "g", "story-graphic__day", data_fact=fact["id"])
    for index in range(len(found)):
        add(
            cells,
            "path",
            d=f"M{pitch * index:.0f} {top + 1:.0f}h{pitch - _GAP:.0f}v{_HEIGHT}h-{pitch - _GAP:.0f}z",
        )
    for index, day in enumerate(found):
        _name(group, day, pitch * index + (pitch - _GAP) / 2, top, lang)
    return top + _HEIGHT


def _name(group: etree.Element, day: date, x: float, top: float, lang: str) -> None:
    words(group, x, top + 21, short(day.isoformat(), lang, day.year), lang, "story-graphic__strong", "middle")
    words(group, x, top + 38, weekday(day, lang), lang, "story-graphic__note", "middle")
