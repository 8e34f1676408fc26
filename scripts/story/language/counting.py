"""Length of a text as a Chinese editor counts it."""

import re
from html.parser import HTMLParser

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
_HAN = re.compile(f"[{HAN}]")
# A run of Latin letters or digits is one word, with the marks that join it: “Shaanxi’s”, “17.88”, “22℃”.
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['’.,-][A-Za-z0-9\u00c0-\u024f]+)*")
_UNREAD = {"story-source", "headerlink", "footnote-ref", "footnote-backref"}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def length(text: str) -> int:
    """Han characters plus Latin words (numbers count as words) of plain text."""
    return len(_HAN.findall(text)) + len(_WORD.findall(text))


def reading_text(html: str) -> str:
    """The words a reader reads in an HTML fragment: no source marks, no permalinks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag, attrs):
        if tag in _VOID:
            self.parts.append(" ")
        elif self.unread or _UNREAD & set((dict(attrs).get("class") or "").split()):
            self.unread += 1

    def handle_endtag(self, tag):
        if self.unread and tag not in _VOID:
            self.unread -= 1

    def handle_data(self, data):
        if not self.unread:
            self.parts.append(data)
