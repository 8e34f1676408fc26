"""CONTRIBUTING.md is kept true: what it names is there, and what it says to paste is accepted."""

import re
from textwrap import dedent

import pytest

import small
from story.checks import inspect
from story.tables.tables import load

TEXT = (small.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LANGUAGES = dict(zip(("zh", "en"), TEXT.split("## In English")))
TABLES = load(small.ROOT)
PASTED = {
    lang: [dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```$", text, re.S | re.M)]
    for lang, text in LANGUAGES.items()
}


@pytest.mark.parametrize("file", ["CONTRIBUTING.md", "README.md", "scripts/hosting/README.md"])
def test_every_link_leads_to_a_file_of_the_project(file):
    folder = (small.ROOT / file).parent
    linked = re.findall(
        r"\]\((?!https?:|#)([^)#]+)",
        re.sub(r"```.*?```|`[^`]*`", "", (small.ROOT / file).read_text(encoding="utf-8"), flags=re.S),
    )
    assert linked and [link for link in linked if not (folder / link).exists()] == []


def test_every_command_named_is_there():
    targets = set(re.findall(r"^([a-z]+):", (small.ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    scripts = re.findall(r"(?<!\.venv\\)scripts\\(\w+\.py)", TEXT)
    assert set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`[^`\n]+`", TEXT)))) <= targets
    assert scripts and [script for script in scripts if not (small.ROOT / "scripts" / script).exists()] == []


def test_every_example_names_something_that_is_there():
    known = {
        *TABLES.facts,
        *TABLES.background,
        *TABLES.graphics,
        *(photo["id"] for photo in TABLES.data["photos"]["photos"]),
    }
    named = {"store-products", "train-outside", *re.findall(r"data: (?:background|graphic) ([\w-]+)", TEXT)}
    assert all(name in TEXT for name in named) and named <= known
    assert set(re.findall(r"figures\.md#([\w-]+)", TEXT)) <= set(TABLES.facts)


def test_both_languages_tell_the_same_recipes_in_as_many_steps():
    steps = {
        lang: [
            len(re.findall(r"^\d+\. ", part, re.M))
            for part in re.split(r"^##+ ", text, flags=re.M)
            if re.search(r"^\d+\. ", part, re.M)
        ]
        for lang, text in LANGUAGES.items()
    }
    assert steps["zh"] == steps["en"] and len(steps["zh"]) >= 8


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_to_be_pasted_into_the_tables_is_accepted(site, lang):
    correction, _, term = PASTED[lang]
    glossary = (
        dedent(small.FILES["docs/data/glossary.yml"])
        .replace("theme: people", "theme: places")
        .replace("id: people", "id: places")
    )
    small.put(
        site,
        "docs/data/corrections.yml",
        correction.replace("P12", "P02").replace("page: store", "page: train"),
    )
    small.put(site, "docs/data/glossary.yml", glossary.replace("sources:", term + "sources:"))
    tables, found = inspect(site)
    assert (
        found == []
        and "ditie" in tables.terms
        and tables.data["corrections"]["corrections"][0]["date"] == "2026-11-23"
    )
