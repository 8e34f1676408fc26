"""English against the glossary."""

import pytest

import planted
import small
from story.checks.rules import term_usage

RULE = term_usage.RULE.id


@pytest.fixture
def glossary(site):
    small.alter(
        site,
        "docs/data/glossary.yml",
        "english: secondment",
        "english: secondment; on secondment\n          avoid: [exchange programme]",
    )
    return site


def test_another_rendering_before_the_term_in_brackets(glossary):
    planted.plant(glossary, "They were on exchange (挂职) in Nanjing.", "en")
    (finding,) = planted.found(glossary, RULE)
    assert (finding.path, finding.line, finding.column) == ("docs/train.en.md", 7, 23)
    assert (
        "They were on exchange" in finding.zh
        and "secondment; on secondment" in finding.zh
        and "docs/data/glossary.yml:3" in finding.en
    )


@pytest.mark.parametrize(
    "words",
    [
        "on secondment (挂职)",
        "several [secondments](glossary.md#guazhi) (挂职)",
        "“Secondment” (挂职)",
        "guazhi (挂职)",
        "the train (商洛超级品牌列车)",
        "(挂职)",
        "挂职 (挂职)",
        "`exchange (挂职)`",
    ],
)
def test_the_glossarys_own_rendering_and_other_brackets(glossary, words):
    planted.plant(glossary, words, "en")
    assert planted.found(glossary, RULE) == []


@pytest.mark.parametrize(
    "words, column", [("an exchange programme", 4), ("an [Exchange programme](glossary.md#guazhi)", 5)]
)
def test_a_rendering_that_the_glossary_forbids(glossary, words, column):
    planted.plant(glossary, words, "en")
    (finding,) = planted.found(glossary, RULE)
    assert (
        (finding.line, finding.column) == (7, column)
        and "写明不用" in finding.zh
        and "“secondment; on secondment”" in finding.zh
    )


@pytest.mark.parametrize(
    "words, lang",
    [
        ("not an “exchange programme”", "en"),
        ("an exchange", "en"),
        ("exchange programme", "zh"),
        ("an exchange programmer", "en"),
        ("[x](exchange%20programme.md)", "en"),
    ],
)
def test_talking_about_it_and_other_words(glossary, words, lang):
    planted.plant(glossary, words, lang)
    assert planted.found(glossary, RULE) == []


def test_the_texts_of_tables_are_looked_at_but_for_the_glossary(glossary):
    small.put(
        glossary,
        "docs/data/timeline.yml",
        small.FILES["docs/data/timeline.yml"].replace("en: It opens", "en: An exchange programme"),
    )
    path = glossary / "docs/data/glossary.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("en: A post elsewhere.", "en: No exchange programme."),
        encoding="utf-8",
    )
    (finding,) = planted.found(glossary, RULE)
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2)
