"""The gallery and its dialog in a real browser, in both languages."""

import io
import re
import time
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

import crawl
import small
from screens import DESK, PHONE, sideways
from story.parts.fragments import render
from story.parts.setting import Setting
from story.site.assets import spoken
from story.tables.tables import load

GALLERY = {"zh": "gallery/", "en": "en/gallery/"}
TABLES = load(small.ROOT)
ENTRIES = TABLES.data["photos"]["photos"]
WORDS = {lang: {key: words[lang] for key, words in TABLES.data["strings"].items()} for lang in ("zh", "en")}
OPEN = "dialog.story-lightbox[open]"
LINK = ".story-photo__link"
SCROLL = ".story-gallery"
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SHOWN = """async strip => {
    const current = () => [...strip.children].findIndex(slide => !slide.inert);
    for (let rest = 0, before = -1; rest < 8; await new Promise(requestAnimationFrame)) {
        const place = strip.scrollLeft / strip.clientWidth;
        rest = place === before && Math.abs(place - current()) < .01 ? rest + 1 : 0;
        before = place;
    }
    return current();
}"""
"""The place of the picture that the dialog means, once it has stood in the middle for eight frames."""
DRAWN = """all => all.map(e => {
    const box = e.getBoundingClientRect(), ratio = e.getAttribute('width') / e.getAttribute('height');
    return Math.min(box.width, box.height * ratio);
})"""
"""How wide each picture is drawn: one that is too high for the window does not fill its place."""
RATIOS = {"wide": (600, 400), "tall": (400, 600), "panorama": (900, 300), "square": (500, 500)}


def link(tab, picture):
    return tab.locator(f"#{picture} {LINK}")


def opened(tab):
    """The tab, once a picture stands in front of its page: the code for it comes when it is wanted."""
    tab.wait_for_selector(OPEN)
    return tab


def shown(tab):
    """Number of the picture that stands in the middle of the dialog, from 1, once the strip is at rest."""
    return tab.locator(f"{OPEN} .story-lightbox__strip").evaluate(SHOWN) + 1


def off_by(tab):
    """By how many pixels each picture is wider or narrower than `sizes` told: that is `naturalWidth`."""
    images = tab.locator(f"{LINK} img")
    stated = images.evaluate_all("all => all.map(e => e.naturalWidth)")
    return [abs(told - width) for told, width in zip(stated, images.evaluate_all(DRAWN), strict=True)]


def position(tab):
    return tab.locator(f"{OPEN} .story-lightbox__position").inner_text()


def focused(tab):
    return tab.evaluate(
        "(e => e.closest('figure')?.id ?? e.ariaLabel ?? e.className)(document.activeElement)"
    )


def touch(tab, steps):
    """Fingers on the screen: for each step the points they are at."""
    session = tab.context.new_cdp_session(tab)
    for number, points in enumerate(steps):
        fingers = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        session.send(
            "Input.dispatchTouchEvent",
            {"type": "touchMove" if number else "touchStart", "touchPoints": fingers},
        )
        tab.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def double_tap(tab, x, y):
    """Two taps, a tenth of a second apart by what the screen tells, however slow the machine."""
    session, now = tab.context.new_cdp_session(tab), time.time()
    for number in range(4):
        kind, points = ("touchEnd", []) if number % 2 else ("touchStart", [{"x": x, "y": y}])
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": points, "timestamp": now + number * 0.05},
        )


# ── The page ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", GALLERY)
def test_every_picture_is_there_with_caption_mark_and_the_word_that_it_is_drawn(visit, address, lang):
    tab = visit(address + GALLERY[lang])
    assert tab.locator("figure.story-photo").evaluate_all("all => all.map(e => e.id)") == [
        entry["id"] for entry in ENTRIES
    ]
    for entry in ENTRIES:
        caption = tab.locator(f"#{entry['id']} figcaption")
        assert not entry.get("source") or caption.locator(".story-source").inner_text() == entry["source"]
        assert caption.locator(".story-note").count() == 0, "a drawing says no word of a photograph"
        assert link(tab, entry["id"]).locator("img").get_attribute("alt").startswith(WORDS[lang]["plate"])


