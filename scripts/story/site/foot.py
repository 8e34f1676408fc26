"""What stands around a page's words: its foot, its twin, its place among the languages."""

import re
from itertools import groupby

from story.language.dates import human
from story.language.wording import marked, span
from story.pages.chapters import chapters
from story.tables.tables import Tables, strings

_FURNITURE = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="announce">\s*</div>|<div class="md-dialog".*?</div>\s*</div>'
    r'|(?<=<html lang="zh-Hans") class="no-js"|(?<=<html lang="en") class="no-js"|(?<=<body) dir="ltr"',
    re.S,
)
_SKIP = re.compile(r'<div data-md-component="skip">\s*(?:(<a [^>]*>)\s*([^<]*?)\s*(</a>))?\s*</div>')


def kind(page: str, tables: Tables) -> str:
    """`home`, `chapter`, or the page's own name: what its layout is called in the style sheets."""
    return "chapter" if page in chapters(tables) else page


def alternates(site_url: str, default: str, urls: dict[str, str]) -> list[dict[str, str]]:
    """Absolute, mutual `hreflang` links, with `x-default` (Google Search Central, “Localized versions”).

    `urls` maps each locale to its page's address below `site_url`.
    """
    absolute = {locale: permanent(site_url, url) for locale, url in urls.items()}
    links = [*absolute.items(), ("x-default", absolute[default])]
    return [{"lang": locale, "href": href} for locale, href in links]


def languages(urls: dict[str, str], names: dict[str, str], current: str) -> list[dict]:
    """The language switch: the same page in each language, by locale, the current one marked."""
    return [
        {"lang": locale, "url": url, "name": names[locale], "current": locale == current}
        for locale, url in urls.items()
    ]


def permanent(site_url: str, url: str) -> str:
    """The published address of a page, whatever it is called in this build: a copy to keep names files
    (`train.html`)."""
    path = re.sub(r"(^|/)index\.html$", r"\1", "" if url == "./" else url)
    return site_url + re.sub(r"\.html$", "/", path)


def slim(html: str) -> str:
    """A page without its templates' indents and the theme's furniture: 300 bytes of every page, compressed.

    The furniture is its drawer, search and dialogue, which stand outside of the blocks that main.html can
    empty.
    """
    bare = _SKIP.sub(r"\1\2\3", _FURNITURE.sub("", html))
    return bare if re.search("<(pre|textarea)", bare) else re.sub(r"\n\s+", "\n", bare)


def cited(tables: Tables, lang: str, facts: list[str], terms: list[str]) -> list[dict]:
    """What a page cites, once each, in the page's order: facts with `words`, `note` and `source`, then terms
    with `term`."""
    found = (tables.facts[fact] for fact in dict.fromkeys(facts))
    return [
        {
            "id": fact["id"],
            "words": marked(fact["statement"][lang], lang),
            "note": marked(fact.get("note", {}).get(lang, ""), lang),
            "source": span(fact["source"]),
        }
        for fact in found
    ] + [
        tables.terms[term] | {"words": marked(tables.terms[term]["explanation"][lang], lang)}
        for term in dict.fromkeys(terms)
    ]


def foot(tables: Tables, lang: str, cited: list[str], count: int, revised: str) -> dict:
    """The foot of a page: paragraphs it rests on, edition, length, revision date, in one language."""
    t = strings(tables, lang)
    date, page = tables.facts["source-publication-date"], tables.facts["source-page-number"]
    return {
        "sources": marks([tables.facts[fact]["source"] for fact in cited], tables.paragraphs),
        "edition": t["edition_words"].format(date=human(date["value"], lang), page=page["value"]),
        "length": t["length_words"].format(count=count),
        "revised": human(revised, lang),
    }


def marks(sources: list[str], order: list[str]) -> list[dict[str, str]]:
    """Sources as few marks in the article's order, neighbours joined: P08, P09, P10 as P08–P10."""
    positions = sorted({position for source in sources for position in _positions(source, order)})
    runs = [
        list(run)
        for _, run in groupby(enumerate(positions), key=lambda pair: (pair[1] - pair[0], order[pair[1]][0]))
    ]
    return [_mark(order[run[0][1]], order[run[-1][1]]) for run in runs]


def _positions(source: str, order: list[str]) -> list[int]:
    """`H01-H06` names six headings that stand apart: every paragraph of that letter between its ends."""
    first, _, last = source.partition("-")
    return [index for index, paragraph in enumerate(order) if first <= paragraph <= (last or first)]


def _mark(first: str, last: str) -> dict[str, str]:
    return {"anchor": first.lower(), "words": first if first == last else f"{first}–{last}"}
