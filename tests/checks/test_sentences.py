"""The sentences of `rules.yml` against the code that says them, which is read and not run: so a sentence is
held too whose fault is hard to plant, such as a disk that is full."""

import ast
import string
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from small import ROOT
from story.gallery import kinds
from story.rules import Rule, rules

SCRIPTS = ROOT / "scripts"
IN_ONE_LANGUAGE = {
    ("fact-wording", "other"): {"language"},
    ("punctuation-width", "narrow"): {"around", "held"},
    ("quotes-straight", "other"): {"around"},
    ("quotes-straight", "straight"): {"around"},
    ("radical-lookalike", "lookalike"): {"around"},
    ("yaml", "unreadable"): {"problem"},
}
"""Fields that only one of the two needs: the words about a mark are quoted in Chinese only, and the parser of
YAML speaks English."""
PHRASES = {("file-refused", "generated")}
"""What stands within another sentence."""
PASSED = {"Refusal": 0, "about": 1}
"""Functions that take the id of a rule, and at which place; the key of the sentence is next."""
JUDGED = "Fault", "html-refused", frozenset({"tag", "name", "value", "scheme"})
"""What is wrong with a published page is noted under the key of a sentence; it is said with any of these
fields."""


BY_ENDING = {("photo-unusable", key) for key in kinds.OTHERS}
"""Sentences that are chosen by a table, which names their keys."""


class Said(NamedTuple):
    """A sentence that the code asks for: where, of which rule, its key ("" is the only one), its fields."""

    place: str
    rule: str
    key: str
    fields: frozenset[str]


