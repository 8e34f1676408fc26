"""What stands around a page's words: its foot, its twin, its place among the languages."""

import re
from itertools import groupby

from minify_html import minify

from story.language.dates import human
from story.language.wording import marked, span
from story.pages.chapters import chapters
from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables, strings

_FURNITURE = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="skip">.*?</div>|<div data-md-component="announce">\s*</div>'
    r'|<div class="md-dialog".*?</div>\s*</div>'
    r'| class="md-(?:container|main|main__inner md-grid)"| data-md-component="\w+"'
    r'|(?<=<html lang="zh-Hans") class="no-js"|(?<=<html lang="en") class="no-js"|(?<=<body) dir="ltr"',
    re.S,
)
_SPACE = "\ue000"
_BESIDE = re.compile(r"(?s:<pre\b.*?</pre>)|(</(?:a|button|label|span)>)\s+(?=<(?:a|button|label|span)\b)")
"""Where words stand side by side. The minifier joins them, as if every reader had a style sheet."""


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
    """The language switch: the same page in each language; `urls` and `names` are by locale."""
    return [
        {"lang": locale, "url": url, "name": names[locale], "current": locale == current}
        for locale, url in urls.items()
    ]


def permanent(site_url: str, url: str) -> str:
    """The published address of a page, also in a copy to keep, whose links name files (`train.html`)."""
    path = re.sub(r"(^|/)index\.html$", r"\1", "" if url == "./" else url)
    return site_url + re.sub(r"\.html$", "/", path)


def slim(html: str) -> str:
    """A page without the theme’s furniture, 300 bytes of each, compressed, and without what a parser puts
    back: quotation marks, end tags, spaces between blocks (HTML, “Optional tags”), which are 200.

    The furniture is its drawer, search, dialogue and skip link, out of reach of blocks (overrides/theme/).
    """
    bare = _BESIDE.sub(lambda found: found[1] + _SPACE if found[1] else found[0], _FURNITURE.sub("", html))
    return minify(bare, keep_html_and_head_opening_tags=True).replace(_SPACE, " ")


def cited(tables: Tables, lang: str, facts: list[str], terms: list[str]) -> list[tuple]:
    """What a page cites, once each: for every source in the article's order its anchor and mark, with its
    facts in the page's order (`words`, for a figure also `note`); last, without a source, the terms as the
    glossary has them, with `words`."""
    order = tables.paragraphs
    known = sorted(
        map(tables.facts.__getitem__, dict.fromkeys(facts)),
        key=lambda fact: (order.index(fact["source"].partition("-")[0]), fact["source"]),
    )
    found: list[tuple] = [
        (span(source), [_told(fact, lang) for fact in group])
        for source, group in groupby(known, key=lambda fact: fact["source"])
    ]
    words = map(tables.terms.__getitem__, dict.fromkeys(terms))
    explained = [{**term, "words": marked(term["explanation"][lang], lang)} for term in words]
    return [*found, (None, explained)] if explained else found


def _told(fact: Fact, lang: str) -> dict:
    """A name or a quotation is told by its statement; how to read a number takes a remark."""
    note = fact.get("note", {}).get(lang, "") if fact["kind"] in FIGURES else ""
    return {"id": fact["id"], "words": marked(fact["statement"][lang], lang), "note": marked(note, lang)}


def foot(tables: Tables, lang: str, cited: list[str], count: int, revised: str) -> dict:
    """The foot of a page in one language: its `sources` (see `marks`), `edition`, `length` and `revised`."""
    t = strings(tables, lang)
    date, page = (tables.facts[f"source-{name}"]["value"] for name in ("publication-date", "page-number"))
    return {
        "sources": marks([tables.facts[fact]["source"] for fact in cited], tables.paragraphs),
        "edition": t["edition_words"].format(date=human(str(date), lang), page=page),
        "length": t["length_words"].format(count=count),
        "revised": human(revised, lang),
    }


def marks(sources: list[str], order: list[str]) -> list[dict[str, str]]:
    """Sources as few marks (`anchor`, `words`) in the article's order: P08, P09, P10 as P08–P10."""
    # `H01-H06` names six headings that stand apart: every paragraph of that letter between its ends.
    spans = [(first, last or first) for first, _, last in (source.partition("-") for source in sources)]
    named = [any(first <= paragraph <= last for first, last in spans) for paragraph in order]
    found = []
    for (meant, _), neighbours in groupby(zip(named, order), key=lambda pair: (pair[0], pair[1][0])):
        run = [paragraph for _, paragraph in neighbours]
        if meant:
            words = run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}"
            found.append({"anchor": run[0].lower(), "words": words})
    return found
