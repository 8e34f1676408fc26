"""axe-core, which finds what readers with a screen reader, a keyboard or weak eyes cannot use."""

from collections.abc import Callable
from importlib.resources import files

from playwright.sync_api import Page

from screens import DESK, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAIRS = {"zh": ((PHONE, "light"), (DESK, "dark")), "en": ((PHONE, "dark"), (DESK, "light"))}
"""Screens and schemes on which a page is looked at. Each language has both of both, the two
together have all four pairs."""
_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_SETTLED = """document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => done()))))"""
"""What covers what is asked of the screen: not while faces arrive or a new size is being laid out."""
_RUN = "options => axe.run(document, options).then(result => result.violations)"


def visit(tab, address: str) -> None:
    """Go to a page and bring axe-core along. Two addresses that differ only after # are two visits."""
    tab.goto("about:blank")
    tab.goto(address)
    tab.evaluate(_SCRIPT)


def findings(tab, where: str) -> list[str]:
    """What axe-core finds on the page as it now stands: page, rule, node and cure, a line for each."""
    violations = tab.evaluate(_RUN, {"runOnly": TAGS, "resultTypes": ["violations"]})
    return [
        f"{where}: {rule['id']} at {' '.join(map(str, node['target']))}: {_cure(node)} ({rule['helpUrl']})"
        for rule in violations
        for node in rule["nodes"]
    ]


def pairs(tab, where: str, lang: str, prepare: Callable[[Page], object] | None = None) -> list[str]:
    """What axe-core finds on the screens and in the schemes of a language; `prepare` comes before each."""
    found = []
    for screen, scheme in PAIRS[lang]:
        tab.set_viewport_size(screen)
        tab.emulate_media(color_scheme=scheme)
        if prepare:
            prepare(tab)
        tab.evaluate(_SETTLED)
        found += findings(tab, f"{where} {lang} {screen['width']} {scheme}")
    return found


def _cure(node: dict) -> str:
    return "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