def said(source: str, name: str) -> Iterator[Said]:
    """Every sentence that a module asks for; what only hands on a sentence or a key is left out."""
    tree = ast.parse(source)
    named = dict(naming(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == JUDGED[0]:
            yield from (Said(f"{name}:{node.lineno}", JUDGED[1], key, JUDGED[2]) for key in keys(node.args))
        elif isinstance(node, ast.Call) and (found := asked(node, named)):
            ids, rest = found
            fields = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            for key in keys(rest):
                yield from (Said(f"{name}:{node.lineno}", rule, key, fields) for rule in ids)


def naming(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """The names that are given to rules, as RULE, and the ids of those rules."""
    for node in ast.walk(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            pairs = zip(target.elts, node.value.elts) if both else [(target, node.value)]
            for each, value in pairs:
                if isinstance(each, ast.Name) and isinstance(value, ast.Call) and (ids := ids_of(value, {})):
                    yield each.id, ids


def asked(call: ast.Call, named: dict[str, list[str]]) -> tuple[list[str], list[ast.expr]] | None:
    """The ids of the rules whose sentence a call asks for, and its arguments from the key on."""
    function, arguments = call.func, call.args
    if isinstance(function, ast.Name) and function.id in PASSED:
        place = PASSED[function.id]
        return strings(arguments[place]), arguments[place + 1 :]
    if isinstance(function, ast.Attribute) and function.attr in ("words", "finding"):
        if ids := ids_of(function.value, named):
            return ids, arguments[0 if function.attr == "words" else 2 :]
        if arguments and (ids := ids_of(arguments[0], named)):
            return ids, arguments[2:]
    return None


def ids_of(node: ast.expr, named: dict[str, list[str]]) -> list[str]:
    """The rules that an expression stands for: `rule("…")`, or a name for that."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "rule":
        return strings(node.args[0])
    return named.get(node.id, []) if isinstance(node, ast.Name) else []


def keys(arguments: list[ast.expr]) -> list[str]:
    return strings(arguments[0]) if arguments else [""]


def strings(node: ast.expr) -> list[str]:
    """A string as typed, or both of a condition; nothing for what is known only when the code runs."""
    if isinstance(node, ast.IfExp):
        return [*strings(node.body), *strings(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def problem(each: Said, known: dict[str, Rule]) -> str | None:
    """What is wrong with a call, or None."""
    if each.rule not in known:
        return f"{each.place}: there is no rule {each.rule}"
    says = known[each.rule].says
    if not each.key and len(says) > 1:
        return f"{each.place}: {each.rule} says several things; name one of {', '.join(says)}"
    if each.key and each.key not in says:
        return f"{each.place}: {each.rule} says no “{each.key}”"
    wanted, given = set.union(*map(fields, says[each.key or next(iter(says))])), set(each.fields)
    if wanted != given and not wanted <= JUDGED[2] == given:
        return f"{each.place}: {each.rule} {each.key} has {sorted(wanted)}, given are {sorted(given)}"
    return None


CALLS = [
    each
    for path in sorted(SCRIPTS.rglob("*.py"))
    for each in said(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
]


def test_every_sentence_that_is_asked_for_exists_and_has_its_fields():
    assert len(CALLS) > 140, "the reading itself"
    chosen = [Said("kinds.py", *each, frozenset()) for each in BY_ENDING]
    assert [wrong for each in [*CALLS, *chosen] if (wrong := problem(each, rules()))] == []


def test_every_sentence_is_said_somewhere():
    used = {(each.rule, each.key or next(iter(rules()[each.rule].says))) for each in CALLS} | BY_ENDING
    assert [
        (rule.id, key) for rule in rules().values() for key in rule.says if (rule.id, key) not in used
    ] == []


def test_both_languages_have_the_same_fields():
    apart = {
        (rule.id, key): fields(zh) ^ fields(en)
        for rule in rules().values()
        for key, (zh, en) in rule.says.items()
        if fields(zh) != fields(en)
    }
    assert apart == IN_ONE_LANGUAGE


def test_no_sentence_is_cut_short():
    """YAML takes what follows “ #” for a comment: three cures ended in the middle."""
    cut = [
        (rule.id, key)
        for rule in rules().values()
        for key, sentence in rule.says.items()
        for words in sentence
        if words[-1] not in "。？.?}" and (rule.id, key) not in PHRASES
    ]
    assert cut == []


def test_no_module_makes_a_finding_in_words_of_its_own():
    """All findings come from a rule, so all sentences stand in the file."""
    made = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(SCRIPTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    ]
    assert [place.rpartition(":")[0] for place in made] == ["scripts/story/rules.py"]


RULE = Rule("a-b", "", "", "", "", "", "", {"one": ("{x}。", "{x}."), "two": ("二。", "Two.")})


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ('rule("a-c").finding(path, mark, "one", x=1)', "there is no rule a-c"),
        ('rule("a-b").finding(path, mark, "on", x=1)', "says no “on”"),
        ('rule("a-b").finding(path, mark, x=1)', "says several things"),
        ('R = rule("a-b")\ntext.finding(R, 3, "one")', "given are []"),
        ('R, y = rule("a-b"), 1\nR.words("two" if z else "one", x=1)', "a-b two has []"),
        ('Refusal("a-b", "one", y=1)', "given are ['y']"),
        ('about(path, "a-b", "one")', "a-b one has ['x']"),
    ],
)
def test_a_slip_in_the_code_is_seen(source, wrong):
    found = [seen for each in said(source, "here") if (seen := problem(each, {"a-b": RULE}))]
    assert len(found) == 1 and wrong in found[0] and found[0].startswith("here:")


def test_a_sentence_made_before_is_handed_on():
    assert (
        list(said('R = rule("a-b")\nR.finding(path, mark, words)\nabout(path, name, (zh, en))', "here")) == []
    )


def test_a_field_may_differ_by_language_and_braces_may_be_meant():
    rule = Rule("a-b", "", "", "", "", "", "", {"one": ("{{{x}}}页{hint}", "{{{x}}} page {hint}")})
    assert rule.words("one", x=("中文", "Chinese"), hint="") == ("{中文}页", "{Chinese} page")
    assert rule.finding("p", (2, 3), x=1, hint="!").en == "{1} page !"


def test_words_in_braces_are_printed_as_typed():
    assert RULE.words("one", x="{y}") == ("{y}。", "{y}.")
