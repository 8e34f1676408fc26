"""The ledger as data that people reuse: what describes its files, and how to cite them.

Formats: Data Package and Table Schema, version 1, which readers of every age know
(specs.frictionlessdata.io); `Dataset` of schema.org, with what Google's dataset search asks for; BibTeX.
"""

import hashlib
import json
import re
from dataclasses import dataclass

from story import bounds
from story.language.dates import human
from story.pages.chapters import page_path, page_titles
from story.pages.page import split
from story.site.downloads import SHEET, figures_csv, figures_json, heading, ledger_csv
from story.site.meta import LANGUAGES, LICENCE, Page, original
from story.tables import columns
from story.tables.tables import Tables, strings

PAGE = "dataset"
"""The page that offers the data, which the menu does not name."""
FILES = {
    "figures.csv": "text/csv",
    "ledger.csv": "text/csv",
    "figures.json": "application/json",
    "datapackage.json": "application/json",
}
"""What it offers, in its order. The first and the third stand beside the pages of each language."""


@dataclass(frozen=True)
class Data:
    """The data of a build: every file by its address below the site, the day of its version, and by language
    what its page offers: `files` as `offered` has them, and `citations`."""

    files: dict[str, str]
    day: str
    offers: dict[str, dict]


def make(tables: Tables, site_url: str) -> Data:
    """All that is to be had, of a site at `site_url`."""
    day = version(tables)
    told = about(tables, site_url, day)
    whole = figures_json(tables, told)
    made = {
        "figures.csv": figures_csv(tables, "zh"),
        "en/figures.csv": figures_csv(tables, "en"),
        "ledger.csv": ledger_csv(tables),
        "figures.json": whole,
        "en/figures.json": whole,
    }
    files = made | {"datapackage.json": package(tables, told, made)}
    offers = {
        lang: {"files": offered(files, lang), "citations": citations(tables, site_url, day, lang)}
        for lang in LANGUAGES
    }
    return Data(files, day, offers)


def offered(files: dict[str, str], lang: str) -> dict[str, tuple[str, int]]:
    """Address below the site and size in bytes of every file, by its name, for one language."""
    prefix = "en/" if lang == "en" else ""
    places = {name: prefix + name if prefix + name in files else name for name in FILES}
    return {name: (place, len(files[place].encode())) for name, place in places.items()}


def about(tables: Tables, site_url: str, day: str) -> dict:
    """What a reader of the data should know of it. A correction changes `version` and stands in the list."""
    return {
        "title": tables.data["strings"]["data_title"],
        "description": tables.data["strings"]["data_about"],
        "homepage": f"{site_url}{PAGE}/",
        "version": day,
        "license": LICENCE,
        "source": {lang: source(tables, lang) for lang in LANGUAGES},
        "corrections": tables.data["corrections"]["corrections"],
    }


def version(tables: Tables) -> str:
    """The day of the last change: of a page, each entry standing on one, or of a correction."""
    places = [page_path(tables.root, page, lang) for page in (*tables.pages, PAGE) for lang in LANGUAGES]
    days = [
        *map(_revised, places),
        *(str(each["date"]) for each in tables.data["corrections"]["corrections"]),
    ]
    return max(day for day in [*days, ""] if re.fullmatch(r"\d{4}-\d\d-\d\d|", day))


def _revised(path) -> str:
    try:
        return str(split(bounds.read(path, path.parent))[0].get("revised", ""))
    except (OSError, UnicodeDecodeError, bounds.TooMuch):
        return ""  # which the check has told


def source(tables: Tables, lang: str) -> str:
    """The newspaper's article in a few words; a small site may lack its headline."""
    date = human(str(tables.facts["source-publication-date"]["value"]), lang)
    headline = tables.facts.get("source-headline")
    title = headline["wording"][lang][0] if headline else "…"
    return strings(tables, lang)["data_source"].format(headline=title, date=date)


