"""Random edits of the real pages and tables, seeded: each is caught by a rule that is meant to catch it, or
is harmless for a reason.

An edit is a function of a random source and of the project's texts by path; it gives back the files it
changes
(a text, bytes, or None for a file that is removed).
"""

import random
import re
import shutil

import pytest

import small
from story import checks
from story.language.numerals import figures, notable
from story.pages.links import unlinked

SEEDS = (1, 2)
TEXTS = {
    path.relative_to(small.ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((small.ROOT / "docs").rglob("*"))
    if path.suffix in (".md", ".yml")
    and "rules" not in path.parts
    and (path.suffix == ".yml" or "data" not in path.parts)
}
PAGES = {path: text for path, text in TEXTS.items() if path.endswith(".md")}
FACTS = "docs/data/facts.yml"
LETTERS = "qxz"


# How an edit is made


def english(path: str) -> bool:
    return path.endswith(".en.md")


def at(text: str, match: re.Match, new: str, group: int = 0) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def somewhere(rng, pattern: str, texts: dict[str, str] = PAGES) -> tuple[str, re.Match]:
    """One of all the places where `pattern` matches: the file and the match."""
    return rng.choice(
        [(path, match) for path, text in texts.items() for match in re.finditer(pattern, text, re.M)]
    )


def one_place(pattern: str, new, texts: dict[str, str] = PAGES, group: int = 0):
    """An edit that replaces one match of `pattern`; `new` is the text, or makes it of the source and the
    match."""

    def edit(rng) -> dict:
        path, match = somewhere(rng, pattern, texts)
        words = new(rng, match) if callable(new) else new
        assert words != match[group]
        return {path: at(texts[path], match, words, group)}

    return edit


def tables(*names: str) -> dict[str, str]:
    return {f"docs/data/{name}.yml": TEXTS[f"docs/data/{name}.yml"] for name in names}


def chinese(texts: dict[str, str] = PAGES) -> dict[str, str]:
    return {path: text for path, text in texts.items() if not english(path)}


def misspelt(rng, match: re.Match) -> str:
    """The word with one letter changed for another that it does not have."""
    word = match[1]
    place = rng.randrange(1, len(word))
    return (
        word[:place] + rng.choice([letter for letter in LETTERS if letter != word[place]]) + word[place + 1 :]
    )


def other_digit(rng, match: re.Match) -> str:
    return rng.choice([digit for digit in "123456789" if digit != match[1]])


def a_paragraph(rng, texts: dict[str, str]) -> tuple[str, re.Match]:
    """A plain paragraph: one line that begins with a word."""
    return somewhere(rng, r"(?<=\n\n)(?=[^\W\d_])[^\n]+(?=\n\n)", texts)


def beside(words_zh: str, words_en: str):
    """An edit that adds words of the page's language behind a paragraph."""

    def edit(rng) -> dict:
        path, match = a_paragraph(rng, PAGES)
        return {path: at(PAGES[path], match, match[0] + (words_en if english(path) else words_zh))}

    return edit


def above(line: str):
    """An edit that puts a line of its own above a paragraph."""

    def edit(rng) -> dict:
        path, match = a_paragraph(rng, PAGES)
        return {path: at(PAGES[path], match, f"{line}\n\n{match[0]}")}

    return edit


def figure_in_prose(rng) -> dict:
    """A figure that the page repeats without a link becomes one it does not cite."""
    places = [
        (path, figure)
        for path, text in PAGES.items()
        for figure in figures(unlinked(text), "en" if english(path) else "zh")
        if notable(figure)
    ]
    path, figure = rng.choice(places)
    return {path: PAGES[path][: figure.start] + str(rng.randrange(7001, 9000)) + PAGES[path][figure.end :]}


def twin_gone(rng) -> dict:
    return {rng.choice(sorted(PAGES)): None}


def in_gbk(rng) -> dict:
    path = rng.choice(sorted(chinese()))
    return {path: PAGES[path].encode("gb18030")}


def value_changed(rng) -> dict:
    match = rng.choice(
        list(re.finditer(r"^    kind: (?:count|money)\n    value: (\d+)$", TEXTS[FACTS], re.M))
    )
    return {FACTS: at(TEXTS[FACTS], match, str(int(match[1]) + rng.randrange(3, 9)), 1)}


def fact_added(rng) -> dict:
    number = rng.randrange(11, 90)
    return {
        FACTS: TEXTS[FACTS].rstrip("\n")
        + f"""

  - id: added-{number}
    kind: count
    value: {number}
    unit: {{zh: 家, en: shops}}
    wording:
      zh: [{number}家]
      en: [{number} shops]
    statement:
      zh: 共{number}家。
      en: There are {number} shops.
    source: P02
    page: home
"""
    }


def photograph_under_a_wrong_name(rng) -> dict:
    names = re.findall(r"^- id: ([\w-]+)", TEXTS["docs/data/photos.yml"], re.M)
    return {f"docs/photos/{rng.choice(names)}-{rng.randrange(2, 9)}.jpg": b"\xff\xd8\xff"}


def like_a_language(rng) -> dict:
    return {f"docs/assets/images/map.{rng.choice(['cn', 'zh', 'jp'])}.svg": "<svg/>"}


def citation_unlinked(rng) -> dict:
    path, match = somewhere(rng, r"\[([^\[\]]+)\]\(figures\.md#[\w-]+\)")
    return {path: at(PAGES[path], match, match[1])}


# What each edit is to be caught by

EDITS = {
    "a digit in a citation": (
        one_place(r"(?<=\[)[^\[\]\d]*(\d)[^\[\]]*\]\(figures\.md#", other_digit, group=1),
        {"fact-wording", "bound-exact"},
    ),
    "a Chinese numeral in a citation": (
        one_place(
            r"(?<=\[)([二三四五六七八九])[^\[\]]*\]\(figures\.md#",
            lambda rng, match: "二" if match[1] != "二" else "九",
            chinese(),
            1,
        ),
        {"fact-wording", "bound-exact"},
    ),
    "a figure that is repeated in prose": (figure_in_prose, {"fact-uncited"}),
    "a new figure without a source": (beside("其中有437个。", " There were 437 of them."), {"fact-uncited"}),
    "a new figure in words": (beside("来了四百三十七人。", " Some seventy-three came."), {"fact-uncited"}),
    "an id misspelt": (one_place(r"\]\(figures\.md#([\w-]+)\)", misspelt, group=1), {"fact-unknown"}),
    "other words in a citation": (
        one_place(r"\[([^\[\]]+)\]\(figures\.md#", "此事 this", group=1),
        {"fact-wording"},
    ),
    "a lower bound made exact": (
        one_place(r"\[\d+(余)[^\[\]]*\]\(figures\.md#", "", chinese(), 1),
        {"bound-exact"},
    ),
    "a twin removed": (twin_gone, {"pair-missing", "yaml"}),
    "a date in the head in words": (one_place(r"^revised: ([\d-]+)$", "2026年11月23日", group=1), {"schema"}),
    "a field of the head misspelt": (one_place(r"^(revised): ", misspelt, group=1), {"schema"}),
    "the head not closed": (one_place(r"(?<=\w)\n---\n", "\n"), {"yaml"}),
    "a page saved as GBK": (in_gbk, {"encoding"}),
    "a marker misspelt": (one_place(r"^<!-- data: (\w{3,})", misspelt, group=1), {"marker-unknown"}),
    "a marker with a full-width colon": (one_place(r"^<!-- data(:)", "：", group=1), {"marker-unknown"}),
    "an argument of a marker misspelt": (
        one_place(r"^<!-- data: (?:timeline|graphic|background|filter) ([\w-]+)", misspelt, group=1),
        {"marker-unknown"},
    ),
    "a photograph renamed on a page": (
        one_place(r"\(photos/([\w-]+)\.jpg", misspelt, group=1),
        {"photo-unknown"},
    ),
    "a photograph put under a wrong name": (photograph_under_a_wrong_name, {"photo-unlisted"}),
    "a file named like a language": (like_a_language, {"file-name"}),
    "a fact without its source": (one_place(r"^    source: \w+\n", "", tables("facts")), {"schema"}),
    "a source that does not exist": (
        one_place(r"^    source: (P\d\d)$", "P97", tables("facts"), 1),
        {"reference-unknown"},
    ),
    "a value changed and not its wording": (value_changed, {"fact-value"}),
    "a digit in the ledger's wording": (
        one_place(r"^      zh: \[(\d)\d", other_digit, tables("facts"), 1),
        {"fact-value", "fact-wording"},
    ),
    "a fact renamed": (
        one_place(r"^  - id: ([\w-]+)$", misspelt, tables("facts"), 1),
        {"fact-unknown", "reference-unknown"},
    ),
    "the mark of a lower bound removed": (
        one_place(r"^    bound: at_least\n", "", tables("facts")),
        {"bound-exact"},
    ),
    "a fact that nothing uses": (fact_added, {"fact-unused"}),
    "a translation dropped from a table": (
        one_place(r"^ +en: [^\[{\n]+\n(?! {6,}\S)", "", tables("facts", "glossary", "background")),
        {"schema"},
    ),
    "a tab in a table": (one_place(r"^    (?=\w)", "\t", tables("facts", "glossary", "photos")), {"yaml"}),
    "a full-width colon in a table": (
        one_place(r"^    \w+(: )(?=\S)", "：", tables("facts", "glossary")),
        {"yaml", "schema"},
    ),
    "a quotation mark lost in a table": (
        one_place(r"^    value: '[\d-]+(')$", "", tables("facts"), 1),
        {"yaml"},
    ),
    "an id misspelt in a table": (
        one_place(
            r"^ *(?:- )?fact: ([\w-]+)$",
            misspelt,
            tables("measures", "timeline", "photos", "line", "graphics"),
            1,
        ),
        {"reference-unknown"},
    ),
    "a field misspelt in a table": (
        one_place(r"^    ?(\w{4,}): ", misspelt, tables("facts", "timeline", "glossary"), 1),
        {"schema"},
    ),
    "an undated fact put among the dated": (
        one_place(r"^  lane: dated\n  fact: ([\w-]+)$", "cadres-dispatched", tables("timeline"), 1),
        {"timeline-undated"},
    ),
    "a switch without a reason": (above("<!-- check: fact-uncited off -->"), {"check-off"}),
    "a switch over nothing": (above("<!-- check: fact-uncited off, 举例 -->"), {"check-off"}),
}
STRUCTURE_AND_STYLE = {
    "a heading deleted": (one_place(r"^## .*\n", ""), {"pair-structure"}),
    "a heading's id deleted": (one_place(r"^## .*?( \{ #[\w-]+ \})$", "", group=1), {"pair-structure"}),
    "a marker deleted": (one_place(r"^<!-- data: .*-->\n", ""), {"pair-structure"}),
    "a photograph deleted": (one_place(r"^!\[\]\(photos/.*\n", ""), {"pair-structure"}),
    "a citation that loses its link": (citation_unlinked, {"pair-structure", "translation-behind"}),
    "a link to a page that does not exist": (
        one_place(r"\]\((train|store|measures|exchange|investment)\.md", misspelt, group=1),
        {"link-broken"},
    ),
    "a link to a heading that does not exist": (
        one_place(r"\]\([\w.-]+\.md#(?<!figures\.md#)(?<!glossary\.md#)([\w-]{3,})\)", misspelt, TEXTS, 1),
        {"link-broken"},
    ),
    "a term misspelt": (
        one_place(r"\]\(glossary\.md#([\w-]{3,})\)", misspelt, group=1),
        {"term-unknown", "link-broken"},
    ),
    "a picture without alt text": (above("![](assets/images/favicon.svg)"), {"alt-text"}),
    "a script": (above("<script>alert(1)</script>"), {"html-refused"}),
    "a frame": (above('<iframe src="https://example.org/"></iframe>'), {"html-refused"}),
    "straight quotation marks": (beside('他说"好"。', ' They said "yes".'), {"quotes-straight"}),
    "a half-width comma in Chinese": (
        one_place(r"(?<=[\u4e00-\u9fff])(，)(?=[\u4e00-\u9fff])", ",", chinese(), 1),
        {"punctuation-width"},
    ),
    "a hard-wrapped paragraph": (
        one_place(r"^(?![#>]).*?[\u4e00-\u9fff]，()(?=[\u4e00-\u9fff])", "\n", chinese(), 1),
        {"hard-wrap"},
    ),
    "a radical that looks like a character": (
        one_place(r"(?<=[\u4e00-\u9fff])(人)", "⼈", chinese(), 1),
        {"radical-lookalike"},
    ),
    "a sentence changed in one language": (
        beside("话说到这里。", " So much for that."),
        {"translation-behind"},
    ),
}

HARMLESS = {
    "a comment in a table": (
        one_place(r"^(?=  - id: )", "  # 核对过 / verified\n", tables("facts")),
        "a comment is read by editors only",
    ),
    "a comment on a page": (
        above("<!-- 这一段核对过 -->"),
        "it is addressed to editors and says nothing to readers",
    ),
    "a blank line more": (
        one_place(r"\n\n(?=\S)", "\n\n\n", chinese()),
        "Markdown takes several blank lines for one",
    ),
}
CAUGHT = EDITS | STRUCTURE_AND_STYLE


# The edits, made


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the real pages, tables and menu, on which each edit is made and undone."""
    folder = tmp_path_factory.mktemp("edited") / "project"
    shutil.copytree(small.ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("rules"))
    shutil.copy(small.ROOT / "mkdocs.yml", folder)
    return folder


def found_after(project, changes: dict):
    """What the check finds with these changes in place; they are undone afterwards."""
    try:
        for path, new in changes.items():
            put(project / path, new)
        return checks.survey(project).findings
    finally:
        for path in changes:
            put(project / path, TEXTS.get(path))


def put(path, content: str | bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def test_there_are_fifty_of_them():
    assert len(EDITS) * len(SEEDS) >= 50


def test_the_copy_has_no_findings(project):
    assert checks.survey(project).findings == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", CAUGHT)
def test_an_edit_that_does_harm_is_caught(project, name, seed):
    edit, rules = CAUGHT[name]
    changes = edit(random.Random(f"{name} {seed}"))
    found = found_after(project, changes)
    assert {finding.rule for finding in found} & rules, changes.keys()
    assert all(re.search("[\u4e00-\u9fff]", finding.zh) and finding.en for finding in found)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", HARMLESS)
def test_an_edit_that_does_no_harm_is_left_alone(project, name, seed):
    edit, reason = HARMLESS[name]
    assert found_after(project, edit(random.Random(f"{name} {seed}"))) == [], reason
