"""What may stand where in the style sheets: the rule at the head of tokens.css, by lists."""

from collections.abc import Iterator

import pytest
import tinycss2
import yaml

import small
from story.site.assets import joined

FOLDER = "assets/stylesheets/"
PLAIN = ("tokens.css", "plain.css")
SHEETS = sorted(path.name for path in (small.ROOT / "docs" / FOLDER).glob("*.css"))
TOOLS = sorted(f"on-demand/{path.name}" for path in (small.ROOT / "docs" / FOLDER).glob("on-demand/*.css"))
LISTS = yaml.safe_load((small.ROOT / "tests/project/engines.yml").read_text(encoding="utf-8"))
SOUND = set(LISTS["sound_without"])
OLD = {*LISTS["old"].split(), *SOUND}
OLD_PROPERTIES = {*LISTS["old_properties"].split(), *SOUND}
LATE = {*LISTS["late"].split()}
FULL = {*OLD, *LISTS["full"].split()}
NESTING = ("media", "supports", "container", "keyframes")


def parsed(text: str) -> list:
    return tinycss2.parse_stylesheet(text, True, True)


def read(name: str) -> list:
    return parsed((small.ROOT / "docs" / FOLDER / name).read_text(encoding="utf-8"))


def rules(css: list, guarded: bool = True) -> Iterator:
    """Every rule, however deep; without `guarded` not what stands in an @supports that asks for something."""
    for rule in css:
        yield rule
        asks = rule.type == "at-rule" and rule.lower_at_keyword == "supports" and not negated(rule)
        if rule.type == "at-rule" and rule.lower_at_keyword in NESTING and (guarded or not asks):
            yield from rules(tinycss2.parse_rule_list(rule.content, True, True), guarded)


def negated(rule) -> bool:
    return tinycss2.serialize(rule.prelude).strip().startswith("not ")


def declarations(rule) -> list:
    nests = rule.type == "at-rule" and rule.lower_at_keyword in NESTING
    inside = [] if nests or rule.content is None else tinycss2.parse_blocks_contents(rule.content, True, True)
    return [each for each in inside if each.type == "declaration"]


def words(css: list) -> Iterator[str]:
    """What an engine must know: at-rules, questions of @media, pseudo-classes, functions, units."""
    for rule in rules(css, guarded=False):
        if rule.type == "qualified-rule":
            yield from pseudo(rule.prelude)
        else:
            yield f"@{rule.lower_at_keyword}"
            if rule.lower_at_keyword in ("media", "container"):
                yield from (asked.content[0].value for asked in rule.prelude if asked.type == "() block")
        for declaration in declarations(rule):
            yield from values(declaration.value)


def pseudo(tokens: list) -> Iterator[str]:
    """`:hover`, `:has()` of a selector; of `::before` the second colon."""
    for before, token in zip([None, *tokens], tokens):
        if before == ":" and token.type in ("ident", "function"):
            yield f":{token.value}" if token.type == "ident" else f":{token.lower_name}()"
        yield from pseudo(token.arguments if token.type == "function" else [])


def values(tokens: list) -> Iterator[str]:
    """Functions, units and what looks like an old word."""
    for token in tokens:
        if token.type == "function":
            yield f"{token.lower_name}()"
        if token.type in ("dimension", "percentage"):
            yield getattr(token, "lower_unit", "%")
        if token.type == "ident" and token.lower_value in LATE:
            yield token.lower_value
        yield from values(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


@pytest.mark.parametrize("name", PLAIN)
def test_what_every_engine_reads_holds_nothing_that_chromium_67_or_safari_12_do_not_know(name):
    assert {*words(read(name))} - OLD == set()
    found = {each.lower_name for rule in rules(read(name), guarded=False) for each in declarations(rule)}
    assert {each for each in found if not each.startswith("--")} - OLD_PROPERTIES == set()


@pytest.mark.parametrize("name", [name for name in SHEETS + TOOLS if name not in PLAIN])
def test_what_is_newer_than_the_full_page_stands_in_an_supports_of_its_own(name):
    assert {*words(read(name))} - FULL == set(), (
        "put it into @supports, or into sound_without with what is lost"
    )


@pytest.mark.parametrize("name", SHEETS + TOOLS)
def test_lines_under_words_are_written_part_by_part(name):
    """With a colour in the shorthand, WebKit takes it for none: citations and terms could not be seen."""
    written = [each for rule in rules(read(name)) for each in declarations(rule)]
    lines = [tinycss2.serialize(each.value) for each in written if each.lower_name == "text-decoration"]
    assert [line for line in lines if " " in line.strip()] == []


@pytest.mark.parametrize("name", SHEETS + TOOLS)
def test_not_is_followed_by_a_parenthesis(name):
    """Else Safari 12 passes over the whole @supports."""
    asked = [rule.prelude for rule in rules(read(name)) if rule.type == "at-rule" and negated(rule)]
    assert [
        tinycss2.serialize(each) for each in asked if "() block" not in [token.type for token in each]
    ] == []


def test_all_sheets_but_the_plain_page_reach_only_engines_that_can_read_them():
    others = [name for name in SHEETS if name not in PLAIN]
    every, plain = (
        joined(small.ROOT / "docs", [FOLDER + name for name in names])[1]
        for names in ((*others, *PLAIN), PLAIN)
    )
    assert every.startswith(plain)
    (full,) = parsed(every.removeprefix(plain))
    asked = tinycss2.serialize(full.prelude).strip()
    assert (
        asked == "(container-type:inline-size) and selector(:has(a))" and f"@supports not ({asked})" in plain
    )


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a:has(b) { top: min(1px, 2lh); }", {":has()", "min()", "lh"}),
        ("@supports (top: 1lh) { :is(a) { top: 1lh; } }", set()),
        ("@supports not (top: 1lh) { a:not(:is(b)) { top: 1lh; } }", {":is()", "lh"}),
        ("@media (width > 1em) { a { color: color-mix(in srgb, red, blue); } }", {"width", "color-mix()"}),
        ("@layer a { b { top: 0; } }", {"@layer"}),
        ("b { float: inline-end; }", {"inline-end"}),
    ],
)
def test_what_an_old_engine_would_not_read_is_found(css, found):
    assert {*words(parsed(css))} - OLD == found
