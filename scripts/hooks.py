"""MkDocs events. Each is a few lines that call `story`; MkDocs' names stay in here.

MkDocs runs once per language: the i18n plugin builds the second language inside
the first one's `on_post_build`. Language comes from the plugin, because `config`
still shows the previous one.
"""

import logging
import re
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from markdown import Markdown
from markupsafe import Markup
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from story import bounds
from story.files import alone, opened, prune, refused
from story.findings import Faults, Finding
from story.language.breaks import phrased
from story.language.counting import length, reading_text
from story.language.dates import is_date
from story.pages import twins
from story.pages.chapters import chapters
from story.pages.page import split, standfirst
from story.parts.extension import StoryExtension
from story.parts.fragments import compiled
from story.parts.pictures import FOLDER, named
from story.site import allowed, edition, llms, meta, offline, policy, preview, readable, share
from story.site.addresses import SHARED
from story.site.feed import atom
from story.site.foot import alternates, cited, foot, kind, languages, permanent, slim

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
log = get_plugin_logger("story")


class _Now:
    """Where we stand: the records of a build, of its language and of its page, each replaced by the next."""

    serving = False
    lock = ExitStack()
    build: edition.Build
    edition: edition.Edition
    story: StoryExtension
    told: frozenset[Finding]
    refused: list[Finding]
    """What may not be published and nobody was told of: what stands around the pages is seen only here."""
    texts: dict[str, str]
    """The HTML of each text that was read, by its file."""
    shown: set[str]
    """The files of pictures that pages name."""
    ground = ""
    """What pages of a preview are drawn from beside their own text, as one digest."""
    drawn: dict[tuple[str, str], tuple[tuple, StoryExtension, dict]] = {}
    """What a preview has made of each page: by language and file its key, its extension, what MkDocs has of
    it."""


def on_startup(command, dirty):
    _Now.serving = command == "serve"


def _blank() -> bool:
    """Whether this is a preview that has shown nothing yet."""
    return _Now.serving and not hasattr(_Now, "build")


def on_config(config):
    host, port = config.dev_addr
    if _blank() and preview.in_use(host, port):
        raise PluginError(preview.IN_USE.format(port, port + 1))
    config.theme.get_env = partial(_env, config.theme)


def _env(theme):
    """What draws pages, with no files of the theme's own to publish: none of its 14,000 is used, and to walk
    them takes a tenth of a build."""
    env = type(theme).get_env(theme)
    env.list_templates = lambda *_, **__: []
    return env


def on_pre_build(config):
    """Check everything and make the pictures before MkDocs empties the previous site.

    A build stops at any error. A preview goes on with what it has, and says what is wrong.
    """
    if _i18n(config).building:
        return
    _Now.lock.close()  # of an earlier build of this process
    if not _Now.serving:  # whose folder is its own
        _Now.lock.enter_context(alone(ROOT, Path(config.site_dir)))
    tables, found = _looked_at()
    _Now.refused, _Now.texts, _Now.shown = [], {}, set()
    if _Now.serving and not edition.sound(tables, found):
        tables = _Now.build.tables
    if tables:
        _Now.build, undrawn = _made(tables, config)
        found = found + undrawn
        _Now.ground = preview.ground(ROOT, _Now.build.settings) if _Now.serving else ""
    _Now.told = frozenset(found)
    if found:
        _tell(Faults(found))


def _looked_at() -> tuple:
    """The tables and all findings. A preview that has nothing to show yet waits until it has."""
    from story import checks  # here: the rules are for editors, and no page is made from them

    tables, found = checks.inspect(ROOT)
    while _blank() and not edition.sound(tables, found):
        log.warning(preview.WAITING, Faults(found))
        preview.wait(ROOT / "docs")
        tables, found = checks.inspect(ROOT)
    return tables, found


def _made(tables, config) -> tuple:
    """The build, and what was refused. A copy to keep has no posters, which are for sending on, or itself."""
    online = config.use_directory_urls
    parts = tuple(config.extra_css), tuple(map(str, config.extra_javascript))
    others = (config.extra[name] for name in ("first", "concourse", "on_demand", "parallel"))
    sources = edition.Sources(Path(config.docs_dir), *parts, *others)
    # To look for a copy is to read all that it would be made from: nothing for each save of a preview.
    copy = offline.ready(ROOT) if online and not _Now.serving else None
    return edition.make(tables, sources, CACHE, copy, config.site_url, online, _Now.serving)


