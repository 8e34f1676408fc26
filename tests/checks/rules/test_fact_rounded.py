"""A fact whose value is rounded cannot be called exact."""

import pytest

import small
from planted import found

FACTS = small.FILES["docs/data/facts.yml"]
NOTE = "note: {zh: 牵头和参与的都算。, en: Led or joined in.}"


@pytest.mark.parametrize(
    "note", ["{zh: 这是约数。, en: About so much.}", "{zh: 大概的数。, en: A round number.}"]
)
def test_a_rounded_fact_without_precision_is_named(site, note):
    small.put(site, "docs/data/facts.yml", FACTS.replace(NOTE, f"note: {note}"))
    [finding] = found(site, "fact-rounded")
    assert finding.line == 2 and "precision: rounded" in finding.zh and "precision: rounded" in finding.en


def test_a_rounded_fact_that_says_so_is_left_alone(site):
    words = "note: {zh: 这是约数。, en: A round number.}\n          precision: rounded"
    small.put(site, "docs/data/facts.yml", FACTS.replace(NOTE, words))
    assert found(site, "fact-rounded") == []


def test_other_notes_are_left_alone(site):
    assert found(site, "fact-rounded") == []
