"""A page of the copy to keep as a page of a book: XHTML without controls, with numbered notes."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element, SubElement, tostring

from selectolax.lexbor import LexborHTMLParser, LexborNode

from story.site.foot import permanent

_CONTROLS = "template, form, source, [hidden], .headerlink, .story-photo__ground, .story-line picture"
"""What needs a script, and what a reader's own program does."""
_ABOUT_PAGES = "#copy, #copy ~ *"
"""What the page on sources says of the site as such: how to keep it and correct it."""
_BARE = ".story-photo__link, picture, .story-noted, h2 > a, h3 > a, h4 > a"
"""Elements that give way to what they hold."""
_NOTED = ".story-source:not(.story-source--code), .story-noted .story-background"
_LEFT = {"srcset", "sizes", "media", "loading", "decoding", "fetchpriority", "tabindex", "rel", "hreflang"}
"""Attributes of use to a browser alone, as those that begin with `data-` are to scripts."""
_REVISED = re.compile(r'"dateModified":"([\d-]+)"')
_SITE = "https://site.test/"
Told = dict[str, tuple[LexborNode, LexborNode]]
"""By the id of a fact, the paragraph of the article it is from (`dt`) and what it says (`dd`)."""


@dataclass(frozen=True)
class Leaf:
    """A page: its address below the site's root (`en/train.html`), its language, its title, its layout
    (`chapter`, `glossary`), the day of its last revision, and its body, whose links are the page's."""

    place: str
    lang: str
    title: str
    kind: str
    revised: str
    body: Element

    @property
    def file(self) -> str:
        """Its name in a book."""
        folder = "en" if self.lang == "en" else "zh"
        return f"{folder}/{self.place.rpartition('/')[2].removesuffix('.html')}.xhtml"

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Anchors and words of its sections."""
        return [(h2.attrib["id"], "".join(h2.itertext())) for h2 in self.body.iter("h2") if "id" in h2.attrib]

    @property
    def drawn(self) -> bool:
        """Whether it holds SVG."""
        return self.body.find(".//svg") is not None

    @property
    def pictures(self) -> list[str]:
        """Their addresses below the site's root."""
        return [_absolute(self, each.attrib["src"]) for each in self.body.iter("img")]


def leaf(html: str, place: str, t: dict[str, str]) -> Leaf:
    """The page of an address; `t` are the words of the interface."""
    tree = LexborHTMLParser(html)
    article, lang = _the(tree, "article"), _the(tree, "html").attributes["lang"] or ""
    told = dict(_told(tree))
    for node in article.css(f"{_CONTROLS}, {_ABOUT_PAGES}"):
        node.decompose()
    title, kind = _the(article, "h1").text().strip(), (article.attributes["class"] or "").rpartition("--")[2]
    found = [
        _note(node, f"note-{number}", told, t["colon"]) for number, node in enumerate(article.css(_NOTED), 1)
    ]
    for node in [*article.css(_BARE), *(cite for cite in article.css(".story-cite") if _fact(cite) in told)]:
        node.unwrap()
    body = _element(article)
    if found:
        end = SubElement(body, "section", {"class": "notes", "epub:type": "footnotes"})
        SubElement(end, "h2").text = t["book_notes"]
        end.extend(found)
    revised = max(_REVISED.findall(html), default="")
    return Leaf(place, lang, title, kind, revised, body)


def bound(leaf: Leaf, book: dict[str, Leaf], site_url: str) -> str:
    """The body as XHTML (`book` has the pages of a book by address): a link leads to where its end is in the
    book, or else on the web."""
    body = deepcopy(leaf.body)
    for each in body.iter("a"):
        each.set("href", _led(leaf, each.get("href", ""), book, site_url))
    for each in body.iter("img"):
        each.set("src", f"../{_absolute(leaf, each.attrib['src'])}")
    return tostring(body, encoding="unicode")


