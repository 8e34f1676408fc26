"""Not a check: every citation of the project, on pages and in the texts of tables."""

from collections.abc import Iterator

from story.pages.page import Citation, Page, citations
from story.tables.tables import Tables


def everywhere(pages: dict[str, Page], tables: Tables) -> Iterator[tuple[str, str, Citation]]:
    """Path, language and place of every link to the ledger."""
    for shown, page in pages.items():
        for cited in citations(page.text):
            yield shown, page.lang, cited
    for path, lang, text, (line, column) in tables.texts:
        for cited in citations(text):
            yield path, lang, Citation(cited.fact, cited.words, line, column + cited.column - 1)
