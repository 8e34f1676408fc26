"""A link that leads nowhere."""

import posixpath
import re
import unicodedata
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text, everything
from story.findings import Words, did_you_mean, listed, nearest
from story.pages.anchors import anchors
from story.pages.links import Link, links
from story.pages.page import Page, empty
from story.pages.prose import edited, without_code
from story.site import addresses, offline
from story.tables.tables import Tables

RULE = rule("link-broken")
GENERATED = {*addresses.DOWNLOADS, *offline.FILES}
"""Files beside the pages that the build writes."""
_UNPUBLISHED = ("data/", "photos/")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_KNOWN = re.compile(r"https?://[\w-]", re.I)
_ALMOST_HTTP = re.compile(r"ht+ps?\s*(?:[:;：；]\s*/*|//+)(?=[\w-]+\.)", re.I)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io|info|int|top|xyz)(?=$|[/:?#])", re.I)
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
                yield text.finding(RULE, link.told, fault)


def fix(page: Page, tables: Tables) -> str:
    """The page without spaces between words and address of a link; the rest is for the editor to find."""
    return edited(page.text, [(*match.span(2), "") for match in _PARTED.finditer(without_code(page.text))])


def _brackets(text: Text) -> Findings:
    """Brackets that were meant for a link and are none for Markdown."""
    bare = without_code(text.body)
    for match in _PARTED.finditer(bare):
        yield text.finding(RULE, match.start(), "space", right=match[1] + match[3])
    for match in _FULL_WIDTH.finditer(bare):
        right = f"]({match[1] or match[2]})"
        yield text.finding(RULE, match.start(), "full-width", typed=match[0], right=right)


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
        if len(name) > 200:  # which no system takes for a name
            return False
        ours = not name.startswith(("../", *_UNPUBLISHED)) and path.suffix != ".md"
        there = path.is_file() or path.with_name(f"{path.stem}.en{path.suffix}").is_file()
        return name in GENERATED or ours and there


def _fault(link: Link, text: Text, site: _Site) -> Words | None:
    target = unescape(link.target)
    ours = link.used and target.startswith(("figures.md#", "glossary.md#"))
    if ours or link.image and target.startswith("photos/"):
        return None  # rules of their own
    if not target:
        return RULE.words("empty", words=link.words)
    if _outward(target):
        return None if link.image else _outside(target)  # of pictures a rule of its own speaks
    return _inside(link, text, site)


def _outward(target: str) -> bool:
    patterns = (_SCHEME, _ALMOST_HTTP, _HOST)
    return target.startswith(("//", "\\\\")) or any(pattern.match(target) for pattern in patterns)


def _outside(target: str) -> Words | None:
    """What is wrong with an address of another site. One of another kind is refused by a rule of its own."""
    if _KNOWN.match(target) or _SCHEME.match(target) and not _ALMOST_HTTP.match(target):
        return None
    if target.startswith("\\\\"):
        return RULE.words("computer", target=target)
    right = f"https://{_ALMOST_HTTP.sub('', target).lstrip('/')}"
    return RULE.words("no-scheme", target=target, right=right)


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
        return RULE.words("unpublished", target=target)
    near, after = _near(path, site), f"#{anchor}" if anchor else ""
    hint = did_you_mean(near + after) if near else RULE.words("pages", pages=listed(site.names()))
    if path.startswith("/"):
        return RULE.words("slash", target=target, hint=hint)
    of_language = near and path.endswith(".en.md")
    return RULE.words("language" if of_language else "absent", target=target, hint=hint)


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
    hint: Words | str = ""
    if near:
        hint = did_you_mean(f"{link.target.partition('#')[0]}#{near}")
    elif known:
        hint = RULE.words("places", places=listed(sorted(known)[:8]))
    return RULE.words("place", page=shown, anchor=anchor, hint=hint)
