"""What is drawn against the ledger: every mark is counted, and what is open stays open."""

import re
from datetime import date
from xml.etree import ElementTree as etree

import pytest

import small
from story import checks, graphics
from story.graphics.calendar import place
from story.graphics.pen import blocks, dots, ticks
from story.graphics.rows import Told
from story.language.wording import numeral
from story.pages.page import markers
from story.parts.fragments import render
from story.parts.setting import Setting
from story.tables.tables import load

TABLES = load(small.ROOT)
ALL = sorted(TABLES.graphics)
COUNTING = [name for name, entry in TABLES.graphics.items() if entry["kind"] in ("marks", "route")]
CERTAINTY = ("happened", "planned", "aimed")
both = pytest.mark.parametrize("lang", ["zh", "en"])


def draw(name, lang, tables=TABLES):
    return etree.fromstring(graphics.draw(tables.graphics[name], tables, lang))


def of(drawing, fact):
    """The elements that stand for a fact or an item of the background."""
    return [each for each in drawing.iter() if fact in (each.get("data-fact"), each.get("data-background"))]


def styled(drawing, kind):
    return [each for each in drawing.iter() if each.get("class") == f"story-graphic__{kind}"]


def strokes(path):
    """How many parts an outline has: it lifts the pen before each."""
    return len(re.findall("[Mm]", path.get("d")))


def marks(drawing, fact):
    """How many marks stand for a fact."""
    (element,) = of(drawing, fact)
    if element.tag == "path":
        return strokes(element)
    found = element.findall("i") or element.findall("span") or element.findall("path")[:1]
    return strokes(found[0]) if found and found[0].tag == "path" else len(found)


def words(drawing):
    return re.sub(r"\s+", " ", " ".join(drawing.itertext()))


@both
@pytest.mark.parametrize("name", COUNTING)
def test_as_many_marks_are_drawn_as_the_ledger_counts(name, lang):
    drawing = draw(name, lang)
    for row in TABLES.graphics[name]["rows"]:
        fact = TABLES.facts[row["fact"]]
        assert marks(drawing, fact["id"]) == (4 if fact["kind"] == "date" else fact["value"]), fact["id"]


@pytest.mark.parametrize("count", [1, 2, 52])
def test_a_strip_has_a_mark_for_each_and_none_beside_its_units(count):
    for paths in (ticks(count), dots(count), blocks(count)):
        assert len(paths) == count == "".join(paths).count("m") + 1
        assert all(path.startswith("m1") for path in paths[1:])


@both
def test_the_branch_is_twenty_and_six_and_no_group_is_drawn_whose_members_nobody_knows(lang):
    drawing = draw("members", lang)
    assert len(list(drawing.iter("i"))) == 20 + 6
    assert numeral(TABLES.facts["temp-branch-members"], lang) in words(styled(drawing, "total")[0])


def test_a_total_is_the_ledgers_and_that_of_its_rows_and_nothing_else_is_added():
    assert [name for name, entry in TABLES.graphics.items() if "total" in entry] == ["members"]
    total = TABLES.graphics["members"]["total"]
    assert sum(TABLES.facts[fact]["value"] for fact in total["over"]) == TABLES.facts[total["fact"]]["value"]


@both
@pytest.mark.parametrize(
    "name, sums",
    [("return-visit", {15, 16, 17}), ("activities", {82, 138, 150}), ("year-of-visits", {19, 69})],
)
def test_no_drawing_shows_a_sum_that_the_article_does_not_give(name, sums, lang):
    numbers = set(map(int, re.findall(r"\d+", words(draw(name, lang)))))
    assert numbers & sums == set() and len(numbers) >= 2


@both
@pytest.mark.parametrize("name", COUNTING)
def test_a_lower_bound_is_open_at_its_end_and_nothing_else_is(name, lang):
    facts = [TABLES.facts[row["fact"]] for row in TABLES.graphics[name]["rows"]]
    bounded = [fact["value"] for fact in facts if fact.get("bound")]
    drawing = draw(name, lang)
    assert len(styled(drawing, "open")) == len(bounded)
    assert [int(value) for value in re.findall(r"(\d+)[余+]", words(drawing))] == bounded


