"""For machines that read for people, by the convention of llms.txt (llmstxt.org, v2): every page once more as
plain Markdown, and a list of them.

Search engines need no word against them: they stand in no sitemap, no page links to one in its text, and each
names the page that it repeats. GitHub Pages could not say more, as it sends no headers of ours.
"""

from selectolax.lexbor import LexborNode

from story.site.commonmark import address, plain, written
from story.site.meta import LANGUAGES, LICENCE, Page, citation
from story.tables.tables import Tables, strings

INDEX = "llms.txt"
MARKDOWN = "index.html.md"
"""Beside each page. Its links lead to pages, which have the places that these name, and are what is cited."""
_NAMES = {"zh": "中文", "en": "English"}


def twin(page: Page, body: LexborNode, edition: str, tables: Tables) -> str:
    """A page as Markdown; `body` as `readable.article` gives it, `edition` says when the article was printed.

    What a program asks first stands under the title, as a list: to CommonMark a block of YAML is a heading.
    """
    t = strings(tables, page.lang)
    title, _, text = written(body).partition("\n\n")
    other = "en" if page.lang == "zh" else "zh"
    facts = {
        t["llms_address"]: f"<{page.url}>",
        t["switch_label"]: f"{LANGUAGES[page.lang]} ({_link(_NAMES[other], page.twins[other] + MARKDOWN)})",
        t["revised"]: page.revised,
        t["edition"]: edition,
        t["llms_licence"]: _link("CC BY 4.0", LICENCE),
        t["cite"]: plain(citation(page, tables)),
        t["site_nav"]: _link(page.site, page.home + INDEX),
    }
    lines = "\n".join(f"- {name}{t['colon']}{told}" for name, told in facts.items())
    return f"{title}\n\n> {plain(t['source_note'])}\n\n{lines}\n\n{text}"


def index(pages: list[Page], about: str, t: dict[str, str]) -> str:
    """The list of one language's pages and files; `about` says in a sentence what the site is."""
    home, other = pages[0].home, "en" if pages[0].lang == "zh" else "zh"
    there = pages[0].site_url + ("en/" if other == "en" else "")
    sections = {
        t["site_nav"]: [_link(page.title, page.url + MARKDOWN, page.description) for page in pages],
        t["llms_data"]: [
            _link("figures.csv", f"{home}figures.csv", t["file_sheet"]),
            _link("figures.json", f"{home}figures.json", t["file_json"]),
            _link("ledger.csv", f"{pages[0].site_url}ledger.csv", t["file_table"]),
            _link("datapackage.json", f"{pages[0].site_url}datapackage.json", t["file_package"]),
            _link("feed.xml", f"{home}feed.xml", t["feed"]),
        ],
        t["switch_label"]: [_link(_NAMES[other], there + INDEX)],
    }
    listed = [f"## {name}\n\n" + "\n".join(f"- {link}" for link in links) for name, links in sections.items()]
    head = [f"# {plain(pages[0].site)}", f"> {plain(about)}", plain(t["source_note"]), plain(t["llms_note"])]
    return "\n\n".join([*head, *listed]) + "\n"


def _link(words: str, url: str, note: str = "") -> str:
    return f"[{plain(words)}]({address(url)})" + (f": {plain(note)}" if note else "")
