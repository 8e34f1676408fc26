"""Signs that turn the words behind them around."""

import pytest

import planted
import small
from story.checks.rules import hidden_direction

RULE = hidden_direction.RULE.id
SIGNS = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_direction_is_found_at_its_place_and_removed(site, sign):
    planted.plant(site, f"合计`{sign}1788`万元。")
    (finding,) = planted.found(site, RULE)
    assert (finding.line, finding.column) == (planted.BODY_LINE, 4) and f"U+{ord(sign):04X}" in finding.zh
    assert sign not in finding.zh + finding.en
    assert planted.fixed(hidden_direction, f"合计{sign}1788万元。") == "合计1788万元。"


def test_a_sign_in_any_field_of_a_table_is_found(site):
    small.alter(site, "docs/data/glossary.yml", "address: example.org", "address: example.\u202egro")
    (finding,) = planted.found(site, RULE)
    assert (finding.path, finding.line) == ("docs/data/glossary.yml", 10)