@both
def test_rows_of_times_have_one_scale(lang):
    strips = list(draw("activities", lang).iter("svg"))
    assert len(strips) == 4 and len({strip.get("viewBox") for strip in strips}) == 1
    assert all(stroke.get("d").startswith("M.5 0v1") for strip in strips for stroke in strip[:1])


@both
def test_the_fifty_days_end_on_the_ninth_of_july_and_claim_no_beginning(lang):
    drawing = draw("fitting-out", lang)
    (days,), (fray,), (stop,) = (
        of(drawing, "train-build-days"),
        styled(drawing, "open"),
        styled(drawing, "stop"),
    )
    first = float(re.match(r"M([\d.]+)", days.get("d"))[1])
    assert max(map(float, re.findall(r"M(-?[\d.]+)", fray.get("d")))) < first
    assert float(re.match(r"M([\d.]+)", stop.get("d"))[1]) > first + 49
    assert Told(TABLES.graphics["fitting-out"], TABLES, lang).said({"fact": "train-launch-date"}) in words(
        drawing
    )
    assert len(re.findall("20[0-9]{2}", words(drawing))) == 1


@both
def test_seven_fifty_and_twelve_are_one_route(lang):
    drawing = draw("year-of-visits", lang)
    assert [part.get("class") for part in drawing] == [
        f"story-graphic__{way}" for way in ("in", "line", "out")
    ]
    ends = [
        next(path for path in part.iter("path") if path.get("class") == "story-graphic__stop")
        for part in (drawing[0], drawing[2])
    ]
    assert [strokes(path) for path in ends] == [7, 12]


@both
def test_the_year_of_the_measures_has_52_12_and_1_on_one_calendar(lang):
    drawing, table = draw("rhythm", lang), TABLES.data["measures"]
    rows = styled(drawing, "row")
    assert len(rows) == len(table["rhythms"]) and drawing.get("role") == "group"
    for row, rhythm in zip(rows, table["rhythms"]):
        measures = [measure for measure in table["measures"] if measure["rhythm"] == rhythm["id"]]
        links = list(row.iter("a"))
        assert [link.get("href") for link in links] == [f"#{measure['fact']}" for measure in measures]
        assert [link.text for link in links] == [str(measure["number"]) for measure in measures]
        assert all(link.text in link.get("aria-label") for link in links)
        dotted = [link.get("class") == "story-graphic__sequel" for link in links]
        assert dotted == ["after" in measure for measure in measures]
        drawn = [strokes(path) for path in row.iter("path")]
        assert drawn == ([rhythm["times"] or 1] if "times" in rhythm else [])
    assert sorted({rhythm["times"] for rhythm in table["rhythms"] if rhythm.get("times")}) == [1, 12, 52]
    assert len(styled(drawing, "rail")) == 1 and len(styled(drawing, "months")[0]) == 12


@pytest.mark.parametrize("name", ALL)
def test_no_dot_covers_the_page_in_webkit(name):
    """It stretches one of no length with its strip: a red ellipse lay over the title of the next graphic."""
    outlines = [path.get("d") for path in draw(name, "zh").iter("path")]
    assert [outline for outline in outlines if re.search(r"[hv]0(?![\d.])", outline)] == []


def test_the_numbers_lead_to_the_measures_of_the_page_and_one_key_stands_for_a_sequel(built):
    for lang in ("", "en/"):
        page = small.page(built / lang / "measures/index.html")
        figure = re.search(r'<figure[^>]*id="graphic-rhythm".*?</figure>', page, re.S)[0]
        targets = re.findall(r'href="#(measure-[\w-]+)"', figure)
        assert len(targets) == 20 and all(page.count(f'id="{target}"') == 1 for target in targets)
        assert figure.count("story-graphic__sequel") == page.count('class="story-outcome"') > 0
    css = (small.ROOT / "docs/assets/stylesheets/graphics.css").read_text(encoding="utf-8")
    assert ".story-graphic__sequel::after, .story-outcome::before {" in css


