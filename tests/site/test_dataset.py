"""The ledger as data: read by the library that others read it with, and described as search engines ask."""

import csv
import io
import json
import re
import shutil

import frictionless
import pytest

import small
from screens import DATA
from story.site import dataset
from story.tables.tables import load

TABLES = load(small.ROOT)
SITE_URL = "https://shangluo-nanjing.example.org/"
PAGES = pytest.mark.parametrize("address", DATA)


def faults(folder) -> list[str]:
    """What the library finds wrong with the package there and with every row of its files."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [f"{place}: {words}" for place, words in report.flatten(["name", "message"])]


def rows(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def html(built, address: str) -> str:
    return small.page(built / address / "index.html")


def json_ld(built, address: str) -> dict:
    whole = json.loads(re.search(r'ld\+json">(.*?)</script>', html(built, address), re.S)[1])
    (found,) = [part for part in whole["@graph"] if part["@type"] == "Dataset"]
    return found


@pytest.fixture
def copied(built, tmp_path):
    """The files of the data alone, to be spoilt."""
    for name in ("datapackage.json", "ledger.csv", "figures.json", "figures.csv", "en/figures.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(built / name, tmp_path / name)
    return tmp_path


def test_package_and_every_row_are_valid_and_what_is_not_is_found(copied):
    assert faults(copied) == []
    for name, before, after, said in (
        ("ledger.csv", "\r\ngroup-ordinal,count,", "\r\ngroup-ordinal,amount,", "enum"),
        ("ledger.csv", "\r\ngroup-name,", "\r\nGroup Name,", "pattern"),
        ("figures.csv", "编号,", "编码,", "编码"),
        ("figures.json", '"kind": "count"', '"kind": "amount"', "enum"),
    ):
        path = copied / name
        whole = path.read_bytes()
        path.write_bytes(whole.replace(before.encode(), after.encode(), 1))
        assert any(said in each for each in faults(copied)), (name, after)
        path.write_bytes(whole)
    (copied / "ledger.csv").write_bytes((copied / "ledger.csv").read_bytes() + b"\r\n")
    assert any("byte count" in each for each in faults(copied)), "a file that is not the one described"


def test_a_table_holds_every_entry_in_both_languages_under_names_that_stay(site):
    small.alter(site, "docs/data/facts.yml", "value: '04'", "value: [04版, 四版]\n          open: true")
    made = dataset.make(load(site), SITE_URL).files["ledger.csv"]
    found = {row["id"]: row for row in rows(made)}
    assert made.startswith("\ufeff"), "else Excel takes it for a Western encoding"
    assert list(found) == [*load(site).facts]
    total, page = found["total"], found["source-page-number"]
    assert (total["value"], total["unit_zh"], total["unit_en"]) == ("17880000", "元", "yuan")
    assert (total["wording_zh"], total["wording_en"]) == ("1788万元", "17.88 million yuan")
    assert (page["value"], page["open"], total["open"]) == ("04版; 四版", "true", "")


def test_a_correction_is_told_to_those_who_have_the_data(site):
    """The day of the version is the last on which a page changed, or an entry."""
    assert dataset.version(load(site)) == "2026-01-02"
    words = "was: {zh: 一, en: One}, now: {zh: 二, en: Two}, why: {zh: 错, en: Wrong}"
    entry = f"{{date: '2026-03-04', page: train, {words}}}"
    small.put(site, "docs/data/corrections.yml", f"corrections: [{entry}]\n")
    made = dataset.make(load(site), SITE_URL).files
    told = json.loads(made["figures.json"])
    assert told["version"] == json.loads(made["datapackage.json"])["version"] == "2026-03-04"
    assert [each["now"]["en"] for each in told["corrections"]] == ["Two"]


@PAGES
def test_search_engines_learn_all_that_they_ask_of_a_dataset(built, address):
    """Google Search Central, “Dataset structured data”: what is required, and what is recommended."""
    found = json_ld(built, address)
    assert found["name"] and 50 <= len(found["description"]) <= 5000
    assert {"creator", "license", "url", "identifier", "isAccessibleForFree", "temporalCoverage"} <= set(
        found
    )
    assert {"spatialCoverage", "variableMeasured", "version", "distribution", "dateModified"} <= set(found)
    assert {each["propertyID"] for each in found["variableMeasured"]} == set(TABLES.fields)
    for file in found["distribution"]:
        path = built / file["contentUrl"].removeprefix(SITE_URL)
        assert file["contentSize"] == f"{path.stat().st_size} B" and file["encodingFormat"]


@PAGES
def test_the_page_offers_each_file_explains_each_field_and_says_how_to_cite(built, address):
    page = html(built, address)
    for file in json_ld(built, address)["distribution"]:
        assert re.search(rf'<a download[^>]* href="[./]*{file["name"]}"|href="[./]*{file["name"]}"', page)
    assert re.findall(r"<th scope=\"row\"><code>(\w+)</code>", page) == list(TABLES.fields)
    assert "从商洛到南京. 挂职一年的总账[DS/OL]. (20" in page
    assert "From Shangluo to Nanjing. “A ledger of a year on secondment.” Data set, version of" in page
    assert "@misc{" in page and f"url = {{{SITE_URL}{address}}}" in page
