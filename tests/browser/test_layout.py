"""How pages hold together on every screen, at every size of type, on paper and in a reader's own colours."""

import re
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from contrast import ratio
from screens import (
    ADDRESSES,
    CHAPTER_ADDRESSES,
    DESK,
    DOUBLE_TYPE,
    LANGS,
    MENU,
    MISSING,
    NAV,
    PAGES,
    PHONE,
    PICTURES_LOADED,
    sideways,
)

EVERY = [*ADDRESSES, *MISSING]
SHIFTS = "new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) (window.shifted ??= []).push([e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 90) ?? s.node?.textContent?.slice(0, 30))]); })).observe({type: 'layout-shift', buffered: true})"
SHAPES = "svg:not(.story-photo__ground) :is(path, line, rect, circle, polyline, polygon)"
LETTERS_AND_GROUNDS = """all => all.filter(e => e.checkVisibility()).map(e => {
    e.scrollIntoView({block: 'center'});
    const b = e.getBoundingClientRect();
    const below = document.elementsFromPoint(b.x + b.width / 2, b.y + b.height / 2).find(o => o instanceof SVGGeometryElement), paint = below && getComputedStyle(below);
    return [e.textContent, getComputedStyle(e).fill, paint && (paint.fill != 'none' ? paint.fill : paint.stroke)];
})"""
A4 = pytest.approx((595.3, 841.9), abs=1.5)


@pytest.fixture(autouse=True)
def reset(still):
    yield
    still.emulate_media(media="screen", forced_colors="none", color_scheme="light")


