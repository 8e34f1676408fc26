"""What does not arrive is told in its place and comes at the next try; what a browser lacks stops nothing."""

import re

import pytest

from screens import LANGS, PHONE

TOLD = {"zh": "没能载入", "en": "did not load"}
ALERT = ".story-failed"
OPEN = ".story-tools .story-reading-open"
CITE = ".story-article .story-cite[href$='#train-build-days']"
LIGHTBOX = "dialog.story-lightbox[open]"
OLD = """
for (const [type, names] of [[Element, ['replaceChildren']], [Array, ['flat', 'flatMap', 'at']],
    [String, ['matchAll', 'replaceAll', 'at']]]) names.forEach(name => { delete type.prototype[name]; });
['fromEntries', 'hasOwn', 'groupBy'].forEach(name => { delete Object[name]; });
['ResizeObserver', 'structuredClone', 'Highlight'].forEach(name => { delete window[name]; });
['popover', 'inert'].forEach(name => { delete HTMLElement.prototype[name]; });
['showModal', 'close'].forEach(name => { delete HTMLDialogElement.prototype[name]; });
delete HTMLDialogElement.prototype.open;
delete CSSStyleSheet.prototype.replaceSync;
delete Document.prototype.adoptedStyleSheets;
delete Intl.Segmenter;
CSS.supports = () => false;
for (const type of [Element, Document, DocumentFragment])
    for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
        const own = type.prototype[name];
        if (own) type.prototype[name] = function (selector) {
            if (/:(is|where|has|focus-visible|popover-open)|:not\\([^)]*,/.test(selector))
                throw new SyntaxError(selector);
            return own.call(this, selector);
        };
    }
"""
"""Takes from a browser what Chromium 67 and Safari 12 lack."""


@pytest.fixture
def lossy(visit, address):
    """Opens a page to which files of that kind do not come; the function it also gives lets them come."""

    def go(path: str, pattern: str, answer=lambda route: route.abort(), **options):
        files = re.compile(pattern)
        tab = visit("about:blank", reduced_motion="reduce", **options)
        tab.route(files, answer)
        tab.goto(address + path)
        return tab, lambda: tab.unroute(files)

    return go


@pytest.mark.parametrize(
    ("lang", "button", "opened"),
    [
        ("zh", OPEN, ".story-reading"),
        ("en", ".story-again .story-reading-open", ".story-reading"),
        ("zh", ".story-tools__aloud", ".story-player"),
    ],
)
def test_a_tool_that_does_not_come_says_so_beside_its_button_and_comes_at_the_next_press(
    lossy, lang, button, opened
):
    tab, mend = lossy(LANGS[lang] + "train/", "/on-demand/")
    tab.click(button)
    alert = tab.locator(f":is(.story-bar, .story-foot):has({button}) > {ALERT}")
    alert.wait_for()
    assert TOLD[lang] in alert.inner_text() and alert.get_attribute("role") == "alert"
    tab.click(button)
    alert.wait_for()
    mend()
    tab.click(button)
    tab.wait_for_selector(f"{opened}:not([hidden])")
    assert tab.locator(ALERT).count() == 0 and tab.faults == []


def test_a_tool_that_is_long_in_coming_is_told_and_opens_once_however_often_it_was_asked_for(visit, address):
    """Two presses on the way opened it and closed it again."""
    tab, held = visit("about:blank", fresh=True), []
    tab.route(re.compile("/on-demand/"), lambda route: held.append(route))
    tab.goto(address + "train/")
    tab.clock.install()
    tab.click(OPEN)
    tab.click(OPEN)
    tab.clock.run_for(9000)
    tab.wait_for_selector(ALERT)
    for route in held:
        route.continue_()
    tab.wait_for_selector(".story-reading:not([hidden])")
    assert len(held) == 1 and tab.locator(ALERT).count() == 0


@pytest.mark.parametrize("body", ["<!doctype html><title>Sign in</title>", "(function () { const half ="])
def test_what_comes_in_place_of_a_tool_is_told_like_nothing(lossy, body):
    tab, mend = lossy(
        "train/", "/on-demand/", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )
    tab.click(OPEN)
    tab.wait_for_selector(ALERT)
    mend()
    tab.click(OPEN)
    tab.wait_for_selector(".story-reading:not([hidden])")


@pytest.mark.parametrize("files", ["/on-demand/search", "/assets/search/"])
def test_search_that_does_not_come_says_so_and_comes_when_one_types_on(lossy, address, files):
    tab, mend = lossy("en/train/", files)
    tab.click(".story-header__search")
    tab.keyboard.type("met")
    tab.get_by_role("dialog").get_by_text(TOLD["en"]).wait_for()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}en/search/?q=met")
    tab.locator(".story-results").get_by_text(TOLD["en"]).wait_for()
    mend()
    tab.press(".story-results [name=q]", "Enter")
    tab.wait_for_selector(".story-hit")
    assert tab.locator(".story-results").get_by_text(TOLD["en"]).count() == 0


