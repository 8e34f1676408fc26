"""The crawl finds what is wrong on a page where all is. Else the silence of other tests proves nothing."""

import pytest

import crawl
import server

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Wrong</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>
  html { scroll-behavior: smooth } @page { size: 100mm 100mm }
  @keyframes turn { to { rotate: 1turn } } h4 { animation: turn 9s infinite; transition: color 2s }
  header { position: fixed; width: 100%; height: 150px; z-index: 2 } h1 { width: 90px }
  #wide { width: 2000px } svg, figure { width: 300px }
  @media print { article p { display: none } }
</style>
<body><header></header><a href="#x" tabindex="3">Skip</a><nav>Menu</nav><button style="height: 9px"></button>
<article class="story-article"><h1>One</h1><h4>Four</h4><h1>Two</h1><p style="color: #bbb">Text</p>
<img src="none.png" loading="lazy" alt=""><a class="story-cite" href="#nothing">cited</a>
<div id="wide">wide</div>
<p style="width: 70px; overflow: hidden">Hidden words: a paragraph of a few, so long that it is a line.
<span style="white-space: nowrap">No room for all of this.</span></p>
<figure id="graphic"><div class="story-graphic__drawing"><svg viewBox="0 0 300 100">
<rect fill="white" width="300" height="100" style="forced-color-adjust: none" />
<text x="0" y="50" fill="white">one</text>
<text x="2" y="50" fill="white" style="forced-color-adjust: none">two</text><text x="290" y="20">leaves</text>
<text x="0" y="90" font-size="5">small</text></svg></div></figure></article>
<script>
  console.error('complaint');
  setTimeout(() => document.querySelector('article').prepend('Late', document.createElement('hr')), 100);
</script>
"""


@pytest.fixture(scope="module")
def wrong(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    with server.serving(folder) as address:
        yield address


def test_what_is_wrong_on_arrival_is_found(visit, wrong):
    found = crawl.arrival(visit, "", wrong)
    assert found["complaints"][0] == "complaint" and found["missed"] == [f"{wrong}none.png"]
    assert found["asked"][0] == wrong and found["jumped"]


def test_what_is_wrong_on_screens_is_found(visit, wrong):
    found = crawl.screens(visit, "", wrong)
    kinds = ("sizeless", "late", "jumpers", "moving", "slow", "small", "without_entry", "over_it")
    assert [kind for kind in kinds if not found[kind]] == []
    assert found["levels"] == [1, 4, 1] and found["scrolling"] == "smooth"
    steps = {(each["step"], each["width"]): each for each in found["steps"]}
    assert set(steps) == {(step, width) for step, widths in crawl.STEPS.items() for width in widths}
    assert set(found["sideways_in_large_type"]) == set(crawl.WIDTHS_IN_LARGE_TYPE)
    assert found["graphics"] == 1
    for each in steps.values():
        assert each["sideways"][0] > 0 and "hidden" in each["cut"][0] and each["lines"][0][0] < 10
        assert set(each["letters"]) == {0, 16, 32}, "letters that grow with no step"
        told = " ".join(each["unreadable"])
        assert "leaves the drawing" in told and "“one” lies on “two”" in told and " px" in told


def test_what_is_wrong_in_zoom_is_found(visit, wrong):
    found = crawl.zoomed(visit, "", wrong)
    assert found["sideways"][0] > 0 and found["fixed"] == 150 and found["heading"] == 90


def test_what_is_wrong_in_a_readers_own_colours_is_found(visit, wrong):
    found = crawl.colours(visit, "", wrong)
    for scheme in ("light", "dark"):
        white = "rgb(255, 255, 255)"
        assert ["two", white, white] in found[scheme]["letters"] and found[scheme]["shapes"]


def test_what_is_wrong_on_paper_is_found(visit, wrong):
    found = crawl.paper(visit, "", wrong)
    assert "Menu" in found["seen"][0] and "Text" in found["unseen"][0] and found["sideways"][0] > 0
    assert found["sheets"] == len(found["boxes"]) > 0 and found["boxes"][0] == pytest.approx(
        [283.5, 283.5], abs=1
    )


def test_what_axe_finds_is_found(visit, wrong):
    found = crawl.barriers(visit, "", wrong)
    for look in ("390 light", "1440 dark"):
        rules = {line.split(": ")[1].split()[0] for line in found if f" {look}: " in line}
        assert rules >= {"color-contrast", "button-name", "tabindex", "heading-order"}, look
