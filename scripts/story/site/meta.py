"""What a page tells machines: Open Graph, JSON-LD (schema.org, JSON-LD 1.1), and how to cite it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from story.language.dates import human
from story.tables.tables import Tables, strings

LOCALES = {"zh": "zh_CN", "en": "en_US"}
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""That of our words, tables and drawings: the file LICENSE."""
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)")


@dataclass(frozen=True)
class Page:
    """One page in one language. Addresses are absolute; `twins` has one for each language."""

    name: str
    lang: str
    title: str
    description: str
    revised: str
    site: str
    site_url: str
    twins: dict[str, str]
    image: str | None = None

    @property
    def url(self) -> str:
        return self.twins[self.lang]

    @property
    def home(self) -> str:
        return self.site_url + ("en/" if self.lang == "en" else "")


def open_graph(page: Page, size: tuple[int, int]) -> dict[str, str]:
    """Properties of the Open Graph protocol (ogp.me), in order; `size` of the picture in pixels. What the
    picture says is the title: it is lettering over the band."""
    picture = {
        "og:image": page.image or "",
        "og:image:width": str(size[0]),
        "og:image:height": str(size[1]),
        "og:image:alt": page.title,
    }
    return {
        "og:type": "website" if page.name == "home" else "article",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": page.url,
        "og:site_name": page.site,
        "og:locale": LOCALES[page.lang],
    } | (picture if page.image else {})


def block(data: dict, lang: str) -> Markup:
    """JSON-LD for a script element, which nothing inside can end. On an English page Chinese is written in
    escapes: it would stand there without its language."""
    text = json.dumps(data, ensure_ascii=lang == "en", separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def graph(page: Page, tables: Tables, photos: Iterable[dict], *more: dict) -> dict:
    """Everything a page says, as a JSON-LD document; `photos` as `pictures.view` gives them, `more` what else
    it is."""
    parts = [article(page, tables), *_special(page, tables, photos), *more]
    return {"@context": "https://schema.org"} | ({"@graph": parts} if parts[1:] else parts[0])


def article(page: Page, tables: Tables) -> dict:
    """The retelling, as JSON-LD. Not `NewsArticle`, which would claim to be the report it is based on."""
    # The home page describes the site and the article it retells; the others refer to them, which is shorter.
    home = page.name == "home"
    site, source = {"@id": page.home}, {"@id": f"{page.home}#original"}
    fields = {
        "@id": page.url,
        "headline": page.title,
        "inLanguage": LANGUAGES[page.lang],
        "dateModified": page.revised,
        "image": page.image,
        "isPartOf": {"@type": "WebSite"} | site | {"name": page.site} if home else site,
        "author": _thing("Organization", {"name": page.site}),
        "isBasedOn": source | original(tables) if home else source,
    }
    return _thing("Article", fields)


def original(tables: Tables) -> dict:
    """The newspaper's article, as far as its text goes. No publisher: the paper's name is inferred, so it is
    not stated. A small site may lack the other facts."""
    headline, byline = (tables.facts.get(f"source-{name}") for name in ("headline", "byline"))
    fields = {
        "name": headline and headline["value"],
        "datePublished": tables.facts["source-publication-date"]["value"],
        "author": byline and _thing("Person", {"name": byline["wording"]["zh"][0]}),
    }
    return _thing("NewsArticle", fields)


def _special(page: Page, tables: Tables, photos: Iterable[dict]) -> list[dict]:
    """What the page is besides an article."""
    itself = {"name": page.title, "url": page.url}
    if page.name == "gallery":
        images = [_image(page, photo) for photo in photos if photo["src"]]
        return [{"@type": "ImageGallery"} | itself | {"image": images}]
    if page.name == "glossary":
        names = {
            key: term["term"] if page.lang == "zh" else term["english"] for key, term in tables.terms.items()
        }
        own = {"@type": "DefinedTerm"}
        terms = [own | {"@id": f"{page.url}#{key}", "name": name} for key, name in names.items()]
        return [{"@type": "DefinedTermSet"} | itself | {"hasDefinedTerm": terms}]
    return []


def _image(page: Page, photo: dict) -> dict:
    """A picture. Only a photograph has a photographer, and a licence of its own."""
    licence = photo["licence"] or ""
    fields = {
        "contentUrl": page.site_url + photo["full"],
        "width": photo["width"],
        "height": photo["height"],
        "caption": _LINK.sub(r"\1", photo["caption"]),
        "description": photo["alt"],
        "creditText": photo["credit"],
        "license" if licence.startswith("http") else "copyrightNotice": licence,
    }
    return _thing("ImageObject", fields)


def _thing(kind: str, fields: dict) -> dict:
    """A thing of schema.org, with the fields that say something."""
    return {"@type": kind} | {key: value for key, value in fields.items() if value}


def citation(page: Page, tables: Tables) -> str:
    """How to cite the page: as GB/T 7714 in Chinese, plainly in English. No access date: the reader's own."""
    t = strings(tables, page.lang)
    named = t["cite_home"] if page.name == "home" else t["cite_page"]
    date = page.revised if page.lang == "zh" else human(page.revised, "en")
    return named.format(site=page.site, title=page.title, date=date, url=page.url)
