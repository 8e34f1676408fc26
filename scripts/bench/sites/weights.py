"""What a reader's phone loads. Measured once: bytes are the same each time."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import chromium
from sites.content import ROOTS, Content
from sites.contestants import Contestant
from sites.phone import SCREENS, Visit, next_page, visit, weight
from sites.report import Rows, kilobytes, several

CHAPTER, NEXT = "train/", "store/"
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""A flag of the browser: other hosts answer nothing, on every machine."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """The tests' browser, with nobody but us to talk to."""
    path = chromium.find()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=[*chromium.FLAGS, NOWHERE])


def rows(runners: list[Contestant], words: Content, rounds: int) -> Rows:
    """Sizes of pages and pictures on two phones, and how often the host is asked."""
    heaviest = max(words.chapters, key=lambda slug: (runners[0].site / slug / "index.html").stat().st_size)
    with browsing() as browser:
        found = {runner.name: _column(browser, runner.site, f"{heaviest}/") for runner in runners}
    titles = found[runners[0].name]
    return [(title, {name: cells[title] for name, cells in found.items()}) for title in titles]


def _column(browser: Any, site: Path, heaviest: str) -> dict[str, str]:
    """One contestant's cells by the titles of their rows."""
    see = partial(_seen, browser, site)
    chapter = see(CHAPTER, "1.75")
    walks = [next_page(browser, site, root + CHAPTER, root + NEXT) for root in ROOTS.values()]
    cells = {
        "一章，第一眼，不算图 / A chapter, first view without pictures": _at_once(chapter, "text", "font"),
        "其中字体 / Of which fonts": _at_once(chapter, "font"),
        f"最重的一章（{heaviest[:-1]}） / The heaviest chapter, likewise": _at_once(
            see(heaviest, "1.75"), "text", "font"
        ),
        "再看一章 / The next chapter": kilobytes(*walks),
        "一章的请求 / Requests of a chapter": several(map(_requests, chapter)),
    }
    for dots, (width, _) in SCREENS.items():
        screen, chapter = f"{width} px × {dots}", see(CHAPTER, dots)
        cells |= {
            f"一章，第一眼，连图 / A chapter, first view with pictures, {screen}": _at_once(chapter),
            f"一章到底，只算图 / A chapter to its end, pictures, {screen}": _to_the_end(chapter),
            f"图集到底，只算图 / The gallery to its end, pictures, {screen}": _to_the_end(
                see("gallery/", dots)
            ),
            f"首页，第一眼，连图 / The home page, first view with pictures, {screen}": _at_once(
                see("", dots)
            ),
        }
    return cells


def _seen(browser: Any, site: Path, page: str, dots: str) -> list[Visit]:
    return [visit(browser, site, root + page, dots) for root in ROOTS.values()]


def _at_once(visits: list[Visit], *kinds: str) -> str:
    return kilobytes(*(weight(each.view, *kinds) for each in visits))


def _to_the_end(visits: list[Visit]) -> str:
    return kilobytes(*(weight(each.end, "picture") for each in visits))


def _requests(seen: Visit) -> str:
    own = sum(not each.ahead for each in seen.view)
    return f"{own} + {seen.elsewhere}" if seen.elsewhere else f"{own}"
