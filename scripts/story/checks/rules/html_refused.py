"""HTML that could run something, fetch something or break the look of a page."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import everything
from story.findings import Words
from story.pages.links import links
from story.pages.prose import with_html
from story.tables.tables import Tables

RULE = rule("html-refused")
_TAGS = re.compile(
    "script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|link|meta|base|svg|math"
    "|template|noscript|portal"
)
_PASTED = {"span", "font", "o:p", "st1:place", "w:sdt"}
_FROM_WORD = (
    "从 Word 粘贴来的格式，请粘贴成纯文字（再粘一次，用“只保留文本”），样子由网站来管。",
    "This is formatting pasted from Word. Paste plain text only; looks are the style sheets’ business.",
)
_FETCHING = {"src", "srcset", "poster", "background", "data"}
_LEADING = {"href", "xlink:href", "action", "formaction", "cite", *_FETCHING}
_SCHEME = re.compile(r"(javascript|vbscript|data|livescript):")
_ELSEWHERE = re.compile(r"(?:^|,)(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}|^https?:")
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
_PAIR = re.compile(r"([\w:.-]+)[ \t]*=[ \t]*(\"[^\"]*\"|'[^']*'|[^\s}]+)")


def check(pages: Pages, tables: Tables) -> Findings:
    for text in everything(pages, tables):
        if re.search(r"[<{]|\]\(|\]:", text.body):
            for position, fault in faults(text.body):
                yield text.finding(RULE, position, *fault)


def faults(text: str) -> Iterator[tuple[int, Words]]:
    """Position and words of everything refused, in HTML, in attribute lists and in links."""
    bare = with_html(text)
    yield from _Reader(bare).found
    for block in _ATTRIBUTES.finditer(bare):
        for match in _PAIR.finditer(block[1]):
            if fault := _attribute(match[1].lower(), match[2].strip("\"'")):
                yield block.start(1) + match.start(), fault
    for link in links(text):
        if not link.html and (fault := _address(link.target, link.image)):
            yield link.told, fault


class _Reader(HTMLParser):
    """Reads tags as a browser would, whatever their case and spaces."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[tuple[int, Words]] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        line, column = self.getpos()
        position = self._starts[line - 1] + column
        self.found += [(position, fault) for fault in _tag(tag, attrs)]


def _tag(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[Words]:
    """What is refused in a tag: itself, or attributes of it."""
    if _TAGS.fullmatch(tag.split(":")[-1]):
        yield (
            f"这里不能写 <{tag}>。请删去它；需要的效果可以用 Markdown 写，或者提一个议题，由网站的模板来做。",
            f"<{tag}> is not allowed here. Remove it; "
            "use Markdown, or ask in an issue for a template to do it.",
        )
    elif tag in _PASTED or any(
        name == "class" and re.match("mso", value or "", re.I) for name, value in attrs
    ):
        yield _FROM_WORD
    else:
        yield from filter(None, (_attribute(name, value or "") for name, value in attrs))


def _attribute(name: str, value: str) -> Words | None:
    if re.match(r"on\w", name) or name == "srcdoc":
        return (
            f"这里不能写 {name}=…，它会在读者的浏览器里运行程序。请删去。",
            f"{name}=… runs a program in the reader’s browser and is not allowed. Remove it.",
        )
    if name == "style":
        return (
            "这里不能写 style=…，样子由网站的样式表管。请删去。",
            "style=… is not allowed; looks are the style sheets’ business. Remove it.",
        )
    return _address(value, name in _FETCHING) if name in _LEADING else None


def _address(value: str, fetched: bool) -> Words | None:
    plain = re.sub(r"[\x00-\x20\x7f\u200b-\u200f\ufeff]", "", html.unescape(value)).lower()
    if match := _SCHEME.match(plain):
        return (
            f"不能用 {match[1]}: 开头的网址。链接请写页面的文件名，或者 https:// 开头的网址。",
            f"An address may not begin with {match[1]}:. "
            "Name a page by its file, or an address from https:// on.",
        )
    if fetched and _ELSEWHERE.search(plain):
        return (
            f"图片不能从别的网站取（{value}）：那边一改，这里就空了，读者的行踪也会被那边知道。"
            "请把图放进 docs/assets/images，再写它在这里的名字。",
            f"No picture from another site ({value}): it may vanish, and that site would learn who reads. "
            "Put it into docs/assets/images and name it from there.",
        )
    return None
