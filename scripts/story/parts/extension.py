"""Python-Markdown extension: citations, source marks, generated parts, language marks.

It knows the ledger and one language at a time and nothing of MkDocs, so it can
serve any generator that uses Python-Markdown.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from story.language.breaks import phrased, united
from story.language.wording import HAN_RUN, span
from story.pages.page import MARKER, PHOTOGRAPH
from story.pages.switches import strip
from story.parts.fragments import render
from story.parts.setting import Setting
from story.tables.markdown import ELEMENT
from story.tables.records import Fact
from story.tables.tables import FIGURES

_TOKEN = "story-data-marker"
DRAWN = "data-drawn"
"""Until a page is judged it tells what a template has drawn from what an editor wrote, by a value that nobody
can foresee."""
_CELLS = {"td", "th"}
_WORDS = {"p", "ul", "ol", "dl", "blockquote"}
_BLOCKS = {"p", "li", "dd", "figcaption", "dt"} | _CELLS
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TITLES = {"footnote-backref": "footnote_back", "footnote-ref": "footnote"}
"""The word of the interface for each class of link that Python-Markdown titles in English."""


class StoryExtension(Extension):
    """One a page. Read after it `cited` (facts it links to or shows), `linked` facts, `terms`, `drawn`, the
    elements of its generated parts, and `marked`, the page with `mark` in their attribute `DRAWN`."""

    def __init__(self, setting: Setting):
        super().__init__()
        self.setting = setting
        self.cited: list[str] = []
        self.linked: list[str] = []
        self.terms: list[str] = []
        self.mark, self.marked = secrets.token_hex(8), ""
        self.drawn: list[etree.Element] = []

    def extendMarkdown(self, md: Markdown) -> None:
        # 22: before MkDocs and Python-Markdown take the comment away as raw HTML (21, 20).
        md.preprocessors.register(_MarkerLines(md), "story-markers", 22)
        md.parser.blockprocessors.register(_Parts(md.parser, self), "story-parts", 175)
        # In a field of a table `<` and `&` are what they are, whatever else of it is Markdown.
        for pattern in ("html", "entity"):
            vars(md.inlinePatterns[pattern]).update(ANCESTOR_EXCLUDES=(ELEMENT,))
        # Below 20 the inline Markdown is done; below 5 the table of contents and its permalinks are there.
        for name, priority, step in (
            ("fields", 19, self._fields),
            ("citations", 12, self._citations),
            ("languages", 11, self._languages),
            ("title-id", 10, _title_id),
            ("tables", 9, self._tables),
            ("notes", 8, _noted),
            # Below 8 a heading has its attributes, above 5 no permalink yet.
            ("phrases", 7, _phrased),
            ("titles", 4, self._fixed_titles),
            ("permalinks", 3, _permalinks),
            # Below 1 MkDocs has found the title among what stands at the top of the page.
            ("opening", 0.5, _opening),
        ):
            md.treeprocessors.register(_Step(md, step), f"story-{name}", priority)
        md.postprocessors.register(_Marked(md, self), "story-marked", -1)

    def asked(self, block: str) -> list[str]:
        """The part that a block asks for and its arguments. `![](photos/ID.jpg)` in a paragraph of its own is
        the responsive figure of that manifest entry."""
        if block.startswith(f"{_TOKEN} "):
            return block.split()[1:]
        photograph = PHOTOGRAPH.fullmatch(block.strip())
        return ["photo", photograph[1]] if photograph and photograph[1] in self.setting.photos else []

    def draw(self, name: str, *arguments: str) -> str:
        """A part of the page as HTML. Raises what its template raises, unless the setting is forgiving."""
        try:
            return render(name, list(arguments), self.setting)
        except Exception:  # what a half-finished edit can make a template raise is not to be foreseen
            if not self.setting.forgiving:
                raise
            words = "这里画不出来，原因见终端。 This cannot be drawn; the terminal says why."
            return f"<p>〔{name}：{words}〕</p>"

    def _fields(self, root: etree.Element) -> None:
        """Fields of Markdown give way to what they hold, and no brace of a table begins an attribute list."""
        for part in self.drawn:
            for element in part.iter():
                _unwrap(element)
            for element in part.iter():
                _unbrace(element)

    def _citations(self, root: etree.Element) -> None:
        """Mark up links to the ledger and end their block on one mark for all it rests on.

        The cells of a drawing's table have none: the drawing's caption has it.
        """
        order, words = self.setting.tables.paragraphs, self.setting.common.words["sources_here"]
        drawn = {cell for figure in root.iter("figure") for cell in figure.iter() if cell.tag in _CELLS}
        # What a drawing stands for is asked here and by tests: no reader pays for it.
        self.cited = [el.attrib.pop("data-fact") for el in root.iter() if "data-fact" in el.attrib]
        for element in root.iter():
            element.attrib.pop("data-background", None)
        for block, links in _links_by_block(root).items():
            sources = {fact["source"] for link in links if (fact := self._cited(link))}
            if sources and block.tag in _BLOCKS and block not in drawn:
                _append(
                    block,
                    _mark(sorted(sources, key=lambda source: order.index(source.partition("-")[0])), words),
                )
        self.cited += self.linked

    def _cited(self, link: etree.Element) -> Fact | None:
        """The fact that a link names, if it names one; links to facts and terms are noted and marked up."""
        tables = self.setting.tables
        file, sign, name = link.get("href", "").partition("#")
        if file == "glossary.md" and sign:
            link.set("class", "story-term")
            self.terms += [name] if name in tables.terms else []
        fact = tables.facts.get(name) if file == "figures.md" else None
        if fact:
            _cite(link, fact)
            self.linked.append(fact["id"])
        return fact

    def _languages(self, root: etree.Element) -> None:
        """Chinese on an English page carries its language, or it is drawn with Japanese glyphs."""
        if self.setting.lang == "en":
            _mark_han(root)

    def _tables(self, root: etree.Element) -> None:
        """An editor's table scrolls inside a box, by keyboard too; those of fragments have theirs."""
        label = self.setting.common.words["table"]
        box = {"class": "story-table", "role": "group", "tabindex": "0", "aria-label": label}
        for parent in _outside_fragments(root):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    parent[index] = etree.Element("div", box)
                    parent[index].append(child)

    def _fixed_titles(self, root: etree.Element) -> None:
        """Words that Python-Markdown writes in English whatever the page's language."""
        words = self.setting.common.words
        for link in root.iter("a"):
            if key := _TITLES.get(link.get("class", "")):
                link.attrib.pop("title", None)
                link.set("aria-label", words[key])
        for box in root.iter():
            _entitle(box, words)


