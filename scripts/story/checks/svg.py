"""What an SVG picture may hold: shapes, colours and words. It is a document of its own to whoever opens its
address, and could run or fetch whatever a page could."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from story.findings import Words
from story.rules import rule
from story.tables.yamlfile import Mark

RULE = rule("file-refused")
_SPACE = "http://www.w3.org/2000/svg "
_ELEMENTS = re.compile(
    "svg|g|defs|symbol|use|title|desc|metadata|style|path|rect|circle|ellipse|line|poly(line|gon)|text|tspan"
    "|textPath|image|clipPath|mask|pattern|marker|(linear|radial)Gradient|stop|filter|fe(?!Image)[A-Za-z]+"
)
_RASTER = re.compile(r"data:image/(png|jpeg|webp|gif|avif);base64,[A-Za-z0-9+/=\s]*")
_OUTSIDE = re.compile(r"//|\\|@import|image-set|(?:script|data):|url\(\s*[\"']?(?![#\"'\s])", re.I)
"""What leads out of the file, in an attribute or a style; a backslash could hide any of it."""


def faults(data: bytes) -> list[tuple[Mark, Words]]:
    """All that a picture may not hold, in order, each where it first stands. One that cannot be read has that
    for its last fault."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter: of an unknown encoding
        place = getattr(error, "lineno", 1), getattr(error, "offset", 0) + 1
        reader.found.append((place, RULE.words("svg-unread", problem=str(error).partition(":")[0])))
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found: list[tuple[Mark, Words]] = []
        self.style = ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = lambda *_: self._refuse(RULE.words("svg-doctype"))
        self.parser.ProcessingInstructionHandler = lambda *_: self._refuse(RULE.words("svg-instruction"))

    def _refuse(self, said: Words) -> None:
        if all(said != known for _, known in self.found):
            self.found.append(((self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1), said))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        plain = name.rpartition(" ")[2]
        if name != _SPACE + plain or not _ELEMENTS.fullmatch(plain):
            self._refuse(RULE.words("svg-element", name=plain))
        for said in _attributes(plain, attributes):
            self._refuse(said)
        self.style = " " if plain == "style" else ""

    def _words(self, text: str) -> None:
        if self.style:
            self.style += text

    def _end(self, name: str) -> None:
        if _OUTSIDE.search(self.style):
            self._refuse(RULE.words("svg-outside", name="style"))
        self.style = ""


def _attributes(element: str, attributes: dict[str, str]) -> Iterator[Words]:
    for key, value in attributes.items():
        name = key.rpartition(" ")[2]
        embedded = element == "image" and name == "href" and _RASTER.fullmatch(value)
        leading = name in ("href", "base", "src") and not value.startswith("#")
        if name.lower().startswith("on"):
            yield RULE.words("svg-program", name=name)
        elif not embedded and (leading or _OUTSIDE.search(value)):
            yield RULE.words("svg-outside", name=name)
