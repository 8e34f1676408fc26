"""What was looked at and found right is not read again before something is written."""

import pytest

import small
from story import checks
from story.tables import tables
from story.tables.tables import load


@pytest.fixture
def site(site):
    return small.apart(site)


@pytest.fixture
def looks(site, monkeypatch) -> list:
    """Each whole look at the project, which keeps what it has made."""
    (site / ".cache").mkdir(exist_ok=True)
    seen, survey = [], checks.survey
    monkeypatch.setattr(checks, "survey", lambda root: seen.append(root) or survey(root))
    return seen


@pytest.mark.parametrize("name, found", [("docs/train.md", 0), ("docs/train.en.md", 1)])
def test_a_project_in_which_nothing_is_written_is_looked_at_once_and_told_of_each_time(
    site, looks, name, found
):
    small.put(site, name, None if found else small.FILES[name])
    first, second = checks.inspect(site), checks.inspect(site)
    assert first == second and second[0].data == first[0].data and bool(first[1]) is bool(found)
    assert len(looks) == 1


@pytest.mark.parametrize(
    "name", ["docs/train.md", "docs/data/facts.yml", "mkdocs.yml", "overrides/main.html", "docs/new.txt"]
)
def test_whatever_is_written_is_looked_at_though_its_time_and_size_are_what_they_were(site, looks, name):
    path = site / name
    old = path.read_bytes() if path.exists() else b"x"
    checks.inspect(site)
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    small.put(site, name, old)
    small.os.utime(path, ns=(stamp, stamp))
    checks.inspect(site)
    assert len(looks) == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept.replace(b"1788", b"1789")])
def test_tables_that_were_kept_and_are_no_longer_whole_are_read_again(site, looks, monkeypatch, damage):
    monkeypatch.setattr(tables, "_cache", {})
    good, kept = load(site).data, site / ".cache" / "tables"
    tables._cache.clear()
    monkeypatch.setattr(tables, "_read_all", lambda root: pytest.fail("what is whole is not read again"))
    assert load(site).data == good and load(site).mark("facts", "facts", 0) == (2, 3)
    monkeypatch.undo()
    monkeypatch.setattr(tables, "_cache", {})
    small.put(site, ".cache/tables", damage(kept.read_bytes()))
    assert load(site).data == good
