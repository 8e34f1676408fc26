"""The real pages, spoiled in ways that have a certain cure: the cure gives back every letter of them."""

import random
import re

import pytest

import small
from story import checks
from story.checks.rules import (
    bold_punctuation,
    hard_wrap,
    punctuation_width,
    quotes_straight,
    radical_lookalike,
)
from story.pages.page import FRONT, Page
from story.pages.prose import edited, mask, quoted

PAGES, _ = checks.read_pages(small.ROOT)
CURES = (punctuation_width, quotes_straight, radical_lookalike, hard_wrap, bold_punctuation)
NARROW = {"，": ",", "。": ".", "：": ":", "；": ";", "？": "?", "！": "!"}
RADICALS = {"一": "⼀", "人": "⼈", "车": "⻋", "长": "⻓", "门": "⻔", "山": "⼭", "水": "⽔", "里": "⾥"}


def words(page):
    """Positions of the page's words that no quotation holds."""
    return [
        index
        for index, letter in enumerate(mask(page.text))
        if letter not in "\0\ufffc\n" and not quoted(page.text, index)
    ]


def spoil(page, wrong, dice, count=5):
    """The page with a few letters replaced by what `wrong` maps them to."""
    places = [index for index in words(page) if page.text[index] in wrong]
    chosen = dice.sample(places, min(count, len(places)))
    return edited(page.text, [(index, index + 1, wrong[page.text[index]]) for index in chosen])


def cured(rule, page, text):
    return rule.fix(Page(page.path, text), None)


@pytest.mark.parametrize("rule", CURES, ids=lambda rule: rule.RULE.id)
def test_what_is_right_is_not_touched(rule):
    for page in PAGES.values():
        assert rule.fix(page, None) == page.text


@pytest.mark.parametrize(
    "shown", [shown for shown, page in PAGES.items() if page.lang == "zh" and shown != "docs/search.md"]
)
@pytest.mark.parametrize(
    "rule, wrong",
    [(punctuation_width, NARROW), (radical_lookalike, RADICALS)],
    ids=["punctuation-width", "radical-lookalike"],
)
def test_letters_that_were_spoiled_come_back(shown, rule, wrong):
    dice, page = random.Random(shown), PAGES[shown]
    for _ in range(10):
        text = spoil(page, wrong, dice)
        assert text != page.text and cured(rule, page, text) == page.text


@pytest.mark.parametrize("shown", [shown for shown, page in PAGES.items() if "“" in page.text])
def test_straight_quotes_become_the_curly_ones_again(shown):
    page = PAGES[shown]
    for paragraph in re.finditer(r"^(?!>)(?=.*“)(?!.*《[^》]*“).+$", page.text, re.M):
        straight = paragraph[0].replace("“", '"').replace("”", '"')
        text = page.text[: paragraph.start()] + straight + page.text[paragraph.end() :]
        assert cured(quotes_straight, page, text) == page.text


@pytest.mark.parametrize("shown", [shown for shown, page in PAGES.items() if page.lang == "zh"])
def test_broken_paragraphs_are_joined_again(shown):
    dice, page = random.Random(shown), PAGES[shown]
    inside = [
        index
        for index in words(page)
        if re.fullmatch("[\u4e00-\u9fff]{2}", page.text[index : index + 2])
        and not page.text[:index].rpartition("\n")[2].startswith(("#", ">"))
    ]
    for _ in range(10):
        index = dice.choice(inside) + 1
        assert cured(hard_wrap, page, page.text[:index] + "\n" + page.text[index:]) == page.text


def test_front_matter_code_comments_and_addresses_are_never_touched():
    kept = (
        "---\nrevised: '好,好'\n---\n\n`好,好` <!-- 好,好\n好 --> <https://example.org/好,好> "
        '[好](a,b.md "好,好")\n\n```\n好,好\n"好"⼈\n```\n\n    **好：**好\n'
    )
    assert FRONT.match(kept)
    for rule in CURES:
        assert cured(rule, next(iter(PAGES.values())), kept) == kept
