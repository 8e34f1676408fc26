"""A copy to keep: one zip of the whole site, whose pages open from a folder with the network off.

There is no service worker beside it: it could only show a reader yesterday's words as today's.
"""

import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path

from story.files import alone, put

FILE = "shangluo-nanjing-offline.zip"
FOLDER = "shangluo-nanjing"
"""What unpacking makes, so that the pages do not lie about among a reader's other files."""
LEFT_OUT = ("404.html", "sitemap.xml*", "*feed.xml", "assets/share/*.jpg", FILE)
"""What only a host or another site asks for."""
WIDTH = 1600
"""Pixels: as wide as a desk shows a plate at more than one dot a pixel, and a phone at three."""
_SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt")
_ADDRESSES = ("SITE_URL", "REPO_URL", "EDIT_URI")
"""Of the environment, printed in the pages: mkdocs.yml."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say. Any true hour would make every copy another."""


def ready(root: Path) -> Path | None:
    """The copy made from exactly the sources that are there now, if there is one."""
    path = _place(root)
    return path if path.exists() else None


def offer(path: Path | None) -> dict | None:
    """What the page that links to the copy needs to know of it: `file`, and `size` in MB as text."""
    return {"file": FILE, "size": f"{path.stat().st_size / 1e6:.1f}"} if path else None


def run(root: Path) -> Path:
    """Bring the copy up to date. Raises `subprocess.CalledProcessError` if the site does not build."""
    path = _place(root)
    with alone(root, path.parent):
        if not path.exists():
            content = make(root)
            path.parent.mkdir(parents=True, exist_ok=True)
            for old in path.parent.glob("*.zip"):
                old.unlink()
            put(path, content)
    return path


def make(root: Path) -> bytes:
    """Build the site with links that name files, and pack it. Raises `subprocess.CalledProcessError`."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        environment = os.environ | {"DIRECTORY_URLS": "false"}
        # In a group of its own Ctrl-C is ours alone: Python would end it with a traceback.
        subprocess.run(command, cwd=root, env=environment, check=True, process_group=0)
        return pack(Path(folder))


def once(pictures: dict[str, dict]) -> dict[str, dict]:
    """The index of derivatives with each picture in one file: in the format that every browser reads, unless
    there is none of it, as of a night."""
    return {name: _one(made) for name, made in pictures.items()}


def _one(made: dict) -> dict:
    kinds = [file["format"] for file in made["derivatives"]]
    files = [
        file for file in made["derivatives"] if file["format"] == ("jpeg" if "jpeg" in kinds else kinds[0])
    ]
    file = min(files, key=lambda file: abs(file["width"] - WIDTH))
    height = round(made["height"] * file["width"] / made["width"])
    return made | {"derivatives": [file], "width": file["width"], "height": height}


def pack(site: Path) -> bytes:
    """A built site as a zip; the same files give the same bytes."""
    stream = io.BytesIO()
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            if not any(fnmatch(name, pattern) for pattern in LEFT_OUT):
                entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _DAY)
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                archive.writestr(entry, (site / name).read_bytes(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _place(root: Path) -> Path:
    """Its name changes with every word, picture, template and setting that the pages are made from."""
    found = hashlib.sha256("\0".join(os.environ.get(name, "") for name in _ADDRESSES).encode())
    for path in sorted(path for name in _SOURCES for path in [root / name, *(root / name).rglob("*")]):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return root / ".cache" / "offline" / f"{found.hexdigest()[:10]}.zip"
