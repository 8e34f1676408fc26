"""Generated parts of pages: a table in, an HTML fragment out.

A page asks for a part with `<!-- data: NAME ARGUMENTS -->`; the template
`overrides/fragments/NAME.html` draws it. Fragments are well-formed XML; their
links name Markdown files (`about.md#p12`), which MkDocs resolves and checks;
their text may hold inline Markdown, like any other text of a page.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from story import graphics
from story.graphics import axis
from story.language.dates import human, short
from story.language.numerals import spelled
from story.language.pinyin import alphabetical
from story.language.wording import figure, numeral, span
from story.pages.chapters import markdown_file, page_titles
from story.pages.line import stops
from story.parts.pictures import spread
from story.tables.tables import FIGURES, Tables, strings

_NAMES = (
    *(
        "figures",
        "ledger",
        "dictionary",
        "measures",
        "photos",
        "glossary",
        "timeline",
        "background",
        "article",
    ),
    *(
        "gaps",
        "open",
        "checks",
        "sources",
        "band",
        "graphic",
        "line",
        "year",
        "filter",
        "copy",
        "corrections",
    ),
)
ARGUMENTS: dict[str, tuple[str, ...]] = dict.fromkeys(_NAMES, ()) | {
    "timeline": ("dated", "undated", "background"),
    "filter": ("figures", "glossary"),
}
"""Markers and the words each may take; `background`, `graphic` and `open` take ids of their tables."""


def render(
    name: str,
    arguments: list[str],
    lang: str,
    tables: Tables,
    photos: dict[str, dict] | None = None,
    copy: dict | None = None,
) -> str:
    """Draw one part in one language (`zh` or `en`); `arguments` are the marker's words, `photos` as
    `pictures.view` gives them, `copy` as `offline.offer` does."""
    template = _environment(tables.root).get_template(f"{name}.html")
    return template.render(
        lang=lang,
        arguments=arguments,
        tables=tables,
        data=tables.data,
        photos=photos or {},
        copy=copy,
        graphics=graphics,
        spread=_spread(tables, photos or {}),
        t=strings(tables, lang),
        titles=page_titles(tables.root, lang),
        chapters=tables.pages,
        stops=stops(tables, lang),
        figures=by_page(tables, figures=True),
        words=by_page(tables, figures=False),
        facts_schema=tables.fields,
    )


def _spread(tables: Tables, photos: dict[str, dict]) -> list:
    """The manifest's pictures composed for the gallery."""
    return spread([photos[entry["id"]] for entry in tables.data["photos"]["photos"] if entry["id"] in photos])


def by_page(tables: Tables, figures: bool) -> dict[str, list[dict]]:
    """Facts that are figures (or those that are not), grouped by their page."""
    groups = defaultdict(list)
    for fact in tables.facts.values():
        if (fact["kind"] in FIGURES) is figures:
            groups[fact["page"]].append(fact)
    return groups


@cache
def _environment(root: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(root / "overrides" / "fragments"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
        bytecode_cache=compiled(root),
    )
    environment.filters.update(
        human=human,
        figure=figure,
        numeral=numeral,
        span=span,
        file=markdown_file,
        alphabetical=alphabetical,
        short=short,
        spelled=spelled,
    )
    environment.globals.update(year=axis)
    return environment


def compiled(root: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept from one run to the next: a fifth of a build's time."""
    folder = root / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