def _tell(faults: Faults) -> None:
    """Warnings stop nothing, not even a strict build; errors do not stop a preview."""
    grave = any(finding.severity == "error" for finding in faults.findings)
    if grave and not _Now.serving:
        raise PluginError(f"\n\n{faults}\n")
    log.log(logging.WARNING if grave else logging.INFO, "\n\n%s\n", faults)


@event_priority(-200)
def on_files(files, config):
    """After the i18n plugin, which drops generated files and knows no language prefix for them."""
    build = _Now.build
    _Now.edition = edition.begin(build, _lang(config))
    for file in [file for file in files if file.src_uri in build.sources.names]:  # parts of another file
        files.remove(file)
    config.extra_css, config.extra_javascript = [build.style[0]], [build.script[0]]
    shared = ((name, build.data.files[name]) for name in SHARED)
    for name, content in (build.style, build.concourse, build.script, *build.tools.values(), *shared):
        files.append(_generated(config, name, content=content))
    for name, path in build.files.items():
        files.append(_generated(config, name, abs_src_path=str(path)))
    for name, content in _Now.edition.downloads:
        files.append(_download(config, name, content))
    return files


def _generated(config, name: str, **content) -> File:
    return File.generated(config, name, inclusion=InclusionLevel.INCLUDED, **content)


def _download(config, name: str, content: str) -> File:
    """A generated file beside the pages of the current language."""
    file = _generated(config, name, content=content)
    return _at(file, f"en/{name}", config) if _lang(config) == "en" else file


def _at(file: File, address: str, config) -> File:
    file.url = file.dest_uri = address
    file.abs_dest_path = str(Path(config.site_dir) / address)
    return file


def on_page_read_source(page, config):
    """What stands below the head, which we read ourselves: MkDocs would print one that it cannot read."""
    page.head, body = split(_read(Path(page.file.abs_src_path)))
    return f"\n{body}"  # after a blank line MkDocs looks for no head of its own


def _read(path: Path) -> str:
    """The text of a page. One that cannot be read ends no preview: the check has said why. A build has
    stopped."""
    try:
        return bounds.read(path, ROOT / "docs")
    except (UnicodeDecodeError, OSError, bounds.TooMuch):
        return preview.UNREAD.format(path.name)


def on_page_markdown(markdown, page, config, files):
    _Now.story = StoryExtension(_setting(page, config))
    config.markdown_extensions = _extensions(config, _Now.story)
    page.meta |= {"description": standfirst(markdown)} | page.head
    page.meta["revised"] = _day(page.meta.get("revised"))
    # Else MkDocs takes the day of the build, and two builds of the same words differ.
    page.update_date = page.meta["revised"]
    if known := _drawn(page.file, markdown, _lang(config)):
        _Now.story = known[1]
        page.render = lambda config, files: vars(page).update(known[2])


def _drawn(file, text: str, lang: str) -> tuple | None:
    """What the preview has made of a page, if that would be made again."""
    known = _Now.drawn.get((lang, file.src_uri))
    return known if known and known[0] == _key(file, text) else None


def _key(file, text: str) -> tuple:
    return _Now.ground, file.url, text.strip()


def _extensions(config, story: StoryExtension) -> list:
    """What makes a page of Markdown; the last page's own extension gives way to this one's."""
    return [*(one for one in config.markdown_extensions if not isinstance(one, StoryExtension)), story]


def on_page_content(html, page, config, files):
    if _Now.serving:
        made = {name: getattr(page, name) for name in preview.MADE}
        key = _key(page.file, page.markdown)
        _Now.drawn[_lang(config), page.file.src_uri] = key, _Now.story, made | {"content": html}
    passed = _passed(page, allowed.article(_Now.story.marked, _Now.story.mark))
    _Now.texts[page.file.src_uri] = html if passed else ""
    html = html if passed else preview.REFUSED
    story, tables, lang = _Now.story, _Now.build.tables, _lang(config)
    count = length(reading_text(html))
    # The ledger and the glossary hold every entry themselves.
    own = _slug(page) in ("figures", "glossary")
    page.meta |= {
        "alternates": alternates(config.site_url, _i18n(config).default_language, _urls(page)),
        "foot": foot(tables, lang, story.cited, count, page.meta["revised"])
        | {"about": files.get_file_from_path("about.md").url},
        "cited": [] if own else cited(tables, lang, story.linked, story.terms),
    }
    return html


def _passed(page, faults: list) -> bool:
    """Whether a page may be published. If not, that is told when all pages have been looked at."""
    from story.checks.rules import html_refused  # here, as above

    source = Path(page.file.abs_src_path) if page else ROOT / "overrides" / "404.html"
    found = html_refused.of_build(source, faults, _Now.build.tables)
    _Now.refused += [finding for finding in found if finding not in _Now.told]
    return not faults


