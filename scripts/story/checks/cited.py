"""Not a check: every citation of the project, on pages and in the texts of tables."""

from collections.abc import Iterator

from story.pages import Citation, Page, citations
from story.tables import Tables


def everywhere(pages: dict[str, Page], tables: Tables) -> Iterator[tuple[str, str, Citation]]:
    """Path, language and place of every link to the ledger."""
    for shown, page in pages.items():
        for cited in citations(page.text):
            yield shown, page.lang, cited
    for name, data in tables.data.items():
        for place, text in texts(data):
            line, column = tables.mark(name, *place)
            for cited in citations(text):
                yield tables.path(name), place[-1], Citation(cited.fact, cited.words, line, column + cited.column - 1)


def texts(data, place: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """Every text in one language, with its path; the path ends in the language."""
    if isinstance(data, str) and place[-1] in ("zh", "en"):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*place, index))
