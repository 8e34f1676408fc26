"""The rules as a whole: each has a record, an example that proves it and a page; nothing is found under another name."""

import re

import pytest

import small
from planted import plant
from story import checks
from story.checks import manual
from story.checks.rules.check_off import ALWAYS_ON

RULES = checks.rules()
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
"""Rules whose examples are Markdown that can stand on a page of the small site; the tests of the others have faults of their own."""
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


def names_in_the_code() -> set[str]:
    """Whatever stands where a finding or a refusal is made as the name of its rule."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (small.ROOT / "scripts").rglob("*.py"))
    made = re.findall(
        r"(?:Finding|Refusal)\((?:[^()\"]|\([^()]*\)|\"(?![a-z]+(?:-[a-z]+)*\"))*?\"([a-z]+(?:-[a-z]+)*)\",",
        code,
    )
    return set(made)


def test_every_name_a_finding_can_carry_has_its_rule():
    names = names_in_the_code()
    assert {"fact-unknown", "schema", "photo-broken", "photo-twice", "title-glyph", "id-repeated"} <= names, (
        "the search itself"
    )
    assert names - RULES.keys() == set()


def test_every_rule_is_complete_in_both_languages():
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id) and rule.severity in ("error", "warning")
        for words in (rule.zh, rule.why_zh):
            assert re.search("[\u4e00-\u9fff]", words) and words.endswith("。"), rule.id
        for words in (rule.en, rule.why_en):
            assert words.endswith(".") and not re.search("[\u4e00-\u9fff]", words), rule.id
        assert rule.wrong and rule.right and rule.wrong != rule.right


def test_what_cannot_be_switched_off_is_a_rule():
    assert ALWAYS_ON - RULES.keys() <= {"html-refused"}


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


def test_the_manual_has_a_page_for_each_and_an_index():
    pages = manual.pages()
    assert set(pages) == {"README.md", *(f"{name}.md" for name in RULES)}
    for name, rule in RULES.items():
        assert f"]({name}.md)" in pages["README.md"]
        assert rule.wrong in pages[f"{name}.md"] and rule.right in pages[f"{name}.md"]


def test_the_manual_is_no_page_of_the_site(site):
    small.put(site, "docs/rules/fact-uncited.md", "# 365\n")
    assert checks.survey(site).findings == []