def package(tables: Tables, told: dict, made: dict[str, str]) -> str:
    """The Data Package of these files: each with its size, its digest and a schema of its columns; `told` is
    what `about` says."""
    keys = {"primaryKey": "id", "missingValues": [""]}
    sheet = lambda lang: [_renamed(tables, name, lang) for name in SHEET]
    titles = {lang: page_titles(tables.root, lang).get("home", "") for lang in LANGUAGES}
    resources = [
        _resource("ledger", "ledger.csv", made, {"fields": columns.flat(tables)} | keys),
        _resource("figures-zh", "figures.csv", made, {"fields": sheet("zh"), "missingValues": [""]}),
        _resource("figures-en", "en/figures.csv", made, {"fields": sheet("en"), "missingValues": [""]}),
        _resource("ledger-json", "figures.json", made, {"fields": columns.nested(tables)} | keys)
        # Without its names a reader takes the first entry's keys for all that there are.
        | {"dialect": {"json": {"keyed": True, "property": "facts", "keys": list(tables.fields)}}},
    ]
    document = {
        "profile": "data-package",
        "name": "shangluo-nanjing-ledger",
        "title": _both(told["title"]),
        "description": _both(told["description"]),
        "homepage": told["homepage"],
        "version": told["version"],
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": LICENCE}],
        "sources": [{"title": _both(told["source"])}],
        "contributors": [{"title": _both(titles), "role": "author"}],
        "resources": resources,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _both(words: dict[str, str]) -> str:
    return f"{words['zh']} / {words['en']}"


def _renamed(tables: Tables, name: str, lang: str) -> columns.Column:
    """A column of figures.csv."""
    field = "wording" if name == "figure" else name
    return columns.column(tables, field, heading(tables, name, lang), "any" if name == "value" else "string")


def _resource(name: str, path: str, made: dict[str, str], schema: dict) -> dict:
    content, kind = made[path].encode(), path.rpartition(".")[2]
    # Of JSON the library that everybody validates with counts no bytes, and misses what it did not count.
    proof = {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "path": path,
        "format": kind,
        "mediatype": FILES[path.removeprefix("en/")],
        "encoding": "utf-8",
        "schema": schema,
    } | (proof if kind == "csv" else {})


def described(page: Page, tables: Tables, data: Data) -> dict:
    """The data as JSON-LD, for the page that offers them."""
    t, lang = strings(tables, page.lang), page.lang
    places = [tables.facts[name] for name in ("sending-city", "host-city") if name in tables.facts]
    year = tables.facts.get("source-review-year")
    maker = {"@type": "Organization", "name": page.site, "url": page.home}
    return {
        "@type": "Dataset",
        "@id": f"{page.url}#dataset",
        "name": t["data_title"],
        "description": t["data_about"],
        "url": page.url,
        "identifier": page.url,
        "version": data.day,
        "dateModified": data.day,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": list(LANGUAGES.values()),
        "creator": maker,
        "publisher": maker,
        "isBasedOn": {"@id": f"{page.home}#original"} | original(tables),
        "spatialCoverage": [{"@type": "Place", "name": place["wording"][lang][0]} for place in places],
        "variableMeasured": [_variable(name, field, lang) for name, field in tables.fields.items()],
        "distribution": [_download(page, *each) for each in data.offers[lang]["files"].items()],
    } | ({"temporalCoverage": str(year["value"])} if year else {})


def _variable(name: str, field: dict, lang: str) -> dict:
    title = field["title" if lang == "zh" else "titleEn"]
    told = columns.meaning(field)[lang == "en"]
    return {"@type": "PropertyValue", "propertyID": name, "name": title, "description": told}


def _download(page: Page, name: str, file: tuple[str, int]) -> dict:
    place, size = file
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": page.site_url + place,
        "encodingFormat": FILES[name],
        "contentSize": f"{size} B",
    }


def citations(tables: Tables, site_url: str, day: str, lang: str) -> list[tuple[str, str]]:
    """How to cite the data: language and words, first in that of the page, then BibTeX without one."""
    made = {}
    for each, code in LANGUAGES.items():
        t, site = strings(tables, each), page_titles(tables.root, each).get("home", "")
        told = {"date": day if each == "zh" else human(day, "en"), "url": _url(site_url, each)}
        made[code] = t["cite_data"].format(site=site, title=t["data_title"], **told)
    own = sorted(made.items(), key=lambda each: each[0] != LANGUAGES[lang])
    return [*own, ("", _bibtex(tables, _url(site_url, lang), day, lang))]


def _url(site_url: str, lang: str) -> str:
    return f"{site_url}{'en/' if lang == 'en' else ''}{PAGE}/"


def _bibtex(tables: Tables, url: str, day: str, lang: str) -> str:
    t, site = strings(tables, lang), page_titles(tables.root, lang).get("home", "")
    fields = {
        "title": t["data_title"],
        "author": f"{{{site}}}",  # braces: a name that is not to be taken apart
        "year": day[:4],
        "howpublished": t["data_kind"],
        "version": day,
        "note": "CC BY 4.0",
        "url": url,
    }
    lines = "".join(f"{name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{shangluo-nanjing-ledger,\n{lines}}}"


def sentences(tables: Tables) -> dict:
    """What an entry says in Chinese and in English, by its id, and how its source is named, with `{}` for the
    paragraph: what on-demand/entry.js copies."""
    mark = {
        lang: strings(tables, lang)["data_entry"].format(source=source(tables, lang)) for lang in LANGUAGES
    }
    said = {name: [fact["statement"][lang] for lang in LANGUAGES] for name, fact in tables.facts.items()}
    return {"source": list(mark.values()), "said": said}