@both
@pytest.mark.parametrize("name", [name for name in ALL if name != "rhythm"])
def test_every_row_is_drawn_in_words_of_the_tables(name, lang):
    drawing, told = draw(name, lang), Told(TABLES.graphics[name], TABLES, lang)
    for row in told.rows:
        assert of(drawing, row.get("fact") or row["background"]), row
    for row in (
        row for row in told.rows if row.get("group") in ("season", "campaign", "fair", "planned", "stop")
    ):
        assert told.said(row) in words(drawing)


@both
def test_line_s6_has_as_many_rings_as_stations_in_two_stretches(lang):
    drawing, background = draw("s6", lang), TABLES.background
    rings = [strokes(part.findall("path")[1]) for part in of(drawing, "s6-split")]
    assert rings == list(background["s6-split"]["parts"].values()) == [8, 5]
    assert sum(rings) == background["s6-stations"]["value"] == 13
    ends = background["s6-stations"]["names"]
    assert all(name[lang] in words(drawing) for name in ends)
    expected = (
        ("8座在南京", "5座在句容", "共13座", "约43.6公里", "2021年12月28日")
        if lang == "zh"
        else ("8 in Nanjing", "5 in Jurong", "13 stations", "about 43.6 km", "28 December 2021")
    )
    assert all(part in words(drawing) for part in expected)


@both
@pytest.mark.parametrize("name", ALL)
def test_only_background_is_marked_as_background(name, lang):
    figure = render("graphic", [name], Setting(TABLES, lang))
    label = {"zh": "背景，非原文内容", "en": "Background, not from the article"}[lang]
    assert (label in figure) is (name == "s6")
    assert ({"zh": "示意图，不是地图", "en": "Diagram, not a map"}[lang] in figure) is (name == "s6")
    assert ("data-fact" in figure) is (name not in ("s6", "rhythm"))


@both
def test_three_channels_leave_one_shop_in_lines_of_one_width(lang):
    drawing = draw("channels", lang)
    (ways,) = of(drawing, "store-sales-model")
    (strands,) = styled(ways, "strand")
    assert (
        strokes(strands)
        == len(TABLES.facts["store-sales-model"]["value"])
        == len(list(drawing.iter("li")))
        == 3
    )
    assert not re.search(r"\d", words(drawing))


@both
def test_only_what_has_a_season_or_a_date_stands_on_the_calendar(lang):
    drawing, told = draw("year-calendar", lang), Told(TABLES.graphics["year-calendar"], TABLES, lang)
    (below,) = styled(drawing, "undated")
    for row in told.rows:
        (mark,) = of(drawing, row["fact"])
        assert (mark in list(below.iter())) is (row["group"] in ("campaign", "fair"))
        if "months" in row:
            first, last = row["months"]
            assert mark.get("d").startswith(f"M{first - 1} 0h{last - first + 1}v1")
            named = [int(month) for month in re.findall(r"(\d+)月", TABLES.facts[row["fact"]]["note"]["zh"])]
            assert named and all(first <= month <= last for month in named)
    opened = date.fromisoformat(TABLES.facts["store-opening-date"]["value"])
    (mark,) = of(drawing, "store-opening-date")
    assert float(re.match(r"M([\d.]+)", mark.get("d"))[1]) == pytest.approx(place(opened), abs=0.01)


def test_a_day_stands_in_its_month():
    assert place(date(2024, 1, 1)) == pytest.approx(0.5 / 31)
    assert place(date(2024, 6, 21)) == pytest.approx(5 + 20.5 / 30)
    assert place(date(2024, 12, 31)) == pytest.approx(12 - 0.5 / 31)


@both
def test_visits_are_counted_in_lines(lang):
    drawing = draw("flow", lang)
    for name, count in (("invest-invitations", 6), ("danfeng-delegation-cities", 3)):
        (way,) = of(drawing, name)
        assert strokes(styled(way, "strand")[0]) == count
    cities = TABLES.facts["danfeng-delegation-cities"]["wording"][lang][1:]
    assert all(city in words(drawing) for city in cities)