def test_a_tap_on_words_whose_note_does_not_come_follows_their_link(lossy):
    tab, _ = lossy("train/", "/on-demand/", viewport=PHONE, has_touch=True, is_mobile=True)
    tab.tap(CITE)
    tab.wait_for_url("**/figures/#train-build-days")


def test_a_twin_that_does_not_come_is_told_in_the_settings_and_comes_at_the_next_try(lossy):
    tab, mend = lossy("train/?both", "/assets/both/")
    tab.locator(f".story-article > {ALERT}").wait_for()
    tab.click(OPEN)
    box = tab.locator(".story-reading [name=both]")
    box.click()
    tab.locator(f".story-reading {ALERT}").wait_for()
    assert not box.is_checked()
    mend()
    box.click()
    tab.locator(".story-twin").first.wait_for(state="attached")
    assert box.is_checked() and tab.locator(ALERT).count() == 0


def test_a_picture_whose_dialog_does_not_come_is_a_link_to_its_file(lossy):
    tab, _ = lossy("gallery/", "/on-demand/")
    tab.locator("#store .story-photo__link").click()
    tab.wait_for_url("**/assets/photos/store-*-2400.jpg")


def test_a_picture_that_does_not_come_in_front_says_so_and_is_fetched_by_a_press(lossy):
    tab, mend = lossy("gallery/#store", "/assets/photos/")
    shown = tab.locator(f"{LIGHTBOX} .story-lightbox__slide:not([inert])")
    again = shown.get_by_role("button")
    again.wait_for()
    assert TOLD["zh"] in again.inner_text()
    mend()
    again.click()
    tab.wait_for_function("e => e.complete && e.naturalWidth", arg=shown.locator("img").element_handle())
    assert again.count() == 0 and tab.locator(LIGHTBOX).count() == 1


def test_only_our_own_buttons_call_a_script_and_only_one_of_ours(visit):
    tab = visit("train/")
    tab.evaluate("""[['article', 'reading'], ['article', 'https://example.org/x.js'],
        ['tools', 'https://example.org/x.js'], ['tools', 'constructor']].forEach(([place, load]) => {
            const button = Object.assign(document.createElement('button'), { textContent: 'press' });
            button.dataset.load = load;
            document.querySelector('.story-' + place).prepend(button);
        })""")
    before = len(tab.asked)
    for button in tab.get_by_role("button", name="press").all():
        button.click()
    refused = "address => story.load(address).then(() => 'loaded', () => 'refused')"
    for address in ("https://example.org/x.js", "//example.org/x.js", "data:text/javascript,1", "../x.js"):
        assert tab.evaluate(refused, address) == "refused"
    assert [url for url in tab.asked[before:] if not url.endswith(".svg")] == [], "but for the icon"
    assert tab.faults == []


def test_a_fault_in_one_tool_stops_no_other(visit):
    broken = "Object.defineProperty(navigator, 'clipboard', { get() { throw new Error('broken'); } });"
    tab = visit("glossary/", broken)
    tab.fill(".story-filter [name=text]", "guazhi")
    tab.wait_for_selector(".story-word.story-off", state="attached")
    assert tab.faults == ["broken"]


@pytest.mark.parametrize("path", ["figures/", "glossary/"])
def test_an_address_with_a_broken_end_breaks_nothing(visit, path):
    tab = visit(f"{path}#%E0%A4%A")
    tab.evaluate("location.hash = '#%'")
    tab.evaluate("new Promise(done => setTimeout(done))")
    assert tab.faults == []


# ── Old browsers ─────────────────────────────────────────────────────────────


def test_an_old_browser_searches_and_sifts_and_is_offered_nothing_that_it_cannot_do(visit, address):
    """Search never answered, and the form above the lists was dead and stopped what came after it."""
    tab = visit("train/", OLD, reduced_motion="reduce")
    assert not tab.locator(".story-tools, .story-again").locator("visible=true").count()
    tab.hover(CITE)
    tab.click(".story-header__search")
    tab.wait_for_url(f"{address}search/")
    tab.fill(".story-results [name=q]", "S6")
    tab.wait_for_selector(".story-hit")
    tab.goto(f"{address}glossary/")
    tab.fill(".story-filter [name=text]", "guazhi")
    assert 0 < tab.locator(".story-word:not(.story-off)").count() < 5
    tab.get_by_role("radio").last.check()
    for path in ("", "en/train/?both", "gallery/#store", "timeline/", "figures/", "about/"):
        tab.goto(address + path)
    tab.goto(f"{address}gallery/")
    tab.locator("#store .story-photo__link").click()
    tab.wait_for_url("**/assets/photos/store-*-2400.jpg")
    assert tab.faults == []