@pytest.fixture
def zoomed(browser):
    """A desk of 1280×1024 whose reader has zoomed to 400 %."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, device_scale_factor=4, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def shown(colour: str, ground: str) -> float:
    """Contrast of two colours as the browser has computed them; 1 for none at all."""
    parts, below = (re.findall(r"[\d.]+", text) for text in (colour, ground))
    return ratio(parts[:3], below[:3]) if len(parts) == 3 or parts[3:] > ["0"] else 1


# ── Width ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", EVERY)
def test_nothing_scrolls_sideways(still, address, path):
    still.goto(address + path)
    for width in (320, 390, 736, 820, 1024, 1440):
        still.set_viewport_size({"width": width, "height": 800})
        assert sideways(still) == (0, []), width


@pytest.mark.parametrize("path", EVERY)
def test_letters_of_twice_the_size_fit(still, address, path):
    still.set_viewport_size(PHONE)
    still.goto(address + path)
    still.evaluate(DOUBLE_TYPE)
    for width in (390, 1440):
        still.set_viewport_size({"width": width, "height": 800})
        assert sideways(still) == (0, []), width


@pytest.mark.parametrize("path", EVERY)
def test_zoom_of_four_hundred_per_cent_leaves_the_text_readable(zoomed, address, path):
    """WCAG 1.4.10. What stays in place while the page scrolls must leave most of the little screen to the text."""
    zoomed.goto(address + path)
    assert sideways(zoomed) == (0, [])
    fixed = "[...document.querySelectorAll('body *')].filter(e => /fixed|sticky/.test(getComputedStyle(e).position) && e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
    assert sum(zoomed.evaluate(fixed)) < 256 / 3
    zoomed.evaluate("document.querySelector('h1').scrollIntoView()")
    assert zoomed.locator("h1").bounding_box()["width"] > 160


@pytest.mark.parametrize("lang", LANGS)
def test_the_open_menu_fits_a_screen_zoomed_to_four_hundred_per_cent(zoomed, address, lang):
    zoomed.goto(f"{address}{LANGS[lang]}train/")
    zoomed.click(MENU)
    last = zoomed.locator(f"{NAV} a").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320 and 0 <= box["y"] <= 256 - 20
    assert sideways(zoomed) == (0, [])


# ── Order and space ───────────────────────────────────────────────────────


@pytest.mark.parametrize("path", EVERY)
def test_nothing_jumps_while_a_page_arrives(browser, address, path):
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.add_init_script(SHIFTS)
    tab.goto(address + path)
    tab.evaluate("document.fonts.ready")
    height = tab.evaluate("document.documentElement.scrollHeight")
    for place in range(0, height, 2 * PHONE["height"]):
        tab.evaluate(
            "place => new Promise(done => { scrollTo(0, place); requestAnimationFrame(() => requestAnimationFrame(done)); })",
            place,
        )
    tab.evaluate(PICTURES_LOADED)
    shifted = tab.evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifted || []), 60)))"
    )
    context.close()
    assert shifted == []


@pytest.mark.parametrize("path", ["index.html", "en/train/index.html"])
def test_nothing_jumps_when_the_page_stops_in_the_middle_of_its_header(browser, built, path):
    """A slow line may end a packet there."""
    page = (built / path).read_bytes()
    cut = page.index(b'<nav class="story-switch')

    class Halting(SimpleHTTPRequestHandler):
        def do_GET(self):
            if not self.path.endswith("html"):
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page[:cut])
            self.wfile.flush()
            time.sleep(1)
            self.wfile.write(page[cut:])

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Halting, directory=built)) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        context = browser.new_context(viewport=PHONE)
        tab = context.new_page()
        tab.add_init_script(SHIFTS)
        tab.goto(f"http://127.0.0.1:{host.server_port}/{path}")
        shifted = tab.evaluate(
            "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifted || []), 60)))"
        )
        assert tab.locator(".story-header__search").is_visible()
        context.close()
        host.shutdown()
    assert shifted == []


@pytest.mark.parametrize("path", EVERY)
def test_every_picture_says_its_size_and_only_far_ones_load_late(still, address, path):
    still.set_viewport_size(PHONE)
    still.goto(address + path)
    sizeless = "[...document.images].filter(e => !(e.getAttribute('width') > 0 && e.getAttribute('height') > 0)).map(e => e.outerHTML.slice(0, 120))"
    assert still.evaluate(sizeless) == []
    late = "[...document.images].filter(e => e.loading == 'lazy' && e.checkVisibility() && e.getBoundingClientRect().top < innerHeight / 2).map(e => e.outerHTML.slice(0, 120))"
    assert still.evaluate(late) == [], "a picture at the top of the page must not wait"


@pytest.mark.parametrize("path", EVERY)
def test_one_first_heading_and_none_left_out(still, address, path):
    still.goto(address + path)
    levels = [
        int(level)
        for level in still.locator(":is(h1, h2, h3, h4, h5, h6)").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.tagName[1])"
        )
    ]
    assert levels.count(1) == 1 and levels[0] == 1
    assert [(a, b) for a, b in zip(levels, levels[1:]) if b > a + 1] == []


@pytest.mark.parametrize("path", EVERY)
def test_the_skip_link_lies_on_top_when_it_has_focus(still, address, path):
    still.set_viewport_size({"width": 320, "height": 640})
    still.goto(address + path)
    still.keyboard.press("Tab")
    covered = """() => { const e = document.activeElement, b = e.getBoundingClientRect();
        return [[.05, .1], [.95, .1], [.5, .5], [.05, .9], [.95, .9]].map(([x, y]) => document.elementFromPoint(b.left + x * b.width, b.top + y * b.height))
            .filter(top => !e.contains(top)).map(top => top?.outerHTML.slice(0, 80) ?? 'outside of the screen') }"""
    assert "#" in (still.evaluate("document.activeElement.getAttribute('href')") or "")
    assert still.evaluate(covered) == []


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_what_fingers_need_most_is_large_enough_for_them(still, address, path):
    still.set_viewport_size(PHONE)
    still.goto(address + path)
    small = "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()]).filter(([, b]) => b.height && b.height < 43.5).map(([text, b]) => `${text}: ${Math.round(b.height)} px`)"
    assert (
        still.locator(f"{MENU}, .story-switch a, a[rel=prev], a[rel=next], button").evaluate_all(small) == []
    )


# ── Paper ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_prints_its_text_and_pictures_on_a4_and_no_navigation(still, address, path):
    still.set_viewport_size({"width": 718, "height": 1047})
    still.goto(address + path)
    still.evaluate(PICTURES_LOADED)
    still.emulate_media(media="print")
    seen = "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height).map(e => e.outerHTML.slice(0, 100))"
    assert (
        still.locator("nav:not(article *), button, input, dialog, .md-skip, .headerlink").evaluate_all(seen)
        == []
    )
    unseen = "all => all.filter(e => !e.checkVisibility()).map(e => e.outerHTML.slice(0, 100))"
    assert (
        still.locator(
            "article h1, article :is(p, figure, img, figcaption, table):not(dialog *, template *, [class*=filter] *, .story-graphic__table *, [hidden] *)"
        ).evaluate_all(unseen)
        == []
    )
    assert sideways(still) == (0, [])
    paper = still.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert boxes and all(tuple(map(float, box)) == A4 for box in boxes), boxes


# ── A reader's own colours and rest ───────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES.values(), *MISSING[:1]])
def test_forced_colours_leave_nothing_invisible(still, address, path, scheme):
    """Letters in a drawing and the edges of buttons are what is lost: the browser recolours the rest by itself."""
    still.emulate_media(forced_colors="active", color_scheme=scheme)
    still.set_viewport_size(DESK)
    still.goto(address + path)
    ground = still.evaluate("getComputedStyle(document.body).backgroundColor")
    letters = still.locator("svg text").evaluate_all(LETTERS_AND_GROUNDS)
    assert [text for text, fill, below in letters if shown(fill, below or ground) < 4.5] == []
    shapes = still.locator(SHAPES).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => [getComputedStyle(e).fill, getComputedStyle(e).stroke, e.outerHTML.slice(0, 90)])"
    )
    assert [
        shape for fill, stroke, shape in shapes if max(shown(fill, ground), shown(stroke, ground)) < 1.5
    ] == []


@pytest.mark.parametrize("path", EVERY)
def test_those_who_want_rest_get_it(still, address, path):
    still.goto(address + path)
    running = "document.getAnimations().filter(a => a.playState == 'running').map(a => a.effect.target.outerHTML.slice(0, 80))"
    assert still.evaluate(running) == []
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    slow = "[...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(t => parseFloat(t) > .01)).map(e => e.outerHTML.slice(0, 80))"
    assert still.evaluate(slow) == []
