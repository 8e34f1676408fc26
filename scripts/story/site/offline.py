"""What to keep: one zip of the whole site, whose pages open from a folder with the network off, and books.

There is no service worker beside it: it could only show a reader yesterday's words as today's.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

from story.files import TEMPORARY, alone, put, zipped

FILE = "shangluo-nanjing-offline.zip"
BOOKS = {key: f"shangluo-nanjing-{key}.epub" for key in ("zh", "en", "both")}
FILES = (FILE, *BOOKS.values())
"""What is published beside the pages where it is there."""
FOLDER = "shangluo-nanjing"
"""What unpacking makes, so that the pages do not lie about among a reader's other files."""
LEFT_OUT = ("404.html", "sitemap.xml*", "*feed.xml", "assets/share/*.jpg")
"""What only a host or another site asks for."""
WIDTH = 1600
"""Pixels: as wide as a desk shows a plate at more than one dot a pixel, and a phone at three."""
_SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt")
_ADDRESSES = ("SITE_URL", "REPO_URL", "EDIT_URI")
"""Of the environment, printed in the pages: mkdocs.yml."""


def ready(root: Path) -> Path | None:
    """The folder with copy and books made from exactly the sources that are there now, if there is one."""
    folder = _place(root)
    return folder if folder.exists() else None


def files(folder: Path | None) -> dict[str, Path]:
    """By name, what is to be published beside the pages."""
    return {name: folder / name for name in FILES} if folder else {}


def offer(folder: Path | None) -> dict | None:
    """What the page that links to them needs to know: of the `site`, and of the books by their languages
    (`zh`, `en`, `both`), `file`, and `size` as text."""
    size = lambda name: (
        {"file": name, "size": f"{(folder / name).stat().st_size / 1e6:.1f}\u00a0MB"} if folder else {}
    )
    return {"site": size(FILE)} | {key: size(name) for key, name in BOOKS.items()} if folder else None


def run(root: Path) -> Path:
    """Bring copy and books up to date; the folder with them. Raises `subprocess.CalledProcessError` if the
    site does not build."""
    folder = _place(root)
    with alone(root, folder.parent):
        if not folder.exists():
            made = make(root)
            shutil.rmtree(folder.parent, ignore_errors=True)
            begun = folder.with_name(f"{TEMPORARY}{folder.name}")
            begun.mkdir(parents=True)
            for name, content in made.items():
                put(begun / name, content)
            begun.rename(folder)
    return folder


def make(root: Path) -> dict[str, bytes]:
    """Build the site with links that name files, pack it, and bind it; files by name. Raises
    `subprocess.CalledProcessError`."""
    from story.site import book  # here: what only asks for their names draws and reads nothing

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        environment = os.environ | {"DIRECTORY_URLS": "false"}
        # In a group of its own Ctrl-C is ours alone: Python would end it with a traceback.
        subprocess.run(command, cwd=root, env=environment, check=True, process_group=0)
        bound = book.books(Path(folder), root)
        return {FILE: pack(Path(folder))} | {BOOKS[key]: content for key, content in bound.items()}


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
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = [name for name in names if not any(fnmatch(name, pattern) for pattern in LEFT_OUT)]
    return zipped({f"{FOLDER}/{name}": (site / name).read_bytes() for name in kept})


def _place(root: Path) -> Path:
    """Its name changes with every word, picture, template and setting that the pages are made from."""
    found = hashlib.sha256("\0".join(os.environ.get(name, "") for name in _ADDRESSES).encode())
    for path in sorted(path for name in _SOURCES for path in [root / name, *(root / name).rglob("*")]):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return root / ".cache" / "offline" / f"{found.hexdigest()[:10]}"
