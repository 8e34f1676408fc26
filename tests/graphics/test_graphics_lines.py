"""The graphics of the train, the store and the investment: what is drawn is what the tables hold."""

import re
from datetime import date
from math import atan2, degrees
from xml.etree import ElementTree as etree

import pytest

import small
from story import graphics
from story.graphics.rows import Told
from story.parts.fragments import render
from story.tables.tables import load

TABLES = load(small.ROOT)
IDS = ("train-elements", "s6", "channels", "year-calendar", "flow")
CALENDAR = Told(TABLES.graphics["year-calendar"], TABLES, "zh")
both = pytest.mark.parametrize("lang", ["zh", "en"])
CERTAINTY = ("happened", "planned", "aimed")


def svg(name: str, lang: str) -> etree.Element:
    return etree.fromstring(graphics.draw(TABLES.graphics[name], TABLES, lang))


def marks(drawing: etree.Element, name: str) -> list[etree.Element]:
    """Everything that says it stands for this fact or item of the background."""
    return [
        element
        for element in drawing.iter()
        if name in (element.get("data-fact"), element.get("data-background"))
    ]


def text(element: etree.Element) -> list[str]:
    """The lines of words drawn."""
    return ["".join(line.itertext()) for line in element.iter("text")]


def joined(lines: list[str], lang: str) -> str:
    return ("" if lang == "zh" else " ").join(lines)


def classes(element: etree.Element) -> str:
    return element.get("class", "")


@both
@pytest.mark.parametrize("name", IDS)
def test_every_row_is_drawn_in_words_of_the_tables(name, lang):
    drawing, graphic = svg(name, lang), TABLES.graphics[name]
    for row in graphic["rows"]:
        assert marks(drawing, row.get("fact") or row["background"]), row
        if "fact" in row and row.get("way") != "out":
            assert Told(graphic, TABLES, lang).said(row) in joined(text(drawing), lang)


@both
def test_the_train_has_a_panel_for_each_element_and_one_name_on_each(lang):
    drawing = svg("train-elements", lang)
    panels = [element for element in drawing.iter("rect") if element.get("data-fact")]
    assert (
        len(panels)
        == TABLES.facts["train-elements-count"]["value"]
        == len({panel.get("data-fact") for panel in panels})
    )
    names = [TABLES.facts[panel.get("data-fact")]["wording"][lang][0] for panel in panels]
    assert joined(text(drawing), lang) == joined(names, lang)


@both
def test_line_s6_has_as_many_rings_as_stations_in_two_stretches(lang):
    drawing, background = svg("s6", lang), TABLES.background
    rings = [
        len(list(stretch.iter("circle"))) for stretch in marks(drawing, "s6-split") if stretch.tag == "g"
    ]
    assert rings == list(background["s6-split"]["parts"].values()) == [8, 5]
    assert sum(rings) == background["s6-stations"]["value"] == 13
    across = [float(ring.get("cx")) for ring in drawing.iter("circle")]
    assert across == sorted(across) and len(set(across)) == 13


@both
def test_line_s6_says_what_its_numbers_are_and_names_its_two_ends_only(lang):
    words, background = " ".join(text(svg("s6", lang))), TABLES.background
    ends = background["s6-stations"]["names"]
    assert all(name[lang] in words and name[lang] in background["s6-stations"]["text"][lang] for name in ends)
    expected = (
        ("8座在南京", "5座在句容", "共13座", "约43.6公里", "2021年12月28日")
        if lang == "zh"
        else ("8 in Nanjing", "5 in Jurong", "13 stations", "about 43.6 km", "28 December 2021")
    )
    assert all(part in words for part in expected)


@both
def test_parts_of_the_background_are_numbers_of_its_text(lang):
    spelt = {"zh": {8: "8座", 5: "5座"}, "en": {8: "Eight", 5: "five"}}[lang]
    assert all(
        spelt[part] in TABLES.background["s6-split"]["text"][lang]
        for part in TABLES.background["s6-split"]["parts"].values()
    )


@both
@pytest.mark.parametrize("name", IDS)
def test_only_background_is_marked_as_background(name, lang):
    figure = render("graphic", [name], lang, TABLES)
    label = {"zh": "背景，非原文内容", "en": "Background, not from the article"}[lang]
    assert (label in figure) is (name == "s6")
    assert ({"zh": "示意图，不是地图", "en": "Diagram, not a map"}[lang] in figure) is (name == "s6")
    if name == "s6":
        assert "data-fact" not in figure and all(
            TABLES.background[row["background"]]["source"][lang] in figure
            for row in TABLES.graphics[name]["rows"]
        )


@both
def test_three_channels_leave_one_shop_in_lines_of_one_width(lang):
    drawing = svg("channels", lang)
    ways = marks(drawing, "store-sales-model")
    assert len(ways) == len(TABLES.facts["store-sales-model"]["value"]) == 3
    assert len({classes(way) for way in ways}) == 1 and not any(way.get("stroke-width") for way in ways)
    assert len(marks(drawing, "store-name")) == 1
    assert not re.search(r"\d", "".join(text(drawing)))


@both
def test_the_year_holds_three_festivals_three_campaigns_and_two_fairs(lang):
    drawing = svg("year-calendar", lang)
    drawn = [element.get("data-fact") for element in drawing.iter() if element.get("data-fact")]
    assert len(drawn) == len(set(drawn)) == 9
    assert [
        sum(name.startswith(kind) for name in drawn)
        for kind in ("festival-", "campaign-", "fair-", "store-opening")
    ] == [3, 3, 2, 1]
    held = {name for name in TABLES.facts if name.startswith(("festival-", "campaign-", "fair-"))} - {
        "campaign-partners"
    }
    assert held == set(drawn) - {"store-opening-date"}


