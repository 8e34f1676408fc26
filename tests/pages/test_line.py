import small
from story.pages.chapters import page_titles
from story.pages.line import stops
from story.tables.tables import load

TABLES = load(small.ROOT)


def stops_in(lang):
    return stops(TABLES, lang, page_titles(small.ROOT, lang))


def test_six_stops_in_the_order_of_the_story():
    assert [stop["page"] for stop in stops_in("zh")] == [
        "party-building",
        "measures",
        "train",
        "store",
        "investment",
        "exchange",
    ]
    assert [stop["number"] for stop in stops_in("en")] == [1, 2, 3, 4, 5, 6]


def test_a_lower_bound_is_not_shown_as_exact():
    value = TABLES.facts["store-products"]["value"]
    assert {stop["fact"]: stop["figure"] for stop in stops_in("zh")}["store-products"] == f"{value}余"
    assert {stop["fact"]: stop["figure"] for stop in stops_in("en")}["store-products"] == f"{value}+"


def test_the_figure_follows_the_ledger(tmp_path):
    site = small.make(tmp_path)
    facts = site / "docs/data/facts.yml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("value: 100\n", "value: 130\n"), encoding="utf-8"
    )
    assert [stop["figure"] for stop in stops(load(site), "en", {})] == ["130+"]