class _MarkerLines(Preprocessor):
    """Turn a marker comment into a block that survives until blocks are parsed; drop words to the check."""

    def run(self, lines):
        text = MARKER.sub(lambda m: f"\n{_TOKEN} {m[1]}{m[2]}\n", strip("\n".join(lines)))
        return _readable(text).split("\n")


def _readable(text: str) -> str:
    """The text, with marked sections as words if they end MkDocs, which looks for links with this parser."""
    parser = HTMLParser()
    try:
        parser.feed(text)
        parser.close()  # which reads what was still awaiting its end
    except AssertionError:
        return text.replace("<![", "&lt;![")
    return text


class _Parts(BlockProcessor):
    """A block that asks for a part of the page becomes that part."""

    def __init__(self, parser, story: StoryExtension):
        super().__init__(parser)
        self.story = story

    def test(self, parent, block):
        return bool(self.story.asked(block))

    def run(self, parent, blocks):
        box = etree.fromstring(f"<div>{self.story.draw(*self.story.asked(blocks.pop(0)))}</div>")
        for element in box.iter():
            element.set(DRAWN, self.story.mark)
        _silence(box)
        self.story.drawn += box
        parent.extend(box)


class _Marked(Postprocessor):
    """The last step: keep the page as it is to be judged, and give it without the marks."""

    def __init__(self, md, story: StoryExtension):
        super().__init__(md)
        self.story = story

    def run(self, text):
        self.story.marked = text
        return text.replace(f' {DRAWN}="{self.story.mark}"', "")


class _Step(Treeprocessor):
    """One function on the whole page."""

    def __init__(self, md, step: Callable[[etree.Element], None]):
        super().__init__(md)
        self.step = step

    def run(self, root):
        self.step(root)


def _silence(box: etree.Element) -> None:
    """All that a part says is as it is written, save the fields of Markdown."""
    for element in box.iter():
        if element.text and element.tag != ELEMENT:
            element.text = AtomicString(element.text)
        if element.tail:
            element.tail = AtomicString(element.tail)


def _unwrap(parent: etree.Element) -> None:
    """Put in the place of each field within an element what the field holds."""
    for index, child in reversed(list(enumerate(parent))):
        if child.tag == ELEMENT:
            _say(child, len(child), child.tail)
            parent[index : index + 1] = list(child)
            _say(parent, index, child.text)


def _say(parent: etree.Element, index: int, words: str | None) -> None:
    """Put words before the child of that index, behind what stands there."""
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + (words or "")
    else:
        parent.text = (parent.text or "") + (words or "")


def _unbrace(element: etree.Element) -> None:
    """Write `{` as Python-Markdown writes what is escaped; in code it takes no attributes from it."""
    escaped = f"{STX}{ord('{')}{ETX}"
    if element.text and element.tag != "code":
        element.text = element.text.replace("{", escaped)
    if element.tail:
        element.tail = element.tail.replace("{", escaped)


def _title_id(root: etree.Element) -> None:
    """The title's id is the same in both languages, as those of the other headings are."""
    for heading in root.iter("h1"):
        heading.attrib.setdefault("id", "title")