@pytest.mark.parametrize("lang", GALLERY)
def test_nothing_scrolls_sideways_and_no_picture_is_bent(visit, lang):
    tab = visit(GALLERY[lang])
    bent = """all => all
        .map(e => [e.clientWidth / e.clientHeight, e.getAttribute('width') / e.getAttribute('height')])
        .filter(([shown, stated]) => Math.abs(shown - stated) > .02).length"""
    for width in (320, 390, 736, 1024, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        assert sideways(tab) == (0, []), width
        assert tab.locator(f"{LINK} img").evaluate_all(bent) == 0, width


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps_while_pictures_arrive(visit, width):
    tab = visit(GALLERY["zh"], crawl.WATCH, fresh=True, viewport={"width": width, "height": 800})
    for _ in range(20):
        tab.mouse.wheel(0, 300)
        tab.evaluate(FRAMES)
    tab.locator(SCROLL).hover()
    for _ in range(30):
        tab.mouse.wheel(300, 0)
        tab.evaluate(FRAMES)
    tab.wait_for_function(
        f"[...document.querySelectorAll('{LINK} img')].every(e => e.complete && e.naturalWidth)"
    )
    assert crawl.ask(tab, "jumped") == []


def test_the_first_picture_is_asked_for_at_once_and_the_others_when_near(visit, address):
    tab = visit(GALLERY["zh"], fresh=True, viewport=PHONE)
    images = tab.locator(f"{LINK} img")
    assert images.evaluate_all("all => all.map(e => e.getAttribute('loading'))") == [None] + ["lazy"] * (
        len(ENTRIES) - 1
    )
    assert images.evaluate_all("all => all.map(e => e.getAttribute('fetchpriority'))") == ["high"] + [
        None
    ] * (len(ENTRIES) - 1)
    assert not images.last.evaluate("e => e.complete && e.naturalWidth > 0")


@pytest.mark.parametrize("lang", GALLERY)
def test_no_candidate_is_missing_or_of_another_width_than_it_says(visit, address, built, lang):
    tab = visit(address + GALLERY[lang])
    candidates = tab.locator("figure.story-photo [srcset]").evaluate_all("all => all.map(e => e.srcset)")
    files = dict(part.split() for srcset in candidates for part in srcset.split(", "))
    assert len(files) >= 9 * len(ENTRIES)
    for file, stated in files.items():
        with Image.open(built / urlsplit(urljoin("/" + GALLERY[lang], file)).path.lstrip("/")) as image:
            assert f"{image.width}w" == stated, file
    assert {urlsplit(url).netloc for url in tab.asked} == {urlsplit(address).netloc}


@pytest.mark.parametrize("width", [320, 390, 700, 736, 900, 1024, 1200, 1280, 1440, 1900])
def test_sizes_tells_the_browser_the_real_width(visit, address, width):
    """Else it loads files too large, or too small to be sharp."""
    tab = visit(address + GALLERY["zh"], viewport={"width": width, "height": 800})
    tab.locator(f"{LINK} img").evaluate_all(
        "all => Promise.all(all.map(e => { e.loading = 'eager'; return e.decode(); }))"
    )
    off = off_by(tab)
    scrollbar = 15
    assert max(off) <= (2 if width >= 736 else scrollbar + 1), off


def test_without_javascript_a_picture_leads_to_its_file(visit, address):
    tab = visit(address + GALLERY["en"], java_script_enabled=False)
    link(tab, "store").click()
    assert re.search(r"/assets/photos/store-\w+-2400\.jpg$", tab.url)


# ── Any number of pictures, of any shape ──────────────────────────────────


def composed(visit, shapes, viewport):
    """A tab with the gallery made from pictures of these shapes and the real styles."""
    entries = [
        {
            "id": f"p{number}",
            "page": "gallery",
            "plate": "x",
            "caption": {"zh": "图注一句话。" * (number % 4 + 1)},
            "illustration": {"zh": "画"},
        }
        for number, _ in enumerate(shapes)
    ]
    pictures = {}
    for entry, shape in zip(entries, shapes, strict=True):
        width, height = RATIOS[shape]
        derivatives = [{"format": "jpeg", "width": width, "name": f"{shape}.jpg"}]
        pictures[entry["id"]] = {
            "width": width,
            "height": height,
            "plate": True,
            "colours": ["#888"] * 3,
            "derivatives": derivatives,
        }
    tables = replace(TABLES, data=TABLES.data | {"photos": {"photos": entries}})
    html = render("photos", [], Setting(tables, pictures=pictures))
    styles = "".join(
        (small.ROOT / f"docs/assets/stylesheets/{name}.css").read_text(encoding="utf-8")
        for name in ("tokens", "plain", "base", "frame", "gallery", "handscroll", "on-demand/lightbox")
    )
    words = spoken(TABLES.data["strings"], "lightbox")
    scripts = [
        (small.ROOT / f"docs/assets/javascripts/{name}.js").read_text(encoding="utf-8")
        for name in ("dom", "on-demand/lightbox", "pictures")
    ]
    page = (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><style>{styles}</style>'
        f'<article class="story-article story-article--gallery">{html}</article>'
        f"<script>{scripts[0]} story.load = () => Promise.resolve();"
        f"{words} {scripts[1]} {scripts[2]}</script>"
    )
    tab = visit("about:blank", viewport=viewport)
    tab.route("**/*", lambda route: _answer(route, page))
    tab.goto("http://gallery.example/")
    return tab


def _answer(route, page):
    name = PurePosixPath(urlsplit(route.request.url).path)
    if name.suffix != ".jpg":
        return route.fulfill(body=page, content_type="text/html; charset=utf-8")
    picture = io.BytesIO()
    Image.new("RGB", RATIOS[name.stem], "#2c7464").save(picture, "JPEG")
    route.fulfill(body=picture.getvalue(), content_type="image/jpeg")


@pytest.mark.parametrize(
    "viewport", [PHONE, {"width": 820, "height": 1180}, DESK], ids=lambda size: str(size["width"])
)
@pytest.mark.parametrize(
    "shapes",
    [
        ["wide"],
        ["wide"] * 2,
        ["wide"] * 5,
        ["wide"] * 12,
        ["tall"],
        ["tall", "panorama"],
        ["tall"] * 5,
        ["wide", "tall", "square", "panorama"] * 3,
    ],
    ids=lambda shapes: f"{len(shapes)}-{'-'.join(dict.fromkeys(shapes))}",
)
def test_no_number_and_no_shape_of_pictures_breaks_the_page(visit, shapes, viewport):
    tab = composed(visit, shapes, viewport)
    tab.locator(f"{LINK} img").evaluate_all(
        "all => Promise.all(all.map(e => { e.loading = 'eager'; return e.decode(); }))"
    )
    boxes = tab.locator("figure").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    )
    assert len(boxes) == len(shapes)
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right - left <= viewport["width"]
        for other in boxes[:number]:
            assert (
                right <= other[0] + 1 or other[2] <= left + 1 or bottom <= other[1] + 1 or other[3] <= top + 1
            ), "two pictures overlap"
    bent = "all => all.some(e => getComputedStyle(e).objectFit !== 'contain')"
    assert not tab.locator(f"{LINK} img").evaluate_all(bent)
    places = tab.locator(f"{SCROLL} li").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right])"
    )
    if viewport["width"] < 736:
        assert places == [[0, viewport["width"]]] * len(shapes)
    else:
        ends, starts = [right for _, right in places[:-1]], [left for left, _ in places[1:]]
        assert starts == pytest.approx(ends, abs=1), "a hole between two plates, and in the line"
    off = off_by(tab)
    assert max(off) <= (2 if viewport["width"] >= 736 else 16)


