from datetime import date, timedelta

import pytest

from story.language.dates import human, impossible


@pytest.mark.parametrize(
    "value, zh, en",
    [
        ("2024-06-21", "2024年6月21日", "21 June 2024"),
        ("2024-01", "2024年1月", "January 2024"),
        ("2016", "2016年", "2016"),
        ("2024-08-29/2024-09-01", "2024年8月29日至2024年9月1日", "29 August 2024 – 1 September 2024"),
        ("monthly", "monthly", "monthly"),
        ("1-2-3-4", "1-2-3-4", "1-2-3-4"),
    ],
)
def test_iso_dates_are_written_as_readers_write_them(value, zh, en):
    assert (human(value, "zh"), human(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "value, why",
    [
        ("2026-11-31", "2026年11月从1日到30日"),
        ("2025-02-29", "2025年2月从1日到28日"),
        ("2024-2-30", "2024年2月从1日到29日"),
        ("2024-06-00", "2024年6月从1日到30日"),
        ("2024-13", "月份从1到12"),
        ("2024-00-01", "月份从1到12"),
        ("2024-08-29/2024-09-31", "2024年9月从1日到30日"),
        ("2024-09-01/2024-08-29", "起止写反了"),
        ("2024-09/2024-08-29", "起止写反了"),
        ("2023/2017", "起止写反了"),
    ],
)
def test_a_day_that_does_not_exist_is_said_to_be_none(value, why):
    zh, en = impossible(value)
    assert zh == why and en


@pytest.mark.parametrize(
    "value",
    [
        "2024-02-29",
        "2024",
        "2024-12",
        "2017/2023",
        "2024-08-29/2024-09-01",
        "2024-08-15/2024-08",
        "2024/2024-05",
    ]
    + ["monthly", "04", "2024年6月", "1/2", "S6", ""],
)
def test_a_day_that_exists_and_what_is_no_date_pass(value):
    assert impossible(value) is None


def test_every_day_of_the_calendar_exists_and_no_other():
    days = {date(2023, 12, 31) + timedelta(number) for number in range(1, 367)}
    written = {f"2024-{month:02}-{day:02}" for month in range(14) for day in range(33)}
    assert {day for day in written if impossible(day) is None} == {day.isoformat() for day in days}
