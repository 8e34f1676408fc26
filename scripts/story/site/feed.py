"""The pages' revisions as a feed, with all that they say. Format: Atom (RFC 4287)."""

from xml.etree import ElementTree as etree

from story.site.meta import LANGUAGES, Page

_SPACE = "http://www.w3.org/2005/Atom"


def atom(texts: list[tuple[Page, str]]) -> str:
    """One language's pages and their text (HTML with absolute addresses), the last revised first, else in the
    order they come in, which is the menu's.

    Days begin at midnight, UTC, as ours have no hour.
    """
    first = texts[0][0]
    feed = etree.Element("feed", {"xmlns": _SPACE, "xml:lang": LANGUAGES[first.lang]})
    _common(feed, first.home, first.site, max(page.revised for page, _ in texts))
    etree.SubElement(feed, "link", rel="self", href=f"{first.home}feed.xml")
    etree.SubElement(etree.SubElement(feed, "author"), "name").text = first.site
    for page, html in sorted(texts, key=lambda text: text[0].revised, reverse=True):
        entry = etree.SubElement(feed, "entry")
        _common(entry, page.url, page.title, page.revised)
        etree.SubElement(entry, "summary").text = page.description
        etree.SubElement(entry, "content", type="html").text = html
    etree.indent(feed)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(feed, encoding="unicode") + "\n"


def _common(element: etree.Element, address: str, title: str, day: str) -> None:
    for name, text in (("id", address), ("title", title), ("updated", f"{day}T00:00:00Z")):
        etree.SubElement(element, name).text = text
    etree.SubElement(element, "link", rel="alternate", href=address)
