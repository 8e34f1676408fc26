"""MkDocs events. Each is a few lines that call `story`; MkDocs' names stay in here.

MkDocs runs once per language: the i18n plugin builds the second language inside
the first one's `on_post_build`. Language comes from the plugin, because `config`
still shows the previous one.
"""

import logging
import re
from pathlib import Path

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from story import checks
from story.drawing import typeface
from story.findings import Faults
from story.gallery import manifest, update
from story.language.counting import length, reading_text
from story.language.dates import is_date
from story.pages import twins
from story.pages.line import stops
from story.pages.page import split, standfirst
from story.parts.extension import StoryExtension
from story.parts.fragments import compiled
from story.site import meta, offline, posters, preview, search, share
from story.site.assets import joined, spoken
from story.site.downloads import figures_csv, figures_json
from story.site.feed import atom
from story.site.foot import alternates, cited, foot, kind, permanent, slim
from story.tables.tables import strings

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
UNSHOWABLE = {"reference-unknown", "graphic-undrawable", "timeline-undated"}
"""Faults of tables from which nothing can be drawn; a preview goes on with the last ones that were sound."""
log = get_plugin_logger("story")
_story = StoryExtension()
_state = {"serving": False, "cards": {}, "posters": {}, "face": None, "parts": [[], []], "search": {}}


def on_config(config):
    if _state["serving"] and not _story.tables:
        _free(config.dev_addr)
    if _story not in config.markdown_extensions:
        config.markdown_extensions.append(_story)
    if not _i18n(config).building:
        _state["parts"] = [list(config.extra_css), [str(script) for script in config.extra_javascript]]


def _joined(config) -> list[tuple[str, str]]:
    """The style sheet and the script of every page."""
    styles, scripts = _state["parts"]
    words = spoken(_story.tables.data["strings"], "find", "share")
    return [
        joined(Path(config.docs_dir), styles, typeface.face(_state["face"])),
        joined(Path(config.docs_dir), scripts, words),
    ]


def _on_demand(config) -> dict[str, tuple[str, str]]:
    """Name and content of each script that arrives when its tool is first used."""
    words = _story.tables.data["strings"]
    return {
        name: joined(Path(config.docs_dir), [script], spoken(words, name), name)
        for name, script in config.extra["on_demand"].items()
    }


def _addresses(config) -> dict[str, str]:
    return {name: address for name, (address, _) in _on_demand(config).items()}


def on_startup(command, dirty):
    _state["serving"] = _story.forgiving = command == "serve"


def _free(address) -> None:
    """Say so before anything is built if another preview has this address; MkDocs would end in a traceback afterwards."""
    port = address.port
    if preview.in_use(address.host, port):
        raise PluginError(
            f"\n\n{port}端口有人在用，多半是另一个预览还开着：先停掉它，或者运行 make serve PORT={port + 1}。\n"
            f"Port {port} is in use, most likely by another preview: stop that, or run make serve PORT={port + 1}.\n"
        )


def on_pre_build(config):
    """Check everything and make the pictures before MkDocs empties the previous site.

    A build stops at any error. A preview goes on with what it has, and says what is wrong.
    """
    if _i18n(config).building:
        return
    tables, found = _looked_at()
    _story.tables = tables if _sound(tables, found) or not _state["serving"] else _story.tables
    if _story.tables:
        try:
            found = found + _draw(config)
        except OSError as error:
            raise PluginError(
                f"写不进 {CACHE}：{error.strerror}。请检查磁盘空间和权限。\n"
                f"{CACHE} cannot be written: {error.strerror}. Check disk space and permissions."
            ) from None
    if found:
        _tell(Faults(found))


def _looked_at() -> tuple:
    """The tables and all findings. A preview that has nothing to show yet waits until it has, instead of ending."""
    tables, found = checks.inspect(ROOT)
    while _state["serving"] and not _story.tables and not _sound(tables, found):
        log.warning(
            "\n\n%s\n\n改好存盘，预览就会开始；不想等，按 Ctrl-C。\nCure this and save, and the preview begins; Ctrl-C ends it.\n",
            Faults(found),
        )
        preview.wait(ROOT / "docs")
        tables, found = checks.inspect(ROOT)
    return tables, found


def _sound(tables, found: list) -> bool:
    return bool(tables) and not any(finding.rule in UNSHOWABLE for finding in found)


