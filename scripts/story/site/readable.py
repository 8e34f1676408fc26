"""The text of a page for whoever brings neither our style sheets nor our scripts: a feed reader, or a machine
that reads for people."""

import re
from functools import cache, partial
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_AWAY = (
    "template, form, button, svg, source, [hidden], .headerlink, .footnote-backref, .story-gallery__turn, "
    ".story-graphic:not(:has(table)), .story-graphic__drawing, .story-graphic__table summary, .story-year"
)
"""What a reader does something with, and drawings: a table says the same in words, or a list under them, as
for the line of the year and the rhythm of the measures."""
_ITSELF = ", ".join(f"h{level}[id] > a[href^='#']" for level in range(1, 7))
_APART = ".story-background, .admonition"
_AROUND = ["span", "section", "header", "nav", "picture", "details", "data", "time", "small"]
_KEPT = ("href", "src", "alt", "lang", "start", "value", "colspan", "rowspan", "align")


def article(html: str, url: str) -> LexborNode:
    """A page's text as a tree, without what works on the page alone, background set apart as quotations are;
    addresses are absolute by that of the page, `url`."""
    tree = LexborHTMLParser(f"<body>{html}")
    for node in tree.css(_AWAY):
        node.decompose()
    for node in tree.css(f".story-photo__link, {_ITSELF}"):
        node.unwrap()
    for node in tree.css(_APART):
        (apart,) = LexborHTMLParser(f"<blockquote>{node.inner_html}</blockquote>").css("body > blockquote")
        node.replace_with(apart)
    join = cache(partial(urljoin, url))
    for name in ("href", "src"):
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = join(node.attributes[name])
    assert tree.body
    return tree.body


def bare(body: LexborNode) -> str:
    """A tree as `article` gives it, which it alters, as HTML for any feed reader: under a title of the feed's
    own, without marks of sources or anything that only our style sheets know."""
    for node in body.css("h1, .story-source"):
        node.decompose()
    for node in body.css("*"):
        for name in node.attributes.keys() - _KEPT:
            del node.attrs[name]
    body.unwrap_tags(_AROUND)
    return re.sub(r"\s*\n\s*", "\n", body.inner_html or "").strip()
