"""What was wrong and is right now: the table, and what the about page says of it."""

import re

import pytest

import small
from story.checks import inspect
from story.parts.fragments import render
from story.parts.setting import Setting
from story.tables.tables import load

TWO = """
    corrections:
    - date: '2026-03-04'
      page: train
      was: {zh: 原先甲, en: It was A}
      now: {zh: 后来乙, en: It is B}
      why: {zh: 看错一行, en: A line misread}
      source: P02
      thanks: {zh: 读者某, en: A reader}
    - date: '2026-05-06'
      page: home
      was: {zh: 原先丙, en: It was C}
      now: {zh: 后来丁, en: It is D}
      why: {zh: 数错了, en: Miscounted}
    """


def drawn(site, lang, text):
    small.put(site, "docs/data/corrections.yml", text)
    return render("corrections", [], Setting(load(site), lang))


@pytest.mark.parametrize(
    "lang, words", [("zh", "到现在还没有更正。"), ("en", "There have been no corrections so far.")]
)
def test_before_the_first_correction_the_page_says_that_there_is_none(site, lang, words):
    assert drawn(site, lang, "corrections: []\n").strip() == f"<p>{words}</p>"


@pytest.mark.parametrize(
    "lang, words",
    [
        (
            "zh",
            [
                "2026年3月4日",
                "列车",
                "原来写：",
                "原先甲",
                "改为：",
                "后来乙",
                "看错一行",
                "P02",
                "致谢：",
                "读者某",
            ],
        ),
        (
            "en",
            [
                "4 March 2026",
                "Train",
                "It said:",
                "It was A",
                "It now says:",
                "It is B",
                "A line misread",
                "P02",
                "Thanks to:",
                "A reader",
            ],
        ),
    ],
)
def test_a_correction_shows_day_page_both_wordings_ground_and_thanks(site, lang, words):
    html = drawn(site, lang, TWO)
    later, earlier = html.split("<li>")[1:]
    assert [word for word in words if word not in earlier] == []
    assert 'href="index.md"' in later and not re.search("致谢|Thanks", later), (
        "the newest comes first, and nobody is thanked for it"
    )


def test_a_correction_that_rests_on_an_unknown_paragraph_is_found_at_its_line(site):
    small.put(site, "docs/data/corrections.yml", TWO.replace("source: P02", "source: P22"))
    (finding,) = inspect(site)[1]
    assert (finding.rule, finding.path, finding.line) == (
        "reference-unknown",
        "docs/data/corrections.yml",
        7,
    ) and "P22" in finding.zh


def test_a_correction_in_one_language_only_is_refused(site):
    small.put(site, "docs/data/corrections.yml", TWO.replace("{zh: 后来丁, en: It is D}", "{zh: 后来丁}"))
    (finding,) = inspect(site)[1]
    assert (finding.rule, finding.line) == ("schema", 12) and "en" in finding.zh


@pytest.mark.long  # it builds
def test_corrections_stand_on_the_built_page_with_links_that_lead_somewhere(site):
    about = {
        f"docs/about{suffix}.md": small.FILES[f"docs/about{suffix}.md"] + "\n<!-- data: corrections -->\n"
        for suffix in ("", ".en")
    }
    for name, text in (about | {"docs/data/corrections.yml": TWO}).items():
        small.put(site, name, text)
    result = small.build_here(site)
    assert result.returncode == 0, result.stdout
    for page, words in (("about", "后来乙"), ("en/about", "It is B")):
        html = small.page(site / f"site/{page}/index.html")
        assert words in html and 'href="../train/"' in html and 'href="./#p02"' in html


def test_the_real_about_page_shows_the_real_table(built):
    for page in ("about", "en/about"):
        html = small.page(built / page / "index.html")
        part = html.split('id="corrections"')[1].split("</article>")[0]
        entries = load(small.ROOT).data["corrections"]["corrections"]
        assert part.count("<time") == len(entries) and (
            entries or "到现在还没有更正" in part or "no corrections so far" in part
        )