def _draw(config) -> list:
    """Bring pictures, cards and icons up to date; what was refused."""
    report = update.run(
        [*manifest.of_site(_story.tables)[0], manifest.BAND],
        ROOT / "docs" / "photos",
        CACHE / "photos",
        root=ROOT,
    )
    _story.pictures = report.pictures
    _state["face"] = typeface.run(_story.tables, CACHE / "fonts")
    _state["cards"] = share.run(_story.tables, CACHE / "share")
    # A copy to keep has none: they are for sending on.
    _state["posters"] = (
        posters.run(_story.tables, CACHE / "posters", config.site_url, report.pictures, CACHE / "photos")
        if config.use_directory_urls
        else {}
    )
    return report.findings


def _tell(faults: Faults) -> None:
    """Warnings stop nothing, not even a strict build; errors do not stop a preview."""
    grave = any(finding.severity == "error" for finding in faults.findings)
    if grave and not _state["serving"]:
        raise PluginError(f"\n\n{faults}\n")
    log.log(logging.WARNING if grave else logging.INFO, "\n\n%s\n", faults)


@event_priority(-200)
def on_files(files, config):
    """After the i18n plugin, which drops generated files and knows no language prefix for them."""
    on_demand = _on_demand(config)
    parts = {name for names in [*_state["parts"], config.extra["on_demand"].values()] for name in names}
    for file in [*_theme_files(files, config), *(file for file in files if file.src_uri in parts)]:
        files.remove(file)
    (style, _), (script, _) = made = _joined(config)
    config.extra_css, config.extra_javascript = [style], [script]
    for name, content in [*made, *on_demand.values()]:
        files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED))
    for path in _made():
        files.append(
            File.generated(
                config,
                f"assets/{path.parent.name}/{path.name}",
                abs_src_path=str(path),
                inclusion=InclusionLevel.INCLUDED,
            )
        )
    files.append(_download("figures.csv", figures_csv(_story.tables, _lang(config)), config))
    files.append(_download("figures.json", figures_json(_story.tables), config))
    if copy := _copy(config):
        files.append(
            File.generated(config, offline.FILE, abs_src_path=str(copy), inclusion=InclusionLevel.INCLUDED)
        )
    _story.copy = offline.offer(copy)
    return files


def on_page_read_source(page, config):
    """What stands below the head, which we read ourselves: MkDocs would print one that it cannot read.

    A page that is not UTF-8 ends neither build nor preview here: the check has said so, and a build has stopped.
    """
    try:
        page.head, body = split(page.file.content_string)
    except UnicodeDecodeError:
        words = "文件不是 UTF-8 编码。请另存为 UTF-8。 The file is not UTF-8. Save it again as UTF-8."
        page.head, body = {}, f"# {page.file.src_uri}\n\n{words}\n"
    return f"\n{body}"  # after a blank line MkDocs looks for no head of its own


def on_page_markdown(markdown, page, config, files):
    _story.lang = _lang(config)
    page.meta |= {"description": standfirst(markdown)} | page.head
    _story.to_root = get_relative_url(".", page.url)
    page.meta["revised"] = _day(page.meta.get("revised"))
    # Else MkDocs takes the day of the build, and two builds of the same words differ.
    page.update_date = page.meta["revised"]


def on_page_content(html, page, config, files):
    page.meta["alternates"] = alternates(config.site_url, _i18n(config).default_language, _urls(page))
    page.meta["foot"] = foot(
        _story.tables, _story.lang, _story.cited, length(reading_text(html)), page.meta["revised"]
    )
    # The ledger and the glossary hold every entry themselves.
    own = _slug(page) in ("figures", "glossary")
    page.meta["cited"] = [] if own else cited(_story.tables, _story.lang, _story.linked, _story.terms)
    page.meta["foot"]["about"] = files.get_file_from_path("about.md").url


@event_priority(-200)
def on_nav(nav, config, files):
    """After the i18n plugin, which makes the navigation of each language."""
    _state["pages"] = nav.pages


def on_env(env, config, files):
    """The feed and the search index come once all pages are read, before files are written."""
    env.bytecode_cache = compiled(ROOT)
    pages = [_described(page, config) for page in _state["pages"]]
    files.append(_download("feed.xml", atom(pages), config))
    _state["search"] = _search(files, config)


def _search(files, config) -> dict:
    """Addresses of the index, which it adds to the files, and of the results page, if there is one."""
    page, lang = files.get_file_from_path("search.md"), _lang(config)
    entries = search.index(
        [(page.url, page.content) for page in _state["pages"]], search.names(_story.tables, lang)
    )
    name, content = search.script(entries, lang)
    files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED))
    return {"index": name, "page": page.url} if page else {}


def on_page_context(context, page, config, nav):
    context["t"] = strings(_story.tables, _lang(config))
    context["languages"] = _languages(page, config)
    context["behind"] = twins.is_behind(Path(page.file.abs_src_path))
    context["cards"] = _state["cards"]
    context["face"] = _face(config)
    context["on_demand"] = _addresses(config)
    context["kind"] = kind(_slug(page), _story.tables)
    context["search"] = _state["search"]
    context["stops"] = _stops(page, config, nav)
    context.update(_meta(page, config))
    return context


