"""Python-Markdown extension: citations, source marks, generated parts, language marks.

It knows the ledger and one language at a time and nothing of MkDocs, so it can
serve any generator that uses Python-Markdown.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from story.language.wording import HAN_RUN, span
from story.pages.page import MARKER, PHOTOGRAPH
from story.pages.switches import strip
from story.parts.fragments import render
from story.parts.pictures import view
from story.tables.tables import FIGURES, Tables, strings

_TOKEN = "story-data-marker"
_BLOCKS = {"p", "li", "dd", "td", "th", "figcaption", "dt"}


class StoryExtension(Extension):
    """Set `tables`, `pictures`, `copy`, `lang` (`zh` or `en`) and `to_root` before each page; read after it
    `cited` (facts it links to or shows), `linked` and `terms` (facts and terms it links to).
    With `forgiving`, for a preview, a part that cannot be drawn leaves a note in its place."""

    def __init__(self):
        super().__init__()
        self.tables: Tables | None = None
        self.lang = "zh"
        self.cited: list[str] = []
        self.linked: list[str] = []
        self.terms: list[str] = []
        self.pictures: dict[str, dict] = {}
        self.copy: dict | None = None
        self.to_root = "."
        self.forgiving = False

    def photos(self) -> dict[str, dict]:
        """The manifest's pictures by id, as templates show them."""
        t = strings(self.tables, self.lang)
        band = {"id": "band", "caption": {self.lang: ""}, "illustration": {self.lang: t["band_alt"]}}
        return {
            entry["id"]: view(
                entry, self.pictures.get(entry["id"]), self.lang, t["plate"] + t["colon"], self.to_root
            )
            for entry in [*self.tables.data["photos"]["photos"], band]
        }

    def draw(self, name: str, arguments: list[str]) -> str:
        try:
            return render(name, arguments, self.lang, self.tables, self.photos(), self.copy)
        except Exception:  # what a half-finished edit can make a template raise is not to be foreseen
            if not self.forgiving:
                raise
            return (
                f"<p>〔{name}：这里画不出来，原因见终端。 This cannot be drawn; the terminal says why.〕</p>"
            )

    def extendMarkdown(self, md: Markdown) -> None:
        # 22: before MkDocs and Python-Markdown take the comment away as raw HTML (21, 20).
        md.preprocessors.register(_MarkerLines(md), "story-markers", 22)
        md.parser.blockprocessors.register(_MarkerBlocks(md.parser, self), "story-parts", 175)
        md.parser.blockprocessors.register(_Photographs(md.parser, self), "story-photographs", 174)
        # Below 20 the inline Markdown is done; above 5 the table of contents is not.
        md.treeprocessors.register(_Citations(md, self), "story-citations", 12)
        md.treeprocessors.register(_Languages(md, self), "story-languages", 11)
        md.treeprocessors.register(_TitleId(md), "story-title-id", 10)
        md.treeprocessors.register(_Tables(md, self), "story-tables", 9)
        # Below 5: permalinks are there.
        md.treeprocessors.register(_FixedTitles(md, self), "story-titles", 4)


class _MarkerLines(Preprocessor):
    """Turn a marker comment into a block that survives until blocks are parsed; drop what is addressed to the check."""

    def run(self, lines):
        return MARKER.sub(lambda m: f"\n{_TOKEN} {m[1]}{m[2]}\n", strip("\n".join(lines))).split("\n")


class _MarkerBlocks(BlockProcessor):
    def __init__(self, parser, story):
        super().__init__(parser)
        self.story = story

    def test(self, parent, block):
        return block.startswith(f"{_TOKEN} ")

    def run(self, parent, blocks):
        name, *arguments = blocks.pop(0).split()[1:]
        html = self.story.draw(name, arguments)
        parent.extend(etree.fromstring(f"<div>{html}</div>"))


class _Photographs(BlockProcessor):
    """`![](photos/ID.jpg)` in a paragraph of its own becomes the responsive figure of that manifest entry."""

    def __init__(self, parser, story):
        super().__init__(parser)
        self.story = story

    def test(self, parent, block):
        match = PHOTOGRAPH.fullmatch(block.strip())
        return bool(match) and match[1] in self.story.photos()

    def run(self, parent, blocks):
        html = self.story.draw("photo", [PHOTOGRAPH.fullmatch(blocks.pop(0).strip())[1]])
        parent.extend(etree.fromstring(f"<div>{html}</div>"))


class _Citations(Treeprocessor):
    """Mark up links to the ledger and put the source paragraphs at the end of their block."""

    def __init__(self, md, story):
        super().__init__(md)
        self.story = story

    def run(self, root):
        self.story.cited = [el.get("data-fact") for el in root.iter() if el.get("data-fact")]
        self.story.linked, self.story.terms = [], []
        order = self.story.tables.paragraphs
        for block, links in _links_by_block(root):
            sources = []
            for link in links:
                if link.get("href").startswith("glossary.md#"):
                    link.set("class", "story-term")
                    self._term(link)
                elif fact := self._fact(link):
                    _cite(link, fact)
                    self.story.linked.append(fact["id"])
                    sources.append(fact["source"])
            if sources and block.tag in _BLOCKS:
                words = strings(self.story.tables, self.story.lang)["source_paragraph"]
                sources = sorted(set(sources), key=lambda source: order.index(source.split("-")[0]))
                _append(block, _source_marks(sources, words))
        self.story.cited += self.story.linked

    def _term(self, link):
        term = link.get("href").partition("#")[2]
        if term in self.story.tables.terms:
            self.story.terms.append(term)

    def _fact(self, link):
        file, _, fact = link.get("href").partition("#")
        return self.story.tables.facts.get(fact) if file == "figures.md" else None


