"""A phone that visits a site for the first time, and a host that counts what it sends."""

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SCREENS = {"1.75": (412, 823), "3": (390, 844)}
"""Width and height in CSS pixels, by device pixels to each."""
_FONTS, _PICTURES = {".woff2", ".woff"}, {".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif"}
_AS_IT_IS = _FONTS | _PICTURES
_EVERY_PICTURE = """async () => {
    const shown = () => [...document.images].filter(image => image.checkVisibility());
    const frame = () => new Promise(requestAnimationFrame);
    for (const image of shown()) { image.scrollIntoView(); await frame(); await frame(); }
    scrollTo(0, document.documentElement.scrollHeight);
    await Promise.all(shown().map(image => image.decode().catch(() => {})));
}"""


@dataclass(frozen=True)
class Sent:
    """An answer of the host: its file, bytes of the body, and whether it was fetched ahead of any wish."""

    name: str
    size: int
    ahead: bool = False

    @property
    def kind(self) -> str:
        ending = Path(self.name).suffix.lower()
        return "font" if ending in _FONTS else "picture" if ending in _PICTURES else "text"


@dataclass(frozen=True)
class Visit:
    """What one page cost: until nothing more came, then to its end; and requests that went elsewhere."""

    view: list[Sent]
    end: list[Sent]
    elsewhere: int


def weight(sent: list[Sent], *kinds: str) -> int:
    """Bytes of the answers of these kinds, or of all; what was fetched ahead belongs to another page."""
    return sum(each.size for each in sent if not each.ahead and (not kinds or each.kind in kinds))


@cache
def packed(content: bytes, ending: str) -> bytes:
    """As a host sends it: text by gzip at its default of 6, pictures and fonts as they are."""
    return content if ending in _AS_IT_IS else gzip.compress(content, 6, mtime=0)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: list[Sent]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        ending, purpose = file.suffix.lower(), self.headers.get("Sec-Purpose", "")
        body = packed(file.read_bytes(), ending)
        self.sent.append(Sent(file.name, len(body), "prefetch" in purpose))
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        # Ten minutes, as GitHub Pages says.
        self.send_header("Cache-Control", "max-age=600")
        if ending not in _AS_IT_IS:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """A browser that leaves before a picture has arrived is no fault."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def hosted(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """The address of a built site, ending in a slash, and the growing list of what is sent from there."""
    sent: list[Sent] = []
    handler = type("_Counting", (_Host,), {"sent": sent})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()


@contextmanager
def phone(browser: Any, dots: str) -> Iterator[Any]:
    """A tab of a phone with so many device pixels to a point, with nothing in its cache."""
    width, height = SCREENS[dots]
    size = {"width": width, "height": height}
    context = browser.new_context(
        viewport=size,
        device_scale_factor=float(dots),
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(browser: Any, site: Path, path: str, dots: str) -> Visit:
    """A first visit of one page."""
    with hosted(site) as (address, sent), phone(browser, dots) as tab:
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address + path, wait_until="networkidle")
        view, elsewhere = [*sent], sum(not url.startswith((address, "data:", "blob:")) for url in asked)
        tab.evaluate(_EVERY_PICTURE)
        tab.wait_for_timeout(500)  # for what a script fetches once it has seen the end
        return Visit(view, [*sent], elsewhere)


def next_page(browser: Any, site: Path, first: str, second: str) -> int:
    """Bytes without pictures that the second page costs who has the first: fetched ahead from there, or
    now."""
    with hosted(site) as (address, sent), phone(browser, "1.75") as tab:
        tab.goto(address + first, wait_until="networkidle")
        tab.wait_for_timeout(2000)  # what is fetched ahead waits until nothing else is to be done
        ahead = [replace(each, ahead=False) for each in sent if each.ahead]
        before = len(sent)
        tab.goto(address + second, wait_until="networkidle")
        return weight(ahead + sent[before:], "text", "font")
