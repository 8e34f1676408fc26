"""What tests ask of every page, taken down in few loads of it. What must be so is said by the tests.

Each function opens a page by `visit`, a fixture of tests/browser/conftest.py, and returns what it found as
JSON can keep it; what is asked in the browser stands in crawl.js.
"""

import re
from pathlib import Path

import axe
from screens import DOUBLE_TYPE, PHONE, PICTURES_LOADED, sideways

STEPS = {
    "100": (320, 390, 736, 820, 1024, 1440),
    "90": (390, 1440),
    "120": (320,),
    "150": (320, 390),
    "200": (320, 390, 820, 1440),
}
"""Widths in CSS pixels at which a page is looked at, by the step of its reader's type."""
WIDTHS_IN_LARGE_TYPE = (390, 1440)
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4, "reduced_motion": "reduce"}
"""A desk of 1280×1024 whose reader has zoomed to 400 %."""
SMALLEST = 12
"""CSS pixels that letters of a graphic have at least, on any screen."""
WATCH = """new PerformanceObserver(list => list.getEntries().forEach(e => {
    const name = node => node?.outerHTML?.slice(0, 90) ?? node?.textContent?.slice(0, 30);
    if (!e.hadRecentInput) (window.shifted ??= []).push([e.value, ...e.sources.map(s => name(s.node))]);
})).observe({type: 'layout-shift', buffered: true})"""
"""To be run before the page begins: takes down what jumps."""
_QUESTIONS = Path(__file__).with_name("crawl.js").read_text(encoding="utf-8")


def ask(tab, question: str, about=None):
    """What a function of crawl.js answers on the page as it now stands."""
    return tab.evaluate(f"about => {_QUESTIONS.strip()}.{question}(about)", about)


def arrival(visit, address: str, path: str) -> dict:
    """The first visit, on a phone with nothing in its cache: requests, complaints, and what jumps."""
    tab = visit("about:blank", WATCH, viewport=PHONE)
    session = tab.context.new_cdp_session(tab)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    tab.goto(address + path, wait_until="networkidle")
    found = {"complaints": [*tab.complaints], "missed": [*tab.missed], "asked": [*tab.asked]}
    found["icon"] = tab.locator("link[rel=icon]").first.evaluate("e => e.href")
    tab.evaluate("document.fonts.ready")
    ask(tab, "scroll", 2 * PHONE["height"])
    tab.evaluate(PICTURES_LOADED)
    session.detach()
    return found | {"jumped": ask(tab, "jumped")}


def screens(visit, address: str, path: str) -> dict:
    """The page on every screen, at every step of type, then with letters of twice the size."""
    tab = visit(path, viewport=PHONE, reduced_motion="reduce")
    found = ask(tab, "atOnce")
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.keyboard.press("Tab")
    found["first_stop"] = tab.evaluate("document.activeElement.getAttribute('href')")
    found["over_it"] = ask(tab, "covering")
    tab.evaluate("document.activeElement.blur()")
    found["steps"] = [at(tab, step, width) for step, widths in STEPS.items() for width in widths]
    found["names"] = ask(tab, "names")
    tab.evaluate("delete document.documentElement.dataset.size")
    tab.evaluate(DOUBLE_TYPE)
    return found | {"sideways_in_large_type": too_wide(tab, WIDTHS_IN_LARGE_TYPE)}


def at(tab, step: str, width: int) -> dict:
    """The page in type of this step and so many pixels wide: what crawl.js says of it, and of its edges."""
    tab.set_viewport_size({"width": width, "height": 800})
    found = ask(tab, "step", {"step": step, "smallest": SMALLEST})
    return found | {"step": step, "width": width, "sideways": sideways(tab)}


def too_wide(tab, widths) -> dict:
    """By width, by how many pixels the page is too wide, and for what; only widths where it is."""
    found = {}
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 800})
        if (over := sideways(tab)) != (0, []):
            found[width] = over
    return found


def zoomed(visit, address: str, path: str) -> dict:
    """The page as a reader sees it who has zoomed to 400 %."""
    tab = visit(path, **ZOOMED)
    found = {"sideways": sideways(tab), "fixed": ask(tab, "fixed")}
    tab.evaluate("document.querySelector('h1').scrollIntoView()")
    return found | {"heading": tab.locator("h1").first.bounding_box()["width"]}


def colours(visit, address: str, path: str) -> dict:
    """Where a reader's own colours take the place of ours, by the scheme they are of."""
    tab = visit(path, forced_colors="active", reduced_motion="reduce")
    found = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found[scheme] = ask(tab, "colours")
    return found


def paper(visit, address: str, path: str) -> dict:
    """The page in print: what is seen and should not be, and what is not; sizes of sheets in points."""
    tab = visit(path, viewport={"width": 718, "height": 1047}, reduced_motion="reduce")
    tab.evaluate(PICTURES_LOADED)
    tab.emulate_media(media="print")
    found = ask(tab, "print") | {"sideways": sideways(tab)}
    # Letters and pictures in it are what makes a PDF dear; sheets are the same without them.
    tab.add_style_tag(content="* { visibility: hidden !important }")
    printed = tab.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return found | {"boxes": [[*map(float, box)] for box in boxes], "sheets": printed.count(b"/Type /Page\n")}


def barriers(visit, address: str, path: str) -> list[str]:
    """What axe-core finds, on the screens and in the schemes of `axe.PAIRS`."""
    tab = visit("about:blank", reduced_motion="reduce")
    axe.visit(tab, address + path)
    return axe.pairs(tab, f"/{path}", "en" if path.startswith("en/") else "zh")


def twins(visit, address: str, path: str) -> list[dict]:
    """The way to the page in English and back, by keyboard, then by a click: where each step led."""
    tab = visit(path, viewport=PHONE, reduced_motion="reduce")
    steps = []
    for step in (by_keyboard, by_click):
        for lang in ("en", "zh-Hans"):
            tab.visited.clear()
            before = tab.url
            step(tab, f".story-switch a[hreflang={lang}]")
            tab.wait_for_url(lambda url, before=before: url != before)
            steps.append(
                {
                    "by": step.__name__,
                    "url": tab.url,
                    "visited": [*tab.visited],
                    "missed": [*tab.missed],
                    "lang": tab.get_attribute("html", "lang"),
                }
            )
    return steps


def by_click(tab, selector: str) -> None:
    tab.click(selector)


def by_keyboard(tab, selector: str) -> None:
    tab_to(tab, selector)
    tab.keyboard.press("Enter")


def tab_to(tab, selector: str, limit: int = 40) -> None:
    """Press Tab until the focus is there. Raises AssertionError if it is not after `limit` times."""
    for _ in range(limit):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not among the first {limit} tab stops")