def _phrased(root: etree.Element) -> None:
    """Titles and quotations break between phrases; what has more in it than words is left to the browser."""
    quoted = [link for quote in root.iter("blockquote") for link in quote.findall("p/a")]
    for words in [*root.iter("h1"), *root.iter("h2"), *quoted]:
        if words.text and STX not in words.text and not len(words):  # STX holds the place of HTML
            parts = etree.fromstring(f"<h>{phrased(words.text)}</h>")
            words.text, words[:] = parts.text, parts[:]


def _opening(root: etree.Element) -> None:
    """Opening picture, number and all above them stand in one header, which the style sheet composes."""
    for index, child in enumerate(root):
        if child.get("class") == "story-opening__figure":
            header = etree.Element("header", {"class": "story-opening"})
            header[:] = root[: index + 1]
            root[: index + 1] = [header]
            return


def _noted(root: etree.Element) -> None:
    """A note and the words before it, in one box, so that on a desk it can begin where they begin."""
    for index in reversed(range(1, len(root))):
        words, note = root[index - 1 : index + 1]
        if note.get("class") == "story-background" and words.tag in _WORDS:
            box = etree.Element("section", {"class": "story-noted"})
            box[:] = [words, note]
            root[index - 1 : index + 1] = [box]


def _permalinks(root: etree.Element) -> None:
    """A heading's own words are the link to it: a sign behind them would be read out with each of them.

    The title has none, as the page's address is its own.
    """
    for heading in root.iter():
        if heading.tag in _HEADINGS and len(heading) and heading[-1].get("class") == "headerlink":
            link = heading[-1]
            heading.remove(link)
            if heading.tag != "h1" and heading.find(".//a") is None:
                link.attrib = {"href": link.get("href", "")}
                link.text, heading.text = heading.text, None
                link[:], heading[:] = heading[:], [link]


def _outside_fragments(element: etree.Element) -> list[etree.Element]:
    """The element and all in it that no template of ours has drawn."""
    own = [child for child in element if not child.get("class", "").startswith("story-")]
    return [element, *(inner for child in own for inner in _outside_fragments(child))]


def _entitle(box: etree.Element, words: dict[str, str]) -> None:
    """A box that was given no title has the English name of its kind for one."""
    kind = box.get("class", "").removeprefix("admonition ").split(" ")[0]
    if len(box) and f"box_{kind}" in words and box[0].text == kind.capitalize():
        box[0].text = words[f"box_{kind}"]


def _links_by_block(root: etree.Element) -> dict[etree.Element, list[etree.Element]]:
    """Every block that holds links, with the links whose nearest block it is."""
    block, found = {root: root}, defaultdict(list)
    for parent in root.iter():
        block |= {child: child if child.tag in _BLOCKS else block[parent] for child in parent}
    for link in root.iter("a"):
        if link.get("href"):
            found[block[link]].append(link)
    return found


def _cite(link: etree.Element, fact: Fact) -> None:
    """`<a>words</a>` becomes `<a class=story-cite><data value=…>words</data></a>` (`<time>` for a date).

    A name or a quotation is its own words; to write it twice made a page 300 bytes heavier, compressed.
    """
    link.set("class", "story-cite")
    if fact["kind"] not in (*FIGURES, "date"):
        return
    value = fact["value"]
    value = "; ".join(value) if isinstance(value, list) else str(value)
    dated = fact["kind"] == "date" and "/" not in value
    inner = etree.Element("time", datetime=value) if dated else etree.Element("data", value=value)
    inner.text, link.text = united(link.text or ""), None
    inner[:], link[:] = link[:], [inner]


def _mark(sources: list[str], words: str) -> etree.Element:
    """One link for all paragraphs that a block rests on: notes.js opens them, alone it leads to the first."""
    shown = " ".join(span(source)[1] for source in sources)
    where = {"href": f"about.md#{span(sources[0])[0]}", "aria-label": words.format(shown)}
    mark = etree.Element("a", {"class": "story-source"} | where)
    mark.text = shown
    return mark


def _append(block: etree.Element, mark: etree.Element) -> None:
    """Put the mark behind the block's own words, before any block nested in it and the link to its place."""
    after = ("ul", "ol", "dl", "p", "table")
    later = [i for i, child in enumerate(block) if child.tag in after or child.get("class") == "headerlink"]
    block.insert(later[0] if later else len(block), mark)


def _mark_han(element: etree.Element) -> None:
    if element.get("lang") or element.tag in ("code", "pre", "style", "script", "svg"):
        return
    for child in list(element):
        _mark_han(child)
    for index, child in reversed(list(enumerate(element))):
        parts, child.tail = _spans(child.tail)
        element[index + 1 : index + 1] = parts
    parts, element.text = _spans(element.text)
    element[:0] = parts


def _spans(text: str | None) -> tuple[list[etree.Element], str | None]:
    """Spans for the runs of Han in `text`, and the words before the first of them."""
    runs = HAN_RUN.findall(text or "")
    if not text or not runs:
        return [], text
    before, *words = HAN_RUN.split(text)
    spans = []
    for run, tail in zip(runs, words):
        part = etree.Element("span", lang="zh-Hans")
        part.text, part.tail = run, tail
        spans.append(part)
    return spans, before
