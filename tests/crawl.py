"""What tests ask of every page, taken down in few loads of it. The tests say what must be so; nothing here does.

Each function opens a page by `visit`, a fixture of tests/browser/conftest.py, and returns what it found as JSON can keep it.
"""

import re

import axe
from screens import DESK, DOUBLE_TYPE, PHONE, PICTURES_LOADED, sideways

WIDTHS = (320, 390, 736, 820, 1024, 1440)
WIDTHS_IN_LARGE_TYPE = (390, 1440)
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4, "reduced_motion": "reduce"}
SMALLEST = 12
"""CSS pixels that letters of a graphic have at least, on a phone."""
SHIFTS = """new PerformanceObserver(list => list.getEntries().forEach(e => {
    if (!e.hadRecentInput) (window.shifted ??= []).push([e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 90) ?? s.node?.textContent?.slice(0, 30))]);
})).observe({type: 'layout-shift', buffered: true})"""
SHIFTED = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifted || []), 60)))"
SCROLL_THROUGH = """async step => {
    for (let place = 0; place < document.documentElement.scrollHeight; place += step) {
        scrollTo(0, place);
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
}"""
BRIEFLY = ".map(e => e.outerHTML.slice(0, 120))"
AT_ONCE = {
    "sizeless": f"[...document.images].filter(e => !(e.getAttribute('width') > 0 && e.getAttribute('height') > 0)){BRIEFLY}",
    "late": f"[...document.images].filter(e => e.loading == 'lazy' && e.checkVisibility() && e.getBoundingClientRect().top < innerHeight / 2){BRIEFLY}",
    "levels": "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])",
    "jumps the queue": f"[...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0){BRIEFLY}",
    "moves": "document.getAnimations().filter(a => a.playState == 'running').map(a => a.effect.target.outerHTML.slice(0, 80))",
    "scrolls": "getComputedStyle(document.documentElement).scrollBehavior",
    "takes time": f"[...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(t => parseFloat(t) > .01)){BRIEFLY}",
    "small for fingers": """[...document.querySelectorAll('.story-header__menu, .story-switch a, a[rel=prev], a[rel=next], button')]
        .filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, b]) => b.height && b.height < 43.5).map(([text, b]) => `${text}: ${Math.round(b.height)} px`)""",
    "without entry": """[...document.querySelectorAll('.story-article :is(.story-cite, .story-term)')]
        .filter(link => !document.querySelector('[data-entry="' + link.hash.slice(1) + '"]')).map(link => link.hash)""",
    "stop": "document.querySelector('.story-strip__here')?.innerText",
    "current stops": "[...document.querySelectorAll('.story-strip [aria-current=page]')].map(e => e.href)",
    "next stop": "(e => e && [e.href, e.querySelectorAll('b').length])(document.querySelector('.story-platform__next'))",
    "graphics": "document.querySelectorAll('.story-graphic__svg').length",
}
"""Questions to a page that has just arrived on a phone whose reader wants no motion."""
COVERED = """(() => {
    const e = document.activeElement, b = e.getBoundingClientRect();
    return [[.05, .1], [.95, .1], [.5, .5], [.05, .9], [.95, .9]].map(([x, y]) => document.elementFromPoint(b.left + x * b.width, b.top + y * b.height))
        .filter(top => !e.contains(top)).map(top => top?.outerHTML.slice(0, 80) ?? 'outside of the screen');
})()"""
COLLISIONS = """smallest => [...document.querySelectorAll('.story-graphic__svg')].flatMap(svg => {
    const name = svg.closest('figure').id, whole = svg.getBoundingClientRect(), found = [];
    const texts = [...svg.querySelectorAll('text')].map(text => {
        const sizes = [text, ...text.children].map(part => parseFloat(getComputedStyle(part).fontSize) * svg.getScreenCTM().a);
        const size = Math.min(...sizes), largest = Math.max(...sizes), box = text.getBoundingClientRect();
        // The box of a line is higher than its letters.
        // A name along an arc has a box far larger than itself.
        return {words: text.textContent, size, curved: !!text.querySelector('textPath'), left: box.left, right: box.right, top: box.top + largest * .35, bottom: box.bottom - largest * .3};
    });
    for (const [index, one] of texts.entries()) {
        if (one.size < smallest) found.push(`${name}: “${one.words}” is ${one.size.toFixed(1)} px`);
        if (one.left < whole.left - 1 || one.right > whole.right + 1 || one.top < whole.top - 1 || one.bottom > whole.bottom + 1) found.push(`${name}: “${one.words}” leaves the drawing`);
        for (const other of texts.slice(index + 1))
            if (!one.curved && !other.curved && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1)
                found.push(`${name}: “${one.words}” lies on “${other.words}”`);
    }
    return found;
})"""
FIXED = "[...document.querySelectorAll('body *')].filter(e => /fixed|sticky/.test(getComputedStyle(e).position) && e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
SHAPES = "svg:not(.story-photo__ground) :is(path, line, rect, circle, polyline, polygon)"
PAINTED = "all => all.filter(e => e.checkVisibility()).map(e => [getComputedStyle(e).fill, getComputedStyle(e).stroke, e.outerHTML.slice(0, 90)])"
LETTERS_AND_GROUNDS = """all => all.filter(e => e.checkVisibility()).map(e => {
    e.scrollIntoView({block: 'center'});
    const b = e.getBoundingClientRect();
    const below = document.elementsFromPoint(b.x + b.width / 2, b.y + b.height / 2).find(o => o instanceof SVGGeometryElement), paint = below && getComputedStyle(below);
    return [e.textContent, getComputedStyle(e).fill, paint && (paint.fill != 'none' ? paint.fill : paint.stroke)];
})"""
SEEN = f"all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height){BRIEFLY}"
UNSEEN = f"all => all.filter(e => !e.checkVisibility()){BRIEFLY}"
FOR_SCREENS = "nav:not(article *), button, input, dialog, .md-skip, .headerlink"
FOR_PAPER = "article h1, article :is(p, figure, img, figcaption, table):not(dialog *, template *, [class*=filter] *, .story-graphic__table *, [hidden] *)"