# ── A handscroll ──────────────────────────────────────────────────────────


def place(tab):
    """Number of the plate that the handscroll begins with."""
    return tab.locator(SCROLL).evaluate("""async scroll => {
        for (let rest = 0, before = -1; rest < 8; await new Promise(requestAnimationFrame)) {
            rest = scroll.scrollLeft === before ? rest + 1 : 0;
            before = scroll.scrollLeft;
        }
        const edge = parseFloat(getComputedStyle(scroll.firstElementChild).paddingLeft);
        const ends = [...scroll.querySelectorAll('li')].map(e => e.getBoundingClientRect().right);
        return ends.findIndex(end => end > edge + 1) + 1;
    }""")


@pytest.mark.parametrize("lang", GALLERY)
def test_every_plate_has_its_number_its_words_and_the_way_to_its_story(visit, address, lang):
    tab = visit(address + GALLERY[lang])
    numbers = tab.locator(f"{SCROLL} .story-gallery__number").all_inner_texts()
    count = len(ENTRIES)
    assert numbers[:2] == (["其一", "其二"] if lang == "zh" else [f"1 of {count}", f"2 of {count}"])
    assert len(numbers) == count
    ways = tab.locator(f"{SCROLL} li").evaluate_all(
        "all => all.map(e => e.querySelector('.story-gallery__ways a').pathname.split('/').at(-2))"
    )
    assert ways == [entry["page"] for entry in ENTRIES]