class _Languages(Treeprocessor):
    """Chinese on an English page carries its language, or it is drawn with Japanese glyphs."""

    def __init__(self, md, story):
        super().__init__(md)
        self.story = story

    def run(self, root):
        if self.story.lang == "en":
            _mark_han(root)


class _TitleId(Treeprocessor):
    """The title's id is the same in both languages, as those of the other headings are."""

    def run(self, root):
        for heading in root.iter("h1"):
            heading.attrib.setdefault("id", "title")


class _Tables(Treeprocessor):
    """A table that an editor wrote scrolls inside a box of its own, by keyboard too; those of fragments have theirs."""

    def __init__(self, md, story):
        super().__init__(md)
        self.story = story

    def run(self, root):
        label = strings(self.story.tables, self.story.lang)["table"]
        for parent in _outside_fragments(root):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    parent[index] = box = etree.Element(
                        "div", {"class": "story-table", "role": "group", "tabindex": "0", "aria-label": label}
                    )
                    box.append(child)


def _outside_fragments(element: etree.Element) -> list[etree.Element]:
    """The element and all in it that no template of ours has drawn."""
    own = [child for child in element if not child.get("class", "").startswith("story-")]
    return [element, *(inner for child in own for inner in _outside_fragments(child))]


class _FixedTitles(Treeprocessor):
    """Words that Python-Markdown writes in English whatever the page's language."""

    def __init__(self, md, story):
        super().__init__(md)
        self.story = story

    def run(self, root):
        words = strings(self.story.tables, self.story.lang)
        titles = {
            "headerlink": words["permalink"],
            "footnote-backref": words["footnote_back"],
            "footnote-ref": words["footnote"],
        }
        for link in root.iter("a"):
            if title := titles.get(link.get("class")):
                link.attrib.pop("title", None)
                link.set("aria-label", title)
        for box in root.iter():
            _entitle(box, words)


def _entitle(box: etree.Element, words: dict[str, str]) -> None:
    """A box that was given no title has the English name of its kind for one."""
    kind = box.get("class", "").removeprefix("admonition ").split(" ")[0]
    if len(box) and f"box_{kind}" in words and box[0].text == kind.capitalize():
        box[0].text = words[f"box_{kind}"]


def _links_by_block(root: etree.Element) -> Iterator[tuple[etree.Element, list[etree.Element]]]:
    """Every block that holds links, with the links whose nearest block it is."""

    def walk(element, block):
        block = element if element.tag in _BLOCKS else block
        for child in element:
            if child.tag == "a" and child.get("href"):
                found.setdefault(id(block), (block, []))[1].append(child)
            walk(child, block)

    found: dict[int, tuple] = {}
    walk(root, root)
    yield from found.values()


def _cite(link: etree.Element, fact: dict) -> None:
    """`<a>words</a>` becomes `<a class=story-cite><data value=…>words</data></a>` (`<time>` for a date).

    A name or a quotation is its own words; to write it twice made a page 300 bytes heavier, compressed.
    """
    link.set("class", "story-cite")
    if fact["kind"] in (*FIGURES, "date"):
        _wrap(link, _valued(fact))


def _valued(fact: dict) -> etree.Element:
    value = fact["value"]
    value = "; ".join(value) if isinstance(value, list) else str(value)
    dated = fact["kind"] == "date" and "/" not in value
    return etree.Element("time", datetime=value) if dated else etree.Element("data", value=value)


def _wrap(link: etree.Element, inner: etree.Element) -> None:
    """Put all that a link holds into `inner`, and that into the link."""
    inner.text, link.text = link.text, None
    for child in list(link):
        link.remove(child)
        inner.append(child)
    link.append(inner)


def _source_marks(sources: list[str], words: str) -> etree.Element:
    marks = etree.Element("small", {"class": "story-source"})
    for source in sources:
        anchor, shown = span(source)
        link = etree.SubElement(marks, "a", href=f"about.md#{anchor}", title=words.format(shown))
        link.text = shown
        link.tail = " "
    link.tail = None
    return marks


def _append(block: etree.Element, marks: etree.Element) -> None:
    """Put the marks behind the block's own words, before any block nested in it."""
    nested = [index for index, child in enumerate(block) if child.tag in ("ul", "ol", "dl", "p", "table")]
    block.insert(nested[0] if nested else len(block), marks)


def _mark_han(element: etree.Element) -> None:
    if element.get("lang") or element.tag in ("code", "pre", "style", "script", "svg"):
        return
    for child in list(element):
        _mark_han(child)
    for index, child in reversed(list(enumerate(element))):
        text, child.tail = _spans(child.tail)
        for offset, part in enumerate(text):
            element.insert(index + 1 + offset, part)
    parts, element.text = _spans(element.text)
    for offset, part in enumerate(parts):
        element.insert(offset, part)


def _spans(text: str | None) -> tuple[list[etree.Element], str | None]:
    """Spans for the runs of Han in `text`, and the words before the first of them."""
    runs = list(HAN_RUN.finditer(text or ""))
    spans = []
    for run, following in zip(runs, [*runs[1:], None]):
        part = etree.Element("span", lang="zh-Hans")
        part.text = run[0]
        part.tail = text[run.end() : following.start() if following else None]
        spans.append(part)
    return spans, text[: runs[0].start()] if runs else text