@both
def test_three_line_styles_hold_the_right_facts(lang):
    drawing = draw("flow", lang)
    held = {
        part.get("class").removeprefix("story-graphic__"): [
            each.get("data-fact") for each in part.iter() if each.get("data-fact")
        ]
        for part in drawing.find("ol")
    }
    assert list(held) == list(CERTAINTY) and held == {
        "happened": ["agreement-date", "agreement-type"],
        "planned": ["fund-status", "fund-name"],
        "aimed": ["three-chains"] * 3 + ["fund-target-capital", "fund-target-base", "fund-target-wellness"],
    }


def test_three_line_styles_differ_in_the_style_sheet():
    css = (small.ROOT / "docs/assets/stylesheets/graphics.css").read_text(encoding="utf-8")
    assert all(
        f"__{kind} {{ border-style: {style}; }}" in css
        for kind, style in (("planned", "dashed"), ("aimed", "dotted"))
    )


@both
def test_the_train_has_a_panel_for_each_element_and_one_name_on_each(lang):
    panels = draw("train-elements", lang).findall(".//li")
    assert len(panels) == TABLES.facts["train-elements-count"]["value"]
    for panel in panels:
        assert "".join(panel.itertext()) == TABLES.facts[panel.get("data-fact")]["wording"][lang][0]


@pytest.mark.parametrize("name", ALL)
def test_every_graphic_stands_on_one_page_in_both_languages(name):
    pages, _ = checks.read_pages(small.ROOT)
    found = [
        page
        for page, read in pages.items()
        for kind, arguments, _ in markers(read.text)
        if kind == "graphic" and name in arguments
    ]
    assert (
        len(found) == 2
        and sorted(page.replace(".en.md", ".md") for page in found)
        == [min(found).replace(".en.md", ".md")] * 2
    )


@both
@pytest.mark.parametrize("name", ALL)
def test_a_graphic_is_small_named_and_leaves_colours_and_type_to_the_style_sheet(name, lang):
    drawing = draw(name, lang)
    assert drawing.get("aria-labelledby") == f"{name}-title"
    assert drawing.get("aria-describedby") == f"{name}-caption"
    assert drawing.get("role") == ("group" if drawing.find(".//a") is not None else "img")
    assert len(etree.tostring(drawing)) < 4500
    assert not [
        each for each in drawing.iter() if {"style", "stroke", "fill", "font-size", "id"} & set(each.keys())
    ]
    assert not list(drawing.iter("text")), "words are HTML, so that they wrap and grow"


GRAPHICS = """
    graphics:
    - id: goods
      kind: KIND
      title: {zh: 货, en: Goods}
      caption: {zh: 一道一种。, en: One stroke each.}
      rows: [{fact: products, HOW, label: {zh: 产品, en: products}}]
    """


def goods(site, kind, how, **changes):
    ledger = small.FILES["docs/data/facts.yml"]
    for old, new in changes.values():
        assert old in ledger
        ledger = ledger.replace(old, new)
    small.put(site, "docs/data/facts.yml", ledger)
    small.put(site, "docs/data/graphics.yml", GRAPHICS.replace("KIND", kind).replace("HOW", how))
    return draw("goods", "en", load(site))


@pytest.mark.parametrize(
    "kind, how", [("marks", "shape: time"), ("marks", "shape: person"), ("route", "way: line")]
)
def test_another_number_in_the_ledger_is_another_number_of_marks_and_an_exact_one_closes_the_end(
    site, kind, how
):
    opened = goods(site, kind, how)
    assert len(styled(opened, "open")) == 1 and "100+" in words(opened)
    fewer = goods(
        site, kind, how, value=("value: 100", "value: 37"), bound=("          bound: at_least\n", "")
    )
    assert styled(fewer, "open") == [] and "37+" not in words(fewer)
    assert marks(fewer, "products") == 37


def test_items_of_a_list_are_the_last_wordings_in_their_order():
    for graphic in TABLES.data["graphics"]["graphics"]:
        for row in graphic.get("rows", []):
            if "item" in row or row.get("way") == "out" and graphic["kind"] == "flow":
                fact = TABLES.facts[row["fact"]]
                assert fact["wording"]["zh"][-len(fact["value"]) :] == fact["value"]
                assert len(fact["wording"]["en"]) > len(fact["value"])
