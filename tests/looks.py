"""Photograph every page as readers get it, to be looked at with one's own eyes.

    python tests/looks.py [--pages train,gallery] [--looks print,390.dark] [--out FOLDER]

Pictures go into .cache/looks/ (not in git) and are named page, language, width and what the reader has set:
train.zh.390.dark.png. Phones are touched and have no pointer; 390.light and 390.dark are as sharp as theirs.
"both" is a chapter read in both languages side by side. What opens over a page is alike on all: unless pages
are named, three show it. Open index.html there to see them all.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import chromium
import server
import small
from screens import DESK, DOUBLE_TYPE, LANGS, MENU, MISSING, PAGES, PHONE, PICTURES_LOADED, TABLET

OUT = small.ROOT / ".cache" / "looks"
A4_WITHOUT_MARGINS = {"width": 718, "height": 1047}
NARROW = {"width": 320, "height": 640}
WIDE, WIDEST = {"width": 1920, "height": 1080}, {"width": 2560, "height": 1440}
TOUCH = {"has_touch": True, "is_mobile": True}
"""A screen for fingers, on which nothing hovers."""
SHARP = TOUCH | {"device_scale_factor": 2}
SET = "document.documentElement.dataset.{} = '{}'"
"""What the reading settings do to a page."""
TOOLS = {
    "reading-open": ".story-tools .story-reading-open",
    "aloud-open": ".story-tools__aloud",
    "search-open": ".story-header__search",
}
SITE = {
    **PAGES,
    "dataset": "dataset/",
    "search": "search/?q=S6",
    "lightbox": "gallery/#store",
    "both": "train/?both",
    "404": MISSING[0].removeprefix(LANGS["zh"]),
}
NAMES = [*SITE, small.KITCHEN_SINK]


@dataclass(frozen=True)
class Look:
    """A screen and what its reader has set: `reader` for the browser, `script` and `click` on the page.
    `pages` are those that are enough to look at."""

    name: str
    screen: dict
    reader: dict = field(default_factory=dict)
    script: str = ""
    click: str = ""
    pages: tuple[str, ...] = tuple(NAMES)


LOOKS = [
    *(
        Look(f"{screen['width']}.{scheme}", screen, {"color_scheme": scheme} | more)
        for screen, more in ((PHONE, SHARP), (TABLET, TOUCH), (DESK, {}))
        for scheme in ("light", "dark")
    ),
    Look("320.light", NARROW, TOUCH),
    Look("1920.light", WIDE),
    Look("2560.dark", WIDEST, {"color_scheme": "dark"}),
    Look("390.menu-open", PHONE, TOUCH, click=MENU),
    *(
        Look(f"{screen['width']}.{name}", screen, more, click=button, pages=("home", "train", "gallery"))
        for screen, more in ((PHONE, TOUCH), (DESK, {}))
        for name, button in TOOLS.items()
    ),
    *(
        Look(f"{screen['width']}.largest-type", screen, more, script=SET.format("size", 200))
        for screen, more in ((PHONE, TOUCH), (DESK, {}))
    ),
    Look("390.double-type", PHONE, TOUCH, script=DOUBLE_TYPE),
    Look("1440.dark-chosen", DESK, script=SET.format("scheme", "dark")),
    Look("1440.forced-colours", DESK, {"forced_colors": "active", "color_scheme": "dark"}),
    Look("1440.more-contrast", DESK, {"contrast": "more"}),
    Look("390.no-script", PHONE, TOUCH | {"java_script_enabled": False}),
    Look("print", A4_WITHOUT_MARGINS),
]
LOOK_NAMES = [look.name for look in LOOKS]
STYLE = """body { font: 14px sans-serif } p { display: flex; overflow: auto; gap: 8px }
a { flex: none; width: 180px }
img { width: 180px; height: 240px; object-fit: cover; object-position: top; border: 1px solid }"""


def main() -> None:
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        ExitStack() as stack,
        ProcessPoolExecutor(os.cpu_count()) as pool,
    ):
        sites = {
            build: stack.enter_context(server.serving(build(Path(folder, build.__name__))))
            for build in {_builder(name) for name in arguments.pages}
        }
        jobs = [
            pool.submit(photograph, look, lang, _addresses(names, prefix, sites), arguments.out)
            for look in LOOKS
            if look.name in arguments.looks
            for names in [look.pages if arguments.pages == NAMES else arguments.pages]
            for lang, prefix in LANGS.items()
        ]
        for job in jobs:
            print(job.result(), flush=True)
    (arguments.out / "index.html").write_text(sheet(arguments.out), encoding="utf-8")
    print(f"请打开 / Open {arguments.out / 'index.html'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--pages", default=NAMES, type=lambda text: text.split(","), metavar="A,B", help=", ".join(NAMES)
    )
    parser.add_argument(
        "--looks",
        default=LOOK_NAMES,
        type=lambda text: text.split(","),
        metavar="A,B",
        help=", ".join(LOOK_NAMES),
    )
    parser.add_argument("--out", default=OUT, type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    for asked, known, zh, en in (
        (arguments.pages, NAMES, "页面", "pages"),
        (arguments.looks, LOOK_NAMES, "样子", "looks"),
    ):
        if unknown := set(asked) - set(known):
            parser.error(
                f"没有这些{zh} / no such {en}: {', '.join(sorted(unknown))}。"
                f"可用的 / there are: {', '.join(known)}"
            )
    return arguments


def _builder(name: str) -> Callable[[Path], Path]:
    """What builds the site that a page stands on."""
    return small.build_kitchen_sink if name == small.KITCHEN_SINK else build_site


def _addresses(names: Sequence[str], prefix: str, sites: dict) -> dict[str, str]:
    """The address of each page in the language of this prefix; `sites` by what built them."""
    return {name: f"{sites[_builder(name)]}{prefix}{SITE.get(name, f'{name}/')}" for name in names}


def build_site(folder: Path) -> Path:
    result = small.build(small.ROOT, "--site-dir", str(folder))
    if result.returncode:
        sys.exit(result.stdout)
    return folder


def photograph(look: Look, lang: str, addresses: dict[str, str], out: Path) -> str:
    """Take one look at each address, with a browser of its own; the names of the pictures taken."""
    with chromium.running() as browser:
        context = browser.new_context(viewport=look.screen, **look.reader)
        for name, address in addresses.items():
            # A tab of its own: what is read side by side on one page would be so on the next.
            tab = context.new_page()
            tab.goto(address, wait_until="networkidle" if "?" in address else "load")
            _shoot(tab, look, out / f"{name}.{lang}.{look.name}")
            tab.close()
    return f"{lang}.{look.name}: {', '.join(addresses)}"


def _shoot(tab, look: Look, path: Path) -> None:
    tab.evaluate(PICTURES_LOADED)
    if look.script:
        tab.evaluate(look.script)
    if look.click and tab.locator(look.click).first.is_visible() and not tab.locator("dialog[open]").count():
        tab.locator(look.click).first.click()
        tab.wait_for_load_state("networkidle")
    if look.name == "print":
        tab.emulate_media(media="print")
        tab.pdf(path=f"{path}.pdf", format="A4", prefer_css_page_size=True)
    tab.screenshot(path=f"{path}.png", full_page=True, animations="disabled")


def sheet(folder: Path) -> str:
    """A page with every picture in the folder that has a name of ours."""
    parts = [
        f"<h2>{name}</h2>" + "".join(f"<p>{_row(folder, name, lang)}</p>" for lang in LANGS)
        for name in NAMES
        if any(folder.glob(f"{name}.*.png"))
    ]
    return f'<!doctype html><meta charset="utf-8"><title>looks</title><style>{STYLE}</style>{"".join(parts)}'


def _row(folder: Path, name: str, lang: str) -> str:
    shots = [f"{name}.{lang}.{look.name}" for look in LOOKS]
    return "".join(
        f'<a href="{shot}.png"><img loading="lazy" src="{shot}.png" alt=""><br>{shot}</a>'
        for shot in shots
        if (folder / f"{shot}.png").exists()
    )


if __name__ == "__main__":
    main()
