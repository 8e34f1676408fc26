"""How long an editor waits, and what Lighthouse makes of a page. Everyone in turn, medians, ratios."""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import time
import urllib.request
from dataclasses import replace
from statistics import median

import chromium
from sites.content import Content
from sites.contestants import MATERIAL, MKDOCS, STARLIGHT, Contestant
from sites.phone import hosted
from sites.report import Rows, against
from sites.weights import CHAPTER, NOWHERE
from story.pages.page import MARKER

COPIES = (100, 400)
PAGE = CHAPTER.strip("/")
JUDGED = {"一章 / a chapter": CHAPTER, "图集 / the gallery": "gallery/", "首页 / the home page": ""}


def builds(runners: list[Contestant], words: Content, rounds: int) -> Rows:
    """Builds of what has been built before."""
    taken = [{runner.name: runner.build() for runner in runners} for _ in range(rounds)]
    wall, work = ({name: [each[name][n] for each in taken] for name in taken[0]} for n in (0, 1))
    return [
        ("再生成一次 / A warm build", against(MATERIAL, wall)),
        ("其中处理器用时 / Of which processor time", against(MATERIAL, work)),
    ]


def growth(runners: list[Contestant], words: Content, rounds: int) -> Rows:
    """Builds with copies of a chapter: more pages, and no more kinds of them. Starlight is left out."""
    source = {suffix: _bare(runners[0], suffix) for suffix in ("", ".en")}
    sizes = [len(words.pages), *(len(words.pages) + count for count in COPIES)]
    cells = {runner.name: _grown(runner, source) for runner in runners if runner.name != STARLIGHT}
    return [(f"{' → '.join(map(str, sizes))} 页 / pages a language", cells)]


def _bare(ours: Contestant, suffix: str) -> str:
    """The chapter as it may stand beside itself: a part that is made from the tables is on one page only."""
    return MARKER.sub("", (ours.folder / "docs" / f"{PAGE}{suffix}.md").read_text(encoding="utf-8"))


def _grown(runner: Contestant, source: dict[str, str]) -> str:
    runners = [runner, *(_with_copies(runner, count, source) for count in COPIES)]
    return " → ".join(f"{again:.1f} s" for again, _ in (each.build() for each in runners))


def _with_copies(runner: Contestant, count: int, source: dict[str, str]) -> Contestant:
    """In a folder beside, whose caches are kept from one run to the next; built once."""
    folder = runner.folder.with_name(f"{runner.name}-{count}")
    shutil.copytree(runner.folder, folder, ignore=shutil.ignore_patterns("built"), dirs_exist_ok=True)
    names = [f"copy-{number:03d}" for number in range(count)]
    for suffix, text in source.items():
        for name in names:
            (folder / "docs" / f"{name}{suffix}.md").write_text(text, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    listed = lambda match: "\n".join(f"{match[1]}{name}.md" for name in (PAGE, *names))
    menu = re.sub(rf"^( *- ){PAGE}\.md$", listed, settings.read_text(encoding="utf-8"), flags=re.M)
    settings.write_text(menu, encoding="utf-8")
    grown = replace(runner, folder=folder, site=folder / runner.site.name)
    grown.build()
    return grown


def saves(runners: list[Contestant], words: Content, rounds: int) -> Rows:
    """From saving a page until the preview sends its new words. Starlight is left out."""
    found = {runner.name: _saves(runner, rounds) for runner in runners if runner.name != STARLIGHT}
    return [("存盘到看见 / From save to seen", against(MATERIAL, found))]


def _saves(runner: Contestant, rounds: int) -> list[float]:
    page, port = runner.folder / "docs" / f"{PAGE}.md", _free_port()
    before, address = page.read_text(encoding="utf-8"), f"http://127.0.0.1:{port}/{CHAPTER}"
    command = [*MKDOCS, "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command,
        cwd=runner.folder,
        env=runner.surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until_seen(address, "")  # until it is there at all
        return [_saved(page, f"{before}\n{'新' * (number + 3)}。\n", address) for number in range(rounds)]
    finally:
        process.terminate()
        process.wait()
        page.write_text(before, encoding="utf-8")


def _saved(page, text: str, address: str) -> float:
    time.sleep(2)  # an editor does not save again at once
    page.write_text(text, encoding="utf-8")
    return _until_seen(address, text.rsplit("\n", 2)[1])


def _until_seen(address: str, words: str, limit: float = 300) -> float:
    """Seconds until the address shows these words. Raises `TimeoutError`."""
    start = time.perf_counter()
    while time.perf_counter() < start + limit:
        try:
            with urllib.request.urlopen(address, timeout=limit) as answer:
                if words in answer.read().decode():
                    return time.perf_counter() - start
        except OSError:  # it has not begun yet
            pass
        time.sleep(0.02)
    raise TimeoutError(address)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def lighthouse(runners: list[Contestant], words: Content, rounds: int) -> Rows:
    """Lighthouse's score for speed on a phone, Chinese pages, of three runs at most."""
    bin = next(runner.folder for runner in runners if runner.name == STARLIGHT) / "node_modules" / ".bin"
    rows: Rows = [(f"Lighthouse, {title}", {}) for title in JUDGED]
    for runner in runners:
        with hosted(runner.site) as (address, _):
            for (_, cells), page in zip(rows, JUDGED.values()):
                scores = [_score(bin, address + page) for _ in range(min(rounds, 3))]
                cells[runner.name] = f"{median(scores):.0f}"
    return rows


def _score(bin, address: str) -> float:
    flags = shlex.join(["--headless=new", *chromium.FLAGS, NOWHERE])
    options = ["--quiet", "--output=json", "--only-categories=performance", f"--chrome-flags={flags}"]
    named = {"PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", "CHROME_PATH": chromium.find() or ""}
    done = subprocess.run(
        [bin / "lighthouse", address, *options], env=os.environ | named, capture_output=True, check=True
    )
    return 100 * json.loads(done.stdout)["categories"]["performance"]["score"]
