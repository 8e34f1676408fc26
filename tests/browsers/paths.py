"""What a reader does on this site, step by step, as `make browsers` does it in every browser.

Each path takes a tab, the site's address, a language's part of it, and whether every tool must work in this
browser. In the others a tool that cannot work is not shown, and what is shown works. A path raises
AssertionError, or whatever the browser does, where a reader would be stuck.
"""

from collections.abc import Callable

from browsers.engines import Tab
from browsers.watch import BARE
from screens import LANGS, MENU, MISSING, NAV, PAGES

SEARCH, HIT = ".story-header__search", ".story-hit"
FIELD = "dialog.story-search [name=q], .story-results [name=q]"
CITE, NOTE, SIFT = ".story-article > p .story-cite", ".story-popover", ".story-filter [name=text]"
SETTINGS, LARGER = ".story-reading-open", ".story-reading__row--size button:nth-of-type(3)"
ROWS = ".story-listed tr, .story-listed li, .story-word"
PHONE, DESK = (390, 844), (1280, 900)
WORDS = {"": "列车", "en/": "metro"}


def reading(tab: Tab, address: str, lang: str, full: bool) -> None:
    """Every page can be read, on a phone and on a desk."""
    found: dict[str, list[str]] = {}
    for width, height in (PHONE, DESK):
        tab.resize(width, height)
        for path in [*(lang + page for page in PAGES.values()), f"{lang}search/", *MISSING[:1]]:
            tab.go(address + path)
            for wrong in tab.ask("wrong"):
                found.setdefault(f"{width} px: {wrong}", []).append(path or "/")
    told = [f"{wrong}（{len(pages)}：{' '.join(pages[:3])}）" for wrong, pages in found.items()]
    assert not told, "\n".join(told)


def menu(tab: Tab, address: str, lang: str, full: bool) -> None:
    """The menu leads to another page, and is out of the way until its button, or its link, is pressed."""
    last = f"{NAV} li:last-child a"
    for screen in (PHONE, DESK):
        tab.resize(*screen)
        tab.go(address + lang + PAGES["train"])
        opener = next((each for each in (MENU, "[href='#menu']") if tab.ask("seen", each)), None)
        assert opener or screen == DESK, "没有菜单的按钮 / no button for the menu"
        if opener:
            assert not tab.ask("seen", last), "菜单没有收起 / the menu is not out of the way"
            tab.click(opener)
        tab.until("seen", last)
        tab.click(last)
        tab.until("at", f"/{lang}{PAGES['about']}")


def links(tab: Tab, address: str, lang: str, full: bool) -> None:
    """To the next page, to the other language, and past the header by keyboard."""
    tab.resize(*PHONE)
    tab.go(address + lang + PAGES["train"])
    tab.click(".story-platform__next")
    tab.until("at", f"/{lang}{PAGES['store']}")
    tab.click(".story-switch a:not([aria-current])")
    other = next(prefix for prefix in LANGS.values() if prefix != lang)
    tab.until("at", f"/{other}{PAGES['store']}")
    tab.press("Tab")
    assert tab.ask("focused", ".md-skip"), "第一站不是“跳到正文” / the first stop is not the skip link"
    tab.press("Enter")
    tab.until("addressed")


def search(tab: Tab, address: str, lang: str, full: bool) -> None:
    """A word is found from any page, and on the page of results; what cannot search does not offer to."""
    tab.resize(*PHONE)
    tab.go(address + lang + PAGES["store"])
    offered = tab.ask("seen", SEARCH)
    assert offered or not full, "没有搜索的按钮 / no button for search"
    if offered:
        tab.click(SEARCH)
        tab.until("seen", FIELD)
        tab.ask("type", FIELD, WORDS[lang])
        tab.until("seen", HIT)
        tab.click(HIT)
        tab.until("unseen", FIELD)
    tab.go(f"{address}{lang}search/?q=S6")
    if full or tab.ask("seen", ".story-results"):
        tab.until("seen", HIT)
    assert tab.ask("seen", ".story-article p a"), "连词语和数字也没有指出 / not even the lists are named"


