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
FORMER = b"the former page"
SERVERS = [
    pytest.param(name, marks=pytest.mark.skipif(not tools.find(name), reason=tools.MISSING.format(name)))
    for name in ("nginx", "caddy")
]


@pytest.fixture(scope="module")
def packed(built, tmp_path_factory):
    """The real site, packed, on a host where copies of former pages and a file of somebody's were left."""
    folder = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(built, folder)
    assert pack(folder).returncode == 0
    for page in ("train/index.html", "figures.json", "404.html"):
        for ending, packer in ((".gz", gzip.compress), (".br", brotli.compress)):
            (folder / f"{page}{ending}").write_bytes(packer(FORMER))
    (folder / "assets/photos/store-0123456789-480.webp").write_bytes(b"RIFF")  # which only photographs have
    (folder / "copy.zip").write_bytes(b"PK")
    (folder / "book.epub").write_bytes(b"PK")
    (folder / ".part-1").write_bytes(b"unfinished")
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def host(request, packed, tmp_path_factory):
    """Address of the packed site as this server serves it."""
    with started(request.param, packed, tmp_path_factory.mktemp("host")) as address:
        yield address


def started(server: str, site, work, under: str = ""):
    """That server on our file, with the sub-path put in as README.md tells to."""
    port = hosts.free_port()
    if server == "nginx":
        command, variables = hosts.nginx_command(work, site, port, under), {}
    else:
        command, variables = hosts.caddy_command(work, site, port, under)
    return hosts.running(command, port, work / "log", os.environ | {"HOME": str(work)} | variables)


def pack(folder) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(hosts.HOSTING / "precompress.py"), str(folder)], capture_output=True, text=True
    )


