"""What a build knows, as records: `Build` for both languages, `Edition` for one; the next replaces each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from story.drawing import typeface
from story.drawing.hero import course
from story.findings import Finding
from story.gallery import manifest, update
from story.parts.setting import Setting
from story.site import dataset, meta, offline, parallel, posters, search, share
from story.site.addresses import BESIDE
from story.site.assets import code, inline, joined, literal, named, spoken, tool
from story.tables.tables import Tables

UNSHOWABLE = {"reference-unknown", "graphic-undrawable", "timeline-undated"}
"""Faults of tables from which nothing can be drawn; a preview goes on with the last ones that were sound."""
Asset = tuple[str, str]
"""Name and content of a generated text."""


@dataclass(frozen=True)
class Sources:
    """The parts of style sheets and scripts, below `docs`, as mkdocs.yml lists them; `first` stands in the
    pages themselves, `concourse` are styles for pages that are no chapters, `on_demand` go by tool,
    `parallel` come with a page's twin."""

    docs: Path
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    first: str
    concourse: list[str]
    on_demand: dict[str, list[str]]
    parallel: list[str]

    @property
    def names(self) -> set[str]:
        """All of them: files that are published as part of another."""
        tools = [name for files in self.on_demand.values() for name in files]
        return {*self.styles, *self.scripts, self.first, *self.concourse, *tools, *self.parallel}


@dataclass(frozen=True)
class Build:
    """What both languages share. `cards` and `posters` are file names by key; `copy` is the folder with what
    is to keep; `first` is the script that stands in the pages themselves."""

    tables: Tables
    pictures: dict[str, dict]
    faces: list[Path]
    cards: dict[str, str]
    posters: dict[str, str]
    copy: Path | None
    sources: Sources
    style: Asset
    concourse: Asset
    script: Asset
    first: str
    tools: dict[str, Asset]
    parallel: str
    files: dict[str, Path]
    """Address and place of every file that is published as it is."""
    data: dataset.Data
    settings: dict[str, Setting]
    """By language, what a page of it at the site's root is drawn from."""


@dataclass(frozen=True)
class Edition:
    """One language of a build: the words of the interface, its downloads; once they are read, its pages and
    their addresses, by page and locale; then those of its search, and by page of the script with its twin."""

    lang: str
    words: dict[str, str]
    downloads: tuple[Asset, ...]
    pages: tuple[Any, ...] = ()
    urls: dict[str, dict[str, str]] = field(default_factory=dict)
    search: dict[str, str] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)


def sound(tables: Tables | None, found: list[Finding]) -> bool:
    """Whether something can be drawn from the tables."""
    return bool(tables) and not any(finding.rule in UNSHOWABLE for finding in found)


def make(
    tables: Tables,
    sources: Sources,
    cache: Path,
    copy: Path | None,
    site_url: str,
    with_posters: bool,
    forgiving: bool,
) -> tuple[Build, list[Finding]]:
    """Bring pictures, faces, cards and posters below `cache` up to date; the build, and what was refused.

    `site_url` is where posters and data lead to. Without posters it is for the copy to keep, which has each
    picture once. `forgiving` as in `Setting`. Raises OSError if the disk refuses.
    """
    photos = cache / "photos"
    chosen = manifest.with_drawings(manifest.of_site(tables)[0])
    report = update.run(chosen, tables.root / "docs" / "photos", photos, root=tables.root)
    faces = typeface.run(tables, cache / "fonts")
    cards = share.run(tables, cache / "share", report.pictures, photos)
    drawn = posters.run(tables, cache / "posters", site_url, report.pictures, photos) if with_posters else {}
    index = report.pictures if with_posters else offline.once(report.pictures)
    words, docs = tables.data["strings"], sources.docs
    style = joined(docs, list(sources.styles), typeface.face(faces, typeface.characters(tables)))
    concourse = joined(docs, sources.concourse, course.style(), "concourse")
    first = inline(docs, sources.first)
    carried = {"entry": f"window.storyLedger = {literal(dataset.sentences(tables))};\n"}
    tools = {
        name: named(
            "assets/javascripts/on-demand",
            name,
            tool(docs, files, spoken(words, name) + carried.get(name, "")),
        )
        for name, files in sources.on_demand.items()
    }
    script = joined(docs, list(sources.scripts), spoken(words, "find", "share", "load") + code(tools))
    beside = tool(docs, sources.parallel, spoken(words, "both"))
    folders = {
        "photos": [made["name"] for picture in index.values() for made in picture["derivatives"]],
        "share": cards.values(),
        "posters": drawn.values(),
        "fonts": [face.name for face in faces],
    }
    places = [f"{name}/{file}" for name, files in folders.items() for file in files]
    files = {f"assets/{place}": cache / place for place in places} | offline.files(copy)
    offer = offline.offer(copy)
    data = dataset.make(tables, site_url)
    settings = {
        lang: Setting(tables, lang, ".", index, offer, forgiving, data.offers[lang])
        for lang in meta.LANGUAGES
    }
    return Build(
        tables,
        index,
        faces,
        cards,
        drawn,
        copy,
        sources,
        style,
        concourse,
        script,
        first,
        tools,
        beside,
        files,
        data,
        settings,
    ), report.findings


def begin(build: Build, lang: str) -> Edition:
    """One language, `zh` or `en`, before its pages are read."""
    places = {name: place for name, (place, _) in build.data.offers[lang]["files"].items() if name in BESIDE}
    downloads = tuple((name, build.data.files[place]) for name, place in places.items())
    return Edition(lang, build.settings[lang].common.words, downloads)


def searched(build: Build, lang: str, texts: list[tuple[str, str]]) -> Asset:
    """The search index of pages, each an address and the HTML of its text."""
    return search.script(search.index(texts, search.names(build.tables, lang)), lang)


def paralleled(build: Build, lang: str, name: str, texts: tuple[str, str], address: Callable) -> Asset:
    """The script that sets beside a page, from the HTML of its text and of its twin's, what its twin says;
    `address` as in `parallel.rows`."""
    other = "zh-Hans" if lang == "en" else "en"
    return parallel.script(parallel.rows(*texts, address), other, f"{name}.{lang}", build.parallel)


def head(build: Build, page: meta.Page) -> dict:
    """What a page tells machines: `described`, `graph`, `og`, `citation`; `poster` is an address or None."""
    poster = build.posters.get(share.key(page.name, page.lang))
    photos = build.settings[page.lang].photos.values()
    pictures = (photo for photo in photos if photo["entry"].get("page"))
    data = [dataset.described(page, build.tables, build.data)] if page.name == dataset.PAGE else []
    graph = meta.graph(page, build.tables, pictures, *data)
    return {
        "described": page,
        "poster": f"assets/posters/{poster}" if poster else None,
        "graph": meta.block(graph, page.lang),
        "og": meta.open_graph(page, share.SIZE),
        "citation": meta.citation(page, build.tables),
    }


def stops(here: Setting, urls: dict[str, str], current: str | None) -> list[dict]:
    """The line as a page shows it: the stops (as `line.stops` has them) that have a page in `urls`, with
    `url`, whether they are `current`, and their `plate` (as `pictures.view` gives it, or None)."""
    photos = here.photos
    return [
        stop
        | {"url": urls[stop["page"]], "current": stop["page"] == current, "plate": photos.get(stop["photo"])}
        for stop in here.common.stops
        if stop["page"] in urls
    ]