def test_plates_stand_edge_to_edge_on_one_line_across_a_desk_and_down_a_phone(visit, address):
    tab = visit(address + GALLERY["zh"])
    plates = tab.locator(f"{LINK} img").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right, b.top, b.height])"
    )
    for (_, end, top, height), (start, _, *same) in zip(plates, plates[1:]):
        assert start == pytest.approx(end, abs=1) and same == pytest.approx([top, height], abs=1)
    tab.set_viewport_size(PHONE)
    plates = tab.locator(f"{SCROLL} li").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right, b.top, b.bottom])"
    )
    for (_, _, _, end), (left, right, start, _) in zip(plates, plates[1:]):
        assert (left, right) == (0, PHONE["width"]) and start == pytest.approx(end, abs=1)


@pytest.mark.parametrize("lang", GALLERY)
def test_the_handscroll_turns_by_keyboard(visit, address, lang):
    tab = visit(address + GALLERY[lang])
    scroll = tab.get_by_role("region", name=WORDS[lang]["gallery_scroll"], exact=True)
    scroll.focus()
    height = tab.evaluate("scrollY")
    for key, wanted in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2)):
        tab.keyboard.press(key)
        assert place(tab) == wanted, key
    assert tab.evaluate("scrollY") == height
    tab.keyboard.press("ArrowDown")
    expect(tab.locator("body")).not_to_have_js_property("scrollY", height)


def test_the_page_scrolls_on_under_a_wheel_over_the_handscroll(visit, address):
    """A wheel that only turned the scroll would hold a reader who wants to get past it."""
    tab = visit(address + GALLERY["zh"])
    tab.locator(f"#{ENTRIES[0]['id']} img").hover()
    before = tab.evaluate("scrollY")
    tab.mouse.wheel(0, 400)
    tab.wait_for_function("before => scrollY > before + 100", arg=before)
    assert place(tab) == 1
    tab.mouse.wheel(700, 0)
    tab.wait_for_function(f"document.querySelector('{SCROLL}').scrollLeft > 100")


