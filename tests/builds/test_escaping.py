"""What the tables say is text: signs of HTML, Markdown and attributes in it come out as they were typed."""

import copy
import json
import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser

import pytest

import small
from story import checks
from story.site import edition
from story.tables import markdown, schemas
from story.tables.tables import NAMES, Tables, load

HTML = "<b onmouseover=x>&\"'</script>"
SIGNS = f"{HTML} **[x](javascript:x)** {{: onclick=x }}"
FIXED = {"pattern", "enum", "x-enum", "x-names", "format", "const"}
"""What leaves a string no room for words."""
FILLED_IN = {"shown"}
"""Words with braces for what is put into them, as those of the interface have."""
NAMING = {"part"}
"""Fields that name a key of another table: with any other word the check says that nothing can be drawn."""
PRINTED = {
    *(
        "address",
        "after",
        "caption",
        "credit",
        "english",
        "explanation",
        "gloss",
        "items",
        "label",
        "licence",
    ),
    *("meaning", "note", "pinyin", "pitfall", "short", "source", "statement", "summary", "supports", "term"),
    *("text", "title"),
}
"""Fields whose every word is on some page."""


class Html(HTMLParser):
    """Every attribute's name, and all that a page says, without its spaces."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.attributes, self.text, self.values = set(), "", ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.attributes |= {name for name, _ in attrs}
        self.values += "\n".join(_bare(value or "") for _, value in attrs) + "\n"

    def handle_data(self, data):
        self.text += _bare(data)


def _bare(words: str) -> str:
    return re.sub(r"\s", "", words)


class Planter:
    """Puts signs behind every string of a table that may hold words; `planted` are these by their field."""

    def __init__(self):
        self.planted: set[tuple[str, str]] = set()

    def plant(self, part: dict, data, field: str, signs: str):
        if isinstance(data, dict):
            fields, others = part.get("properties", {}), part.get("additionalProperties") or {}
            named = lambda key: field if key in ("zh", "en") else key
            return {
                key: value
                if data.get("kind") in ("date", "period") and key == "value"
                else self.plant(fields.get(key, others), value, named(key), signs)
                for key, value in data.items()
            }
        if isinstance(data, list):
            return [self.plant(part.get("items", {}), value, field, signs) for value in data]
        free = "string" in part.get("type", "") and not FIXED & set(part) and field not in NAMING
        if not isinstance(data, str) or not free:
            return data
        linked = isinstance(data, markdown.Markdown)
        words = data + (HTML if linked or field in FILLED_IN else signs)
        self.planted.add((field, re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words) if linked else words))
        return type(data)(words)


def planted(root) -> tuple[Tables, set[tuple[str, str]]]:
    """The tables of the real site with signs in all their words, and those words by their field."""
    tables, planter = copy.deepcopy(load(root)), Planter()
    taken = {"alt": {"zh": "店", "en": "A shop"}, "credit": "某人", "licence": "某种许可"}
    tables.data["photos"]["photos"][0].update(taken, place={"zh": "南京", "en": "Nanjing"})
    common = schemas.schema(root, "common")["$defs"]
    data = {
        name: planter.plant(
            schemas.inlined(schemas.schema(root, name), common, tables.pages),
            tables.data[name],
            name,
            HTML if name == "strings" else SIGNS,
        )
        for name in NAMES
    }
    return Tables(root, data, tables.marks, tables.fields, tables.pages), planter.planted


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """The real site with signs in every table, without its drawn cards, and the words that hold them."""
    site = tmp_path_factory.mktemp("marked") / "site"
    tables, words = planted(small.ROOT)
    run, first = edition.update.run, tables.data["photos"]["photos"][0]["id"]

    def photographed(*arguments, **options):
        report = run(*arguments, **options)
        report.pictures[first] = report.pictures[first] | {"plate": False}
        return report

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "inspect", lambda root: (tables, []))
        patch.setattr(edition.share, "run", lambda *arguments: {})
        patch.setattr(edition.posters, "run", lambda *arguments: {})
        patch.setattr(edition.update, "run", photographed)
        result = small.build_here(small.ROOT, "--site-dir", str(site))
    assert result.returncode == 0, result.stdout
    return site, words


def test_no_word_of_a_table_becomes_markup(marked):
    site, words = marked
    pages = {path: Html(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in pages.items():
        assert [name for name in page.attributes if not re.fullmatch(r"(?!on)[A-Za-z][\w:-]*", name)] == [], (
            path
        )
    said = "\n".join(page.text + "\n" + page.values for page in pages.values())
    lost = {(field, text) for field, text in words if field in PRINTED and _bare(text) not in said}
    assert sorted(lost) == []


def test_no_word_of_a_table_ends_the_script_or_the_feed_that_it_stands_in(marked):
    site, _ = marked
    for path in site.rglob("*.html"):
        for graph in re.findall(r'json">(.*?)</script>', small.page(path), re.S):
            assert json.loads(graph)["@context"]
    for path in [*site.rglob("*.xml")]:
        etree.parse(path)
    for path in site.rglob("*.js"):
        assert "<b onmouseover" not in path.read_text(encoding="utf-8"), path


def test_no_word_of_a_table_becomes_markup_beside_the_other_language(marked):
    for path in (marked[0] / "assets/both").glob("*.js"):
        told = json.loads(path.read_text(encoding="utf-8").partition("=")[2].partition(";\n")[0])
        html = "\n".join(row[-1] for row in told["rows"])
        assert "<b onmouseover" not in html and "&lt;b onmouseover" in html
        assert Html(html).attributes <= {"href", "lang"}
