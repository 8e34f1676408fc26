"""Firefox, WebKitGTK and old Chromiums, each driven in its own tongue, behind one face.

Firefox is spoken to by WebDriver BiDi and Chromium by its own protocol, both over a WebSocket on which calls
are numbered, WebKitGTK by WebDriver over HTTP. Playwright has browsers of its own make in place of these.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import brotli
from websockets.sync.client import connect

import npm
from hosts import free_port

LIMIT = 30
"""Seconds that a browser may take for a start or an answer: a bound for what hangs, not a measure."""
KEYS = {"Enter": ("\ue007", 13, "\r"), "Escape": ("\ue00c", 27, ""), "Tab": ("\ue004", 9, "")}
"""By its name: a key's letter in WebDriver, its number in Chromium, and what it writes."""
_FIREFOX = {
    "remote.active-protocols": 1,
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "ui.prefersReducedMotion": 1,
}
_PAGE = re.sub(r"^//.*", "", Path(__file__).with_name("page.js").read_text(encoding="utf-8")).strip()
_NARROW = "* { padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; font-size: 1px; }"
"""For GTK: else the tool bar of WebKit's small browser keeps its window wider than a phone."""


class Missing(Exception):
    """Why a browser cannot be had, in two languages."""

    def __init__(self, zh: str, en: str):
        super().__init__(zh, en)
        self.zh, self.en = zh, en


class Channel:
    """A WebSocket on which calls are numbered."""

    def __init__(self, address: str):
        self._socket, self._last = connect(address, max_size=None, proxy=None, ping_interval=None), 0

    def call(self, method: str, **parameters):
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv(timeout=LIMIT))).get("id") != self._last:
            pass  # an event, which nobody here waits for
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer.get('message') or answer['error']}")
        return answer["result"]


class Tab:
    """A page in a browser. An engine says how to `_go`, `_run`, `_resize`, `_point` and `_press`."""

    version = ""

    def go(self, address: str) -> None:
        self.ask("leave")  # so that the page before is not taken for the one that is awaited
        self._go(address)
        self.until("ready")

    def ask(self, question: str, *about):
        """What a function of page.js answers."""
        return json.loads(self._run(f"JSON.stringify({_PAGE}.{question}(...{json.dumps(about)}))") or "null")

    def until(self, question: str, *about) -> None:
        """Wait until its answer is yes; a page on its way out may refuse to answer. Raises AssertionError if
        it never is."""
        end = time.monotonic() + LIMIT / 2
        while time.monotonic() < end:
            with suppress(RuntimeError):
                if self.ask(question, *about):
                    return
            time.sleep(0.05)
        raise AssertionError(f"没有等到 / it never came: {question} {' '.join(map(str, about))[:90]}")

    def resize(self, width: int, height: int) -> None:
        self._resize(width, height)
        self.until("screen", width, height)

    def click(self, selector: str, number: int = 0) -> None:
        """Press the mouse on an element. Raises AssertionError if something else lies over it."""
        x, y, over = self._place(selector, number)
        assert not over, f"{selector} 上面压着 / under: {over}"
        self._point(x, y, True)

    def hover(self, selector: str) -> None:
        x, y, _ = self._place(selector, 0)
        self._point(x, y, False)

    def press(self, key: str) -> None:
        self._press(*KEYS[key])

    def _place(self, selector: str, number: int) -> list:
        place = self.ask("place", selector, number)
        assert place, f"看不见 / not to be seen: {selector}"
        return place

    _go: Callable[[str], None]
    _run: Callable[[str], str | None]
    _resize: Callable[[int, int], None]
    _point: Callable[[int, int, bool], None]
    _press: Callable[[str, int, str], None]


