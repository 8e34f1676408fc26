"""HTML as Markdown: CommonMark, with the tables of GitHub Flavored Markdown, and no HTML in it.

Not by a library: markdownify takes five times as long for our pages and brings four packages, html2text is
under the GPL, html-to-markdown weighs 22 MB.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
}
_MARKS = {"em": "*", "strong": "**"}
_BREAK = "\0"
"""No page may hold it."""
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<|~&"})
_START = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[#>+=-]))", re.M)
"""What makes more of a line than a line."""


def written(body: LexborNode) -> str:
    """A tree of HTML as Markdown. Emphasis that Markdown would not see beside Chinese punctuation is left
    out; letters that are only smaller, higher or lower are letters."""
    return "\n\n".join(_blocks(body)) + "\n"


def plain(text: str) -> str:
    """Text as Markdown shows it, on one line."""
    return " ".join(text.split()).translate(_SIGNS)


def address(url: str) -> str:
    """An address as it may stand in the brackets of a link."""
    return re.sub(r"[\s()<>\\]", lambda sign: f"%{ord(sign[0]):02X}", url)


def _blocks(node: LexborNode) -> list[str]:
    """What stands in an element, a block each; words that stand in none are one."""
    found: list[str] = []
    words = ""
    for child in node.iter(include_text=True):
        if child.tag in _BLOCKS:
            found += _paragraph(words) + _WRITERS.get(child.tag, _blocks)(child)
            words = ""
        else:
            words += _words(child)
    return found + _paragraph(words)


def _paragraph(words: str) -> list[str]:
    lines = (" ".join(line.split()) for line in words.split(_BREAK))
    text = "\\\n".join(line for line in lines if line)
    return [_START.sub(r"\1\\", text)] if text else []


def _words(node: LexborNode) -> str:
    """What stands in a line."""
    tag, attributes = node.tag or "", node.attributes
    if tag == "-text":
        return (node.text_content or "").translate(_SIGNS)
    if tag in _ALONE:
        return _ALONE[tag](node)
    words = "".join(map(_words, node.iter(include_text=True)))
    if tag == "a" and attributes.get("href") and words.strip():
        return f"{_gap(node)}[{words.strip()}]({address(attributes['href'] or '')})"
    mark = _MARKS.get(tag, "")
    # Between letters a mark holds, whatever stands around it.
    return f"{mark}{words}{mark}" if re.fullmatch(r"\w(.*\w)?", words, re.S) else words


def _gap(link: LexborNode) -> str:
    """Our style sheet keeps the mark of a source from its sentence, and links from one another."""
    near = link.prev and link.prev.tag == "a"
    return " " if near or "story-source" in (link.attributes.get("class") or "") else ""


def _image(node: LexborNode) -> str:
    return f"![{plain(node.attributes.get('alt') or '')}]({address(node.attributes.get('src') or '')})"


def _code(node: LexborNode) -> str:
    text = node.text()
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if text.strip("`") != text else f"{fence}{text}{fence}"


_ALONE: dict[str, Callable[[LexborNode], str]] = {
    "img": _image,
    "code": _code,
    "br": lambda node: _BREAK,
    "-comment": lambda node: "",
}


def _line(node: LexborNode) -> str:
    """All that an element holds on one line."""
    parts = (
        f" {_line(child)} " if child.tag in _BLOCKS else _words(child)
        for child in node.iter(include_text=True)
    )
    return " ".join("".join(parts).replace(_BREAK, " ").split())


def _heading(node: LexborNode) -> list[str]:
    return [f"{'#' * int((node.tag or 'h1')[1])} {_line(node)}"]


def _list(node: LexborNode) -> list[str]:
    number, items = int(node.attributes.get("start") or 1), []
    for item in node.iter():
        number = int(item.attributes.get("value") or number)
        items.append(_item("- " if node.tag == "ul" else f"{number}. ", item))
        number += 1
    # One that stands close reads as one paragraph; of several the items stand apart.
    return [("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)]


def _item(sign: str, node: LexborNode) -> str:
    return sign + _indented(_blocks(node), len(sign))[len(sign) :]


def _indented(blocks: list[str], width: int) -> str:
    return re.sub(r"^(?=.)", " " * width, "\n\n".join(blocks), flags=re.M)


def _definitions(node: LexborNode) -> list[str]:
    """Words and what they mean: a list, each meaning under its word."""
    told = [
        _item("- ", each) if each.tag == "dt" else _indented(_blocks(each), 2) for each in node.css("dt, dd")
    ]
    return ["\n\n".join(told)]


def _quotation(node: LexborNode) -> list[str]:
    return [re.sub("^", "> ", "\n\n".join(_blocks(node)), flags=re.M).replace("> \n", ">\n")]


def _table(node: LexborNode) -> list[str]:
    rows = [[_line(cell) for cell in row.css("th, td")] for row in node.css("tr")]
    width = max(map(len, rows), default=0)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    above = [_line(caption) for caption in node.css("caption")]
    return [*above, "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])]


def _preformatted(node: LexborNode) -> list[str]:
    text = node.text().rstrip("\n")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return [f"{fence}\n{text}\n{fence}"]


_WRITERS: dict[str, Callable[[LexborNode], list[str]]] = {
    **{f"h{level}": _heading for level in range(1, 7)},
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "blockquote": _quotation,
    "table": _table,
    "pre": _preformatted,
    "hr": lambda node: ["***"],
}