@both
def test_only_what_has_a_season_or_a_date_stands_on_the_ring(lang):
    drawing = svg("year-calendar", lang)
    lane = next(element for element in drawing.iter("rect") if "undated" in classes(element))
    for name in ("campaign", "fair"):
        for row in CALENDAR.group(name):
            (mark,) = marks(drawing, row["fact"])
            assert mark.tag == "circle" and float(mark.get("cy")) > float(lane.get("y"))
            assert row["fact"].startswith(name) and "months" not in row


@both
def test_the_opening_stands_at_its_day_of_the_year(lang):
    drawing, opened = (
        svg("year-calendar", lang),
        date.fromisoformat(TABLES.facts["store-opening-date"]["value"]),
    )
    (mark,) = marks(drawing, "store-opening-date")
    middle = next(element for element in drawing.iter("circle") if "band" in classes(element))
    x, y = (float(mark.get(key)) - float(middle.get(key)) for key in ("cx", "cy"))
    assert degrees(atan2(x, -y)) % 360 == pytest.approx(360 * opened.timetuple().tm_yday / 366, abs=1)


def test_festivals_lie_in_the_months_that_the_ledger_gives_for_that_year():
    for row in CALENDAR.group("season"):
        first, last = row["months"]
        named = [int(month) for month in re.findall(r"(\d+)月", TABLES.facts[row["fact"]]["note"]["zh"])]
        assert named and all(first <= month <= last for month in named)


@both
def test_visits_are_counted_in_lines(lang):
    drawing = svg("flow", lang)
    (inward,) = marks(drawing, "invest-invitations")
    (outward,) = marks(drawing, "danfeng-delegation-cities")
    assert len(list(inward.iter("path"))) == TABLES.facts["invest-invitations"]["value"] == 6
    assert len(list(outward.iter("path"))) == len(TABLES.facts["danfeng-delegation-cities"]["value"]) == 3
    cities = TABLES.facts["danfeng-delegation-cities"]["wording"][lang][1:]
    assert all(city in text(drawing) for city in cities)


@both
def test_three_line_styles_hold_the_right_facts(lang):
    drawing = svg("flow", lang)
    held = {certainty: [] for certainty in CERTAINTY}
    for element in drawing.iter("g"):
        if element.get("data-fact"):
            held[classes(element).removeprefix("story-graphic__")].append(element.get("data-fact"))
    assert held == {
        "happened": [
            "invest-invitations",
            "danfeng-delegation-cities",
            "invest-place-danfeng",
            "agreement-type",
        ],
        "planned": ["fund-name"],
        "aimed": ["three-chains"] * 3 + ["fund-target-capital", "fund-target-base", "fund-target-wellness"],
    }


def test_nothing_planned_or_aimed_at_is_drawn_as_happened():
    for row in TABLES.graphics["flow"]["rows"]:
        hoped = row["fact"].startswith("fund-") or row["fact"] == "three-chains"
        assert (row["group"] == "happened") is not hoped, row
    assert TABLES.facts["fund-status"]["value"] == "planned" and {
        row["group"] for row in TABLES.graphics["flow"]["rows"] if row["fact"] in ("fund-status", "fund-name")
    } == {"planned"}


@both
def test_the_words_for_certainty_stand_at_the_lines_in_order(lang):
    drawing, labels = (
        svg("flow", lang),
        {item["id"]: item["label"][lang] for item in TABLES.graphics["flow"]["groups"]},
    )
    found = {"".join(line.itertext()): float(line.get("y")) for line in drawing.iter("text")}
    heights = [found[labels[certainty]] for certainty in CERTAINTY]
    assert heights == sorted(heights) and len(set(heights)) == 3


def test_three_line_styles_differ_in_the_style_sheet():
    css = (small.ROOT / "docs/assets/stylesheets/graphics.css").read_text(encoding="utf-8")
    rules = {
        certainty: re.search(rf"\.story-graphic__{certainty} :is\(path, rect\) {{([^}}]*)}}", css)[1]
        for certainty in CERTAINTY
    }
    dashes = [re.search(r"stroke-dasharray: ([^;]*)", rule) for rule in rules.values()]
    assert dashes[0] is None and dashes[1][1] != dashes[2][1]


@both
@pytest.mark.parametrize("name", IDS)
def test_a_drawing_is_small_named_and_keeps_its_ids_to_itself(name, lang):
    drawing = svg(name, lang)
    assert drawing.get("role") == "img" and drawing.get("aria-labelledby") == f"{name}-title"
    ids = [element.get("id") for element in drawing.iter() if element.get("id")]
    assert all(item.startswith(f"{name}-") for item in ids) and len(ids) == len(set(ids))
    assert len(etree.tostring(drawing)) < 9000 and not any(
        element.get(key) for element in drawing.iter() for key in ("stroke", "style")
    )


def test_items_of_a_list_are_the_last_wordings_in_their_order():
    for graphic in TABLES.data["graphics"]["graphics"]:
        for row in graphic.get("rows", []):
            if "item" in row or row.get("way") == "out":
                fact = TABLES.facts[row["fact"]]
                assert fact["wording"]["zh"][-len(fact["value"]) :] == fact["value"]
                assert len(fact["wording"]["en"]) > len(fact["value"])
