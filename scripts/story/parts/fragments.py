"""Generated parts of pages: a table in, an HTML fragment out.

A page asks for a part with `<!-- data: NAME ARGUMENTS -->`; the template
`overrides/fragments/NAME.html` draws it. Fragments are well-formed XML; their
links name Markdown files (`about.md#p12`), which MkDocs resolves and checks;
their text is text, save the fields whose schema says that they hold Markdown.
"""

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
from story.pages.chapters import markdown_file
from story.parts.setting import Setting
from story.tables.columns import meaning

_NAMES = (
    *("figures", "ledger", "dictionary", "measures", "photos", "glossary", "timeline", "background"),
    *("article", "gaps", "open", "checks", "sources", "graphic", "line", "year", "filter", "copy"),
    *("corrections", "opening", "downloads", "cite"),
)
_CHOICES = {"timeline": ("dated", "undated", "background"), "filter": ("figures", "glossary")}
ARGUMENTS: dict[str, tuple[str, ...]] = dict.fromkeys(_NAMES, ()) | _CHOICES
"""Markers and the words each may take; `background`, `graphic`, `open`, `opening` take ids of tables."""
_NO_LEDGER: dict = {"files": {}, "citations": []}


def render(name: str, arguments: list[str], here: Setting) -> str:
    """Draw one part of a page; `arguments` are the marker's words. Raises what Jinja does if there is no such
    part or it cannot be drawn."""
    template = _environment(here.tables.root).get_template(f"{name}.html")
    plates = lambda: [here.photos[entry["id"]] for entry in here.tables.data["photos"]["photos"]]
    asked = {"arguments": arguments, "copy": here.copy, "ledger": here.ledger or _NO_LEDGER}
    return template.render(here.common.known | asked | {"photos": here.photos, "spread": plates})


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
