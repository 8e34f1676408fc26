"""Length of a text as a Chinese editor counts it."""

import re
from html.parser import HTMLParser

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
_HAN = re.compile(f"[{HAN}]")
# A run of Latin letters or digits is one word, with the marks that join it: “Shaanxi’s”, “17.88”, “22℃”.
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['’.,-][A-Za-z0-9\u00c0-\u024f]+)*")
UNREAD = {"story-source", "headerlink", "footnote-ref", "footnote-backref"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def length(text: str) -> int:
    """Han characters plus Latin words (numbers count as words) of plain text."""
    return len(_HAN.findall(text)) + len(_WORD.findall(text))


def reading_text(html: str) -> str:
    """The words a reader reads in an HTML fragment: no source marks, no permalinks."""
    return "".join(Reader(html).parts)


class Reader(HTMLParser):
    """Reads `html` into `parts`, without what nobody reads. The search index overrides the steps."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.depth = 0
        self.feed(html)
        self.close()

    def unread(self, tag: str, attributes: dict) -> bool:
        """Whether nobody reads what the tag holds."""
        return bool(UNREAD & set((attributes.get("class") or "").split()))

    def opened(self, tag: str, attributes: dict) -> None:
        """A tag that is read begins; a void one ends with that."""
        if tag in VOID:
            self.parts.append(" ")

    def closed(self, tag: str) -> None:
        """A tag that is read ends."""

    def said(self, words: str) -> None:
        self.parts.append(words)

    def handle_starttag(self, tag, attrs):
        if self.depth or self.unread(tag, dict(attrs)):
            self.depth += tag not in VOID
        else:
            self.opened(tag, dict(attrs))

    def handle_endtag(self, tag):
        if self.depth:
            self.depth -= tag not in VOID
        elif tag not in VOID:
            self.closed(tag)

    def handle_data(self, data):
        if not self.depth:
            self.said(data)
