"""A year as a line: what a date is (a day, a month, a year, a range) and where it stands.

Dates are written as in the tables: ISO 8601 days, months and years, and intervals with a slash.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from story.language.dates import parsed, short
from story.tables.records import Entry
from story.tables.tables import Tables

GAP = 20
"""Room between months that do not follow each other, in days."""
NARROWEST = 62
"""Ems of its type on the narrowest place where the line runs across (timeline.css: 54em)."""


def kind(value: str | int) -> str:
    """`day`, `month`, `year` or `range`: how a date is drawn."""
    return "range" if "/" in str(value) else ("year", "month", "day")[str(value).count("-")]


def ends(value: str | int) -> tuple[date, date]:
    """First and last day of a date: `2024-02` is 1 to 29 February."""
    first, _, last = str(value).partition("/")
    return parsed(first)[0], _last(last or first)


def _last(value: str) -> date:
    day, whole = parsed(value)[0], kind(value)
    month = 12 if whole == "year" else day.month
    return day if whole == "day" else day.replace(month=month, day=monthrange(day.year, month)[1])


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]


@dataclass(frozen=True)
class Axis:
    """The twelve months of a year, and set apart behind them the later ones in which something is dated."""

    year: int
    months: tuple[date, ...]

    @classmethod
    def of(cls, values: list[str]) -> "Axis":
        """The axis for these dates; its year is that of the earliest."""
        days = sorted(ends(value)[0] for value in values)
        year = days[0].year
        later = {day.replace(day=1) for day in days if day.year > year}
        return cls(year, (*(date(year, month, 1) for month in range(1, 13)), *sorted(later)))

    def holds(self, value: str | int) -> bool:
        """Whether both ends of a date are on it."""
        return all(day.replace(day=1) in self.months for day in ends(value))

    def at(self, day: date) -> float:
        """Where a day begins, as a share of the whole: 0 is the first day, and 1 the end of the last."""
        return (self._start(day.replace(day=1)) + day.day - 1) / self._total

    def reach(self, value: str | int) -> tuple[float, float]:
        """Where a date begins and where it ends. A day lasts until the next one begins."""
        first, last = ends(value)
        return self.at(first), self.at(last) + 1 / self._total

    def spans(self) -> list[tuple[date, float, float]]:
        """Each month with its beginning and its end."""
        starts = [self.at(month) for month in self.months]
        return [(month, at, at + _length(month) / self._total) for month, at in zip(self.months, starts)]

    def _start(self, month: date) -> int:
        """Days before a month, gaps included."""
        steps = list(pairwise(self.months[: self.months.index(month) + 1]))
        gaps = [one for one, following in steps if one + timedelta(_length(one)) != following]
        return sum(_length(one) for one, _ in steps) + GAP * len(gaps)

    @property
    def _total(self) -> int:
        return self._start(self.months[-1]) + _length(self.months[-1])


@dataclass(frozen=True)
class Mark:
    """One date on the line; places are shares of its length."""

    id: str
    lane: str
    kind: str
    start: float
    end: float
    words: str
    label: str
    level: int = 0

    @property
    def middle(self) -> float:
        """Half-way between its ends."""
        return (self.start + self.end) / 2

    @property
    def late(self) -> bool:
        """So near the end that its words stand before it."""
        return self.start > 0.85

    @property
    def foot(self) -> float:
        """Where its words are tied to the line."""
        return self.middle if self.kind == "day" else self.start


def drawing(tables: Tables, lang: str) -> tuple[Axis, list[Mark]]:
    """The axis of the dated events, and a mark for every labelled entry of the timeline that stands on it.

    Marks are in time order, those of the lane `dated` first.
    """
    labelled = [entry for entry in tables.data["timeline"]["entries"] if "label" in entry]
    entries = [(entry, value) for entry in labelled if (value := dated(entry, tables))]
    axis = Axis.of([value for entry, value in entries if entry["lane"] == "dated"])
    marks = [_mark(entry, value, axis, lang) for entry, value in entries if axis.holds(value)]
    found = []
    for lane in ("dated", "background"):
        ordered = sorted((mark for mark in marks if mark.lane == lane), key=lambda mark: mark.start)
        found += [replace(mark, level=level) for mark, level in zip(ordered, levels(map(_room, ordered)))]
    return axis, found


def _mark(entry: Entry, value: str, axis: Axis, lang: str) -> Mark:
    words, label = short(value, lang, axis.year), entry["label"][lang]
    return Mark(entry["id"], entry["lane"], kind(value), *axis.reach(value), words, label)


def dated(entry: Entry, tables: Tables) -> str | None:
    """The date of an entry of the timeline, which its fact or its background item gives."""
    background = tables.background.get(entry.get("background", ""))
    found: Any = tables.facts[entry["fact"]] if "fact" in entry else background
    return found and found.get("value")


def _room(mark: Mark) -> tuple[float, float]:
    """Where the words of a mark begin and end on the narrowest line."""
    width = (max(_ems(mark.words) * 1.1, _ems(mark.label)) + 1.5) / NARROWEST
    return (mark.foot - width, mark.foot) if mark.late else (mark.foot, mark.foot + width)


def _ems(text: str) -> float:
    """How wide a line is, roughly and rather too wide: Han and full-width signs one em, else over half."""
    return sum(1 if ord(sign) > 0x2E7F or sign in "“”—…" else 0.56 for sign in text)


def levels(rooms: Iterable[tuple[float, float]]) -> list[int]:
    """A level for each room (where it begins and where it ends), so that none touches another of its level.

    Of two that would touch, the earlier stands higher: no pole, which rises where words begin, crosses any.
    """
    placed: list[tuple[float, float, int]] = []
    for start, end in reversed(list(rooms)):
        taken = [level for other, until, level in placed if other < end and start < until]
        placed.append((start, end, max(taken, default=-1) + 1))
    return [level for _, _, level in reversed(placed)]