def arrival(visit, address: str, path: str) -> dict:
    """The first visit, on a phone with nothing in its cache: requests, complaints, and what jumps."""
    tab = visit("about:blank", SHIFTS, viewport=PHONE)
    session = tab.context.new_cdp_session(tab)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    tab.goto(address + path, wait_until="networkidle")
    found = {"complaints": [*tab.complaints], "missed": [*tab.missed], "asked": [*tab.asked]}
    found["icon"] = tab.locator("link[rel=icon]").first.evaluate("e => e.href")
    tab.evaluate("document.fonts.ready")
    tab.evaluate(SCROLL_THROUGH, 2 * PHONE["height"])
    tab.evaluate(PICTURES_LOADED)
    session.detach()
    return found | {"shifted": tab.evaluate(SHIFTED)}


def screens(visit, address: str, path: str) -> dict:
    """The page on every screen, then with letters of twice the size."""
    tab = visit(path, viewport=PHONE, reduced_motion="reduce")
    found = {name: tab.evaluate(question) for name, question in AT_ONCE.items()}
    found["collisions"] = {"phone": tab.evaluate(COLLISIONS, SMALLEST)}
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.keyboard.press("Tab")
    found["skip"] = tab.evaluate("document.activeElement.getAttribute('href')")
    found["skip covered"] = tab.evaluate(COVERED)
    tab.evaluate("document.activeElement.blur()")
    found["sideways"] = widths(tab, WIDTHS)
    tab.set_viewport_size(DESK)
    found["collisions"]["desk"] = tab.evaluate(COLLISIONS, SMALLEST)
    tab.set_viewport_size(PHONE)
    tab.evaluate(DOUBLE_TYPE)
    return found | {"sideways in large type": widths(tab, WIDTHS_IN_LARGE_TYPE)}


def widths(tab, wanted) -> dict:
    """By width, by how many pixels the page is too wide, and for what; only widths where it is."""
    found = {}
    for width in wanted:
        tab.set_viewport_size({"width": width, "height": 800})
        if (over := sideways(tab)) != (0, []):
            found[width] = over
    return found


def zoomed(visit, address: str, path: str) -> dict:
    """A desk of 1280×1024 whose reader has zoomed to 400 %."""
    tab = visit(path, **ZOOMED)
    found = {"sideways": sideways(tab), "fixed": sum(tab.evaluate(FIXED))}
    tab.evaluate("document.querySelector('h1').scrollIntoView()")
    return found | {"heading": tab.locator("h1").bounding_box()["width"]}


def colours(visit, address: str, path: str) -> dict:
    """Where a reader's own colours take the place of ours, by the scheme they are of."""
    tab = visit(path, forced_colors="active", reduced_motion="reduce")
    found = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found[scheme] = {
            "ground": tab.evaluate("getComputedStyle(document.body).backgroundColor"),
            "letters": tab.locator("svg text").evaluate_all(LETTERS_AND_GROUNDS),
            "shapes": tab.locator(SHAPES).evaluate_all(PAINTED),
        }
    return found


def paper(visit, address: str, path: str) -> dict:
    """The page in print: what is seen that should not be, and the other way about; sheets and their sizes in points."""
    tab = visit(path, viewport={"width": 718, "height": 1047}, reduced_motion="reduce")
    tab.evaluate(PICTURES_LOADED)
    tab.emulate_media(media="print")
    found = {
        "seen": tab.locator(FOR_SCREENS).evaluate_all(SEEN),
        "unseen": tab.locator(FOR_PAPER).evaluate_all(UNSEEN),
        "sideways": sideways(tab),
    }
    # Letters and pictures in it are what makes a PDF dear; sheets are the same without them.
    tab.add_style_tag(content="* { visibility: hidden !important }")
    printed = tab.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return found | {"boxes": [[*map(float, box)] for box in boxes], "sheets": printed.count(b"/Type /Page\n")}


def barriers(visit, address: str, path: str) -> list[str]:
    """What axe-core finds: every rule on both screens and in both schemes, and in the two languages of a page in all four pairs."""
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