def _read_elsewhere(pages, config, files):
    """The feed; and unless this is a copy to keep, or a preview, the Markdown for machines."""
    told = [_described(page, config) for page in pages]
    bodies = [readable.article(page.content, known.url) for page, known in zip(pages, told, strict=True)]
    if _plain(config):
        for page, known, body in zip(pages, told, bodies, strict=True):
            twin = llms.twin(known, body, page.meta["foot"]["edition"], _Now.build.tables)
            address = page.file.dest_uri.removesuffix("index.html") + llms.MARKDOWN
            # Called otherwise first: MkDocs makes a page of whatever ends in `.md`.
            files.append(_at(_generated(config, f"{address}.txt", content=twin), address, config))
        files.append(
            _download(config, llms.INDEX, llms.index(told, config.site_description, _Now.edition.words))
        )
    texts = [(known, readable.bare(body)) for known, body in zip(told, bodies, strict=True)]
    files.append(_download(config, "feed.xml", atom(texts)))


def _plain(config) -> bool:
    return config.use_directory_urls and not _Now.serving


@event_priority(-200)
def on_nav(nav, config, files):
    """After the i18n plugin, which makes the navigation of each language. What it does not name can be found
    and read as any page, save the search."""
    listed = {page.file.src_uri for page in nav.pages}
    others = [file.page for file in files.documentation_pages() if file.src_uri not in listed]
    pages = *nav.pages, *(page for page in others if _kind(page) != "search")
    _Now.edition = replace(_Now.edition, pages=pages, urls={_slug(page): _urls(page) for page in pages})


def _twin(page, config) -> edition.Asset:
    """What stands beside the page's text."""
    here = _i18n(config).current_language
    there = next(locale for locale in page.file.alternates if locale != here)
    other, urls = page.file.alternates[there], _Now.edition.urls
    known = _Now.texts.get(other.src_uri, _shown_before(other, there[:2]))

    def address(href: str) -> str:
        """From this page, what the other one leads to."""
        path, sign, anchor = urljoin(f"/{other.url}", href).partition("#")
        return get_relative_url(path, page.url) + sign + anchor if path.startswith("/") else href

    def typed(href: str) -> str:
        file, sign, anchor = href.partition("#")
        slug = "home" if file == "index.md" else file.removesuffix(".md")
        if slug == file or slug not in urls:
            return href
        return get_relative_url(urls[slug][there], page.url) + sign + anchor

    lead = typed if known is None else address
    beside = _converted(other, there, config) if known is None else known
    return edition.paralleled(_Now.build, _lang(config), _slug(page), (page.content, beside), lead)


def _shown_before(file, lang: str) -> str | None:
    """The HTML of a text of the other language, if the preview still has it."""
    known = _Now.serving and _drawn(file, split(_read(Path(file.abs_src_path)))[1], lang)
    if not known:
        return None
    _, story, made = known
    return "" if allowed.article(story.marked, story.mark) else made["content"]


def _converted(file, locale, config) -> str:
    """The HTML of a text that MkDocs reads later; none where it may not be published, which is told then."""
    story = StoryExtension(_Now.build.settings[locale[:2]])
    made = Markdown(extensions=_extensions(config, story), extension_configs=config.mdx_configs)
    html = made.convert(split(_read(Path(file.abs_src_path)))[1])
    return "" if allowed.article(story.marked, story.mark) else html


def on_env(env, config, files):
    """The feed and the search index come once all pages are read, before files are written."""
    env.autoescape, env.bytecode_cache, env.filters["phrased"] = True, compiled(ROOT), phrased
    pages, results = _Now.edition.pages, files.get_file_from_path("search.md")
    name, content = edition.searched(_Now.build, _lang(config), [(page.url, page.content) for page in pages])
    files.append(_generated(config, name, content=content))
    _read_elsewhere(pages, config, files)
    twins = {
        _slug(page): _twin(page, config)
        for page in pages
        if _kind(page) == "chapter" and page.file.alternates
    }
    for script in twins.values():
        files.append(_generated(config, script[0], content=script[1]))
    _Now.edition = replace(_Now.edition, twins={slug: script[0] for slug, script in twins.items()})
    if results:
        _Now.edition = replace(_Now.edition, search={"index": name, "page": results.url})


