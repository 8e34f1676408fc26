"""Find a Chromium-family browser, or install one.

    python tests/chromium.py    find or install; exit 1 with a sentence if neither works

Order: $CHROMIUM; Chrome, Chromium or Edge on this machine; Playwright's own;
`playwright install --with-deps chromium`; Debian's package.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# No network of the browser's own: the tests count every request.
FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "没有找到 Chromium，也没能装上。请安装 Chrome、Chromium 或 Edge，再运行 make test；"
    "已经装了就用环境变量 CHROMIUM 写明它的位置。\n"
    "No Chromium was found and none could be installed. Install Chrome, Chromium or Edge "
    "and run make test again; if one is installed, name it in the environment variable CHROMIUM."
)


def find() -> str | None:
    """Path of a browser, or None."""
    return _first(os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *PLACES, _playwrights_own())


def _first(*paths: str | None) -> str | None:
    return next((path for path in paths if path and Path(path).exists()), None)


@contextmanager
def running() -> "Iterator[Browser]":
    """A browser at work. A missing one is a fault, never a reason to skip."""
    from playwright.sync_api import sync_playwright

    path = find()
    assert path, MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def another(browser: "Browser", without: str) -> "Browser":
    """One more of the same, without a flag that Playwright would give it."""
    paths = os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *PLACES
    return browser.browser_type.launch(
        executable_path=_first(*paths), args=list(FLAGS), ignore_default_args=[without]
    )


def ensure() -> str | None:
    """Path of a browser, installed if need be; None if that fails."""
    return (
        find()
        or _run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"])
        or _debians()
    )


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _debians() -> str | None:
    if not shutil.which("apt-get"):
        return None
    root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*root, "apt-get", "update", "-qq"], stdin=subprocess.DEVNULL)
    return _run([*root, "apt-get", "install", "-y", "-qq", "chromium"])


def _run(command: list[str], limit: int = 900) -> str | None:
    """Run an installer, whatever it says, and look again. `limit` is in seconds."""
    print("+", *command, flush=True)
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, timeout=limit)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
    return find()


if __name__ == "__main__":
    browser = ensure()
    sys.exit(None if browser else MISSING)