def on_post_page(output, page, config):
    return slim(output)


def _meta(page, config) -> dict:
    """What the page tells machines, and how it is cited."""
    described, tables = _described(page, config), _story.tables
    photos = [photo for photo in _story.photos().values() if photo["id"] != "band"]
    poster = _state["posters"].get(posters.key(described.name, described.lang))
    return {
        "described": described,
        "poster": f"assets/posters/{poster}" if poster else None,
        "graph": meta.block(meta.graph(described, tables, photos), described.lang),
        "og": meta.open_graph(described, share.SIZES[0]),
        "citation": meta.citation(described, tables),
    }


def _described(page, config) -> meta.Page:
    twins = {locale[:2]: permanent(config.site_url, url) for locale, url in _urls(page).items()}
    card = _state["cards"].get(share.key(_slug(page), _lang(config)))
    return meta.Page(
        _slug(page),
        _lang(config),
        Markup(page.title).striptags(),
        page.meta["description"],
        page.meta["revised"],
        config.site_name,
        config.site_url,
        twins,
        f"{config.site_url}assets/share/{card}" if card else None,
    )


def _stops(page, config, nav) -> list[dict]:
    """The line as this page shows it: the stops that have a page, with their addresses, the current one marked."""
    pages = {_slug(item): item for item in nav.pages}
    return [
        stop | {"url": pages[stop["page"]].url, "current": pages[stop["page"]] is page}
        for stop in stops(_story.tables, _lang(config))
        if stop["page"] in pages
    ]


def _face(config) -> str | None:
    """The file to fetch early. Not in a copy to keep: from a folder browsers fetch no font before the style sheet asks."""
    return (
        f"assets/fonts/{_state['face'].name}" if _lang(config) == "zh" and config.use_directory_urls else None
    )


def _slug(page) -> str:
    stem = Path(page.file.norm_src_uri).stem
    return "home" if stem == "index" else stem


def on_template_context(context, template_name, config):
    context.update(
        search=_state["search"],
        on_demand=_addresses(config),
        cards=_state["cards"],
        face=_face(config),
        stops=_stops(None, config, context["nav"]),
        t=strings(_story.tables, _lang(config)),
        both=_story.tables.data["strings"],
    )
    return context


def on_post_template(output, template_name, config):
    """One 404 page is served for both languages: the default language writes it, and it speaks both."""
    i18n = _i18n(config)
    if template_name != "404.html":
        return output
    return slim(output) if i18n.current_language == i18n.default_language else ""


def _day(value) -> str:
    """A revision date, or in a preview of a page that lacks one, a day that nobody takes for real."""
    day = str(value)
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and is_date(day) else "1970-01-01"


def _i18n(config):
    return config.plugins["i18n"]


def _lang(config) -> str:
    """`zh` or `en`, the keys of the tables."""
    return _i18n(config).current_language[:2]


def _urls(page) -> dict[str, str]:
    """The address of the page in each language."""
    return {locale: file.url for locale, file in sorted(page.file.alternates.items(), reverse=True)}


def _languages(page, config) -> list[dict]:
    """The language switch: the same page in each language, the current one marked."""
    i18n = _i18n(config)
    return [
        {
            "lang": locale,
            "url": url,
            "name": i18n.get_language_config(locale).name,
            "current": locale == i18n.current_language,
        }
        for locale, url in _urls(page).items()
    ]


def _theme_files(files, config) -> list[File]:
    """Scripts, styles and images of the theme: none is used, so none is published."""
    docs = Path(config.docs_dir).resolve()
    return [
        file
        for file in files
        if file.abs_src_path and not Path(file.abs_src_path).resolve().is_relative_to(docs)
    ]


def _copy(config) -> Path | None:
    """The copy to keep; it does not hold itself."""
    return offline.ready(ROOT) if config.use_directory_urls else None


def _made() -> list[Path]:
    """Pictures, cards and icons, where they are kept."""
    pictures = [
        CACHE / "photos" / derivative["name"]
        for picture in _story.pictures.values()
        for derivative in picture["derivatives"]
    ]
    return (
        [_state["face"], *pictures]
        + [CACHE / "share" / name for name in _state["cards"].values()]
        + [CACHE / "posters" / name for name in _state["posters"].values()]
    )


def _download(name: str, content: str, config) -> File:
    """A generated file beside the pages of the current language."""
    file = File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED)
    if _lang(config) == "en":
        file.url = file.dest_uri = f"en/{name}"
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    return file
