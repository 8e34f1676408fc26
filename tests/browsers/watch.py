"""A host that hears what goes wrong in a page, whatever the browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import server

BARE = "?bare"
"""At the end of an address: the page as readers have it whose browser runs no scripts."""
_TOLD = "/story-fault?"
_WATCH = f"<script>{Path(__file__).with_name('watch.js').read_text(encoding='utf-8')}</script>"
"""Tells errors that nobody caught, what the policy stops and what does not arrive. It is put before all else
in each page, where no policy holds yet."""


@contextmanager
def watching(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a built site; the address, and the list into which faults are put as they happen."""
    faults: list[str] = []

    class Handler(server.Handler):
        def do_GET(self):
            page = Path(self.translate_path(self.path))
            page = page / "index.html" if self.path.split("?")[0].endswith("/") else page
            if self.path.startswith(_TOLD):
                faults.append(unquote(self.path.removeprefix(_TOLD)))
                self._send(b"", 204)
            elif page.suffix == ".html" and page.is_file():
                self._send(page.read_text(encoding="utf-8").replace("<head>", f"<head>{_WATCH}", 1).encode())
            else:
                super().do_GET()

        def _send(self, page: bytes, status: int = 200):
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if BARE in self.path:
                self.send_header("Content-Security-Policy", "script-src 'none'")
            self.end_headers()
            self.wfile.write(page)

    with server.serving(folder, handler=Handler) as address:
        yield address, faults