def on_page_context(context, page, config, nav):
    context |= _shown(page, config, nav) | edition.head(_Now.build, _described(page, config))
    i18n = _i18n(config)
    names = {locale: i18n.get_language_config(locale).name for locale in page.file.alternates}
    context["languages"] = languages(_urls(page), names, i18n.current_language)
    context["behind"] = twins.is_behind(Path(page.file.abs_src_path))
    context["kind"] = _kind(page)
    context["twin"] = _Now.edition.twins.get(_slug(page))
    context["markdown"] = llms.MARKDOWN if _plain(config) and _kind(page) != "search" else None
    return context


def on_template_context(context, template_name, config):
    return context | _shown(None, config, context["nav"]) | {"both": _Now.build.tables.data["strings"]}


def _shown(page, config, nav) -> dict:
    """What every template gets. The face is a file to fetch early; not in a copy to keep: from a folder
    browsers fetch no font before the style sheet asks."""
    build, lang = _Now.build, _lang(config)
    here, known = _i18n(config).current_language, _Now.edition.urls
    urls = {slug: known[slug][here] for slug in chapters(build.tables) if slug in known}
    return {
        "t": _Now.edition.words,
        "cards": build.cards,
        "concourse": build.concourse[0],
        "face": f"assets/fonts/{build.faces[0].name}" if lang == "zh" and config.use_directory_urls else None,
        "first": Markup(build.first),
        "policy": Markup(policy.meta(build.first)),
        "search": _Now.edition.search,
        "stops": edition.stops(_setting(page, config), urls, page and _slug(page)),
    }


def _setting(page, config):
    """What a page is drawn from; the 404 page, which is none, as one at the site's root."""
    return _Now.build.settings[_lang(config)].at(get_relative_url(".", page.url) if page else ".")


def _described(page, config) -> meta.Page:
    name, lang = _slug(page), _lang(config)
    card = _Now.build.cards.get(share.key(name, lang))
    image = f"{config.site_url}assets/share/{card}" if card else None
    own = Markup(page.title).striptags(), page.meta["description"], page.meta["revised"]
    both = {locale[:2]: permanent(config.site_url, url) for locale, url in _urls(page).items()}
    return meta.Page(name, lang, *own, config.site_name, config.site_url, both, image)


def on_post_page(output, page, config):
    return _published(slim(output), page)


def _published(html: str, page) -> str:
    if not _passed(page, allowed.page(html)):
        return preview.REFUSED_PAGE
    _Now.shown |= named(html)
    return preview.open_to_mkdocs(html) if _Now.serving else html


def on_post_template(output, template_name, config):
    """One 404 page is served for both languages: the default language writes it, and it speaks both."""
    i18n = _i18n(config)
    if template_name != "404.html":
        return output
    return _published(slim(output), None) if i18n.current_language == i18n.default_language else ""


@event_priority(-200)
def on_post_build(config):
    """After the i18n plugin has built the other language."""
    if _i18n(config).building:
        return
    pictures = Path(config.site_dir) / FOLDER
    # Of a picture's widths each place offers some. A copy to keep has one, and the books another use for it.
    if config.use_directory_urls and pictures.exists():
        prune(pictures, _Now.shown, keep=-1)
    opened(Path(config.site_dir))
    if _Now.refused:
        _tell(Faults(_Now.refused))


def on_serve(server, config, builder):
    """The same preview, which looks for saves five times a second: by itself it does twice."""
    kind, host = type(server), config.dev_addr
    mount = server.mount_path
    quick = kind(builder, *host, root=config.site_dir, mount_path=mount, polling_interval=preview.LOOKS)
    quick.error_handler = server.error_handler
    for path in (config.docs_dir, config.config_file_path):
        quick.watch(path)
    return quick


def on_build_error(error):
    """A disk that refuses ends a build in a sentence. In a preview all but `Abort` would be a traceback."""
    if isinstance(error, OSError):
        zh, en = refused(error, ROOT)
        raise (Abort if _Now.serving else PluginError)(f"\n\n{zh}\n{en}\n") from None


def on_shutdown():
    _Now.lock.close()


def _day(value) -> str:
    """A revision date, or in a preview of a page that lacks one, a day that nobody takes for real."""
    day = str(value)
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and is_date(day) else "1970-01-01"


def _i18n(config):
    return config.plugins["i18n"]


def _lang(config) -> str:
    """`zh` or `en`, the keys of the tables."""
    return _i18n(config).current_language[:2]


def _kind(page) -> str:
    return kind(_slug(page), _Now.build.tables)


def _slug(page) -> str:
    stem = Path(page.file.norm_src_uri).stem
    return "home" if stem == "index" else stem


def _urls(page) -> dict[str, str]:
    """The address of the page in each language."""
    return {locale: file.url for locale, file in sorted(page.file.alternates.items(), reverse=True)}
