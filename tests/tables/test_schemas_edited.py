"""A preview sees an edited schema, as it does an edited table."""

import pytest

import small
from story.checks import inspect
from story.findings import Faults
from story.tables import schemas
from story.tables.tables import load

FACTS = schemas.file("facts")


def edit(site, name, before, after):
    text = (site / name).read_text(encoding="utf-8")
    assert before in text
    small.put(site, name, text.replace(before, after))


def test_an_edited_schema_counts_at_once(site):
    """It was kept by its name for as long as a preview ran."""
    load(site)
    edit(site, FACTS, '"money",', '"cash",')
    with pytest.raises(Faults) as caught:
        load(site)
    assert "cash" in caught.value.findings[0].zh


def test_an_edited_shared_form_counts_at_once(site):
    load(site)
    edit(site, schemas.file("common"), "^[a-z0-9]+(-[a-z0-9]+)*$", "^[A-Z]+$")
    with pytest.raises(Faults):
        load(site)


def test_edited_words_of_a_field_reach_the_data_dictionary_at_once(site):
    before = load(site).fields["unit"]["title"]
    edit(site, FACTS, f'"title": "{before}"', '"title": "量词"')
    assert load(site).fields["unit"]["title"] == "量词"


def test_an_edited_schema_of_the_head_counts_at_once(site):
    assert inspect(site)[1] == []
    edit(site, schemas.file("page"), '"revised"\n', '"revised", "translated"\n')
    assert {finding.rule for finding in inspect(site)[1]} == {"schema"}


@pytest.mark.parametrize("name", ["facts", "common", "page"])
def test_a_schema_saved_half_way_is_told_with_its_line(site, name):
    path = schemas.file(name)
    small.put(site, path, (site / path).read_text(encoding="utf-8") + "]")
    (finding,) = [finding for finding in inspect(site)[1] if finding.path == path]
    assert finding.line > 10 and "JSON" in finding.zh and "JSON" in finding.en


def test_a_schema_that_is_missing_is_told(site):
    small.put(site, FACTS, None)
    (finding,) = [finding for finding in inspect(site)[1] if finding.path == FACTS]
    assert "找不到" in finding.zh
