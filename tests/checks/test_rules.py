"""The rules as a whole: each has a record, an example that proves it and its section of the manual.

That nothing is found under another name is held by `test_sentences.py`.
"""

import re

import pytest

import small
from planted import plant
from story import checks
from story.checks import manual
from story.checks.rule import rules

RULES = rules()
ON_A_PAGE = sorted(
    RULES.keys()
    & {
        "fact-unknown",
        "fact-wording",
        "fact-uncited",
        "bound-exact",
        "marker-unknown",
        "photo-unknown",
        "check-off",
        "yaml",
        "schema",
    }
)
"""Rules whose examples are Markdown that can stand on a page of the small site; the tests of the others have
faults of their own."""
_PICTURE = """
    photos:
    - id: store
      page: train
      source: P01
      caption: {zh: 店, en: Shop}
      alt: {zh: 柜台, en: Counter}
      illustration: {zh: 柜台, en: Counter}
      plate: store
    """


def test_every_rule_is_complete_in_both_languages():
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id) and rule.severity in ("error", "warning")
        for words in (rule.zh, rule.why_zh):
            assert re.search("[\u4e00-\u9fff]", words) and words.endswith("。"), rule.id
        for words in (rule.en, rule.why_en):
            assert words.endswith(".") and not re.search("[\u4e00-\u9fff]", words), rule.id
        assert rule.wrong and rule.right and rule.wrong != rule.right


def test_what_breaks_a_page_cannot_be_switched_off():
    assert {name for name, rule in RULES.items() if rule.always_on} == {
        "check-off",
        "encoding",
        "fact-unknown",
        "file-refused",
        "file-unusable",
        "hidden-direction",
        "html-refused",
        "marker-unknown",
        "photo-unknown",
        "schema",
        "too-much",
        "yaml",
    }


def test_every_module_of_a_rule_is_found_and_has_its_words():
    names = [module.RULE.id for module in checks.modules() if hasattr(module, "RULE")]
    assert len(names) == len(set(names)) > 25 and set(names) <= RULES.keys()
    assert all(callable(module.check) for module in checks.modules())


def test_words_name_the_numbers_that_the_rule_goes_by():
    from story.checks.rules import photo_file

    rule = photo_file.RULE
    for words in (rule.zh, rule.en):
        assert f"{photo_file.MOST_BYTES // 10**6} MB" in words
        assert f"{photo_file.LONGEST}" in words.replace(",", "")
    for words in (rule.why_zh, rule.why_en):
        assert f"{photo_file.ENOUGH}" in words.replace(",", "")


@pytest.mark.parametrize("rule", ON_A_PAGE)
def test_the_wrong_example_is_found_and_the_right_one_is_not(site, rule):
    small.put(site, "docs/data/photos.yml", _PICTURE)
    names = {}
    for which in ("wrong", "right"):
        example = getattr(RULES[rule], which)
        if example.startswith("---"):
            small.put(site, "docs/train.md", example + "\n")
        else:
            plant(site, example)
        names[which] = {finding.rule for finding in checks.survey(site).findings}
    assert rule in names["wrong"] and rule not in names["right"]


def test_the_manual_has_a_section_for_each_and_an_index():
    index, *sections = re.split(r"\n\n?## (?=[a-z-]+\n\n)", manual.page())
    assert [section.split("\n")[0] for section in sections] == list(RULES)
    for rule, section in zip(RULES.values(), sections):
        assert f"](#{rule.id})" in index
        assert rule.wrong in section and rule.right in section


def test_the_manual_is_no_page_of_the_site(site):
    small.put(site, "docs/rules/fact-uncited.md", "# 365\n")
    assert checks.survey(site).findings == []
