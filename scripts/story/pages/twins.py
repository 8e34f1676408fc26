"""Whether a page has kept up with its twin.

Each keeps a mark of the other's words as they were when it was last held against them.
"""

import hashlib
import re
from pathlib import Path

from story.pages.page import Page, body, front_matter, split
from story.tables.yamlfile import YamlFault

FIELD = "translated"
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""Letters only and no vowels: YAML would read digits as a number, and nobody should read a word into it."""
_NOTE = re.compile(r"<!--(?!\s*data:).*?-->", re.S)
_LINE = re.compile(rf"^{FIELD}:[^\r\n]*", re.M)


def mark(text: str) -> str:
    """Eight letters that change with a page's words, not with its head, comments, spaces and line ends."""
    words = "".join(_NOTE.sub("", body(_plain(text))).split())
    return hashlib.sha256(words.encode()).hexdigest()[:8].translate(_LETTERS)


def recorded(text: str) -> str | None:
    """The mark a page keeps of its twin; None if it keeps none, or its front matter cannot be read."""
    found = split(_plain(text))[0].get(FIELD)
    return None if found is None else str(found)


def _plain(text: str) -> str:
    """A file's text without a byte order mark, its lines ending in one character."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def behind(page: Page, twin: Page | None) -> bool:
    """True if the twin has changed since this page was last held against it.

    Where neither keeps a mark, neither is watched.
    """
    if twin is None or recorded(page.text) is None and recorded(twin.text) is None:
        return False
    return recorded(page.text) != mark(twin.text)


def is_behind(path: Path) -> bool:
    """The same for a file, whose twin is looked for beside it; False where either cannot be read."""
    try:
        page = Page(path, path.read_text(encoding="utf-8-sig"))
        other = path.with_name(page.twin)
        return behind(page, Page(other, other.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError):
        return False


def untouched(page: Page, twin: Page) -> bool:
    """True if the page has not changed since the twin was last held against it."""
    return recorded(twin.text) == mark(page.text)


def line(twin: Page) -> str:
    """The line of the front matter that says: held against these words of the twin."""
    return f"{FIELD}: {mark(twin.text)}"


def record(text: str, twin: Page) -> str:
    """The text with that line in its head, all else as it was. Raises `YamlFault` without a head to read."""
    if not front_matter(_plain(text))[0]:
        raise YamlFault("there is no front matter", (1, 1))
    closing = next(match.start() for match in re.finditer(r"^---[ \t]*\r?$", text, re.M) if match.start() > 3)
    head, rest = text[:closing], text[closing:]
    if _LINE.search(head):
        return _LINE.sub(line(twin), head, count=1) + rest
    end = "\r\n" if head.endswith("\r\n") else "\n"
    return f"{head}{line(twin)}{end}{rest}"
