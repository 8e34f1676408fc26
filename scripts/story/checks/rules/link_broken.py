"""A link that leads nowhere."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from story.checks.rule import Rule
from story.checks.texts import Text, everything
from story.findings import Finding
from story.pages.links import Link, anchors, links
from story.pages.page import Page, empty
from story.pages.prose import edited, without_code
from story.site import offline
from story.tables.tables import Tables

RULE = Rule(
    "link-broken",
    "链接要通到真有的页面、位置或网址。",
    "A link leads to a page, a place or an address that exists.",
    "站内的页面写文件名，例如 train.md，不写 /train/ 或 train.html，也不写 train.en.md：网站自己会挑语言。# 后面写那一页里有的位置：标题后面 { #名字 } 里的名字、"
    "事实或词语的编号、段落编号（小写）。站外的网址写全，从 https:// 开始。",
    "Pages of the site are named by their file, as train.md; not /train/, train.html or train.en.md, for the site picks the language. After # stands a place of that page: the name in { #name } after a heading, "
    "the id of a fact or a term, the number of a paragraph in small letters. Other sites are named in full, from https:// on.",
    "[列车](trian.md#lines)，[政府网](www.gov.cn)",
    "[列车](train.md#line)，[政府网](https://www.gov.cn)",
)

GENERATED = {"figures.csv", "figures.json", "feed.xml", offline.FILE}
"""Files beside the pages that the build writes."""
_UNPUBLISHED = ("data/", "photos/")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ALMOST_HTTP = re.compile(r"ht+ps?\s*(?:[:;：；]\s*/*|//+)(?=[\w-]+\.)", re.I)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io|info|int|top|xyz)(?=$|[/:?#])", re.I)
_FULL_WIDTH = re.compile(
    r"\][ \t]*（[ \t]*([^（）\n]*(?:\.md|https?[:：])[^（）\n]*)）|\][ \t]*（[ \t]*([^()\n]*(?:\.md|https?[:：])[^()\n]*)\)"
)
_PARTED = re.compile(
    r"(?<!\])(\[(?!\^)(?:[^\[\]\n]|\[[^\[\]\n]*\])+\])([ \t\u3000]+)(\((?:[\w./-]+\.md(?:#[^\s()]*)?|https?://[^\s()]+)\))"
)
Words = tuple[str, str]


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    site = _Site(pages, tables)
    for text in everything(pages, tables):
        if "]" not in text.body and "<" not in text.body:
            continue
        for match in _PARTED.finditer(without_code(text.body)):
            right = match[1] + match[3]
            yield text.finding(
                RULE,
                match.start(),
                f"括号和前面的 ] 之间不能有空格：写成 {right}。",
                f"No space goes between ] and the bracket after it: write {right}.",
            )
        for link in links(text.body):
            if fault := _fault(link, text, site):
                yield text.finding(RULE, link.start, *fault)
        for match in _FULL_WIDTH.finditer(without_code(text.body)):
            yield text.finding(
                RULE,
                match.start(),
                f"链接的括号要用半角：把“{match[0]}”写成 ]({match[1] or match[2]})。",
                f"The brackets of a link are ASCII: write ]({match[1] or match[2]}) for “{match[0]}”.",
            )


def fix(page: Page, tables: Tables) -> str:
    """The page without spaces between the words of a link and its address; the rest is for the editor to find."""
    return edited(page.text, [(*match.span(2), "") for match in _PARTED.finditer(without_code(page.text))])


class _Site:
    """What there is to link to; anchors are looked for once a page."""

    def __init__(self, pages: dict[str, Page], tables: Tables):
        self.pages, self.tables, self.docs = pages, tables, tables.root / "docs"
        self._anchors: dict[str, set[str]] = {}

    def names(self) -> list[str]:
        """Pages as links name them."""
        return sorted(
            {
                shown.removeprefix("docs/").removesuffix(".md").removesuffix(".en") + ".md"
                for shown in self.pages
            }
        )

    def page(self, name: str, lang: str) -> str | None:
        """The file of a page in a language, or in the other if it has no twin."""
        stem = f"docs/{name.removesuffix('.md')}"
        order = (".en.md", ".md") if lang == "en" else (".md", ".en.md")
        return next((stem + ending for ending in order if stem + ending in self.pages), None)

    def anchors(self, shown: str) -> set[str]:
        if shown not in self._anchors:
            self._anchors[shown] = anchors(self.pages[shown], self.tables)
        return self._anchors[shown]

    def file(self, name: str) -> bool:
        """True if a file is published under this name, itself or as the version of a language."""
        path = self.docs / name
        ours = not name.startswith(("../", *_UNPUBLISHED)) and path.suffix != ".md"
        return (
            name in GENERATED
            or ours
            and (path.is_file() or path.with_name(f"{path.stem}.en{path.suffix}").is_file())
        )


def _fault(link: Link, text: Text, site: _Site) -> Words | None:
    target = link.target
    if (
        link.inline
        and target.startswith(("figures.md#", "glossary.md#"))
        or link.image
        and target.startswith("photos/")
    ):
        return None  # rules of their own
    if not target:
        return (
            f"“[{link.words}]”后面的括号是空的，请写上要去的页面，例如 train.md。",
            f"The link “{link.words}” has no address; name a page, such as train.md.",
        )
    return _outside(target) if _outward(target) else _inside(link, text, site)


def _outward(target: str) -> bool:
    return bool(_SCHEME.match(target) or _ALMOST_HTTP.match(target) or _HOST.match(target)) or bool(
        re.match(r"//|\\\\|[A-Za-z]:[\\/]", target)
    )


def _outside(target: str) -> Words | None:
    if re.match(r"(?:https?://[\w-]|mailto:|tel:)", target, re.I) or re.match(
        r"(?:javascript|vbscript|data):", target, re.I
    ):
        return None  # the last are refused by a rule of their own
    if re.match(r"(?:file:|[A-Za-z]:[\\/])", target, re.I) or target.startswith("\\\\"):
        return (
            f"“{target}”是你自己电脑上的文件，别人打不开。请把文件放进 docs，再写它在那里的名字。",
            f"“{target}” is a file on your own computer. Put it into docs and name it from there.",
        )
    rest = (
        _ALMOST_HTTP.sub("", target).lstrip("/")
        if not _SCHEME.match(target) or _ALMOST_HTTP.match(target)
        else None
    )
    if rest is None:
        return (
            f"“{target}”不是浏览器认识的网址。站外的网址从 https:// 开始。",
            f"“{target}” is no address that browsers know. Addresses of other sites begin with https://.",
        )
    return (
        f"“{target}”是站外的网址，前面少了 https://，会被当成站里的页面。是不是想写 https://{rest}？",
        f"“{target}” is another site’s address without https://, and would be looked for on this site. Did you mean https://{rest}?",
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
    near = _near(path, site)
    after = f"#{anchor}" if anchor else ""
    if path.lstrip("./").startswith(_UNPUBLISHED):
        return (
            f"“{target}”在不上网的文件夹里（docs/data、docs/photos），读者打不开。",
            f"“{target}” lies in a folder that is not published (docs/data, docs/photos).",
        )
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
    stem = re.sub(
        r"(?:\.en)?(?:\.(?:md|html?|markdown|mdx?))?$|/index\.html?$",
        "",
        re.sub(r"^(?:\.\.?/)*(?:docs/|en/)?", "", plain),
        count=1,
    )
    names = [*site.names(), *sorted(GENERATED), *_assets(site.docs)]
    exact = [name for name in names if name.lower() in (f"{stem}.md".lower(), plain.lower())]
    return next(
        iter([*exact, *get_close_matches(f"{stem}.md" if "." not in stem else plain, names, 1, 0.7)]), None
    )


def _assets(docs: Path) -> list[str]:
    return [
        path.relative_to(docs).as_posix() for path in sorted((docs / "assets").rglob("*")) if path.is_file()
    ]


def _anchor(anchor: str, shown: str, link: Link, site: _Site) -> Words | None:
    known = site.anchors(shown)
    if not anchor or anchor in known or shown in site.pages and empty(site.pages[shown]):
        return None
    near = next((each for each in known if each.lower() == anchor.lower()), None) or next(
        iter(get_close_matches(anchor, sorted(known), 1)), None
    )
    target = link.target.partition("#")[0]
    some = sorted(known)[:8]
    zh = f"是不是想写 {target}#{near}？" if near else f"那里有的位置例如：{'、'.join(some)}。" if some else ""
    en = f"Did you mean {target}#{near}?" if near else f"Some that are: {', '.join(some)}." if some else ""
    return f"{shown} 里没有“#{anchor}”这个位置。{zh}", f"{shown} has no place “#{anchor}”. {en}".rstrip()
