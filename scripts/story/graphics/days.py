"""The days of a period as a strip, each with its date and its day of the week."""

from datetime import date, timedelta

from story.graphics.rows import Known
from story.graphics.svg import WIDTH, Pen
from story.language.dates import short, weekday

_HEIGHT, _GAP = 46, 4


def between(period: str) -> list[date]:
    """`2024-08-29/2024-09-01` as its days, both ends counted."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return [first + timedelta(days) for days in range((last - first).days + 1)]


def strip(group: Pen, fact: Known, top: float) -> float:
    """Draw the days from `top` down; where they end."""
    found = between(fact["value"])
    pitch = (WIDTH + _GAP) / len(found)
    wide = f"{pitch - _GAP:.0f}"
    cells = group.add("g", "day", data_fact=fact["id"])
    for index, day in enumerate(found):
        cells.add("path", d=f"M{pitch * index:.0f} {top + 1:.0f}h{wide}v{_HEIGHT}h-{wide}z")
        middle = pitch * index + (pitch - _GAP) / 2
        group.words(middle, top + 21, short(day.isoformat(), group.lang, day.year), "strong", "middle")
        group.words(middle, top + 38, weekday(day, group.lang), "note", "middle")
    return top + _HEIGHT