def citation(tab: Tab, address: str, lang: str, full: bool) -> None:
    """A citation shows its entry in place, and leads to it."""
    tab.resize(*DESK)
    tab.go(address + lang + PAGES["train"])
    tab.hover(CITE)
    if full:
        tab.until("seen", NOTE)
    entry = tab.ask("hash", CITE)
    tab.click(CITE)
    tab.until("at", f"/{lang}{PAGES['figures']}")
    tab.until("inView", entry)


def lightbox(tab: Tab, address: str, lang: str, full: bool) -> None:
    """A picture opens large, and Escape closes it; where it cannot, the link leads to its file."""
    tab.resize(*PHONE)
    tab.go(address + lang + PAGES["gallery"])
    tab.click(".story-photo__link")
    tab.until("large")
    opened = tab.ask("seen", "dialog")
    assert opened or not full, "没有在本页打开 / it did not open on the page"
    if opened:
        tab.press("Escape")
        tab.until("unseen", "dialog")
        tab.until("unaddressed")  # by a step back, which takes its time


def settings(tab: Tab, address: str, lang: str, full: bool) -> None:
    """Larger letters, now and on the next page."""
    tab.resize(*PHONE)
    tab.go(address + lang + PAGES["train"])
    before, offered = tab.ask("letters"), tab.ask("seen", SETTINGS)
    assert offered or not full, "没有阅读设置 / no reading settings"
    if offered:
        tab.click(SETTINGS)
        tab.until("seen", LARGER)
        tab.click(LARGER)
        tab.until("larger", before)
        tab.go(address + lang + PAGES["store"])
        assert tab.ask("larger", before), "下一页没有记住 / the next page has forgotten it"
        tab.ask("forget")


def filters(tab: Tab, address: str, lang: str, full: bool) -> None:
    """Figures and terms are sifted as one types, where that is offered."""
    tab.resize(*DESK)
    for page in ("figures", "glossary"):
        tab.go(address + lang + PAGES[page])
        before, offered = tab.ask("count", ROWS), tab.ask("seen", SIFT)
        assert before > 20 and (offered or not full), f"{page}：{before}"
        if offered:
            tab.ask("type", SIFT, "zzqq")
            tab.until("fewer", ROWS, before)


def controls(tab: Tab, address: str, lang: str, full: bool) -> None:
    """Whatever looks as if it could be pressed does something."""
    _pressed(tab, address + lang, "?")


def bare(tab: Tab, address: str, lang: str, full: bool) -> None:
    """Without scripts nothing is promised that needs one, and the menu works."""
    tab.resize(*PHONE)
    tab.go(f"{address}{lang}search/{BARE}")
    assert not tab.ask("seen", f"{SEARCH}, .story-results"), (
        "没有脚本也说能搜索 / search is offered without a script"
    )
    assert tab.ask("seen", ".story-article p a"), "连词语和数字也没有指出 / not even the lists are named"
    _pressed(tab, address + lang, BARE)


def _pressed(tab: Tab, address: str, query: str) -> None:
    tab.resize(*PHONE)
    dead = []
    for path in ("", *(PAGES[name] for name in ("train", "gallery", "glossary", "about")), "search/"):
        tab.go(address + path + query)
        for number in range(tab.ask("howMany")):
            tab.go(f"{address}{path}{query}{number}")
            control = tab.ask("press", number)
            try:
                tab.until("changed")
            except AssertionError:
                dead.append(f"{path}: {control}")
    assert not dead, "按了没有反应 / nothing happens:\n" + "\n".join(dead)


PATHS: dict[str, Callable[[Tab, str, str, bool], None]] = {
    "读 reading": reading,
    "菜单 menu": menu,
    "链接 links": links,
    "搜索 search": search,
    "引用 citation": citation,
    "大图 lightbox": lightbox,
    "设置 settings": settings,
    "筛选 filters": filters,
    "按钮 controls": controls,
    "没有脚本 bare": bare,
}
