import csv
import io
import json

import small
from story.site.downloads import figures_csv, figures_json
from story.tables.tables import load


def test_excel_knows_the_csv_for_utf8_and_every_figure_is_a_row(site):
    text = figures_csv(load(site), "zh")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [row["编号"] for row in rows] == ["total", "products"]
    assert rows[0]["值"] == "17880000" and rows[0]["单位"] == "元"
    assert rows[1]["界限"] == "at_least"


def test_the_english_csv_has_english_headings_and_words(site):
    row = next(csv.DictReader(io.StringIO(figures_csv(load(site), "en").lstrip("\ufeff"))))
    assert row["As written"] == "17.88 million yuan" and row["Unit"] == "yuan"


def test_the_json_explains_every_field_it_holds_in_both_languages(site):
    document = json.loads(figures_json(load(site), {"version": "2026-01-02"}))
    used = {key for fact in document["facts"] for key in fact}
    assert used <= set(document["dictionary"]) and document["version"] == "2026-01-02"
    assert all(set(entry["description"]) == {"zh", "en"} for entry in document["dictionary"].values())


def test_no_word_begins_a_formula_in_a_spreadsheet(site):
    small.alter(site, "docs/data/facts.yml", "元, en: yuan", "'=HYPERLINK(1)', en: '@SUM(1)'")
    rows = [next(csv.DictReader(io.StringIO(figures_csv(load(site), lang)))) for lang in ("zh", "en")]
    assert [row.get("单位") or row.get("Unit") for row in rows] == ["'=HYPERLINK(1)", "'@SUM(1)"]
