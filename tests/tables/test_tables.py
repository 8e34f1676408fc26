"""What an editor is told when a table breaks its schema."""

import pytest

import small
from story.findings import Faults
from story.tables.tables import load

FACT = "docs/data/facts.yml"
LINES = small.FILES[FACT]


def faults(site, text):
    small.put(site, FACT, text)
    with pytest.raises(Faults) as caught:
        load(site)
    return caught.value.findings


def test_a_missing_field_names_the_entry_and_gives_an_example(site):
    (finding,) = faults(site, LINES.replace("          source: P02\n", ""))
    assert (finding.line, finding.rule) == (2, "schema")
    assert "total" in finding.zh and "source" in finding.zh and "P12" in finding.zh


def test_a_misspelt_field_is_placed_where_it_stands_and_the_right_one_is_offered(site):
    found = faults(site, LINES.replace("source: P02", "sorce: P02"))
    misspelt = next(finding for finding in found if "sorce" in finding.zh)
    assert misspelt.line == 9 and "是不是想写 source" in misspelt.zh and "Did you mean source" in misspelt.en


def test_an_unknown_kind_lists_the_known_ones(site):
    (finding,) = faults(site, LINES.replace("kind: money", "kind: mony"))
    assert finding.line == 3 and "是不是想写 money" in finding.zh


def test_an_empty_field_says_so(site):
    (finding,) = faults(site, LINES.replace("value: 17880000", "value:"))
    assert finding.line == 4 and "空的" in finding.zh


def test_a_figure_without_unit_is_refused(site):
    found = faults(site, LINES.replace("          unit: {zh: 元, en: yuan}\n", ""))
    assert any("unit" in finding.zh for finding in found)


def test_one_language_alone_is_refused(site):
    (finding,) = faults(site, LINES.replace("{zh: 元, en: yuan}", "{zh: 元}"))
    assert finding.line == 5 and "en" in finding.zh


def test_two_entries_of_one_id_name_the_first(site):
    (finding,) = faults(site, LINES.replace("- id: products", "- id: total"))
    assert finding.line == 11 and "第 2 行" in finding.zh


def test_a_full_width_colon_is_recognised(site):
    (finding,) = faults(site, LINES.replace("          kind: money\n", "          kind：money\n"))
    assert finding.rule == "yaml" and "全角" in finding.zh


def test_a_table_that_is_missing_is_named(site):
    (site / "docs/data/timeline.yml").unlink()
    with pytest.raises(Faults) as caught:
        load(site)
    assert caught.value.findings[0].path == "docs/data/timeline.yml"


def test_a_table_that_is_not_utf8_is_named(site):
    small.put(site, FACT, LINES.encode("gb18030"))
    with pytest.raises(Faults) as caught:
        load(site)
    assert caught.value.findings[0].rule == "encoding"


def test_an_edit_is_seen_without_a_restart(site):
    before = load(site)
    assert load(site) is before
    small.put(site, FACT, LINES.replace("17880000", "17880001"))
    assert load(site).facts["total"]["value"] == 17880001


def test_a_quotation_mark_that_is_never_closed_is_placed_where_it_opens(site):
    text = LINES.replace("zh: 牵头和参与的都算。, en: Led or joined in.", "zh: 都算, en: Led").replace(
        "        - id: products", "          # 'x\n        - id: products", 1
    )
    text = text.replace(
        "wording: {zh: [1788万元], en: [17.88 million yuan]}",
        "wording:\n            zh: ['1788万元']\n            en: [17.88 million yuan]",
    )
    (finding,) = faults(site, text.replace("value: 17880000", "value: '17880000"))
    assert (
        (finding.rule, finding.line, finding.column) == ("yaml", 4, 10)
        and "第4行的引号没有收尾" in finding.zh
        and "never closed" in finding.en
    )


def test_a_sentence_on_several_lines_is_no_open_quotation_mark(site):
    (finding,) = faults(
        site,
        LINES.replace("kind: money", "kind: 'mo\n            ney'").replace("source: P02", "source: [P02"),
    )
    assert finding.line > 5 and "没有收尾" not in finding.zh


def test_a_colon_and_a_space_in_a_sentence(site):
    (finding,) = faults(
        site,
        LINES.replace("unit: {zh: 元, en: yuan}", "unit:\n            zh: 元\n            en: money: yuan"),
    )
    assert finding.line == 7 and "冒号加空格，要整句放进引号" in finding.zh


def test_an_empty_list_left_above_its_entries(site):
    small.put(site, "docs/data/photos.yml", "photos: []\n# one\n- id: shop\n")
    with pytest.raises(Faults) as caught:
        load(site)
    assert "上面的 `photos: []` 要换成 `photos:`" in caught.value.findings[0].zh


def test_a_comma_in_a_sentence_that_is_not_quoted(site):
    finding = next(
        finding
        for finding in faults(site, LINES.replace("en: Led or joined in.", "en: Led, or joined in."))
        if "or joined in." in finding.zh
    )
    assert "这一句里有逗号，要整句放进单引号" in finding.zh and ": “or joined" in finding.en


def test_a_link_in_a_field_of_plain_text_is_refused(site):
    """It would be printed with its brackets. A field that may cite facts may hold one."""
    (finding,) = faults(site, LINES.replace("en: Led or joined in.", "en: 'Led, see [this](train.md).'"))
    assert (finding.line, finding.rule) == (8, "schema")
    assert (
        "条目 total 的 note.en 里写了链接" in finding.zh
        and "Entry total, note.en: holds a link" in finding.en
    )
    small.put(site, FACT, LINES)
    small.alter(site, "docs/data/timeline.yml", "en: It opens", "en: '[It](train.md) opens'")
    assert load(site).data["timeline"]["entries"][0]["text"]["en"] == "[It](train.md) opens"
