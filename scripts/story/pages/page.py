"""Markdown pages as an editor sees them: pairs, front matter, links with their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from story.pages.brackets import marks
from story.tables.yamlfile import Marks, YamlFault, parse

FRONT = re.compile(r"\A---[ \t]*\n(?:(.*?)^---[ \t]*$\n?|(?:[a-z]+:[^\n]*(?:\n|\Z))+)", re.S | re.M)
"""The head of a page.

One that is never closed reaches as far as its fields do and has no group 1: it is no prose for any rule.
"""
FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1[ \t]*$|\Z)", re.S | re.M)
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_EMPHASIS = re.compile(r"(?<!\\)(?:[*`]|(?<!\w)_|_(?!\w))")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")
UNPUBLISHED = ("data", "photos", "rules")
"""Folders of `docs` that mkdocs.yml keeps out of the site."""
PHOTOGRAPH = re.compile(r"^!\[[^\]\n]*\]\(photos/([\w-]+)(?:\.\w+)?\)[ \t]*$", re.M)
ID = re.compile(r"\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}")
"""An id that an editor gives to a heading or a paragraph: `{ #id }`."""
MARKER = re.compile(r"^<!-- data: ([a-z]+)((?: [a-z0-9-]+)*) -->$", re.M)


@dataclass(frozen=True)
class Page:
    """One Markdown file. `lang` is `zh` or `en`; `twin` is the other file's name. `unread` is one of which
    nothing could be read: rules take it for empty, and one has said why."""

    path: Path
    text: str
    unread: bool = False

    @property
    def lang(self) -> str:
        return "en" if self.path.name.endswith(".en.md") else "zh"

    @property
    def slug(self) -> str:
        return self.path.name.removesuffix(".md").removesuffix(".en")

    @property
    def twin(self) -> str:
        return f"{self.slug}.md" if self.lang == "en" else f"{self.slug}.en.md"


def find(docs: Path) -> list[Path]:
    """All pages below `docs`, without the folders of tables and photographs and the manual of the rules."""
    return sorted(path for path in docs.rglob("*.md") if path.relative_to(docs).parts[0] not in UNPUBLISHED)


def published(docs: Path) -> list[Path]:
    """Files and folders below `docs` that nothing keeps out of the site: not hidden, nor in such a folder."""
    return [path for path in sorted(docs.rglob("*")) if not _kept_out(path.relative_to(docs).parts)]


def _kept_out(parts: tuple[str, ...]) -> bool:
    return parts[0] in UNPUBLISHED or any(part.startswith(".") for part in parts)


def project(pages: dict[str, Page]) -> Path:
    """The project's folder, from its pages by the path an editor sees; where we stand, if there are none."""
    for shown, page in pages.items():
        return page.path.parents[shown.count("/")]
    return Path()


def front_matter(text: str) -> tuple[Any, Marks]:
    """Data and marks of the front matter, `({}, {})` if there is none. Raises `YamlFault`.

    A first line `---` that nothing closes is a fault: MkDocs would print it as text.
    """
    match = FRONT.match(text)
    if match and match[1] is not None:
        data, marks = parse(match[1])
        return data, {place: (line + 1, column) for place, (line, column) in marks.items()}
    if text.startswith("---"):
        raise YamlFault("the opening --- is never closed", (0, 1))
    return {}, {}


def split(text: str) -> tuple[dict[str, Any], str]:
    """The fields of a page's head, and the body below it.

    A head that cannot be read, or holds no fields, gives none; it is no part of the body all the same.
    """
    try:
        data, _ = front_matter(text)
    except YamlFault:
        data = {}
    return data if isinstance(data, dict) else {}, body(text)


def body(text: str) -> str:
    """What stands below the head of a page."""
    return FRONT.sub("", text)


def empty(page: Page) -> bool:
    """True if nothing stands below the head of the page."""
    return not body(page.text).strip()


def markers(text: str) -> Iterator[tuple[str, list[str], int]]:
    """Each generated part a page asks for: its name, its arguments, its line."""
    for match in MARKER.finditer(text):
        yield match[1], match[2].split(), place(text, match.start())[0]


def photographs(text: str) -> Iterator[tuple[str, int]]:
    """Each photograph that stands in a paragraph of its own, `![](photos/ID.jpg)`: its id and line."""
    for match in PHOTOGRAPH.finditer(blank(text)):
        yield match[1], place(text, match.start())[0]


@lru_cache(maxsize=256)  # the title of every page is asked for on every page
def title(text: str) -> str:
    """The words of a page's first heading of the first level; a line of its head or of code is none."""
    match = heading(text)
    return plain(_ATTRIBUTES.sub("", match[1])) if match else ""


def heading(text: str) -> re.Match | None:
    """The first heading of the first level; its group 1 are the words, placed as in `text`."""
    return re.search(r"^# (.+)$", _shown(text), re.M)


def standfirst(text: str) -> str:
    """The first paragraph under the title, as plain words; the page's description."""
    match = re.search(r"^# .+\n\s*([^\s#<!:-][^\n]*)", _shown(text), re.M)
    return plain(match[1]) if match else ""


def _shown(text: str) -> str:
    """A page with its head, code blocks and comments turned into spaces, positions kept."""
    text = blank(text, FRONT, FENCE)
    for typed, start in comments(text):
        text = text[:start] + " " * len(typed) + text[start + len(typed) :]
    return text


def plain(markdown: str) -> str:
    """Inline Markdown without its links, emphasis and code marks."""
    for start, end in reversed(marks(markdown) if "[" in markdown else []):
        markdown = markdown[:start] + markdown[end:]
    return _ESCAPE.sub("", _EMPHASIS.sub("", markdown)).strip()


def place(text: str, position: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in a text."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def comments(text: str) -> Iterator[tuple[str, int]]:
    """Each comment outside of code, in order: its text as typed, and where it begins."""
    for match in COMMENT.finditer(blank(text, FENCE, CODE)):
        yield text[match.start() : match.end()], match.start()


def blank(text: str, *patterns: re.Pattern) -> str:
    """The text with code and comments (or what `patterns` match) turned into spaces, positions kept."""
    for pattern in patterns or (FENCE, COMMENT, CODE):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text
