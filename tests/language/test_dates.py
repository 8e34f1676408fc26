import pytest

from story.language.dates import human


@pytest.mark.parametrize(
    "value, zh, en",
    [
        ("2024-06-21", "2024年6月21日", "21 June 2024"),
        ("2024-01", "2024年1月", "January 2024"),
        ("2016", "2016年", "2016"),
        ("2024-08-29/2024-09-01", "2024年8月29日至2024年9月1日", "29 August 2024 – 1 September 2024"),
        ("monthly", "monthly", "monthly"),
    ],
)
def test_iso_dates_are_written_as_readers_write_them(value, zh, en):
    assert (human(value, "zh"), human(value, "en")) == (zh, en)
