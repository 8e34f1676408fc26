"""What is drawn against the ledger: marks are counted, bars are measured, and what is open stays open."""

import re
from xml.etree import ElementTree as etree

import pytest

import small
from story import checks, graphics
from story.graphics import svg as drawing
from story.pages.page import markers
from story.tables.tables import load

TABLES = load(small.ROOT)
LANGS = ("zh", "en")
MARKS = [name for name, entry in TABLES.graphics.items() if entry["kind"] == "marks"]
BARS = [name for name, entry in TABLES.graphics.items() if entry["kind"] == "bars"]


def draw(name, lang, tables=TABLES):
    return etree.fromstring(graphics.draw(tables.graphics[name], tables, lang))


def of(svg, fact):
    """The elements that stand for a fact."""
    return [element for element in svg.iter() if element.get("data-fact") == fact]


def marks(svg, fact):
    """How many marks stand for a fact: the shapes of its group, or the points of its pen."""
    (group,) = of(svg, fact)
    return sum(shape.get("d").count("h0") or 1 if shape.tag == "path" else 1 for shape in group)


def styled(svg, kind):
    return [element for element in svg.iter() if f"story-graphic__{kind}" in element.get("class", "").split()]


def words(svg):
    return " ".join("".join(text.itertext()) for text in svg.iter("text"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", MARKS)
def test_as_many_marks_are_drawn_as_the_ledger_counts(name, lang):
    svg = draw(name, lang)
    for row in TABLES.graphics[name]["rows"]:
        fact = TABLES.facts[row["fact"]]
        expected = 4 if fact["kind"] == "date" else fact["value"]
        assert marks(svg, fact["id"]) == expected, fact["id"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", MARKS)
def test_no_two_marks_lie_on_each_other_and_none_leaves_the_drawing(name, lang):
    for group in (element for element in draw(name, lang).iter("g") if element.get("data-fact")):
        places = [(float(mark.get("x")), float(mark.get("y"))) for mark in group.iter("use")]
        assert len(set(places)) == len(places) and all(0 <= x <= drawing.WIDTH - 22 for x, _ in places)


@pytest.mark.parametrize("lang", LANGS)
def test_the_branch_is_twenty_and_six_and_the_boxes_of_its_groups_are_empty(lang):
    svg = draw("members", lang)
    assert len(styled(svg, "person")) == 2 and len(list(svg.iter("use"))) == 20 + 6 + 5
    (box,) = styled(svg, "box")
    assert {mark.get("href") for mark in box} == {"#members-box"} and box.get("data-fact") == "party-groups"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [name for name in MARKS if "total" in TABLES.graphics[name]])
def test_a_total_is_the_ledgers_and_that_of_its_rows(name, lang):
    total = TABLES.graphics[name]["total"]
    svg, value = draw(name, lang), TABLES.facts[total["fact"]]["value"]
    assert sum(marks(svg, fact) for fact in total["over"]) == value
    assert of(svg, total["fact"])[0].text == str(value)


def test_only_what_the_article_adds_is_added():
    assert [name for name, entry in TABLES.graphics.items() if "total" in entry] == ["members"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "name, sums",
    [
        ("awards", {11, 12}),
        ("return-visit", {15, 16, 17}),
        ("activities", {82, 138, 150}),
        ("year-of-visits", {19, 69}),
    ],
)
def test_no_drawing_shows_a_sum_that_the_article_does_not_give(name, sums, lang):
    numbers = set(map(int, re.findall(r"\d+", words(draw(name, lang)))))
    assert numbers & sums == set() and len(numbers) >= 2


@pytest.mark.parametrize("lang", LANGS)
def test_the_two_levels_of_award_stand_in_rows_of_their_own(lang):
    svg = draw("awards", lang)
    groups = [group for group in svg.iter("g") if group.get("transform")]
    assert [
        [element.get("data-fact") for element in group.iter() if element.get("data-fact")] for group in groups
    ] == [["reports-provincial", "report-first-prize-rank"], ["reports-municipal"]]
    (apart,) = styled(svg, "apart")
    assert float(apart.get("x")) > max(float(mark.get("x")) for mark in of(svg, "reports-provincial")[0]) + 40
    assert len(styled(svg, "key")) == 1 and styled(svg, "key")[0] in list(of(svg, "reports-municipal")[0])
    named = TABLES.facts["report-municipal-title"]["wording"][lang][0]
    assert named.replace(" ", "") in words(svg).replace(" ", "")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", BARS)
def test_bars_are_as_long_as_their_figures_on_one_scale(name, lang):
    svg = draw(name, lang)
    scales = []
    for row in TABLES.graphics[name]["rows"]:
        (bar,) = of(svg, row["fact"])
        assert float(bar.get("x")) == 0
        scales.append(float(bar.get("width")) / TABLES.facts[row["fact"]]["value"])
    assert max(scales) - min(scales) < 0.01 and min(scales) > 3


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [*MARKS, *BARS])
def test_a_lower_bound_is_open_at_its_end_and_nothing_else_is(name, lang):
    facts = [TABLES.facts[row["fact"]] for row in TABLES.graphics[name]["rows"]]
    bounded = [fact["value"] for fact in facts if fact.get("bound")]
    svg = draw(name, lang)
    assert len(styled(svg, "open")) == len(bounded)
    assert [int(value) for value in re.findall(r"(\d+)[余+]", words(svg))] == bounded
    if name in BARS:
        assert len(styled(svg, "edge")) == len(facts) - len(bounded)


def test_the_tail_of_an_open_bar_begins_where_its_value_ends_and_stays_in_the_drawing():
    svg = draw("activities", "zh")
    bars = [
        float(of(svg, row["fact"])[0].get("width"))
        for row in TABLES.graphics["activities"]["rows"]
        if TABLES.facts[row["fact"]].get("bound")
    ]
    for length, tail in zip(bars, styled(svg, "open"), strict=True):
        starts = [float(x) for x in re.findall(r"M([\d.]+)", tail.get("d"))]
        assert length < starts[0] < length + 6 and starts[-1] < drawing.WIDTH


@pytest.mark.parametrize("lang", LANGS)
def test_each_month_has_one_meeting(lang):
    svg = draw("monthly", lang)
    dots = [float(dot.get("cx")) for dot in of(svg, "branch-study-meetings")[0]]
    leaves = [float(x) for x in re.findall(r"M([\d.]+)", styled(svg, "leaf")[0].get("d"))]
    assert len(dots) == len(leaves) == 12
    assert all(leaf < dot < leaf + 26 for leaf, dot in zip(leaves, sorted(dots)))
    assert len([name for name in styled(svg, "note") if name.text]) == 12


@pytest.mark.parametrize("lang", LANGS)
def test_each_measure_has_a_cell_in_the_row_of_its_rhythm_that_says_whether_it_has_a_sequel(lang):
    svg = draw("rhythm", lang)
    cells = {link.get("href")[1:]: link for link in svg.iter("a")}
    measures = TABLES.data["measures"]["measures"]
    assert list(cells) == [measure["fact"] for measure in measures] and svg.get("role") == "group"
    heights = {}
    for measure in measures:
        link = cells[measure["fact"]]
        assert "".join(link.itertext()) == str(measure["number"]) and str(measure["number"]) in link.get(
            "aria-label"
        )
        assert link.get("class") == f"story-graphic__{'sequel' if 'after' in measure else 'plain'}"
        heights.setdefault(measure["rhythm"], set()).add(
            float(re.findall(r"[\d.]+", link.get("transform"))[1])
        )
    rows = [height for rhythm in heights.values() for height in rhythm]
    assert len(rows) == len(set(rows)) and rows == sorted(rows)


def test_the_cells_lead_to_the_measures_of_the_page(built):
    for lang in ("", "en/"):
        page = (built / lang / "measures/index.html").read_text(encoding="utf-8")
        figure = re.search(r'<figure[^>]*id="graphic-rhythm".*?</figure>', page, re.S)[0]
        targets = re.findall(r'href="#(measure-[\w-]+)"', figure)
        assert len(targets) == 20 and all(page.count(f'id="{target}"') == 1 for target in targets)


@pytest.mark.parametrize("name", sorted(TABLES.graphics))
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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", sorted(TABLES.graphics))
def test_a_graphic_is_named_and_leaves_colours_and_type_to_the_style_sheet(name, lang):
    svg = draw(name, lang)
    assert svg.get("aria-labelledby") == f"{name}-title" and svg.get("aria-describedby") == f"{name}-caption"
    assert svg.get("role") == ("group" if svg.find(".//a") is not None else "img")
    assert svg.get("viewBox").startswith("0 0 360 ")
    assert not [
        element
        for element in svg.iter()
        if element.get("font-size") or element.get("style") or element.get("fill", "none") != "none"
    ]


GRAPHICS = """
    graphics:
    - id: goods
      kind: KIND
      title: {zh: 货, en: Goods}
      caption: {zh: 一点一种。, en: One dot each.}
      rows: [{fact: products, SHAPE label: {zh: 产品, en: products}}]
    """


def goods(site, kind, **changes):
    ledger = small.FILES["docs/data/facts.yml"]
    for old, new in changes.values():
        assert old in ledger
        ledger = ledger.replace(old, new)
    small.put(site, "docs/data/facts.yml", ledger)
    small.put(
        site,
        "docs/data/graphics.yml",
        GRAPHICS.replace("KIND", kind).replace("SHAPE", "shape: dot," if kind == "marks" else ""),
    )
    return draw("goods", "en", load(site))


def test_another_number_in_the_ledger_is_another_number_of_marks(site):
    assert marks(goods(site, "marks"), "products") == 100
    assert marks(goods(site, "marks", value=("value: 100", "value: 37")), "products") == 37


@pytest.mark.parametrize("kind", ["marks", "bars"])
def test_an_exact_number_closes_the_end_that_a_lower_bound_leaves_open(site, kind):
    assert len(styled(goods(site, kind), "open")) == 1
    closed = goods(site, kind, bound=("          bound: at_least\n", ""))
    assert styled(closed, "open") == [] and "100+" not in words(closed) and "100" in words(closed)


def test_lines_keep_within_their_width_and_lose_nothing():
    for text in (
        "南京挂职干部临时党支部的集体学习交流会，线上和线下都算",
        "research visits to companies, counted by visit and not by company",
    ):
        broken = drawing.lines(text, 120)
        assert len(broken) > 2 and all(drawing.measure(line) <= 120 + drawing.SIZE for line in broken)
        assert "".join(broken).replace(" ", "") == text.replace(" ", "")
        assert not any(re.match("[，。、）》”]", line) for line in broken)
