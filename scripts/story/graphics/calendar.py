"""What calendars share: the months under a year of strips, and the days of a period."""

from datetime import date, timedelta

from story.graphics.pen import Pen
from story.language.dates import month

MONTHS = 12


def months(pen: Pen) -> None:
    """The names of the months, each where it begins."""
    line = pen.add("div", "months")
    for index in range(MONTHS):
        line.add("span", text=month(index + 1, pen.lang))


def place(day: date) -> float:
    """Where the middle of a day stands among months of one length: 1.5 is half-way through February."""
    last = (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    return day.month - 1 + (day.day - 0.5) / last.day


def between(period: str) -> list[date]:
    """`2024-08-29/2024-09-01` as its days, both ends counted."""
    first, last = (date.fromisoformat(part) for part in period.split("/"))
    return [first + timedelta(days) for days in range((last - first).days + 1)]
