"""A list that the article leaves open is not told as if it were the whole."""

import pytest

import planted
import small
from planted import found, places, plant

OPEN = """
      - id: spring
        kind: event
        value: 新春行动
        wording: {zh: [新春行动], en: [New Spring]}
        statement: {zh: 其中有新春行动。, en: New Spring was among them.}
        source: P01
        page: train
        open: true
      - id: autumn
        kind: event
        value: 金秋行动
        wording: {zh: [金秋行动], en: [Golden Autumn]}
        statement: {zh: 其中有金秋行动。, en: Golden Autumn was among them.}
        source: P01
        page: train
        open: true
      - id: tasks
        kind: name
        value: [research, training]
        wording: {zh: [调研、培训], en: [research and training]}
        statement: {zh: 有调研、培训等。, en: Among them are research and training.}
        source: P02
        page: train
        open: true
"""
CAMPAIGNS = {
    "zh": "[新春行动](figures.md#spring)、[金秋行动](figures.md#autumn)",
    "en": "[New Spring](figures.md#spring), [Golden Autumn](figures.md#autumn)",
}
TASKS = {"zh": "[调研、培训](figures.md#tasks)", "en": "[research and training](figures.md#tasks)"}


@pytest.fixture
def site(site):
    facts = small.FILES["docs/data/facts.yml"].rstrip()
    small.put(site, "docs/data/facts.yml", facts + OPEN.replace("\n      ", "\n        ").rstrip() + "\n")
    return site


@pytest.mark.parametrize("lang, words", [("zh", "办了{}。"), ("en", "They held {}.")])
@pytest.mark.parametrize("listed", [CAMPAIGNS, TASKS])
def test_a_list_told_as_the_whole_is_named_at_its_first_item(site, lang, words, listed):
    before, _, after = words.partition("{}")
    plant(site, before + listed[lang] + after, lang)
    finding = found(site, "list-closed")
    assert places(finding) == [(planted.BODY_LINE, len(before) + 1)]
    assert "等" in finding[0].zh and "among them" in finding[0].en


@pytest.mark.parametrize(
    "lang, words", [("zh", "办了{}等活动。"), ("zh", "其中有{}。"), ("en", "Among them were {}.")]
)
@pytest.mark.parametrize("listed", [CAMPAIGNS, TASKS])
def test_a_list_that_stays_open_is_left_alone(site, lang, words, listed):
    plant(site, words.format(listed[lang]), lang)
    assert found(site, "list-closed") == []


def test_one_item_by_itself_is_no_list(site):
    plant(site, "有一年办了[新春行动](figures.md#spring)。\n\n又办了[金秋行动](figures.md#autumn)。")
    assert found(site, "list-closed") == []
