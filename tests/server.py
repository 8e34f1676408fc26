"""A plain static host on this machine, for the browser tests and for looks.py."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Folders by their slash, 404.html for what is missing."""

    headers_of_the_host: dict[str, str] = {}

    def end_headers(self):
        for name, value in self.headers_of_the_host.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments):
        pass

    def send_error(self, code, *arguments):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, *arguments)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


class _Server(ThreadingHTTPServer):
    """A browser that leaves before a picture has arrived is no fault."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(
    folder: Path, headers: dict[str, str] | None = None, handler: type[Handler] = Handler
) -> Iterator[str]:
    """Serve a built site, with `headers` on every answer; the address ends in a slash."""
    handler = type("_Handler", (handler,), {"headers_of_the_host": headers or {}})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
