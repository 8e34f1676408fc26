"""The pages of the story, their files and their titles."""

from pathlib import Path

from story import bounds
from story.pages.page import title
from story.tables import menu
from story.tables.tables import Tables


def chapters(tables: Tables) -> list[str]:
    """The pages that are stops on the line, in its order."""
    return [stop["page"] for stop in tables.data["line"]["stops"]]


def markdown_file(page: str) -> str:
    """The Markdown file of a page as links name it: without language suffix."""
    return "index.md" if page == "home" else f"{page}.md"


def page_path(root: Path, page: str, lang: str) -> Path:
    """The Markdown file of a page in one language."""
    name = markdown_file(page)
    return root / "docs" / (name.replace(".md", ".en.md") if lang == "en" else name)


def page_titles(root: Path, lang: str) -> dict[str, str]:
    """The title of every page of the menu that is there and has one. Raises `Faults` without a menu."""
    titles = {page: _title(page_path(root, page, lang)) for page in menu.pages(root)}
    return {page: words for page, words in titles.items() if words}


def _title(path: Path) -> str:
    try:
        return title(bounds.read(path, path.parent))
    except (OSError, UnicodeDecodeError, bounds.TooMuch):
        return ""
