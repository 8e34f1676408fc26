"""The real pages and tables: the site's own words are under test."""

import re
import subprocess
import sys
from collections import Counter

import pytest
from num2words import num2words

import small
from story import checks
from story.pages.links import citations
from story.pages.page import markers, standfirst
from story.pages.twins import recorded
from story.parts.fragments import ARGUMENTS
from story.tables.tables import FIGURES, load

ROOT = small.ROOT
TABLES = load(ROOT)
PAGES, _ = checks.read_pages(ROOT)
CHAPTERS = ("party-building", "measures", "train", "store", "investment", "exchange")
HAN_NUMBERS = {
    1: "一",
    3: "三",
    4: "四",
    5: "五",
    6: "六",
    7: "七",
    12: "十二",
    20: "二十",
    26: "二十六",
    30: "三十",
    50: "五十",
    68: "六十八",
    100: "一百",
}


def cited(page: str, lang: str) -> set[str]:
    name = "index" if page == "home" else page
    text = PAGES[f"docs/{name}{'.en' if lang == 'en' else ''}.md"].text
    return {citation.fact for citation in citations(text)} | drawn(text)


def drawn(text: str) -> set[str]:
    """Facts that a page shows through its generated parts."""
    names = {name for name, _, _ in markers(text)}
    facts = (
        {measure["fact"] for measure in TABLES.data["measures"]["measures"]} if "measures" in names else set()
    )
    return facts | (
        {photo["fact"] for photo in TABLES.data["photos"]["photos"] if "fact" in photo}
        if "photos" in names
        else set()
    )


def test_there_are_no_findings():
    checks.run(ROOT)


def test_the_ledger_holds_all_facts_and_the_glossary_all_terms():
    captions = [photo for photo in TABLES.data["photos"]["photos"] if "source" in photo]
    assert len(TABLES.facts) >= 179 and len(TABLES.terms) >= 60
    assert len(TABLES.data["measures"]["measures"]) == 20 and len(captions) == 7
    assert len(TABLES.paragraphs) == 44


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", sorted({fact["page"] for fact in TABLES.facts.values()}))
def test_every_fact_is_told_on_its_own_page(page, lang):
    own = {fact["id"] for fact in TABLES.facts.values() if fact["page"] == page}
    assert own - cited(page, lang) == set()


@pytest.mark.parametrize("page", CHAPTERS)
def test_twins_have_the_same_headings_and_generated_parts(page):
    def skeleton(name):
        text = PAGES[name].text
        return re.findall(r"^#+ .*\{ #([\w-]+) \}$", text, re.M), [part[:2] for part in markers(text)]

    assert skeleton(f"docs/{page}.md") == skeleton(f"docs/{page}.en.md")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_heading_has_an_id_of_its_own_and_every_page_a_standfirst(name):
    text = PAGES[name].text
    assert re.findall(r"^##+ (?!.*\{ #[\w-]+ \}$).*$", text, re.M) == []
    assert 20 <= len(standfirst(text.split("---", 2)[2])) <= 400


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_has_two_to_five_sections_and_a_quotation(page):
    for suffix in ("", ".en"):
        text = PAGES[f"docs/{page}{suffix}.md"].text
        assert 2 <= len(re.findall(r"^## ", text, re.M)) <= 5
        assert re.search(r"^> .*“", text, re.M)


def spelt(value: int) -> set[str]:
    return {
        str(value),
        f"{value:,}",
        num2words(value).replace(" and ", " "),
        num2words(value, ordinal=True),
        HAN_NUMBERS.get(value, "–"),
    }


@pytest.mark.parametrize(
    "fact",
    [fact for fact in TABLES.facts.values() if fact["kind"] in FIGURES and isinstance(fact["value"], int)],
    ids=lambda fact: fact["id"],
)
def test_every_wording_of_a_figure_says_its_value_and_its_bound(fact):
    spellings = (
        spelt(fact["value"]) | {"1788万", "17.88 million", "three decades", "a year"}
        if fact["value"] == 17880000
        else spelt(fact["value"])
    )
    for lang, bound in (("zh", r"余|多"), ("en", r"more than|over")):
        for words in fact["wording"][lang]:
            low = words.lower().replace("a hundred", "one hundred").replace("three decades", "thirty")
            assert any(spelling in low for spelling in spellings) or low.startswith(
                ("one ", "a ", "single")
            ), words
            assert not fact.get("bound") or re.search(bound, low), words


def test_no_figure_is_a_lower_bound_by_accident():
    bounded = {fact["id"] for fact in TABLES.facts.values() if fact.get("bound")}
    assert bounded == {
        "party-group-sessions",
        "trainings-attended",
        "train-build-days",
        "store-products",
        "exchange-events",
    }


def test_the_measures_are_grouped_as_they_are_counted():
    rhythms = Counter(measure["rhythm"] for measure in TABLES.data["measures"]["measures"])
    assert rhythms == {
        "standing": 13,
        "monthly": 2,
        "each-once": 2,
        "each-month": 1,
        "each-week": 1,
        "always": 1,
    }
    sequels = [measure["number"] for measure in TABLES.data["measures"]["measures"] if "after" in measure]
    assert sequels == [3, 4, 7, 14, 16, 20], "those that the article tells a sequel of"


def test_no_page_adds_what_the_source_does_not_add():
    for name, page in PAGES.items():
        assert not re.search(r"11\s?篇|十一篇|11 reports|eleven reports|150余|more than 150", page.text), name


def test_interface_words_are_all_there_and_all_used():
    kinds = ".html", ".xhtml", ".opf"
    paths = [path for path in (ROOT / "overrides").rglob("*.*") if path.suffix in kinds]
    templates = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    known = set(TABLES.data["strings"])
    used = set(re.findall(r"\bt\.(\w+)", templates)) | set(re.findall(r"\bboth\.(\w+)", templates))
    used |= {key for key in known if f'["{key}"]' in code or f': "{key}"' in code}
    scripts = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/javascripts").rglob("*.js")
    )
    used |= {
        f"{tool}_{word}"
        for word in re.findall(r"'(\w+)'", scripts)
        for tool in (
            "find",
            "search",
            "aloud",
            "reading",
            "share",
            "load",
            "both",
            "lightbox",
            "notes",
            "entry",
        )
    } & known
    prefixes = ("kind_", "result_", "box_")
    assert used - known == set()
    assert {key for key in known - used if not key.startswith(prefixes)} == set()


def test_every_marker_has_its_template():
    for name in ARGUMENTS:
        assert (ROOT / "overrides" / "fragments" / f"{name}.html").exists()


def test_the_manual_of_the_tables_is_up_to_date():
    result = subprocess.run(
        [sys.executable, "scripts/manual.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout


def test_chinese_has_no_half_width_punctuation_between_han():
    for name, page in PAGES.items():
        if page.lang == "zh":
            body = re.sub(r"\]\([^)]*\)|<!--.*?-->|`[^`]*`|\{ #[\w-]+ \}", "", page.text)
            assert re.findall(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", body) == [], name


def test_every_page_knows_how_its_twin_stood():
    assert [shown for shown, page in PAGES.items() if recorded(page.text) is None] == []
