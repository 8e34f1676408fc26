"""A link that leads nowhere."""

import posixpath
import re
import unicodedata
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, everything
from story.findings import Words, nearest
from story.pages.anchors import anchors
from story.pages.links import Link, links
from story.pages.page import Page, empty
from story.pages.prose import edited, without_code
from story.site import offline
from story.tables.tables import Tables

RULE = rule("link-broken")
GENERATED = {"figures.csv", "figures.json", "feed.xml", offline.FILE}
"""Files beside the pages that the build writes."""
_UNPUBLISHED = ("data/", "photos/")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_KNOWN = re.compile(r"(?:https?://[\w-]|mailto:|tel:|(?:javascript|vbscript|data):)", re.I)
"""Addresses that browsers know; those at the end are refused by a rule of their own."""
_ALMOST_HTTP = re.compile(r"ht+ps?\s*(?:[:;：；]\s*/*|//+)(?=[\w-]+\.)", re.I)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io|info|int|top|xyz)(?=$|[/:?#])", re.I)
_LOCAL = re.compile(r"(?:file:|[A-Za-z]:[\\/]|\\\\)", re.I)
_FULL_WIDTH = re.compile(
    r"\][ \t]*（[ \t]*([^（）\n]*(?:\.md|https?[:：])[^（）\n]*)）|"
    r"\][ \t]*（[ \t]*([^()\n]*(?:\.md|https?[:：])[^()\n]*)\)"
)
_PARTED = re.compile(
    r"(?<!\])(\[(?!\^)(?:[^\[\]\n]|\[[^\[\]\n]*\])+\])([ \t\u3000]+)"
    r"(\((?:[\w./-]+\.md(?:#[^\s()]*)?|https?://[^\s()]+)\))"
)


def check(pages: Pages, tables: Tables) -> Findings:
    site = _Site(pages, tables)
    for text in everything(pages, tables):
        if "]" not in text.body and "<" not in text.body:
            continue
        yield from _brackets(text)
        for link in links(text.body):
            if fault := _fault(link, text, site):
                yield text.finding(RULE, link.told, *fault)


def fix(page: Page, tables: Tables) -> str:
    """The page without spaces between words and address of a link; the rest is for the editor to find."""
    return edited(page.text, [(*match.span(2), "") for match in _PARTED.finditer(without_code(page.text))])


def _brackets(text: Text) -> Findings:
    """Brackets that were meant for a link and are none for Markdown."""
    bare = without_code(text.body)
    for match in _PARTED.finditer(bare):
        right = match[1] + match[3]
        yield text.finding(
            RULE,
            match.start(),
            f"括号和前面的 ] 之间不能有空格：写成 {right}。",
            f"No space goes between ] and the bracket after it: write {right}.",
        )
    for match in _FULL_WIDTH.finditer(bare):
        right = f"]({match[1] or match[2]})"
        yield text.finding(
            RULE,
            match.start(),
            f"链接的括号要用半角：把“{match[0]}”写成 {right}。",
            f"The brackets of a link are ASCII: write {right} for “{match[0]}”.",
        )


class _Site:
    """What there is to link to; anchors are looked for once a page."""

    def __init__(self, pages: Pages, tables: Tables):
        self.pages, self.docs = pages, tables.root / "docs"
        self.anchors = cache(lambda shown: anchors(pages[shown], tables))

    def names(self) -> list[str]:
        """Pages as links name them."""
        return sorted(
            {
                f"{shown.removeprefix('docs/').removesuffix('.md').removesuffix('.en')}.md"
                for shown in self.pages
            }
        )

    def page(self, name: str, lang: str) -> str | None:
        """The file of a page in a language, or in the other if it has no twin."""
        stem = f"docs/{name.removesuffix('.md')}"
        order = (".en.md", ".md") if lang == "en" else (".md", ".en.md")
        return next((stem + ending for ending in order if stem + ending in self.pages), None)

    def file(self, name: str) -> bool:
        """True if a file is published under this name, itself or as the version of a language."""
        path = self.docs / name
        ours = not name.startswith(("../", *_UNPUBLISHED)) and path.suffix != ".md"
        there = path.is_file() or path.with_name(f"{path.stem}.en{path.suffix}").is_file()
        return name in GENERATED or ours and there


def _fault(link: Link, text: Text, site: _Site) -> Words | None:
    target = link.target
    ours = link.used and target.startswith(("figures.md#", "glossary.md#"))
    if ours or link.image and target.startswith("photos/"):
        return None  # rules of their own
    if not target:
        return (
            f"“[{link.words}]”后面的括号是空的，请写上要去的页面，例如 train.md。",
            f"The link “{link.words}” has no address; name a page, such as train.md.",
        )
    return _outside(target) if _outward(target) else _inside(link, text, site)


def _outward(target: str) -> bool:
    patterns = (_SCHEME, _ALMOST_HTTP, _HOST, _LOCAL)
    return target.startswith("//") or any(pattern.match(target) for pattern in patterns)


def _outside(target: str) -> Words | None:
    if _KNOWN.match(target):
        return None
    if _LOCAL.match(target):
        return (
            f"“{target}”是你自己电脑上的文件，别人打不开。请把文件放进 docs，再写它在那里的名字。",
            f"“{target}” is a file on your own computer. Put it into docs and name it from there.",
        )
    if _SCHEME.match(target) and not _ALMOST_HTTP.match(target):
        return (
            f"“{target}”不是浏览器认识的网址。站外的网址从 https:// 开始。",
            f"“{target}” is no address that browsers know. Addresses of other sites begin with https://.",
        )
    right = f"https://{_ALMOST_HTTP.sub('', target).lstrip('/')}"
    return (
        f"“{target}”是站外的网址，前面少了 https://，会被当成站里的页面。是不是想写 {right}？",
        f"“{target}” is another site’s address without https://, "
        f"and would be looked for on this site. Did you mean {right}?",
    )


def _inside(link: Link, text: Text, site: _Site) -> Words | None:
    """A link within the site. Texts of tables stand on pages, all of which lie in the same folder."""
    path, _, anchor = unquote(link.target).partition("#")
    path = path.partition("?")[0]
    here = text.path.removeprefix("docs/") if not text.table else ""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else ""
    if not path:
        return None if text.table else _anchor(anchor, text.path, link, site)
    found = name.endswith(".md") and not name.endswith(".en.md") and site.page(name, text.lang)
    if found and not path.startswith("/"):
        return _anchor(anchor, found, link, site)
    if not path.startswith("/") and site.file(name):
        return None
    return _missing(link.target, path, anchor, site)


def _missing(target: str, path: str, anchor: str, site: _Site) -> Words:
    if path.lstrip("./").startswith(_UNPUBLISHED):
        return (
            f"“{target}”在不上网的文件夹里（docs/data、docs/photos），读者打不开。",
            f"“{target}” lies in a folder that is not published (docs/data, docs/photos).",
        )
    near, after = _near(path, site), f"#{anchor}" if anchor else ""
    zh = f"是不是想写 {near}{after}？" if near else f"站里的页面有：{'、'.join(site.names())}。"
    en = f"Did you mean {near}{after}?" if near else f"Pages: {', '.join(site.names())}."
    if path.startswith("/"):
        return (
            f"“{target}”以斜杠开头，网站换个地方放就断了。{zh}",
            f"“{target}” begins with a slash and breaks when the site moves. {en}",
        )
    if near and path.endswith(".en.md"):
        return (
            f"“{target}”写的是某一种语言的文件；写不带 .en 的名字，网站自己会挑语言。{zh}",
            f"“{target}” names the file of one language; without .en the site picks the language. {en}",
        )
    return f"站里没有“{target}”。{zh}", f"There is no “{target}” on this site. {en}"


def _near(path: str, site: _Site) -> str | None:
    """The page or file that was likely meant."""
    plain = unicodedata.normalize("NFKC", path).replace("\\", "/").partition("#")[0].strip("/ ")
    stem = re.sub(r"^(?:\.\.?/)*(?:docs/|en/)?", "", plain)
    stem = re.sub(r"(?:\.en)?(?:\.(?:md|html?|markdown|mdx?))?$|/index\.html?$", "", stem, count=1)
    names = [*site.names(), *sorted(GENERATED), *_assets(site.docs)]
    exact = (name for name in names if name.lower() in (f"{stem}.md".lower(), plain.lower()))
    return next(exact, None) or nearest(f"{stem}.md" if "." not in stem else plain, names, 0.7)


def _assets(docs: Path) -> list[str]:
    found = sorted((docs / "assets").rglob("*"))
    return [path.relative_to(docs).as_posix() for path in found if path.is_file()]


def _anchor(anchor: str, shown: str, link: Link, site: _Site) -> Words | None:
    known = site.anchors(shown)
    if not anchor or anchor in known or shown in site.pages and empty(site.pages[shown]):
        return None
    same = (each for each in known if each.lower() == anchor.lower())
    near = next(same, None) or nearest(anchor, sorted(known))
    target, some = link.target.partition("#")[0], sorted(known)[:8]
    zh = f"是不是想写 {target}#{near}？" if near else f"那里有的位置例如：{'、'.join(some)}。" if some else ""
    en = f"Did you mean {target}#{near}?" if near else f"Some that are: {', '.join(some)}." if some else ""
    return f"{shown} 里没有“#{anchor}”这个位置。{zh}", f"{shown} has no place “#{anchor}”. {en}".rstrip()