def ask(
    address: str, path: str, encoding: str = "identity", method: str = "GET", **more: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body, as they came: nothing is followed, nothing unpacked."""
    headers = {"Accept-Encoding": encoding} | {name.replace("_", "-"): value for name, value in more.items()}
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request(method, f"/{path}", headers=headers)
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
    """It knows the script of the pages, and the rules of what comes ahead, by their hashes: whoever edits
    first.js or ahead.py writes the new one here."""
    script = inline(small.ROOT / "docs", "assets/javascripts/first.js")
    assert hosts.HEADERS["Content-Security-Policy"] == policy.header(script)
    assert policy.header(script) == f"{policy.meta(script)}; frame-ancestors 'none'"


def test_no_other_script_no_other_host_and_no_frame_is_allowed():
    said = dict(part.strip().split(" ", 1) for part in policy.header("").split(";"))
    assert said["default-src"] == said["frame-ancestors"] == said["base-uri"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[\w+/]+='){2}", said.pop("script-src"))
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
        ("train/index.html.md", "text/markdown; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("figures.json", "application/json"),
        ("sitemap.xml", "text/xml"),
        ("copy.zip", "application/zip"),
        ("book.epub", "application/epub+zip"),
        ("assets/images/favicon.svg", "image/svg+xml"),
    ],
)
def test_files_are_called_what_they_are(host, path, kind):
    assert ask(host, path)[1]["content-type"].lower().startswith(kind)


@pytest.mark.parametrize("ending", [".avif", ".webp", ".woff2"])
def test_pictures_and_the_face_are_called_what_they_are(host, packed, ending):
    name = next(name for name in hashed(packed) if name.endswith(ending))
    assert ask(host, name)[1]["content-type"] == {".woff2": "font/woff2"}.get(ending, f"image/{ending[1:]}")


@pytest.mark.parametrize("path", ["train/", "figures.json", "no/such/page/"])
@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, br, zstd"])
def test_a_packed_copy_that_was_left_behind_is_served_to_nobody(host, packed, path, encoding):
    """Whoever forgot to pack again, or to delete on the host, served old text to every browser."""
    _, headers, body = ask(host, path, encoding)
    file = packed / {"train/": "train/index.html", "no/such/page/": "404.html"}.get(path, path)
    assert unpacked(headers, body) == file.read_bytes()


def unpacked(headers: dict[str, str], body: bytes) -> bytes:
    return {"gzip": gzip.decompress, "br": brotli.decompress}.get(headers.get("content-encoding"), bytes)(
        body
    )


@pytest.mark.parametrize("ending", [".css", ".js"])
def test_what_is_named_after_its_content_comes_as_it_was_packed(host, packed, ending):
    name = next(name for name in hashed(packed) if name.endswith(ending))
    _, headers, body = ask(host, name, "gzip")
    assert headers["content-encoding"] == "gzip" and "accept-encoding" in headers["vary"].lower()
    assert body == (packed / f"{name}.gz").read_bytes()
    assert gzip.decompress(body) == (packed / name).read_bytes()


@pytest.mark.parametrize(
    "path", ["train/", "feed.xml", "sitemap.xml", "figures.csv", "index.html.md", "no/such/page/"]
)
def test_every_text_is_packed_on_its_way_even_that_of_a_missing_page(host, path):
    _, headers, body = ask(host, path, "gzip")
    assert headers["content-encoding"] == "gzip" and "accept-encoding" in headers["vary"].lower()
    assert len(body) < len(ask(host, path)[2]) / 1.8


@pytest.mark.parametrize("encoding", ["identity", "gzip", "gzip, br"])
def test_what_has_not_changed_is_not_sent_again_however_it_was_packed(host, packed, encoding):
    for path in ("train/", next(name for name in hashed(packed) if name.endswith(".css"))):
        _, headers, _ = ask(host, path, encoding)
        status, _, body = ask(host, path, encoding, If_None_Match=headers["etag"])
        assert (status, body) == (304, b"")
        assert ask(host, path, encoding, If_None_Match='"another"')[0] == 200
        status, _, body = ask(host, path, encoding, If_Modified_Since=headers["last-modified"])
        assert (status, body) == (304, b"")


def test_a_page_that_has_changed_is_sent_again(host, packed):
    page = packed / "about/index.html"
    before = ask(host, "about/", "gzip")[1]
    small.put(packed, "about/index.html", page.read_text(encoding="utf-8") + "<!-- changed -->")
    again = {"If_None_Match": before["etag"], "If_Modified_Since": before["last-modified"]}
    status, headers, body = ask(host, "about/", "gzip", **again)
    assert status == 200 and b"<!-- changed -->" in unpacked(headers, body)


def test_who_asks_again_for_a_missing_page_does_not_get_an_empty_one(host, packed):
    """Caddy answered 404 without a word to a browser that had kept the page."""
    for path, encoding in (("no/such/page/", "identity"), ("no/such/page/", "gzip")):
        etag = ask(host, path, encoding)[1]["etag"]
        for more in ({"If_None_Match": etag}, {"Range": "bytes=0-9"}):
            status, headers, body = ask(host, path, encoding, **more)
            assert (status, unpacked(headers, body)) == (404, (packed / "404.html").read_bytes())


def test_what_only_asks_about_a_file_is_told_the_same_without_it(host):
    status, headers, body = ask(host, "figures.json", method="HEAD")
    got = ask(host, "figures.json")
    assert (status, headers["content-length"], body) == (200, str(len(got[2])), b"")
    assert headers["etag"] == got[1]["etag"]


def test_a_part_of_a_file_can_be_asked_for(host):
    whole = ask(host, "figures.json")[2]
    status, headers, body = ask(host, "figures.json", Range="bytes=10-19")
    assert (status, body) == (206, whole[10:20])
    assert headers["content-range"] == f"bytes 10-19/{len(whole)}"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND"])
def test_a_site_that_can_only_be_read_refuses_the_rest(host, packed, method):
    """Caddy answered POST, DELETE and TRACE with 200 and the page."""
    style = next(name for name in hashed(packed) if name.endswith(".css"))
    for path in ("train/", style):
        status, headers, body = ask(host, path, method=method)
        assert (status, headers.get("allow"), headers["cache-control"]) == (405, "GET, HEAD", PLAIN)
        assert len(body) < 400


@pytest.mark.parametrize(
    "path",
    [
        "assets/",
        "assets/photos/",
        ".part-1",
        ".git/config",
        "a" * 300,
        "%E5%95%86" * 100,
        "a/" * 3000,
        "%e5",
        "train%5c",
        "[train]/",
        "t*/",
    ],
)
def test_what_is_not_published_is_a_missing_page(host, path):
    """nginx answered a folder with a bare 403, Caddy a long name with 500."""
    status, _, body = ask(host, path)
    assert status == 404 and "这里没有页面".encode() in body


@pytest.mark.parametrize(
    "path",
    ["%00", "train/%00", "../../etc/passwd", "..%2f..%2fetc/passwd", "%zz", "%2e%2e/%2e%2e/etc/passwd"],
)
def test_what_can_be_no_address_is_no_fault_of_the_server(host, path):
    status, _, body = ask(host, path)
    assert status in (400, 404) and b"root:" not in body


@pytest.mark.parametrize("path", ["/train/", "train//", "tr%61in/", "about/../train/", "train/?q=1"])
def test_one_page_has_its_address_however_it_is_written(host, packed, path):
    status, _, body = ask(host, path)
    assert (status, body) == (200, (packed / "train/index.html").read_bytes())


@pytest.mark.parametrize("query", ["", "?x=1&y=%E5%95%86"])
@pytest.mark.parametrize("path", ["train", "/train", "en/train"])
def test_a_page_without_its_slash_is_led_to_it_with_what_was_asked(host, path, query):
    status, headers, _ = ask(host, path + query)
    assert 300 < status < 400
    assert headers["location"] == f"/{path.removeprefix('/')}/{query}"


def test_nobody_is_led_to_another_host(host):
    for path in ("/other.example/%2e%2e/train", "/other.example/..%2ftrain?q", "/other.example/../train?q"):
        status, headers, _ = ask(host, path)
        assert status == 404 or headers["location"].split("?")[0] == "/train/"


@pytest.mark.parametrize("server", SERVERS)
def test_a_site_under_a_sub_path_keeps_it(server, packed, tmp_path):
    (tmp_path / "root").mkdir()
    (tmp_path / "root/history").symlink_to(packed)
    with started(server, tmp_path / "root", tmp_path, "/history") as address:
        assert ask(address, "history/train?q=1")[1]["location"] == "/history/train/?q=1"
        for missing in ("history/none/", "history/assets/", "none/"):
            status, _, body = ask(address, missing)
            assert status == 404 and "这里没有页面".encode() in body
        assert ask(address, f"history/{hashed(packed)[0]}")[1]["cache-control"] == FOREVER


def test_pages_are_not_packed_and_packing_again_writes_nothing(tmp_path):
    name = "assets/javascripts/site.0123456789.js"
    small.put(tmp_path, "index.html", "一页")
    small.put(tmp_path, "assets/data.js", "named after nothing")
    small.put(tmp_path, name, "let a")
    assert "写了2个" in pack(tmp_path).stdout
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == {
        "index.html",
        "assets/data.js",
        name,
        f"{name}.br",
        f"{name}.gz",
    }
    assert "写了0个" in pack(tmp_path).stdout
    assert brotli.decompress((tmp_path / f"{name}.br").read_bytes()) == b"let a"


def test_nothing_that_may_be_packed_is_left_out(packed):
    texts = [name for name in hashed(packed) if name.endswith((".css", ".js"))]
    assert len(texts) > 20 and [name for name in texts if not (packed / f"{name}.br").exists()] == []


def test_a_folder_without_a_site_is_named(tmp_path):
    result = pack(tmp_path)
    assert result.returncode == 1 and str(tmp_path) in result.stdout and "make build" in result.stdout
