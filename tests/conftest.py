"""Fixtures: a small site, the real site built once, that site served, and a real browser."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import chromium
import pytest
import small

ROOT = small.ROOT


@pytest.fixture
def site(tmp_path) -> Path:
    """The small site, ready to be changed and built."""
    return small.make(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The real site, built strictly once."""
    folder = tmp_path_factory.mktemp("built")
    result = small.build(ROOT, "--site-dir", str(folder))
    assert result.returncode == 0, result.stdout
    return folder


class _Handler(SimpleHTTPRequestHandler):
    """Like a plain static host: folders by their slash, 404.html for what is missing."""

    def log_message(self, *arguments):
        pass

    def send_error(self, code, *arguments):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, *arguments)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def address(built) -> str:
    """Address of the real site on this machine, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A real browser. A missing one is a failure, never a skip."""
    from playwright.sync_api import sync_playwright
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield running
        running.close()
