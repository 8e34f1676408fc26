"""nginx and Caddy with the files of scripts/hosting/, on a free port of this machine, serving a folder."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import small
import tools

HOSTING = small.ROOT / "scripts" / "hosting"
HEADERS = dict(
    line.split(": ", 1) for line in (HOSTING / "headers.txt").read_text(encoding="utf-8").splitlines()
)
_WORKERS = "user root; " if getattr(os, "geteuid", lambda: 1)() == 0 else ""
"""Started by root, nginx would read the site as somebody who may not look into root's temporary folders."""
_NGINX = """{user}daemon off; pid {work}/pid; error_log stderr warn;
events {{}}
http {{ include {types}; default_type application/octet-stream; access_log off;
client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
include {work}/site.conf; }}
"""


def nginx_command(work: Path, site: Path, port: int, under: str = "") -> list[str]:
    """nginx on our file, with root, port and the sub-path `under` (`/history`) put in as it tells to."""
    text = (HOSTING / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("  listen [::]:80;\n", ""),
        ("root /srv/shangluo-nanjing;", f"root {site};"),
        (" /404.html", f" {under}/404.html"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    (work / "site.conf").write_text(text, encoding="utf-8")
    program = tools.find("nginx")
    settings = _NGINX.format(work=work, user=_WORKERS, types=_types(Path(program)))
    (work / "nginx.conf").write_text(settings, encoding="utf-8")
    return [program, "-c", str(work / "nginx.conf"), "-p", str(work), "-e", "stderr"]


def _types(program: Path) -> Path:
    """nginx' own list of what files are called: of its package, wherever that is unpacked, or Homebrew's."""
    folders = [program.parents[2], program.parents[1], Path("/")]
    return next(path for folder in folders if (path := folder / "etc/nginx/mime.types").exists())


def caddy_command(work: Path, site: Path, port: int, under: str = "") -> tuple[list[str], dict[str, str]]:
    """Caddy on our file, with the sub-path `under` put in, and the variables that name root and address."""
    text = (HOSTING / "Caddyfile").read_text(encoding="utf-8")
    (work / "Caddyfile").write_text(text.replace(" /404.html", f" {under}/404.html"), encoding="utf-8")
    return [tools.find("caddy"), "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")], {
        "STORY_ROOT": str(site),
        "STORY_ADDRESS": f"http://127.0.0.1:{port}",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, log: Path, environment: dict[str, str]) -> Iterator[str]:
    """Start a server and wait until it answers; its address, ending in a slash. What it said is in `log`."""
    with log.open("w") as words:
        process = subprocess.Popen(
            command, env=environment, stdout=words, stderr=words, stdin=subprocess.DEVNULL
        )
        try:
            _wait(process, port, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(20)


def _wait(process: subprocess.Popen, port: int, log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
