"""Parallel reading: what stands beside each paragraph of a page in the other language.

The two texts are originals. They have the same headings and generated parts, not the same sentences:
paragraphs are paired where their counts agree between two quotations or parts, by whole stretches where not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape

from story.language.counting import UNREAD
from story.language.markup import VOID, Markup
from story.site.assets import literal, named

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LEAVES = {"p", "li", "dt", "dd", *_HEADINGS}
_CLOSED = {"svg", "table", "details", "nav", "form", "script", "style"}
"""What has no paragraphs: drawings, tables, furniture."""
_UNPAIRED = {
    *UNREAD,
    "story-open",
    "story-behind",
    "story-background__label",
    "story-note",
    "story-graphic__drawing",
}
_KEPT = {
    *("a", "em", "strong", "b", "i", "q", "cite", "sub", "sup", "code", "span"),
    *("p", "ul", "ol", "li", "br"),
}
"""What is kept of a twin's markup, without ids, which its own page has: the rest leaves its words."""


@dataclass
class Element:
    """An element of a page; `path` are the numbers of its ancestors and itself among their siblings, `number`
    is how many elements it holds."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    path: tuple[int, ...] = ()
    inside: list["Element | str"] = field(default_factory=list)
    number: int = 0

    @property
    def elements(self) -> list["Element"]:
        return [each for each in self.inside if isinstance(each, Element)]

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    @property
    def part(self) -> bool:
        """Whether a template has drawn it, not an editor written it."""
        return any(name.startswith("story-") for name in self.classes)


@dataclass(frozen=True)
class Row:
    """Places of one or more elements of a page, and the HTML that stands beside them."""

    places: tuple[tuple[int, ...], ...]
    html: str


Stretch = tuple[list[Element], list[Element]]
Address = Callable[[str], str]


def rows(own: str, twin: str, address: Address = str) -> list[Row]:
    """What stands beside a page's elements, in their order, from the HTML of its text and of its twin's.

    A place is relative to the title or the header around it, as others may come before: `(0,)`. `address`
    gives the link from this page for one that the twin's text holds.
    """
    mine, theirs = tree(own), tree(twin)
    start = next((each.path[0] for each in _top(mine) if each.tag == "h1"), 0)
    there = dict(_sections(theirs))
    stretches = [pair for name, part in _sections(mine) for pair in _section(part, there.get(name, []))]
    found = [
        Row(tuple(_from(each.path, start) for each in here), _html(beside, address))
        for here, beside in stretches
    ]
    return sorted((row for row in found if row.html), key=lambda row: row.places)


def script(found: Iterable[Row], lang: str, key: str, tool: str) -> tuple[str, str]:
    """Name and content of a classic script, which a page opened from a folder may load too: the rows, in the
    language `lang`, and the `tool` that shows them. `key` names the page in its own language."""
    told = [["/".join(map(str, place)) for place in row.places] + [row.html] for row in found]
    content = f"window.storyTwin = {literal({'lang': lang, 'rows': told})};\n{tool}"
    return named("assets/both", key, content)


@lru_cache(maxsize=64)  # a preview asks again for each save
def tree(html: str) -> Element:
    """The elements of a fragment of HTML, under one that stands for the fragment."""
    return _Tree(html).root


class _Tree(Markup):
    def __init__(self, html: str):
        self.root = Element("")
        self.open = [self.root]
        self.read(html)

    def began(self, tag, attributes):
        parent = self.open[-1]
        made = Element(tag, attributes, (*parent.path, parent.number))
        parent.number += 1
        parent.inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def ended(self, tag):
        self.open.pop()

    def said(self, words):
        self.open[-1].inside.append(words)


def _from(path: tuple[int, ...], start: int) -> tuple[int, ...]:
    return path[0] - start, *path[1:]


def _sections(root: Element) -> list[tuple[str, list[Element]]]:
    """The top of a page, cut before its headings; a section goes by the id of its heading."""
    found: list[tuple[str, list[Element]]] = [("", [])]
    for each in _top(root):
        if each.tag in _HEADINGS:
            found.append((each.attributes.get("id") or "", []))
        found[-1][1].append(each)
    return found


def _top(root: Element) -> Iterator[Element]:
    """The blocks of a page; a header around the first of them is none, nor what holds a note to its words."""
    for each in root.elements:
        yield from each.elements if each.tag == "header" or "story-noted" in each.classes else [each]


def _section(mine: list[Element], theirs: list[Element]) -> Iterator[Stretch]:
    """The stretches of a section that stand beside each other: heading, prose, and what parts say."""
    for one, other in zip(mine[:1], theirs[:1]):
        if one.tag in _HEADINGS:
            yield [one], [other]
    yield from _prose(_written(mine), _written(theirs))
    for key, parts in _parts(mine).items():
        yield from (
            pair for one, other in zip(parts, _parts(theirs).get(key, [])) for pair in _told(one, other)
        )


def _written(section: list[Element]) -> list[Element]:
    """What editors have written, with the parts between, which cut it."""
    return [
        each for each in section if each.tag not in {*_HEADINGS, *_CLOSED} and not each.classes & _UNPAIRED
    ]


def _prose(mine: list[Element], theirs: list[Element]) -> list[Stretch]:
    """Prose cut at parts and quotations, else at quotations, else at parts: where both have the same of them
    and no stretch has nothing beside it. Else all of it is one."""
    bare = [each for each in mine if not each.part], [each for each in theirs if not each.part]
    for one, other, keys in (
        (mine, theirs, _kind),
        (*bare, _kind),
        (mine, theirs, lambda each: _kind(each) if each.part else ""),
    ):
        here, there = _cut(one, keys), _cut(other, keys)
        if [name for name, _ in here] == [name for name, _ in there]:
            runs = [(run, beside) for (_, run), (_, beside) in zip(here, there) if run or beside]
            if all(run and beside for run, beside in runs):
                return [pair for run in runs for pair in _paired(*run)]
    return [bare] if all(bare) else []


def _kind(each: Element) -> str:
    """What a block is cut by; nothing for a paragraph."""
    return _key(each) if each.part else "" if each.tag == "p" else each.tag


def _cut(blocks: list[Element], keys: Callable[[Element], str]) -> list[tuple[str, list[Element]]]:
    """Blocks before, between and after those that have a key; one of these that an editor wrote is alone."""
    found: list[tuple[str, list[Element]]] = [("", [])]
    for each in blocks:
        if key := keys(each):
            found += [(key, [] if each.part else [each]), ("", [])]
        else:
            found[-1][1].append(each)
    return found


def _paired(mine: list[Element], theirs: list[Element]) -> list[Stretch]:
    """One beside one where they are as many of a kind, else all beside all."""
    if [each.tag for each in mine] == [each.tag for each in theirs]:
        return [([one], [other]) for one, other in zip(mine, theirs)]
    return [(mine, theirs)]


def _parts(section: list[Element]) -> dict[str, list[Element]]:
    found = defaultdict(list)
    for each in section:
        if each.part and each.tag not in {"p", *_CLOSED}:
            found[_key(each)].append(each)
    return found


def _key(part: Element) -> str:
    return part.attributes.get("id") or f"{part.tag}.{part.attributes.get('class')}"


def _told(mine: Element, theirs: Element) -> list[Stretch]:
    """What a part says, paragraph by paragraph: a template has written both, so that they are as many."""
    here, there = list(_leaves(mine)), list(_leaves(theirs))
    pairs = [([one], [_without(other, _words(one))]) for one, other in zip(here, there)]
    return pairs if len(here) == len(there) else []


def _without(element: Element, known: str) -> Element:
    """What says more than is known: a part may give a name in both languages already, one after the other."""
    last = element.inside[-1] if element.inside else ""
    twice = isinstance(last, Element) and "lang" in last.attributes and _words(last) in known
    kept = element.inside[:-1] if twice else element.inside
    return replace(element, inside=[] if _words(element) in known else kept)


def _words(element: Element) -> str:
    return "".join(each if isinstance(each, str) else _words(each) for each in element.inside).strip()


def _leaves(element: Element) -> Iterator[Element]:
    for each in element.elements:
        if each.tag in _CLOSED or "hidden" in each.attributes or each.classes & _UNPAIRED:
            continue
        inner = list(_leaves(each))
        yield from inner or ([each] if each.tag in _LEAVES else [])


def _html(elements: list[Element], address: Address) -> str:
    """Elements as the other page shows them: one by its inside, several each in its own tag."""
    if len(elements) > 1:
        return "".join(f"<{_tag(each)}>{_inside(each, address).strip()}</{_tag(each)}>" for each in elements)
    one = elements[0]
    inside = _inside(one, address).strip()
    return inside if one.tag in _LEAVES else f"<{_tag(one)}>{inside}</{_tag(one)}>"


def _tag(element: Element) -> str:
    return element.tag if element.tag in {"blockquote", "ul", "ol", "pre"} else "p"


def _inside(element: Element, address: Address) -> str:
    return "".join(
        escape(each, quote=False) if isinstance(each, str) else _outside(each, address)
        for each in element.inside
    )


def _outside(element: Element, address: Address) -> str:
    if element.classes & _UNPAIRED or element.tag in _CLOSED or "hidden" in element.attributes:
        return ""
    inside = _inside(element, address)
    # A heading's link to itself would lead to the heading beside it, which has its own.
    if element.tag not in _KEPT or (element.attributes.get("href") or "").startswith("#"):
        return inside
    kept = {"lang": element.attributes.get("lang"), "href": element.attributes.get("href")}
    href = kept["href"] and address(kept["href"])
    told = "".join(f' {name}="{escape(value)}"' for name, value in {**kept, "href": href}.items() if value)
    if element.tag in VOID:
        return f"<{element.tag}>"
    return f"<{element.tag}{told}>{inside}</{element.tag}>" if told or element.tag != "span" else inside
