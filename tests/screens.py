"""The pages, and what readers may set on their side: shared by the browser tests and looks.py."""

import re

import small

_NAV = (small.ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
PAGES = {
    "home" if name == "index" else name: "" if name == "index" else f"{name}/"
    for name in re.findall(r"^  - ([\w-]+)\.md$", _NAV, re.M)
}
"""The menu's pages, in its order, with their addresses."""
CHAPTERS = ("party-building", "measures", "train", "store", "investment", "exchange")
LANGS = {"zh": "", "en": "en/"}
ADDRESSES = [lang + page for lang in LANGS.values() for page in PAGES.values()]
CHAPTER_ADDRESSES = [lang + PAGES[name] for lang in LANGS.values() for name in CHAPTERS]
SEARCH = [f"{lang}search/" for lang in LANGS.values()]
"""Pages that answer and tell nothing of their own: neither in the menu nor in the index."""
TOLD = [*PAGES.values(), "dataset/"]
"""The data is for few: the menu does not name it, and it is found and read as any other page."""
DATA = [f"{lang}dataset/" for lang in LANGS.values()]
UNLISTED = [*SEARCH, *DATA]
MISSING = [f"{lang}no/such/page/" for lang in LANGS.values()]
"""Addresses of nothing, for which the host sends 404.html."""

PHONE, TABLET, DESK = (
    {"width": 390, "height": 844},
    {"width": 820, "height": 1180},
    {"width": 1440, "height": 900},
)
MENU = ".story-header__menu"
NAV = ".story-nav"
DOUBLE_TYPE = """(root => {
    root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px';
})(document.documentElement)"""
"""What a reader does who asks for letters twice the size."""
PICTURES_LOADED = """Promise.all([document.fonts.ready, ...[...document.images].map(image => {
    image.loading = 'eager';
    return image.decode().catch(() => {});
})])"""
SIDEWAYS = """[...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className)"""


def sideways(tab) -> tuple[int, list[str]]:
    """By how many pixels the page is too wide, and the first elements that stick out."""
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return (over, tab.evaluate(SIDEWAYS)) if over > 0 else (0, [])
