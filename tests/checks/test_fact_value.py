"""A wording that says another number or day than the value is found; one that says it in words is not."""

import pytest
import small
from planted import found

LEDGER = small.FILES["docs/data/facts.yml"]


@pytest.mark.parametrize("right, wrong, line, words", [
    ("value: 17880000", "value: 17880001", 6, "1788万元"), ("zh: [1788万元]", "zh: [1788元]", 6, "1788元"), ("en: [17.88 million yuan]", "en: [18.88 million yuan]", 6, "18.88 million"),
    ("'2024-06-21'", "'2024-06-22'", 23, "2024年6月21日"), ("en: [21 June 2024]", "en: [21 June 2025]", 23, "21 June 2025"),
])
def test_a_number_or_a_day_that_differs(site, right, wrong, line, words):
    assert right in LEDGER
    small.put(site, "docs/data/facts.yml", LEDGER.replace(right, wrong))
    finding = found(site, "fact-value")[0]
    assert (finding.path, finding.line) == ("docs/data/facts.yml", line) and words in finding.zh and words in finding.en


@pytest.mark.parametrize("right, wrong", [("zh: [1788万元]", "zh: [17880000元, 一千七百八十八万元]"), ("zh: [100余种]", "zh: [一百多种, 这些货]"), ("zh: [2024年6月21日]", "zh: [6月21日, 六月二十一日]")])
def test_other_words_for_the_same(site, right, wrong):
    assert right in LEDGER
    small.put(site, "docs/data/facts.yml", LEDGER.replace(right, wrong))
    assert found(site, "fact-value") == []