@pytest.mark.parametrize("lang", GALLERY)
def test_buttons_without_a_script_turn_the_handscroll(visit, address, lang):
    tab = visit(address + GALLERY[lang], java_script_enabled=False)
    nodes = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "button"]
    assert WORDS[lang]["lightbox_next"] in names, "the button has no name, or that of another language"
    assert not tab.locator(".story-gallery__turn").first.is_visible(), "two ways to do one thing"
    first = tab.locator(f"#{ENTRIES[0]['id']} img").bounding_box()
    middle = first["y"] + first["height"] / 2
    for side, shown_plate in ((DESK["width"] - 35, "plate-2"), (35, "plate-1")):
        tab.mouse.click(side, middle)
        expect(tab.locator(f"#{shown_plate} {LINK}")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_links_turn_the_handscroll_where_the_browser_draws_no_buttons(visit, address, script):
    tab = visit("about:blank", java_script_enabled=script, fresh=True)
    tab.route("**/*.css", _without_scroll_buttons)
    tab.goto(address + GALLERY["en"])
    first, second, *_ = tab.locator("li[id^=plate-]").all()
    assert first.locator(".story-gallery__turn").all_inner_texts() == [WORDS["en"]["lightbox_next"]]
    first.locator(".story-gallery__turn").click()
    expect(second.locator(LINK)).to_be_in_viewport(ratio=0.9)
    assert tab.url.endswith("#plate-2") and not tab.locator(OPEN).count()
    second.locator(".story-gallery__turn").first.click()
    expect(first.locator(LINK)).to_be_in_viewport(ratio=0.9)


def _without_scroll_buttons(route):
    response = route.fetch()
    changed = response.text().replace("selector(::scroll-button(left))", "selector(::no-such-part)")
    route.fulfill(response=response, body=changed)


@pytest.mark.parametrize(
    "viewport",
    [
        {"width": width, "height": height}
        for width, height in ((844, 390), (667, 375), (720, 450), (320, 568), (320, 256))
    ],
    ids=lambda size: f"{size['width']}x{size['height']}",
)
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_a_picture_is_no_smaller_in_the_dialog_than_on_the_page(visit, viewport, shape):
    """On a small screen the words and the buttons left it a third of what the page gave it."""
    tab = composed(visit, [shape] * 2, viewport)
    (on_page,) = tab.locator(f"#p1 {LINK} img").evaluate_all(DRAWN)
    link(tab, "p1").click()
    opened(tab)
    (in_front,) = tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img").evaluate_all(DRAWN)
    assert in_front >= on_page - 1
    assert sideways(tab) == (0, [])


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360)])
def test_a_chapters_picture_is_as_large_in_front_or_as_high_as_the_window(visit, width, height):
    tab = visit("train/#train-outside", viewport={"width": width, "height": height})
    opened(tab)
    on_page = tab.locator("#train-outside img").bounding_box()
    in_front = tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img").bounding_box()
    assert in_front["width"] >= on_page["width"] - 1 or in_front["height"] >= height - 1
    close = tab.get_by_role("button", name=WORDS["zh"]["lightbox_close"]).bounding_box()
    assert close["y"] >= 0 and close["y"] + close["height"] <= height, "the way out"


_OBJECTS = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.S)


def test_plates_are_printed_two_to_a_sheet(visit, address):
    tab = visit(address + GALLERY["en"])
    tab.emulate_media(media="print")
    parts = dict(_OBJECTS.findall(tab.pdf(format="A4", prefer_css_page_size=True)))
    sheets = [part for part in parts.values() if re.search(rb"/Type /Page\b", part)]
    links = [re.findall(rb"(\d+) 0 R", annotations) for annotations in map(_annotations, sheets)]
    counts = [sum(b"-2400.jpg)" in parts[number] for number in numbers) for numbers in links]
    pairs, odd = divmod(len(ENTRIES), 2)
    assert counts[: pairs + odd] == [2] * pairs + [1] * odd


def _annotations(page):
    found = re.search(rb"/Annots \[(.*?)\]", page, re.S)
    return found[1] if found else b""


# ── The dialog ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", GALLERY)
def test_a_click_opens_the_picture_with_its_words_and_an_address(visit, address, lang):
    tab = visit(address + GALLERY[lang])
    link(tab, "train-outside").click()
    opened(tab)
    entry = ENTRIES[2]
    assert tab.url == address + GALLERY[lang] + "#train-outside" and shown(tab) == 3
    name = WORDS[lang]["lightbox_position"].format(3, len(ENTRIES))
    dialog = tab.get_by_role("dialog", name=name, exact=True)
    assert dialog.is_visible() and position(tab) == name
    for key in ("lightbox_prev", "lightbox_next", "lightbox_zoom", "lightbox_close"):
        assert dialog.get_by_role("button", name=WORDS[lang][key], exact=True).is_visible()
    assert dialog.get_by_role("img", name=entry["illustration"][lang]).is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert tab.complaints == []


