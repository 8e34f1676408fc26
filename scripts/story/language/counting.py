"""Length of a text as a Chinese editor counts it."""

import re
from functools import lru_cache

from story.language.markup import VOID, Markup

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
_HAN = re.compile(f"[{HAN}]")
# A run of Latin letters or digits is one word, with the marks that join it: “Shaanxi’s”, “17.88”, “22℃”.
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['’.,-][A-Za-z0-9\u00c0-\u024f]+)*")
UNREAD = {"story-source", "headerlink", "footnote-ref", "footnote-backref"}


def length(text: str) -> int:
    """Han characters plus Latin words (numbers count as words) of plain text."""
    return len(_HAN.findall(text)) + len(_WORD.findall(text))


@lru_cache(maxsize=64)  # a preview asks again for each save
def reading_text(html: str) -> str:
    """The words a reader reads in an HTML fragment: no source marks, no permalinks."""
    return "".join(Reader(html).parts)


class Reader(Markup):
    """Reads `html` into `parts`, without what nobody reads. The search index overrides the steps."""

    def __init__(self, html: str):
        self.parts: list[str] = []
        self.depth = 0
        self.read(html)

    def unread(self, tag: str, attributes: dict) -> bool:
        """Whether nobody reads what the tag holds."""
        return bool(UNREAD & set((attributes.get("class") or "").split()))

    def opened(self, tag: str, attributes: dict) -> None:
        """A tag that is read begins; a void one ends with that."""
        if tag in VOID:
            self.parts.append(" ")

    def closed(self, tag: str) -> None:
        """A tag that is read ends."""

    def heard(self, words: str) -> None:
        """Words that are read."""
        self.parts.append(words)

    def began(self, tag, attributes):
        if self.depth or self.unread(tag, attributes):
            self.depth += tag not in VOID
        else:
            self.opened(tag, attributes)

    def ended(self, tag):
        if self.depth:
            self.depth -= 1
        else:
            self.closed(tag)

    def said(self, words):
        if not self.depth:
            self.heard(words)
