"""How pages hold together on every screen, at every size of type, on paper and in a reader's own colours."""

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

import crawl
from contrast import ratio
from screens import ADDRESSES, CHAPTER_ADDRESSES, DATA, LANGS, MENU, MISSING, NAV, PAGES, PHONE, sideways

EVERY = [*ADDRESSES, *DATA, *MISSING]
A4 = pytest.approx((595.3, 841.9), abs=1.5)


def shown(colour: str, ground: str) -> float:
    """Contrast of two colours as the browser has computed them; 1 for none at all."""
    parts, below = (re.findall(r"[\d.]+", text) for text in (colour, ground))
    return ratio(parts[:3], below[:3]) if len(parts) == 3 or parts[3:] > ["0"] else 1


# ── Width ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", EVERY)
def test_nothing_scrolls_sideways(crawled, path):
    steps = crawled(crawl.screens, path)["steps"]
    assert {each["width"]: each["sideways"] for each in steps if each["sideways"] != [0, []]} == {}


@pytest.mark.parametrize("path", EVERY)
def test_letters_of_twice_the_size_fit(crawled, path):
    assert crawled(crawl.screens, path)["sideways_in_large_type"] == {}


@pytest.mark.parametrize("path", EVERY)
def test_zoom_of_four_hundred_per_cent_leaves_the_text_readable(crawled, path):
    """WCAG 1.4.10. What stays while the page scrolls leaves most of the little screen to the text."""
    found = crawled(crawl.zoomed, path)
    assert found["sideways"] == [0, []]
    assert found["fixed"] < 256 / 3
    assert found["heading"] > 160


@pytest.mark.parametrize("lang", LANGS)
def test_the_open_menu_fits_a_screen_zoomed_to_four_hundred_per_cent(visit, lang):
    zoomed = visit(f"{LANGS[lang]}train/", **crawl.ZOOMED)
    zoomed.click(MENU)
    last = zoomed.locator(f"{NAV} a").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320 and 0 <= box["y"] <= 256 - 20
    assert sideways(zoomed) == (0, [])


# ── Order and space ───────────────────────────────────────────────────────


@pytest.mark.parametrize("path", EVERY)
def test_nothing_jumps_while_a_page_arrives(crawled, path):
    assert crawled(crawl.arrival, path)["jumped"] == []


@pytest.mark.parametrize(
    "path, at, missing",
    [
        ("index.html", "<nav aria-label=语言", ".story-switch"),
        ("en/train/index.html", "<nav aria-label=Language", ".story-switch"),
        ("gallery/index.html", "<li><a href=../store/>", ".story-strip li:nth-child(4)"),
    ],
    ids=["home", "chapter", "strip"],
)
def test_nothing_jumps_when_the_page_stops_in_the_middle_of_its_header(visit, built, path, at, missing):
    """A slow line may end a packet there. The rest comes when the first part has been painted."""
    page = (built / path).read_bytes()
    cut = page.index(at.encode())
    painted = threading.Event()

    class Halting(SimpleHTTPRequestHandler):
        def do_GET(self):
            if not self.path.endswith("html"):
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page[:cut])
            self.wfile.flush()
            painted.wait(30)
            self.wfile.write(page[cut:])

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Halting, directory=built)) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        tab = visit("about:blank", crawl.WATCH, fresh=True, viewport=PHONE)
        tab.goto(f"http://127.0.0.1:{host.server_port}/{path}", wait_until="commit")
        tab.wait_for_function("document.querySelector('.story-header')")
        tab.wait_for_function("performance.getEntriesByName('first-paint').length")
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert tab.locator(missing).count() == 0, "the first part alone has been painted"
        painted.set()
        tab.wait_for_load_state()
        assert crawl.ask(tab, "jumped") == []
        assert tab.locator(".story-header__search").is_visible()
        host.shutdown()


def test_a_script_that_does_not_arrive_keeps_no_page_blank(visit, address):
    """It blocked the first paint for as long as it was held; what the reader has set holds all the same."""
    tab = visit("about:blank", crawl.WATCH, fresh=True)
    tab.add_init_script("try { localStorage['story-size'] = '150'; } catch { /* of about:blank */ }")
    held = []
    tab.route("**/site.*.js", lambda route: held.append(route))
    tab.goto(address + "train/", wait_until="commit")
    tab.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    assert held and tab.evaluate("[!!window.story, document.documentElement.dataset.size]") == [False, "150"]
    assert tab.locator("h1").is_visible() and tab.locator(".story-reading-open").first.is_visible()
    held[0].continue_()
    tab.wait_for_load_state()
    assert tab.evaluate("!!window.story") and crawl.ask(tab, "jumped") == []
    tab.route("**/site.*.js", lambda route: route.abort())
    tab.reload()
    assert not tab.locator(".story-reading-open").first.is_visible(), "a button that nothing would answer"


@pytest.mark.parametrize("path", EVERY)
def test_every_picture_says_its_size_and_only_far_ones_load_late(crawled, path):
    found = crawled(crawl.screens, path)
    assert found["sizeless"] == []
    assert found["late"] == [], "a picture at the top of the page must not wait"


@pytest.mark.parametrize("path", EVERY)
def test_one_first_heading_and_none_left_out(crawled, path):
    levels = crawled(crawl.screens, path)["levels"]
    assert levels.count(1) == 1 and levels[0] == 1
    assert [(a, b) for a, b in zip(levels, levels[1:]) if b > a + 1] == []


@pytest.mark.parametrize("path", EVERY)
def test_the_skip_link_lies_on_top_when_it_has_focus(crawled, path):
    found = crawled(crawl.screens, path)
    assert "#" in (found["first_stop"] or "")
    assert found["over_it"] == []


@pytest.mark.parametrize("path", CHAPTER_ADDRESSES)
def test_what_fingers_need_most_is_large_enough_for_them(crawled, path):
    assert crawled(crawl.screens, path)["small"] == []


# ── Paper ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_prints_its_text_and_pictures_on_a4_and_no_navigation(crawled, path):
    found = crawled(crawl.paper, path)
    assert found["seen"] == [] and found["unseen"] == []
    assert found["sideways"] == [0, []]
    assert found["boxes"] and all(tuple(box) == A4 for box in found["boxes"]), found["boxes"]


# ── A reader's own colours and rest ───────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES.values(), *MISSING[:1]])
def test_forced_colours_leave_nothing_invisible(crawled, path, scheme):
    """Letters in a drawing and the edges of buttons are what is lost: the browser recolours the rest."""
    found = crawled(crawl.colours, path)[scheme]
    ground = found["ground"]
    assert [text for text, fill, below in found["letters"] if shown(fill, below or ground) < 4.5] == []
    faint = [shape for *paints, shape in found["shapes"] if max(shown(each, ground) for each in paints) < 1.5]
    assert faint == []


@pytest.mark.parametrize("path", EVERY)
def test_those_who_want_rest_get_it(crawled, path):
    found = crawled(crawl.screens, path)
    assert found["moving"] == [] and found["slow"] == []
    assert found["scrolling"] == "auto"
