"""Generated parts of pages: a table in, an HTML fragment out.

A page asks for a part with `<!-- data: NAME ARGUMENTS -->`; the template
`overrides/fragments/NAME.html` draws it. Fragments are well-formed XML; their
links name Markdown files (`about.md#p12`), which MkDocs resolves and checks;
their text may hold inline Markdown, like any other text of a page.
"""

from collections import defaultdict
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from story import graphics, schemas
from story.dates import human
from story.pages import title
from story.pictures import spread
from story.tables import FIGURES, Tables

ARGUMENTS: dict[str, tuple[str, ...]] = {
    "figures": (), "ledger": (), "dictionary": (), "measures": (), "photos": (), "glossary": (),
    "timeline": ("dated", "undated", "background"), "background": (), "article": (), "gaps": (),
    "checks": (), "sources": (), "band": (), "graphic": (),
}
"""Markers and the words each may take; `background` and `graphic` take ids of their tables."""

CHAPTERS = ("home", "party-building", "measures", "train", "store", "investment", "exchange",
            "gallery", "timeline", "figures", "glossary", "about")
"""Pages in the article's order."""


def render(name: str, arguments: list[str], lang: str, tables: Tables, photos: dict[str, dict] | None = None) -> str:
    """Draw one part in one language (`zh` or `en`); `arguments` are the marker's words, `photos` as `pictures.view` gives them."""
    template = _environment(tables.root).get_template(f"{name}.html")
    return template.render(
        lang=lang, arguments=arguments, tables=tables, data=tables.data,
        photos=photos or {}, graphic=partial(graphics.draw, tables=tables, lang=lang), spread=_spread(tables, photos or {}), t=strings(tables, lang), titles=page_titles(tables.root, lang), chapters=CHAPTERS,
        figures=by_page(tables, figures=True), words=by_page(tables, figures=False),
        facts_schema=fact_fields(tables.root),
    )


def _spread(tables: Tables, photos: dict[str, dict]) -> list:
    """The manifest's pictures composed for the gallery."""
    return spread([photos[entry["id"]] for entry in tables.data["photos"]["photos"] if entry["id"] in photos])


def strings(tables: Tables, lang: str) -> dict[str, str]:
    """The words of the interface in one language."""
    return {key: words[lang] for key, words in tables.data["strings"].items()}


def by_page(tables: Tables, figures: bool) -> dict[str, list[dict]]:
    """Facts that are figures (or those that are not), grouped by their page."""
    groups = defaultdict(list)
    for fact in tables.facts.values():
        if (fact["kind"] in FIGURES) is figures:
            groups[fact["page"]].append(fact)
    return groups


def markdown_file(page: str) -> str:
    """The Markdown file of a page as links name it: without language suffix."""
    return "index.md" if page == "home" else f"{page}.md"


def span(source: str) -> tuple[str, str]:
    """A source `P12` or `C01-C07` as the anchor it links to and the words it shows."""
    return source.split("-")[0].lower(), source.replace("-", "–")


def number(value: float, lang: str) -> str:
    """A number as it is printed: 17880000 as 17,880,000 in both languages, 2024 as it is."""
    return f"{value:,}" if value >= 10000 else str(value)


def figure(fact: dict, lang: str) -> str:
    """The value of a figure for a table: number with an open end, a period in words, else the usual wording."""
    if isinstance(fact["value"], (int, float)):
        return number(fact["value"], lang) + ("+" if fact.get("bound") else "")
    in_words = human(fact["value"], lang)
    return in_words if in_words != fact["value"] else fact["wording"][lang][0]


@cache
def _environment(root: Path) -> Environment:
    environment = Environment(loader=FileSystemLoader(root / "overrides" / "fragments"), autoescape=True,
                              trim_blocks=True, lstrip_blocks=True, auto_reload=True)
    environment.filters.update(human=human, figure=figure, span=span, file=markdown_file)
    return environment


def page_path(root: Path, page: str, lang: str) -> Path:
    """The Markdown file of a page in one language."""
    name = markdown_file(page)
    return root / "docs" / (name.replace(".md", ".en.md") if lang == "en" else name)


def page_titles(root: Path, lang: str) -> dict[str, str]:
    """The title of every page that is there and has one."""
    titles = {page: _title(page_path(root, page, lang)) for page in CHAPTERS}
    return {page: words for page, words in titles.items() if words}


def _title(path: Path) -> str:
    try:
        return title(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def fact_fields(root: Path) -> dict[str, dict]:
    """The fields of a fact, by name, as the schema describes them."""
    return schemas.schema(root / schemas.FOLDER, "facts")["properties"]["facts"]["items"]["properties"]
