"""The words and pictures of this site as any generator takes them: plain Markdown, one JPEG a picture."""

import re
from dataclasses import dataclass
from pathlib import Path

from story.site.llms import MARKDOWN

ROOTS = {"zh": "", "en": "en/"}
"""Where the pages of a language stand, for every contestant."""
_TEXT = r"\[((?:[^\[\]\\]|\\.)*)\]"
_PICTURE = re.compile(rf"!{_TEXT}\([^()]*/([\w-]+?)-[0-9a-f]{{10}}-\d+\.\w+\)")
_WIDEST = re.compile(r"([\w-]+)-[0-9a-f]{10}-(\d+)\.jpg")


@dataclass(frozen=True)
class Content:
    """`pages[slug][lang]` is Markdown in which a picture is `![words](NAME.jpg)`, the home page's slug is
    `index`; `originals` are the files by that name, `chapters` are slugs."""

    pages: dict[str, dict[str, str]]
    chapters: list[str]
    originals: dict[str, Path]


def gather(site: Path, url: str, slugs: list[str], chapters: list[str]) -> Content:
    """Everything, from a built site with its address: the Markdown twins of its pages, and as originals the
    widest JPEGs."""
    pages = {
        slug: {lang: plain(_twin(site / root, slug), url) for lang, root in ROOTS.items()} for slug in slugs
    }
    return Content(pages, chapters, widest(site / "assets" / "photos"))


def _twin(root: Path, slug: str) -> str:
    return (root / slug.replace("index", "") / MARKDOWN).read_text(encoding="utf-8")


def plain(twin: str, url: str) -> str:
    """A page's words alone: without what its twin says of the page under the title, and without links within
    the site, which is at `url`."""
    title, _, _, text = twin.split("\n\n", 3)
    text = _PICTURE.sub(r"![\1](\2.jpg)", text)
    return f"{title}\n\n" + re.sub(rf"(?<!!){_TEXT}\({re.escape(url)}[^()]*\)", r"\1", text)


def widest(folder: Path) -> dict[str, Path]:
    """The widest JPEG of each picture that the gallery has made, by the picture's id."""
    found = [(match, file) for file in folder.iterdir() if (match := _WIDEST.fullmatch(file.name))]
    return {match[1]: file for match, file in sorted(found, key=lambda each: int(each[0][2]))}
