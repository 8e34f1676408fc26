"""Tabs that are kept from test to test: to open one costs more than to load a page."""

from playwright.sync_api import Browser, Page

MADE_WITH = (
    *("java_script_enabled", "has_touch", "is_mobile", "device_scale_factor", "permissions", "bypass_csp"),
)
"""What a context must be made with. Everything else about a reader can be set on a tab that is open."""
USUAL = {"bypass_csp": True}
"""Playwright asks by `eval` for what is not true at once, and pages forbid it: test_policy.py holds them."""
READER = {
    "media": "screen",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
    "contrast": "no-preference",
}
REFUSED = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('refused', 'SecurityError'); },
});"""
"""A script for browsers that keep nothing."""
FORGET = (
    "(() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* refused, or none */ } })()"
)


def device(options: dict) -> tuple:
    """What of these keywords of `new_context` a context must be made with."""
    return tuple((name, repr(options[name])) for name in MADE_WITH if name in options)


def make(browser: Browser, options: dict) -> Page:
    """A tab that takes down what it complains about, asks for, visits and misses.

    `faults` holds exceptions, `complaints` those and what the console warns of, `asked` every request,
    `visited` those of whole pages, `missed` answers of 400 and more: texts and addresses, in order.
    """
    chosen = USUAL | {name: options[name] for name in MADE_WITH if name in options}
    tab = browser.new_context(**chosen).new_page()
    tab.on("pageerror", lambda error: (tab.faults.append(str(error)), tab.complaints.append(str(error))))
    tab.on(
        "console",
        lambda message: tab.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    tab.on("request", lambda request: _asked(tab, request))
    tab.on("response", lambda response: tab.missed.append(response.url) if response.status >= 400 else None)
    _clear(tab)
    return tab


def wipe(tab: Page, options: dict, viewport: dict) -> None:
    """Make a kept tab that of a new reader: nothing stored, nothing open, nothing taken down."""
    if tab.url != "about:blank":
        tab.evaluate(FORGET)
        tab.goto("about:blank")
    tab.emulate_media(**READER | {name: options[name] for name in READER if name in options})
    tab.set_viewport_size(options.get("viewport", viewport))
    _clear(tab)


def _clear(tab: Page) -> None:
    tab.faults, tab.complaints, tab.asked, tab.visited, tab.missed = [], [], [], [], []


def _asked(tab: Page, request) -> None:
    tab.asked.append(request.url)
    if request.is_navigation_request():
        tab.visited.append(request.url)
