"""Generated parts of pages: a table in, an HTML fragment out.

A page asks for a part with `<!-- data: NAME ARGUMENTS -->`; the template
`overrides/fragments/NAME.html` draws it. Fragments are well-formed XML; their
links name Markdown files (`about.md#p12`), which MkDocs resolves and checks;
their text is text, save the fields whose schema says that they hold Markdown.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from story import graphics
from story.graphics import axis
from story.language.breaks import phrased
from story.language.dates import human, short
from story.language.numerals import counted, spelled
from story.language.pinyin import alphabetical
from story.language.wording import figure, numeral, parted, span
from story.pages.chapters import markdown_file, page_titles
from story.pages.line import stops
from story.parts.pictures import spread
from story.tables.columns import meaning
from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables, strings

_NAMES = (
    *("figures", "ledger", "dictionary", "measures", "photos", "glossary", "timeline", "background"),
    *("article", "gaps", "open", "checks", "sources", "graphic", "line", "year", "filter", "copy"),
    *("corrections", "opening", "downloads", "cite"),
)
_CHOICES = {"timeline": ("dated", "undated", "background"), "filter": ("figures", "glossary")}
ARGUMENTS: dict[str, tuple[str, ...]] = dict.fromkeys(_NAMES, ()) | _CHOICES
"""Markers and the words each may take; `background`, `graphic`, `open`, `opening` take ids of tables."""


def render(
    name: str,
    arguments: list[str],
    lang: str,
    tables: Tables,
    photos: dict[str, dict] | None = None,
    copy: dict | None = None,
    ledger: dict | None = None,
) -> str:
    """Draw one part in one language (`zh` or `en`); `arguments` are the marker's words, `photos` by id as
    `pictures.view` gives them, `copy` as `offline.offer` does, `ledger` what `dataset.Data` offers. Raises
    what Jinja does if there is no such part or it cannot be drawn."""
    template = _environment(tables.root).get_template(f"{name}.html")
    shown = photos or {}
    composed = [shown[entry["id"]] for entry in tables.data["photos"]["photos"] if entry["id"] in shown]
    asked = {"lang": lang, "arguments": arguments, "copy": copy, "photos": shown, "spread": spread(composed)}
    asked["ledger"] = ledger or {"files": {}, "citations": []}
    known = {"tables": tables, "data": tables.data, "facts_schema": tables.fields, "chapters": tables.pages}
    facts = {"figures": by_page(tables, figures=True), "words": by_page(tables, figures=False)}
    words = {
        "t": strings(tables, lang),
        "titles": page_titles(tables.root, lang),
        "stops": stops(tables, lang),
    }
    return template.render(asked | known | facts | words)


def by_page(tables: Tables, figures: bool) -> dict[str, list[Fact]]:
    """Facts that are figures (or those that are not), grouped by their page."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in tables.facts.values():
        if (fact["kind"] in FIGURES) is figures:
            groups[fact["page"]].append(fact)
    return groups


@cache
def _environment(root: Path) -> Environment:
    loader, kept = FileSystemLoader(root / "overrides" / "fragments"), compiled(root)
    environment = Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, bytecode_cache=kept
    )
    filters = (human, figure, numeral, parted, span, alphabetical, phrased, short, spelled, counted, meaning)
    environment.filters |= {each.__name__: each for each in filters} | {"file": markdown_file}
    environment.globals |= {"year": axis, "graphics": graphics}
    return environment


def compiled(root: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept from one run to the next: a fifth of a build's time.

    What was compiled without escaping would go on without it: names of its own.
    """
    folder = root / ".cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), "escaping-%s.cache")
