"""A day that does not exist is refused in words, whichever table or head it stands in."""

import pytest

import small
from story.checks import inspect
from story.tables import schemas
from story.tables.tables import NAMES

PHOTO = """
    photos:
    - id: shop
      page: train
      caption: {zh: 店, en: Shop}
      alt: {zh: 店里的柜台上摆着核桃。, en: Walnuts on the counter of the shop.}
      illustration: {zh: 柜台, en: A counter}
      plate: store
      date: 'DAY'
    """
CORRECTION = """
    corrections:
    - date: 'DAY'
      page: train
      was: {zh: 甲, en: A}
      now: {zh: 乙, en: B}
      why: {zh: 错, en: Wrong}
    """
PLACES = {
    "page": ("docs/train.md", small.FILES["docs/train.md"].replace("2026-01-02", "DAY")),
    "fact": ("docs/data/facts.yml", small.FILES["docs/data/facts.yml"].replace("2024-06-21", "DAY")),
    "background": (
        "docs/data/background.yml",
        small.FILES["docs/data/background.yml"].replace("2021-12-28", "DAY"),
    ),
    "photo": ("docs/data/photos.yml", PHOTO),
    "correction": ("docs/data/corrections.yml", CORRECTION),
}


def found(site, place, day):
    path, text = PLACES[place]
    small.put(site, path, text.replace("DAY", day))
    return [finding for finding in inspect(site)[1] if finding.rule == "schema"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("day", ["2026-11-31", "2025-02-29", "2024-13-01", "2024-00-10", "2024-06-00"])
def test_a_day_that_does_not_exist_is_refused_where_it_stands(site, place, day):
    (finding,) = found(site, place, day)
    path = PLACES[place][0]
    line = (site / path).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert finding.path == path and line[finding.column - 1 :].lstrip("'").startswith(day)
    assert f"“{day}”，没有这个日期：" in finding.zh and f"“{day}” is no date: " in finding.en


@pytest.mark.parametrize("place", PLACES)
def test_a_day_that_exists_is_not(site, place):
    assert found(site, place, "2024-02-29") == []


@pytest.mark.parametrize("place", ["fact", "background"])
def test_an_interval_that_ends_before_it_begins_is_refused(site, place):
    (finding,) = found(site, place, "2024-09-01/2024-08-29")
    assert "起止写反了" in finding.zh and "ends before it begins" in finding.en


def test_a_name_that_looks_like_a_date_is_a_name(site):
    """A document may be called 2024-31: only dates and periods are held against the calendar."""
    facts = small.FILES["docs/data/facts.yml"].replace("value: '04'", "value: '2024-31'")
    small.put(site, "docs/data/facts.yml", facts)
    assert [finding for finding in inspect(site)[1] if finding.rule == "schema"] == []


@pytest.mark.parametrize("name", [*NAMES, "page"])
def test_every_field_that_holds_a_day_says_so(name):
    """A field whose examples are days, and whose schema does not ask for existing days, lets any through."""
    shared = schemas.schema(small.ROOT, "common")["$defs"]
    whole = schemas.inlined(schemas.schema(small.ROOT, name), shared, ())
    assert [
        where for where, field in dated(whole) if field.get("format") != "dates" and where != "value"
    ] == []


def dated(part, where=""):
    """Each field with a day among its examples, and its name; a `value` is tried above, kind by kind."""
    if isinstance(part, dict):
        if any(str(example).startswith("20") and "-" in str(example) for example in part.get("examples", [])):
            yield where, part
        for key, value in part.items():
            yield from dated(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from dated(value, where)


def test_a_build_refuses_it_too_and_prints_no_head(site):
    """Check and strict build let 31 November through, and the page printed its own head as text."""
    small.put(site, *[text.replace("DAY", "2026-11-31") for text in PLACES["page"]])
    result = small.build(site)
    assert (
        result.returncode == 1 and "docs/train.md:2:10" in result.stdout and "没有这个日期" in result.stdout
    )