def _the(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found, selector
    return found


def _told(tree: LexborHTMLParser) -> Iterator[tuple[str, tuple[LexborNode, LexborNode]]]:
    """What the page's foot says of each fact that it cites."""
    source = None
    for node in tree.css(".story-entries > *"):
        source = node if node.tag == "dt" else source
        if source and source.css_first("a") and node.tag == "dd":
            yield node.attributes["data-entry"] or "", (source, node)


def _fact(cite: LexborNode) -> str:
    return (cite.attributes["href"] or "").rpartition("#")[2]


def _note(node: LexborNode, name: str, told: Told, colon: str) -> Element:
    """The note that a mark, or a remark beside its paragraph, becomes; a number takes its place."""
    note = Element("aside", {"id": name, "class": "note", "epub:type": "footnote", "role": "doc-footnote"})
    back = SubElement(SubElement(note, "p"), "a", {"href": f"#{name}-at", "role": "doc-backlink"})
    back.text, back.tail = name.rpartition("-")[2], " "
    if node.tag == "a":
        _cite(note[0], node, told, colon)
    else:
        label, first, *others = node.css("p")
        _fill(note[0], label)
        _say(note[0], colon)
        _fill(note[0], first)
        note.extend(map(_element, others))
    _number(node, name)
    return note


def _cite(into: Element, mark: LexborNode, told: Told, colon: str) -> None:
    """What the paragraph of a mark rests on, by paragraphs of the article; of a figure, all that it shows."""
    cited: dict[int, list[LexborNode]] = {}
    for source, entry in (told[fact] for fact in dict.fromkeys(_facts(mark)) if fact in told):
        cited.setdefault(source.mem_id, [source]).append(entry)
    gap = " " if colon.endswith(" ") else ""  # Chinese has none between sentences
    for place, (source, *entries) in enumerate(cited.values()):
        _say(into, gap if place else "")
        _fill(into, source)
        for number, entry in enumerate(entries):
            _say(into, gap if number else colon)
            _fill(into, entry)
    if not cited:
        link = SubElement(into, "a", {"href": mark.attributes["href"] or ""})
        link.text = mark.attributes["aria-label"]


def _facts(mark: LexborNode) -> Iterator[str]:
    holder = mark.parent
    while holder and holder.tag not in ("figure", "article"):
        holder = holder.parent
    if not holder or holder.tag == "article":
        holder = mark.parent
    for node in holder.css(".story-cite, [data-fact]") if holder else ():
        yield _fact(node) if node.tag == "a" else node.attributes["data-fact"] or ""


def _number(node: LexborNode, name: str) -> None:
    """The number of a note: where its mark was, or at the end of the block before the remark."""
    kind = 'class="noteref" epub:type="noteref" role="doc-noteref"'
    link = f'<a href="#{name}" id="{name}-at" {kind}>{name.rpartition("-")[2]}</a>'
    if node.tag == "a":
        node.insert_before(_parsed(link))
    else:
        block = _the(node.parent, "section > *") if node.parent else node
        (block.css("p") or [block])[-1].insert_child(_parsed(link))
    node.decompose()


def _parsed(html: str) -> LexborNode:
    return _the(LexborHTMLParser(html), "body > *")


def _element(node: LexborNode) -> Element:
    """An element as XML: of its attributes, those that a book has a use for; ids as XML wants them."""
    tag = "section" if node.tag == "article" else node.tag or ""
    held = {name: value or "" for name, value in node.attributes.items() if not _left(name)}
    if "lang" in held:
        held["xml:lang"] = held["lang"]
    if "align" in held:  # which XHTML has no more
        held["class"] = held.pop("align")
    if tag == "svg":
        held["xmlns"] = "http://www.w3.org/2000/svg"
    if "id" in held:
        held["id"] = _id(held["id"])
    made = Element(tag, held)
    _fill(made, node)
    return made


def _left(name: str) -> bool:
    return name in _LEFT or name.startswith("data-")


def _id(name: str) -> str:
    """An id without the colons that Python-Markdown gives a footnote; none begins with a digit."""
    return ("_" if name[:1].isdigit() else "") + name.replace(":", "-")


def _fill(into: Element, node: LexborNode) -> None:
    for child in node.iter(include_text=True):
        if child.is_element_node:
            into.append(_element(child))
        elif child.text_content:
            _say(into, child.text_content)


def _say(into: Element, words: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words


def _absolute(leaf: Leaf, address: str) -> str:
    """An address below the site's root, or one on the web."""
    return urljoin(_SITE + leaf.place, address).removeprefix(_SITE)


def _led(leaf: Leaf, address: str, book: dict[str, Leaf], site_url: str) -> str:
    place, anchor = urldefrag(_absolute(leaf, address))
    end = book.get(place)
    if not end or anchor and not any(each.get("id") == _id(anchor) for each in end.body.iter()):
        return address if ":" in place else permanent(site_url, place) + (anchor and f"#{anchor}")
    file = "" if end is leaf and anchor else relpath(end.file, leaf.file.partition("/")[0])
    return file + (anchor and f"#{_id(anchor)}")