class Chromium(Tab):
    """By the protocol of its developer tools, straight to the page, which the oldest understand too."""

    def __init__(self, program: Path, stack: ExitStack):
        profile = _folder(stack)
        said = _start(
            stack,
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]
            # Nothing moves: what is on its way in takes no press.
            + ["--force-prefers-reduced-motion", f"--user-data-dir={profile}"]
            + ["--remote-debugging-port=0", "about:blank"],
        )
        port = _told(said, r"listening on ws://127\.0\.0\.1:(\d+)/")[1]
        pages = _fetched(f"http://127.0.0.1:{port}/json/list")
        self._page = Channel(next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"))
        self.version = _fetched(f"http://127.0.0.1:{port}/json/version")["Browser"].replace("Headless", "")

    def _go(self, address):
        self._page.call("Page.navigate", url=address)

    def _run(self, expression):
        answer = self._page.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["result"].get("description"))
        return answer["result"].get("value")

    def _resize(self, width, height):
        screen = {"deviceScaleFactor": 1, "mobile": False}
        self._page.call("Emulation.setDeviceMetricsOverride", width=width, height=height, **screen)

    def _point(self, x, y, pressed):
        for kind in ["mouseMoved"] + ["mousePressed", "mouseReleased"] * pressed:
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self._page.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    def _press(self, letter, number, written):
        name = next(name for name, key in KEYS.items() if key[1] == number)
        key = {"key": name, "code": name, "windowsVirtualKeyCode": number} | (
            {"text": written} if written else {}
        )
        for kind in ("keyDown" if written else "rawKeyDown", "keyUp"):
            self._page.call("Input.dispatchKeyEvent", type=kind, **key)


