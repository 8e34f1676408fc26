"""Reader modes show the whole article: Firefox' own code for it, on every page."""

import pytest

import npm
from screens import LANGS, PAGES

LOST = r"""html => {
    const page = new DOMParser().parseFromString(html, 'text/html'), shown = document.createElement('div');
    const bare = e => e.textContent.replace(/\s+/g, ''), kinds = ['img', 'tr', 'ol > li'];
    const parts = 'h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption';
    // A form, and what a script shows, are for those who are on the page.
    const own = [...page.querySelectorAll('.story-article *')].filter(e => !e.closest('form, [hidden]'));
    const words = own.filter(e => e.matches(parts) && !e.querySelector(parts)).map(bare);
    const counts = kinds.map(kind => own.filter(e => e.matches(kind)).length);
    const { title = '', content = '' } = new Readability(page).parse() || {};
    shown.innerHTML = `<h1>${title}</h1>${content}`;
    const left = bare(shown);
    return [
        ...words.filter(each => !left.includes(each)).map(each => each.slice(0, 60)),
        ...kinds.filter((kind, i) => shown.querySelectorAll(kind).length < counts[i]),
    ];
}"""
"""What the reader mode leaves out: blocks of words; kinds of things of which it has fewer."""


@pytest.fixture(scope="module")
def readability() -> str:
    """The code of Firefox' reader mode."""
    folder = npm.find(npm.READER)
    if not folder:
        pytest.skip(npm.MISSING.format(npm.READER))
    return (folder / "Readability.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_a_reader_mode_drops_nothing_of_the_article(still, built, readability, lang):
    still.evaluate(f"{readability}\nwindow.Readability = Readability; undefined")
    pages = {page: built / LANGS[lang] / path / "index.html" for page, path in PAGES.items()}
    lost = {page: still.evaluate(LOST, path.read_text(encoding="utf-8")) for page, path in pages.items()}
    assert {page: found for page, found in lost.items() if found} == {}