@pytest.mark.parametrize("lang", GALLERY)
def test_picture_and_caption_are_announced_in_the_language_of_the_page(visit, address, lang):
    tab = opened(visit(address + GALLERY[lang] + "#train-outside"))
    tab.keyboard.press("ArrowRight")
    told = tab.locator(f"{OPEN} [aria-live=polite][aria-atomic=true]")
    entry, text = ENTRIES[3], told.text_content()
    assert entry["illustration"][lang] in text and WORDS[lang]["plate"] in text
    assert re.sub(r"\[(.+?)\]\(.+?\)", r"\1", entry["caption"][lang]) in text
    other = "en" if lang == "zh" else "zh"
    assert WORDS[other]["plate"] not in tab.locator(OPEN).inner_html()


@pytest.mark.parametrize("lang", GALLERY)
def test_an_address_opens_its_picture_and_closing_leaves_none(visit, address, lang):
    tab = opened(visit(address + GALLERY[lang] + "#study-meeting"))
    assert shown(tab) == 5
    height = tab.evaluate("scrollY")
    tab.keyboard.press("Escape")
    tab.wait_for_url(address + GALLERY[lang])
    assert tab.locator(OPEN).count() == 0
    assert tab.evaluate("scrollY") == height and focused(tab) == "study-meeting"


def test_an_address_without_a_picture_opens_nothing(visit, address):
    tab = visit(address + GALLERY["zh"] + "#layout")
    tab.wait_for_load_state()
    assert [url for url in tab.asked if "/lightbox." in url] == [] and tab.locator(OPEN).count() == 0


def test_the_keyboard_alone_goes_in_through_and_out(visit, address):
    tab = visit(address + GALLERY["zh"])
    for _ in range(40):
        tab.keyboard.press("Tab")
        if focused(tab) == ENTRIES[0]["id"]:
            break
    tab.keyboard.press("Enter")
    assert shown(tab) == 1 and focused(tab) == WORDS["zh"]["lightbox_close"]
    for key, wanted in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowLeft", 2),
        ("End", len(ENTRIES)),
        ("ArrowRight", len(ENTRIES)),
        ("Home", 1),
        ("ArrowLeft", 1),
    ):
        tab.keyboard.press(key)
        assert shown(tab) == wanted and position(tab).startswith(f"图片 {wanted} ")
    for _ in range(12):
        tab.keyboard.press("Tab")
        assert tab.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        ), "focus stays in"
    tab.keyboard.press("Escape")
    tab.wait_for_url(address + GALLERY["zh"])
    assert tab.locator(OPEN).count() == 0 and focused(tab) == ENTRIES[0]["id"]


