"""What is published, held against the list of what may be: `allowed.yml`.

Pages are parsed as browsers do, so that what counts is what a reader's browser makes of them, however it was
typed.
"""

import base64
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from story.parts.extension import DRAWN
from story.tables.yamlfile import parse

_FILE = Path(__file__).with_name("allowed.yml")
_END = "story-end"
_AROUND = f"<div><main><div><article>{{}}<{_END}></{_END}></article><{_END}></{_END}>"
"""A text with what stands around it on a page, as far as a stray end tag in it could close that."""
_AROUND_IT = len(("html", "head", "body", "div", "main", "div", "article"))
_LEVELS = ("text", "parts", "page")
_ADDRESSES = {"href", "src", "action", "data-index", "data-twin"}
_FETCHED = {"src", "srcset"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_LOCAL = re.compile(r"file:|[a-z]:[\\/]", re.I)
_PASTED = re.compile(r"font|(?:o|w|v|st1):.*")
_OFFICE = re.compile(r"mso", re.I)
_POLICY = "Content-Security-Policy"


@dataclass(frozen=True)
class Fault:
    """Something that may not be published: a sentence of the rule `html-refused`, by its key, and what it is
    about, a tag or one of its attributes with its value; either may be empty."""

    said: str
    tag: str = ""
    name: str = ""
    value: str = ""


Attributes = tuple[tuple[str, str], ...]
Element = tuple[LexborNode, str, Attributes]
"""An element, its tag and its attributes."""


@lru_cache(maxsize=64)  # a preview asks again for each save
def article(html: str, mark: str = "") -> list[Fault]:
    """What is wrong with the text of a page, in order. Elements whose attribute `DRAWN` has the value `mark`
    were drawn by a template of ours and may be more than what an editor writes."""
    elements = list(_elements(LexborHTMLParser(_AROUND.format(html)).root))
    ends = [node for node, tag, _ in elements if tag == _END]
    found = [Fault("attribute", tag, name) for _, tag, held in elements[:_AROUND_IT] for name, _ in held]
    inside = [each for each in elements[_AROUND_IT:] if each[1] != _END]
    for _, tag, held in inside:
        drawn = bool(mark) and (DRAWN, mark) in held
        own = tuple(pair for pair in held if pair[0] != DRAWN) if drawn else held
        found += _faults(tag, own, "parts" if drawn else "text")
    ids = list(_ids(inside))
    found += [*_reserved(ids), *_repeated(ids)]
    return found or list(_unclosed(ends))  # which what is refused has often brought about


@lru_cache(maxsize=64)
def page(html: str) -> list[Fault]:
    """What is wrong with a whole page, in order, whoever wrote it."""
    tree = LexborHTMLParser(html)
    elements = list(_elements(tree.root))
    found = [fault for _, tag, held in elements for fault in _faults(tag, held, "page")]
    found += [*_unnamed(elements), *_repeated(_ids(elements))]
    swallowed = not tree.css_first("footer") or tree.css_first("article footer")
    return found or [Fault("unclosed")][: bool(swallowed)]


def reserved() -> set[str]:
    """The ids of what stands around an article."""
    return set(_lists()["reserved"].split())


def _elements(root: LexborNode | None) -> Iterator[Element]:
    """Every element, in order; none is in a template, which no list has."""
    for node in root.traverse() if root else ():
        if node.is_element_node:
            yield node, node.tag or "", tuple((name, value or "") for name, value in node.attributes.items())


@lru_cache(maxsize=65536)
def _faults(tag: str, attributes: Attributes, level: str) -> tuple[Fault, ...]:
    """What is wrong with one element. What was pasted from Word is said to be that, once."""
    known = _known(level)
    if tag not in known:
        return (Fault("word" if _PASTED.fullmatch(tag) else "tag", tag),)
    found = tuple(
        fault for name, value in attributes if (fault := _fault(tag, name, value, known[tag].get(name)))
    )
    office = any(name == "class" and _OFFICE.match(value) for name, value in attributes)
    return (Fault("word", tag),) if office or found and tag == "span" else found


def _fault(tag: str, name: str, value: str, form: re.Pattern | None) -> Fault | None:
    if name in _ADDRESSES:  # as browsers read them
        value = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    if form and form.fullmatch(value):
        return None
    if re.match(r"on\w", name) or name in ("srcdoc", "style"):
        return Fault("style" if name == "style" else "program", tag, name, value)
    if name in _FETCHED and re.search(r"//|\\|^https?:", value, re.I):
        return Fault("elsewhere", tag, name, value)
    if not form:
        return Fault("attribute", tag, name, value)
    if name in _ADDRESSES and _SCHEME.match(value):
        return Fault("computer" if _LOCAL.match(value) else "scheme", tag, name, value)
    return Fault("id" if name == "id" else "value", tag, name, value)


def _ids(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    return ((tag, value) for _, tag, held in elements for name, value in held if name == "id")


def _reserved(ids: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    return (Fault("reserved", tag, "id", name) for tag, name in ids if name in reserved())


def _repeated(ids: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    ids = list(ids)
    number, tags = Counter(name for _, name in ids), {name: tag for tag, name in ids}
    for name in (name for name, times in number.items() if times > 1):
        second = (tags[name], name) == ("h1", "title")  # the id of every title (story.parts.extension)
        yield Fault("second-title" if second else "repeated", tags[name], "id", name)


def _unclosed(ends: list[LexborNode]) -> Iterator[Fault]:
    """Whether a text ends in its place: it neither closes what is around it nor takes in what follows."""
    if len(ends) != 2 or not _within(ends[0], "article"):
        yield Fault("unclosed")
    elif ends[1].parent and ends[1].parent.tag != "div" or _within(ends[1], "article"):
        yield Fault("unclosed", ends[1].parent.tag or "" if ends[1].parent else "")


def _within(element: LexborNode, tag: str) -> bool:
    parent = element.parent
    while parent and parent.tag != tag:
        parent = parent.parent
    return bool(parent)


def _unnamed(elements: list[Element]) -> Iterator[Fault]:
    """Scripts in the page itself that are no data and that its own policy does not name."""
    policies = [dict(held).get("content", "") for _, _, held in elements if ("http-equiv", _POLICY) in held]
    for node, tag, held in elements:
        if tag == "script" and not {"src", "type"} & dict(held).keys():
            digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
            if not any(f"'sha256-{digest}'" in policy for policy in policies):
                yield Fault("tag", tag)


@cache
def _lists() -> dict:
    return parse(_FILE.read_text(encoding="utf-8"))[0]


@cache
def _known(level: str) -> dict[str, dict[str, re.Pattern]]:
    """The elements of a level with the forms of their attributes; it has all that those before it have."""
    everywhere: dict[str, list[str]] = defaultdict(list)
    known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in _LEVELS[: _LEVELS.index(level) + 1]:
        for tags, forms in _lists()[name].items():
            for held in (everywhere if tag == "*" else known[tag] for tag in tags.split()):
                for attribute, form in forms.items():
                    held[attribute].append(_lists()["values"].get(form, form))
    return {
        tag: {name: _form(everywhere[name] + held[name]) for name in {*everywhere, *held}}
        for tag, held in known.items()
    }


def _form(forms: list[str]) -> re.Pattern:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.S)
