"""The head of a page is read once, by us: what MkDocs cannot read it would print as text."""

from types import SimpleNamespace

import pytest
from mkdocs.utils.meta import get_data

import hooks
from story.pages.page import split

BODY = "note: 这一行是正文\n\n# 题\n"


@pytest.mark.parametrize(
    "head",
    ["revised: 2026-01-02", "revised: 2026-11-31", "revised: [", "- a", "revised: '2026"],
    ids=["sound", "no such day", "open bracket", "no fields", "open quotation mark"],
)
def test_no_head_reaches_mkdocs_and_none_is_printed(head, tmp_path, monkeypatch):
    text = f"---\n{head}\n---\n\n{BODY}"
    monkeypatch.setattr(hooks, "ROOT", tmp_path)
    file = tmp_path / "docs" / "x.md"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(file)))
    assert get_data(hooks.on_page_read_source(page, None)) == (BODY, {})
    assert page.head == split(text)[0]
