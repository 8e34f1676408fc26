"""Who is compared: each has a folder of its own, a command that builds it, and what it needs installed."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import yaml

from sites.content import Content

HERE = Path(__file__).resolve().parent
ORDERED = json.loads((HERE / "starlight" / "package.json").read_text(encoding="utf-8"))["dependencies"]
OURS, STARLIGHT, MATERIAL = "ours", "starlight", "material"
HEADS = {
    OURS: "本站 This site",
    STARLIGHT: f"Starlight {ORDERED['@astrojs/starlight']}",
    MATERIAL: f"Material {version('mkdocs-material')}",
}
"""Who stands in the table, and as what."""
URL = "https://example.org/"
MKDOCS = [sys.executable, "-m", "mkdocs"]
_NOT_COPIED = ("bench", "looks", "tools", "npm", "properdocs", "locks")
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "ASTRO_TELEMETRY_DISABLED": "1", "NO_COLOR": "1", "SITE_URL": URL}


@dataclass(frozen=True)
class Contestant:
    """One way to make the site: `folder` is the project, `site` what `command` makes of it."""

    name: str
    folder: Path
    command: list[str]
    site: Path
    environment: dict[str, str] = field(default_factory=dict)

    def build(self) -> tuple[float, float]:
        """Build it; seconds of wall time, and of all processors. Raises `CalledProcessError`."""
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=self.surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, self.command, said)
        return time.perf_counter() - start, used.ru_utime + used.ru_stime

    def surroundings(self) -> dict[str, str]:
        return os.environ | _QUIET | self.environment


def ours(root: Path, folder: Path) -> Contestant:
    """This site, as it is: a copy of the project, which may be written into. What it has drawn is kept."""
    for name in ("docs", "overrides", "scripts"):
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / ".cache").mkdir(exist_ok=True)
    unneeded = shutil.ignore_patterns(*_NOT_COPIED)
    shutil.copytree(root / ".cache", folder / ".cache", ignore=unneeded, dirs_exist_ok=True)
    shutil.copy(root / "mkdocs.yml", folder)
    return _mkdocs(OURS, folder)


def material(content: Content, folder: Path) -> Contestant:
    """Material for MkDocs as it comes, with the plugin that this site has for its languages."""
    docs = _emptied(folder / "docs")
    for slug, lang, text in _pages(content):
        (docs / f"{slug}{'.en' if lang == 'en' else ''}.md").write_text(text, encoding="utf-8")
    _originals(content, docs)
    languages = [
        {"locale": "zh", "name": "中文", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ]
    settings = {
        "site_name": "从商洛到南京",
        "site_url": URL,
        "theme": {"name": "material"},
        "plugins": ["search", {"i18n": {"docs_structure": "suffix", "languages": languages}}],
        "nav": [f"{slug}.md" for slug in content.pages],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return _mkdocs(MATERIAL, folder)


def _mkdocs(name: str, folder: Path) -> Contestant:
    return Contestant(name, folder, [*MKDOCS, "build", "--quiet", "--site-dir", "built"], folder / "built")


def starlight(content: Content, folder: Path) -> Contestant:
    """Starlight as its guide begins, with images as its guide to images says. `installed` comes first."""
    docs = _emptied(folder / "src" / "content" / "docs")
    (docs / "en").mkdir()
    for slug, lang, text in _pages(content):
        place, up = (docs / "en", "../") if lang == "en" else (docs, "./")
        (place / f"{slug}.md").write_text(_titled(text).replace("](", f"]({up}"), encoding="utf-8")
    _originals(content, docs)
    shutil.copy(HERE / "starlight" / "astro.config.mjs", folder)
    shutil.copy(HERE / "starlight" / "content.config.ts", folder / "src")
    bin = folder / "node_modules" / ".bin"
    slugs = {"SLUGS": json.dumps([*content.pages]), "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}"}
    return Contestant(STARLIGHT, folder, [str(bin / "astro"), "build"], folder / "dist", slugs)


def installed(folder: Path) -> None:
    """Fetch what is ordered in starlight/package.json, unless it is there. Raises what npm raises."""
    ordered = (HERE / "starlight" / "package.json").read_bytes()
    stamp = folder / "node_modules" / ".ordered"
    if stamp.exists() and stamp.read_bytes() == ordered:
        return
    shutil.rmtree(folder / "node_modules", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_bytes(ordered)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    stamp.write_bytes(ordered)


def _pages(content: Content) -> Iterator[tuple[str, str, str]]:
    return ((slug, lang, text) for slug, both in content.pages.items() for lang, text in both.items())


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _originals(content: Content, folder: Path) -> None:
    for name, file in content.originals.items():
        shutil.copy(file, folder / f"{name}.jpg")


def _titled(text: str) -> str:
    """The first heading as front matter, where Starlight wants it."""
    title, _, rest = text.removeprefix("# ").partition("\n")
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{rest}"