def test_keys_pressed_quickly_are_all_counted(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#party-day"))
    for _ in range(4):
        tab.keyboard.press("ArrowRight")
    assert shown(tab) == 5 and tab.url.endswith("#study-meeting")


def test_buttons_lead_through_and_stop_at_the_ends(visit, address):
    tab = opened(visit(address + GALLERY["en"] + "#party-day"))
    back, on = (
        tab.get_by_role("button", name="Previous picture"),
        tab.get_by_role("button", name="Next picture"),
    )
    assert back.get_attribute("aria-disabled") == "true"
    on.click()
    assert shown(tab) == 2 and back.get_attribute("aria-disabled") == "false"
    back.click()
    assert shown(tab) == 1
    tab.get_by_role("button", name="Close").click()
    assert tab.locator(OPEN).count() == 0


def test_a_swipe_turns_to_the_next_picture(visit, address):
    tab = visit(address + GALLERY["zh"], viewport=PHONE, has_touch=True, is_mobile=True)
    link(tab, "train-inside").tap()
    opened(tab)
    assert shown(tab) == 2
    touch(tab, [[(330 - 20 * step, 400)] for step in range(15)])
    tab.wait_for_url("**/#train-outside")
    assert shown(tab) == 3 and position(tab) == f"图片 3 / {len(ENTRIES)}"


def test_back_closes_the_picture_and_forward_opens_it(visit, address):
    tab = visit(address + GALLERY["zh"])
    link(tab, "store").click()
    opened(tab)
    tab.keyboard.press("ArrowRight")
    tab.go_back()
    tab.evaluate(FRAMES)
    assert tab.url == address + GALLERY["zh"] and tab.locator(OPEN).count() == 0
    assert focused(tab) == "store"
    tab.go_forward()
    assert shown(tab) == 5 and tab.url.endswith("#study-meeting")


def test_a_step_forward_right_after_a_step_back_keeps_the_picture_open(visit, address):
    """The dialog tells of its closing only later, when it may be open again."""
    tab = visit(address + GALLERY["zh"])
    link(tab, "store").click()
    opened(tab)
    tab.evaluate("""() => new Promise(done => {
        const next = action => addEventListener('popstate', action, {once: true});
        next(() => { history.forward(); next(() => setTimeout(done, 300)); });
        history.back();
    })""")
    assert tab.locator(OPEN).count() == 1 and tab.url.endswith("#store")


def test_opening_and_closing_leaves_the_page_where_it_was(visit, address):
    tab = visit(address + GALLERY["zh"])
    link(tab, "return-visit").scroll_into_view_if_needed()
    tab.evaluate(FRAMES)
    height, width = tab.evaluate("[scrollY, document.querySelector('article').getBoundingClientRect().left]")
    link(tab, "return-visit").click()
    opened(tab)
    assert tab.evaluate("[scrollY, document.querySelector('article').getBoundingClientRect().left]") == [
        height,
        width,
    ]
    tab.keyboard.press("Home")
    tab.keyboard.press("Escape")
    tab.wait_for_url(address + GALLERY["zh"])
    tab.evaluate(FRAMES)
    assert tab.evaluate("scrollY") == height


def test_the_language_switch_leads_to_the_open_picture(visit, address):
    tab = visit(address + GALLERY["zh"])
    link(tab, "train-inside").click()
    opened(tab)
    tab.keyboard.press("ArrowRight")
    twin = tab.locator(".story-switch a[hreflang=en]").evaluate("e => e.href")
    assert twin == address + GALLERY["en"] + "#train-outside"
    tab.goto(twin)
    assert position(tab) == f"Picture 3 / {len(ENTRIES)}"
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.querySelector('.story-switch a[hreflang=zh-Hans]').hash === ''")


def test_zoom_shows_the_largest_file_and_can_be_moved(visit, address):
    tab = visit(address + GALLERY["zh"], viewport=PHONE)
    link(tab, "store").click()
    opened(tab)
    image = tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img")
    tab.wait_for_function("e => e.complete && e.naturalWidth", arg=image.element_handle())
    assert not re.search(r"-2400\.\w+$", image.evaluate("e => e.currentSrc"))
    tab.get_by_role("button", name=WORDS["zh"]["lightbox_zoom"]).click()
    tab.wait_for_function("e => /-2400\\.\\w+$/.test(e.currentSrc) && e.complete", arg=image.element_handle())
    assert image.evaluate("e => e.clientWidth") == 2400
    assert (
        tab.get_by_role("button", name=WORDS["zh"]["lightbox_zoom"]).get_attribute("aria-pressed") == "true"
    )
    before = image.evaluate("e => e.closest('div').scrollLeft")
    tab.keyboard.press("ArrowRight")
    assert image.evaluate("e => e.closest('div').scrollLeft") > before > 0
    assert tab.url.endswith("#store"), "an arrow moves the enlarged picture, it does not leave it"
    tab.get_by_role("button", name=WORDS["zh"]["lightbox_zoom"]).click()
    assert image.evaluate("e => e.clientWidth") <= 390 and shown(tab) == 4


def test_by_night_too_zoom_shows_the_largest_file_there_is(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#store", viewport=PHONE, color_scheme="dark"))
    image = tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img")
    night = image.evaluate("e => e.parentElement.querySelector('source[media]').srcset")
    largest = max(night.split(", "), key=lambda part: int(part.split()[1].rstrip("w"))).split()[0]
    tab.get_by_role("button", name=WORDS["zh"]["lightbox_zoom"]).click()
    expect(image).to_have_js_property("currentSrc", urljoin(address + GALLERY["zh"], largest))


def test_a_double_tap_enlarges_and_a_double_tap_takes_it_back(visit, address):
    tab = visit(address + GALLERY["zh"], viewport=PHONE, has_touch=True, is_mobile=True)
    link(tab, "store").tap()
    opened(tab)
    assert shown(tab) == 4
    for width in (2400, 390):
        double_tap(tab, 200, 420)
        tab.wait_for_function(
            f"width => document.querySelector('{OPEN} div:not([inert]) > * > img').clientWidth === width",
            arg=width,
        )


def test_the_readers_own_pinch_is_not_blocked(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#store", viewport=PHONE, has_touch=True, is_mobile=True))
    touch(tab, [[(180 - 6 * step, 420), (210 + 6 * step, 420)] for step in range(15)])
    tab.wait_for_selector(".story-lightbox--pinched")
    assert tab.evaluate("visualViewport.scale") > 1.5
    touch(tab, [[(330 - 20 * step, 420)] for step in range(15)])
    assert shown(tab) == 4, "a finger moves the enlarged view, it does not turn to the next picture"


def test_a_click_with_a_modifier_keeps_what_a_link_does(visit, address):
    tab = visit(address + GALLERY["zh"])
    with tab.context.expect_page() as opened:
        link(tab, "store").click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("-2400.jpg") or opened.value.wait_for_url("**/*-2400.jpg") is None
    opened.value.close()
    assert tab.locator("dialog.story-lightbox").count() == 0 and tab.url == address + GALLERY["zh"]


def test_neighbours_are_loaded_before_they_are_asked_for_and_no_others(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#store"))
    filled = tab.locator(f"{OPEN} .story-lightbox__slide").evaluate_all(
        "all => all.map(e => e.querySelector('img')?.loading ?? '')"
    )
    assert filled == ["", "", "eager", "eager", "eager", *[""] * (len(ENTRIES) - 5)]


def test_those_who_want_no_motion_get_none(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#party-day", reduced_motion="reduce"))
    assert tab.locator(OPEN).evaluate("e => getComputedStyle(e).animationName") == "none"
    tab.keyboard.press("ArrowRight")
    assert (
        tab.locator(f"{OPEN} .story-lightbox__strip").evaluate(
            "e => Math.round(e.scrollLeft / e.clientWidth)"
        )
        == 1
    )


@pytest.mark.parametrize(
    "viewport",
    [PHONE, {"width": 320, "height": 568}, {"width": 844, "height": 390}, DESK],
    ids=lambda size: str(size["width"]),
)
def test_the_dialog_shows_everything_on_every_screen(visit, address, viewport):
    tab = opened(visit(address + GALLERY["en"] + "#store", viewport=viewport))
    for button in tab.locator(f"{OPEN} button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44, "a target too small for a finger"
        assert (
            box["x"] >= 0
            and box["y"] >= 0
            and box["x"] + box["width"] <= viewport["width"]
            and box["y"] + box["height"] <= viewport["height"]
        )
    picture = tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img").bounding_box()
    words = tab.locator(f"{OPEN} .story-lightbox__words").bounding_box()
    assert picture["width"] >= viewport["width"] * 0.45 and picture["width"] / picture[
        "height"
    ] == pytest.approx(1.5, rel=0.02)
    assert (
        words["y"] >= picture["y"] + picture["height"] - 1
        or words["x"] >= picture["x"] + picture["width"] - 1
    ), "words lie on the picture"
    assert words["y"] + words["height"] <= viewport["height"]


def test_a_strict_policy_stops_nothing(visit, address):
    tab = visit("about:blank")

    def guarded(route):
        response = route.fetch()
        route.fulfill(
            response=response,
            headers=response.headers
            | {"content-security-policy": "style-src 'self'; img-src 'self'; object-src 'none'"},
        )

    tab.route("**/gallery/", guarded)
    tab.goto(address + GALLERY["zh"] + "#store")
    tab.keyboard.press("ArrowRight")
    assert (
        shown(tab) == 5
        and tab.locator(f"{OPEN} .story-lightbox__slide:not([inert]) img").bounding_box()["width"] > 900
    )
    assert tab.complaints == []


def test_paper_shows_pictures_of_a_hands_height_and_no_dialog(visit, address):
    tab = opened(visit(address + GALLERY["zh"] + "#store"))
    tab.emulate_media(media="print")
    assert not tab.locator("dialog.story-lightbox").is_visible()
    heights = tab.locator(f"{LINK} img").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert max(heights) <= 9.5 / 2.54 * 96 + 1
