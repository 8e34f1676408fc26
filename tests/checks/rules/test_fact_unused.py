"""A fact that only the list of figures shows is pointed out; one that a page, table or graphic uses is
not."""

import small
from planted import found, plant

LEDGER = small.FILES["docs/data/facts.yml"]


def test_it_is_a_warning_at_its_entry(site):
    small.alter(site, "docs/data/timeline.yml", "fact: opened", "fact: source-publication-date")
    (finding,) = found(site, "fact-unused")
    assert (finding.path, finding.line, finding.severity) == ("docs/data/facts.yml", 20, "warning")
    assert "opened" in finding.zh and "docs/train.md" in finding.zh


def test_a_citation_on_one_page_is_enough(site):
    small.alter(site, "docs/data/line.yml", "fact: products", "fact: total")
    small.alter(site, "docs/train.en.md", "[More than 100 products](figures.md#products)", "")
    assert found(site, "fact-unused") == []


def test_a_text_of_a_table_or_a_graphic_is_enough(site):
    plant(site, "车。")
    plant(site, "Train.", "en")
    small.alter(site, "docs/data/measures.yml", "zh: 做,", 'zh: "做[100余种](figures.md#products)",')
    assert found(site, "fact-unused") == []