class Firefox(Tab):
    """By WebDriver BiDi, which it speaks itself."""

    def __init__(self, program: Path, stack: ExitStack):
        profile = _folder(stack)
        settings = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _FIREFOX.items()
        )
        (profile / "user.js").write_text("".join(settings), encoding="utf-8")
        said = _start(
            stack,
            [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
            HOME=profile,
        )
        self._browser = Channel(_told(said, r"BiDi listening on (ws://[\d.:]+)")[1] + "/session")
        answer = self._browser.call("session.new", capabilities={})["capabilities"]
        self.version = f"Firefox/{answer['browserVersion']}"
        # Not the page that opens first: it is told that it has no focus.
        self._context = self._browser.call("browsingContext.create", type="tab")["context"]

    def _go(self, address):
        self._browser.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def _run(self, expression):
        answer = self._browser.call(
            "script.evaluate", expression=expression, target={"context": self._context}, awaitPromise=False
        )
        if answer["type"] != "success":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def _resize(self, width, height):
        screen = {"width": width, "height": height}
        self._browser.call("browsingContext.setViewport", context=self._context, viewport=screen)

    def _point(self, x, y, pressed):
        self._browser.call("input.performActions", context=self._context, actions=_pointer(x, y, pressed))

    def _press(self, letter, number, written):
        self._browser.call("input.performActions", context=self._context, actions=_keyboard(letter))


class WebKit(Tab):
    """WebKitGTK, the nearest to Safari that runs on Linux, by WebDriver on a screen of its own."""

    def __init__(self, program: Path, stack: ExitStack):
        home, (read, write) = _folder(stack), os.pipe()
        (home / "gtk-3.0").mkdir()
        (home / "gtk-3.0/gtk.css").write_text(_NARROW)
        (home / "gtk-3.0/settings.ini").write_text("[Settings]\ngtk-enable-animations=0\n")
        _start(stack, ["Xvfb", "-displayfd", str(write), "-screen", "0", "2000x2000x24"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as numbers:
            display = {"DISPLAY": f":{numbers.readline().strip()}", "GDK_BACKEND": "x11", "HOME": home}
        display |= {"XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home, "LIBGL_ALWAYS_SOFTWARE": "1"}
        _start(stack, ["openbox"], **display)
        port = free_port()
        _start(stack, [program, f"--port={port}"], **display)
        self._address = f"http://127.0.0.1:{port}"
        _patient(lambda: _fetched(f"{self._address}/status"))
        session = self._post("/session", capabilities={"alwaysMatch": {}})
        self._address += f"/session/{session['sessionId']}"
        stack.callback(self._close)
        self.version = f"WebKitGTK/{session['capabilities']['browserVersion']}"

    def _close(self):
        with suppress(OSError, RuntimeError):  # it is gone already
            _fetched(self._address, method="DELETE")

    def _post(self, path, **body):
        return _fetched(self._address + path, body)["value"]

    def _go(self, address):
        self._post("/url", url=address)

    def _run(self, expression):
        return self._post("/execute/sync", script=f"return {expression}", args=[])

    def _resize(self, width, height):
        """The window is set until what it shows is as large as asked: its frame has a size of its own."""
        asked = (width, height)
        for _ in range(40):
            self._post("/window/rect", width=width, height=height)
            inner = self._run("JSON.stringify([innerWidth, innerHeight])")
            over = [is_ - wanted for is_, wanted in zip(json.loads(inner), asked)]
            if over == [0, 0]:
                return
            width, height = max(asked[0], width - over[0]), max(asked[1], height - over[1])
            time.sleep(0.05)

    def _point(self, x, y, pressed):
        self._post("/actions", actions=_pointer(x, y, pressed))

    def _press(self, letter, number, written):
        self._post("/actions", actions=_keyboard(letter))


def _pointer(x: int, y: int, pressed: bool) -> list[dict]:
    click = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}] * pressed
    return [{"type": "pointer", "id": "mouse", "actions": [{"type": "pointerMove", "x": x, "y": y}, *click]}]


def _keyboard(letter: str) -> list[dict]:
    return [
        {
            "type": "key",
            "id": "keys",
            "actions": [{"type": kind, "value": letter} for kind in ("keyDown", "keyUp")],
        }
    ]


def _start(stack: ExitStack, command: list, pass_fds: tuple = (), **environment) -> Path:
    """Start a program, which ends with the stack, and return the file of what it says."""
    said = _folder(stack) / "said.txt"
    with said.open("w") as out:
        process = subprocess.Popen(
            list(map(str, command)),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            pass_fds=pass_fds,
            env=os.environ | {name: str(value) for name, value in environment.items()},
        )
    stack.callback(_end, process)
    return said


def _end(process: subprocess.Popen) -> None:
    """With all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _told(said: Path, pattern: str) -> re.Match:
    return _patient(lambda: re.search(pattern, said.read_text(errors="replace")))


def _patient(look: Callable):
    """What `look` gives as soon as it gives something. Raises TimeoutError."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        with suppress(OSError):  # not listening yet
            if found := look():
                return found
        time.sleep(0.05)
    raise TimeoutError(f"{LIMIT} s")


def _fetched(address: str, body: dict | None = None, method: str | None = None):
    """JSON from a program on this machine, past any proxy. Raises RuntimeError with what it objects to."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=LIMIT) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise RuntimeError(error.read().decode(errors="replace")) from None


def _folder(stack: ExitStack) -> Path:
    return Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))


# ── Where they are ───────────────────────────────────────────────────────────


def _firefox() -> Path:
    places = (os.environ.get("FIREFOX"), *map(shutil.which, ("firefox", "firefox-esr")))
    macs = "/Applications/Firefox.app/Contents/MacOS/firefox"
    found = next((place for place in (*places, macs) if place and Path(place).exists()), None)
    if not found:
        raise Missing("请装 Firefox（Debian：firefox-esr）", "install Firefox (Debian: firefox-esr)")
    return Path(found)


def _webkit() -> Path:
    programs = {name: shutil.which(name) for name in ("WebKitWebDriver", "Xvfb", "openbox")}
    if None in programs.values():
        packages = "webkit2gtk-driver xvfb openbox"
        raise Missing(f"请装 {packages}（Debian、Ubuntu）", f"install {packages} (Debian, Ubuntu)")
    return Path(programs["WebKitWebDriver"] or "")


def _chromium(version: int) -> Path:
    """An old Chromium, unpacked once from its package."""
    program = npm.HOME / f"chromium-{version}"
    folder = npm.find(npm.OLD[version])
    if not folder:
        raise Missing("请装 Node.js（连同 npm），并连上网", "install Node.js with npm, and have a network")
    if not program.exists():
        unfinished = program.with_suffix(".part")
        unfinished.write_bytes(brotli.decompress((folder / "bin/chromium.br").read_bytes()))
        unfinished.chmod(0o755)
        unfinished.rename(program)
    return program


ENGINES: dict[str, tuple[type, Callable[[], Path], bool]] = {
    "Firefox": (Firefox, _firefox, True),
    "WebKitGTK": (WebKit, _webkit, True),
} | {
    f"Chromium {version}": (Chromium, lambda version=version: _chromium(version), False)
    for version in npm.OLD
}
"""By name: how it is driven, where it is found, and whether every tool must work there (README, support)."""


@contextmanager
def running(name: str) -> Iterator[Tab]:
    """A page in that browser. Raises Missing if it cannot be had."""
    kind, find, _ = ENGINES[name]
    program = find()
    with ExitStack() as stack:
        yield kind(program, stack)
