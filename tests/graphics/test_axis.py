"""Where dates stand on the line of their year."""

from datetime import date

import pytest

import small
from story.graphics.axis import GAP, Axis, drawing, ends, kind, levels
from story.tables.tables import load

TABLES = load(small.ROOT)
LEAP = Axis.of(["2024-01"])


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2024-06-21", "day"),
        ("2024-01", "month"),
        ("2016", "year"),
        (2024, "year"),
        ("2024-04/2024-07", "range"),
    ],
)
def test_a_date_is_drawn_by_how_exactly_it_is_known(value, expected):
    assert kind(value) == expected


@pytest.mark.parametrize(
    "value, first, last",
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2024-08-29/2024-09-01", date(2024, 8, 29), date(2024, 9, 1)),
        ("2024-04/2024-07", date(2024, 4, 1), date(2024, 7, 31)),
    ],
)
def test_a_month_ends_with_its_last_day(value, first, last):
    assert ends(value) == (first, last)


def test_the_year_begins_at_0_and_ends_at_1_and_a_leap_day_counts():
    assert LEAP.at(date(2024, 1, 1)) == 0
    assert LEAP.at(date(2024, 12, 31)) == 365 / 366
    assert LEAP.at(date(2024, 7, 1)) == 182 / 366 and Axis.of(["2023-05"]).at(date(2023, 7, 1)) == 181 / 365
    assert LEAP.reach("2024-12-31")[1] == pytest.approx(1)


def test_a_range_includes_its_last_day():
    start, end = LEAP.reach("2024-08-29/2024-09-01")
    assert (end - start) * 366 == pytest.approx(4)


def test_a_later_month_is_set_apart_and_nothing_between_is_drawn():
    axis = Axis.of(["2024-01", "2025-02-06"])
    assert len(axis.months) == 13 and axis.months[-1] == date(2025, 2, 1)
    december, february = axis.spans()[-2:]
    assert (february[1] - december[2]) * (366 + GAP + 28) == pytest.approx(GAP)
    assert axis.reach("2025-02-28")[1] == pytest.approx(1)
    assert (
        axis.holds("2025-02-06")
        and not axis.holds("2025-01-06")
        and not axis.holds("2016")
        and not axis.holds("2024-11/2025-01")
    )


def test_a_january_after_december_needs_no_gap():
    axis = Axis.of(["2024-01", "2025-01-06"])
    assert axis.at(date(2025, 1, 1)) == 366 / (366 + 31)


def test_words_that_would_touch_stand_on_different_levels_and_the_earlier_higher():
    assert levels([(0, 0.1), (0.2, 0.3)]) == [0, 0]
    assert levels([(0, 0.3), (0.1, 0.4), (0.2, 0.5)]) == [2, 1, 0]
    assert levels([(0, 0.1), (0.1, 0.4), (0.3, 0.5), (0.6, 0.7)]) == [0, 1, 0, 0]
    assert levels([]) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_dated_event_is_drawn_with_the_date_of_its_fact(lang):
    axis, marks = drawing(TABLES, lang)
    dated = [entry for entry in TABLES.data["timeline"]["entries"] if entry["lane"] == "dated"]
    assert [mark.id for mark in marks if mark.lane == "dated"] == [entry["id"] for entry in dated]
    for entry in dated:
        mark = next(mark for mark in marks if mark.id == entry["id"])
        value = TABLES.facts[entry["fact"]]["value"]
        assert mark.kind == kind(value) and (mark.start, mark.end) == axis.reach(value)


def test_no_undated_event_and_no_other_year_is_drawn():
    _, marks = drawing(TABLES, "zh")
    assert {mark.lane for mark in marks} == {"dated", "background"}
    assert {mark.id for mark in marks if mark.lane == "background"} == {"discipline", "third-fair"}


def test_only_another_year_is_named_beside_a_mark():
    words = {mark.id: mark.words for lang in ("zh", "en") for mark in drawing(TABLES, lang)[1]}
    zh = {mark.id: mark.words for mark in drawing(TABLES, "zh")[1]}
    assert (words["store-opens"], words["publication"], words["dispatch"]) == ("21 Jun", "6 Feb 2025", "Jan")
    assert (zh["return-visit"], zh["publication"], zh["dispatch"]) == (
        "8月29日至9月1日",
        "2025年2月6日",
        "1月",
    )
