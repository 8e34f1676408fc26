"""What other hosts are told: one list of headers, said alike to nginx and Caddy, and kept by both."""

import gzip
import http.client
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import brotli
import pytest

import hosts
import small
import tools
from story.site import policy
from story.site.assets import inline

PLAIN, FOREVER = "no-cache", "public, max-age=31536000, immutable"
SERVERS = [
    pytest.param(name, marks=pytest.mark.skipif(not tools.find(name), reason=tools.MISSING.format(name)))
    for name in ("nginx", "caddy")
]


@pytest.fixture(scope="module")
def packed(built, tmp_path_factory):
    """The real site with its texts packed beside them."""
    folder = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(built, folder)
    assert pack(folder).returncode == 0
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def host(request, packed, tmp_path_factory):
    """Address of the packed site as this server serves it."""
    work, port, environment = (
        tmp_path_factory.mktemp("host"),
        hosts.free_port(),
        os.environ | {"HOME": str(tmp_path_factory.mktemp("home"))},
    )
    if request.param == "nginx":
        command, variables = hosts.nginx_command(work, packed, port), {}
    else:
        command, variables = hosts.caddy_command(packed, port)
    with hosts.running(command, port, work / "log", environment | variables) as address:
        yield address


def pack(folder) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(hosts.HOSTING / "precompress.py"), str(folder)], capture_output=True, text=True
    )


def ask(address: str, path: str, encoding: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body, as they came: nothing is followed, nothing unpacked."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("GET", f"/{path}", headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def hashed(folder) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in (folder / "assets").rglob("*")
        if path.is_file() and path.suffix not in (".gz", ".br") and path.name != "favicon.svg"
    )


def test_nginx_sends_the_stated_headers():
    text = (hosts.HOSTING / "nginx.conf").read_text(encoding="utf-8")
    assert dict(re.findall(r'^  add_header ([\w-]+) "(.*)" always;$', text, re.M)) == hosts.HEADERS
    assert re.findall(r"^   +add_header.*", text, re.M) == [], (
        "one inside a location undoes those of the server"
    )


def test_caddy_sends_the_stated_headers():
    text = (hosts.HOSTING / "Caddyfile").read_text(encoding="utf-8")
    assert {
        name: value
        for name, value in re.findall(r'^\t\t([A-Z][\w-]+) "(.*)"$', text, re.M)
        if name not in ("Cache-Control", "Content-Type")
    } == hosts.HEADERS


def test_hosts_and_pages_say_the_same_policy():
    """It knows the script of the pages by its hash: whoever edits first.js writes the new one here."""
    script = inline(small.ROOT / "docs", "assets/javascripts/first.js")
    assert hosts.HEADERS["Content-Security-Policy"] == policy.header(script)
    assert policy.header(script) == f"{policy.meta(script)}; frame-ancestors 'none'"


def test_no_other_script_no_other_host_and_no_frame_is_allowed():
    said = dict(part.strip().split(" ", 1) for part in policy.header("").split(";"))
    assert said["default-src"] == said["frame-ancestors"] == said["base-uri"] == "'none'"
    assert re.fullmatch(r"'self' 'sha256-[\w+/]+='", said.pop("script-src"))
    assert set(said.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize(
    "path", ["", "train/", "en/train/", "figures.csv", "feed.xml", "no/such/page/", "en/nothing.html"]
)
def test_every_answer_carries_every_header(host, path):
    _, headers, _ = ask(host, path)
    assert {name: headers.get(name.lower()) for name in hosts.HEADERS} == hosts.HEADERS


@pytest.mark.parametrize(
    "path, status, cache",
    [
        ("", 200, PLAIN),
        ("en/train/", 200, PLAIN),
        ("sitemap.xml", 200, PLAIN),
        ("assets/images/favicon.svg", 200, PLAIN),
        ("no/such/page/", 404, PLAIN),
        ("assets/stylesheets/site.0123456789.css", 404, PLAIN),
        ("404.html", 200, PLAIN),
    ],
)
def test_pages_are_asked_about_and_what_is_missing_is_not_kept(host, path, status, cache):
    found, headers, body = ask(host, path)
    assert (found, headers["cache-control"]) == (status, cache)
    assert (
        (status == 200)
        or "这里没有页面".encode() in body
        and headers["content-type"].lower() == "text/html; charset=utf-8"
    )


def test_every_file_named_after_its_content_is_kept(host, packed):
    names = hashed(packed)
    assert len(names) > 100
    assert {name: cache for name in names if (cache := ask(host, name)[1]["cache-control"]) != FOREVER} == {}


@pytest.mark.parametrize(
    "path, kind",
    [
        ("train/", "text/html; charset=utf-8"),
        ("figures.csv", "text/csv; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("figures.json", "application/json"),
        ("assets/images/favicon.svg", "image/svg+xml"),
    ],
)
def test_files_are_called_what_they_are(host, path, kind):
    assert ask(host, path)[1]["content-type"].lower().startswith(kind)


@pytest.mark.parametrize("ending", [".avif", ".webp", ".woff2"])
def test_pictures_and_the_face_are_called_what_they_are(host, packed, ending):
    if ending == ".webp":  # which only photographs have
        (packed / "assets/photos/store-0123456789-480.webp").write_bytes(b"RIFF")
    name = next(name for name in hashed(packed) if name.endswith(ending))
    assert ask(host, name)[1]["content-type"] == {".woff2": "font/woff2"}.get(ending, f"image/{ending[1:]}")


@pytest.mark.parametrize("path", ["train/", "figures.json", "feed.xml"])
def test_texts_come_as_they_were_packed(host, packed, path):
    _, headers, body = ask(host, path, "gzip")
    file = packed / path / "index.html" if path.endswith("/") else packed / path
    assert headers["content-encoding"] == "gzip" and "accept-encoding" in headers["vary"].lower()
    assert (
        body == file.with_name(file.name + ".gz").read_bytes() and gzip.decompress(body) == file.read_bytes()
    )


def test_a_page_without_its_slash_is_led_to_it(host):
    status, headers, _ = ask(host, "train")
    assert 300 < status < 400 and headers["location"].endswith("/train/")


def test_packing_again_writes_nothing_and_a_changed_text_is_packed_anew(tmp_path):
    small.put(tmp_path, "index.html", "一页")
    small.put(tmp_path, "picture.png", b"not a text")
    assert "写了2个" in pack(tmp_path).stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "picture.png",
    ]
    assert "写了0个" in pack(tmp_path).stdout
    small.put(tmp_path, "index.html", "另一页")
    assert "写了2个" in pack(tmp_path).stdout
    assert brotli.decompress((tmp_path / "index.html.br").read_bytes()) == "另一页".encode()


def test_a_folder_without_a_site_is_named(tmp_path):
    result = pack(tmp_path)
    assert result.returncode == 1 and str(tmp_path) in result.stdout and "make build" in result.stdout
