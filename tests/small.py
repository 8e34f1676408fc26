"""A whole small site in a temporary folder: the real templates and scripts, a few pages and facts."""

import compileall
import logging
import os
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO, TextIOWrapper
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.config_options import Hooks
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
HEAD = "---\nrevised: 2026-01-02\n---\n\n"

FILES = {
    "docs/data/facts.yml": """
        facts:
        - id: total
          kind: money
          value: 17880000
          unit: {zh: 元, en: yuan}
          wording: {zh: [1788万元], en: [17.88 million yuan]}
          statement: {zh: 合计1788万元。, en: It came to 17.88 million yuan.}
          note: {zh: 牵头和参与的都算。, en: Led or joined in.}
          source: P02
          page: train
        - id: products
          kind: count
          value: 100
          unit: {zh: 种, en: products}
          bound: at_least
          wording: {zh: [100余种], en: [more than 100 products]}
          statement: {zh: 产品100余种。, en: There are more than 100 products.}
          source: P01
          page: train
        - id: opened
          kind: date
          value: '2024-06-21'
          wording: {zh: [2024年6月21日], en: [21 June 2024]}
          statement: {zh: 6月21日开业。, en: It opened on 21 June.}
          source: P01
          page: train
        - id: source-publication-date
          kind: date
          value: '2025-02-06'
          wording: {zh: [2025年2月6日], en: [6 February 2025]}
          statement: {zh: 2月6日见报。, en: Published on 6 February.}
          source: M01
          page: about
        - id: source-page-number
          kind: name
          value: '04'
          wording: {zh: [第04版], en: [page 04]}
          statement: {zh: 刊在第04版。, en: On page 04.}
          source: M01
          page: about
        """,
    "docs/data/article.yml": """
        note: {zh: 编号是我们加的。, en: The numbers are ours.}
        parts:
        - id: masthead
          title: {zh: 报头, en: Masthead}
          page: about
          paragraphs:
          - {id: M01, summary: {zh: 版次与日期, en: Page and date}}
        - id: body
          title: {zh: 正文, en: Body}
          page: train
          paragraphs:
          - {id: P01, summary: {zh: 第一段, en: First}}
          - {id: P02, summary: {zh: 第二段, en: Second}}
          - {id: P03, summary: {zh: 第三段, en: Third}}
        gaps: [{page: train, items: [{zh: 谁在开车, en: Who drives}]}]
        checks: [{id: one, result: gap, note: {zh: 缺, en: Missing}}]
        """,
    "docs/data/background.yml": """
        background:
        - id: s6-opening
          text: {zh: S6号线开通。, en: Line S6 opened.}
          source: {zh: 百科, en: An encyclopaedia}
          confidence: high
          value: '2021-12-28'
        not_found: [{zh: 列车, en: The train}]
        """,
    "docs/data/glossary.yml": """
        themes: [{id: people, title: {zh: 人, en: People}}]
        terms:
        - id: guazhi
          theme: people
          term: 挂职
          pinyin: guàzhí
          english: secondment
          explanation: {zh: 到外地任职。, en: A post elsewhere.}
          basis: ours
        sources: [{number: 1, address: example.org, supports: {zh: 词, en: A word}}]
        """,
    "docs/data/measures.yml": """
        rhythms: [{id: standing, title: {zh: 常年, en: Standing}}]
        measures: [{fact: total, number: 1, rhythm: standing, gloss: {zh: 做, en: Do it}}]
        """,
    "docs/data/timeline.yml": """
        entries:
        - {id: opening, lane: dated, fact: opened, page: train, label: {zh: 开业, en: Opening}, \
           text: {zh: 开业, en: It opens}}
        """,
    "docs/data/line.yml": """
        stops:
        - {page: train, short: {zh: 列车, en: Train}, fact: products, meaning: {zh: 种产品, en: products}}
        """,
    "docs/data/graphics.yml": """
        graphics: []
        """,
    "docs/data/corrections.yml": """
        corrections: []
        """,
    "docs/data/photos.yml": """
        photos: []
        """,
    "docs/index.md": HEAD + "# 首页 { #title }\n\n第一段。\n",
    "docs/index.en.md": HEAD + "# From Shangluo to Nanjing\n\nFirst paragraph.\n",
    "docs/train.md": HEAD
    + "# 列车\n\n合计[1788万元](figures.md#total)。\n\n"
    + "## 小节 { #part }\n\n[100余种](figures.md#products)。\n",
    "docs/train.en.md": HEAD
    + "# Train\n\nIt came to [17.88 million yuan](figures.md#total).\n\n"
    + "## Part { #part }\n\n[More than 100 products](figures.md#products) (商洛山珍).\n",
    "docs/figures.md": HEAD
    + "# 数字\n\n导语。\n\n<!-- data: figures -->\n\n<!-- data: ledger -->\n\n[表](figures.csv)\n",
    "docs/figures.en.md": HEAD
    + "# Figures\n\nIntroduction.\n\n<!-- data: figures -->\n\n<!-- data: ledger -->\n\n"
    + "[table](figures.csv)\n",
    "docs/glossary.md": HEAD + "# 词语\n\n导语。\n\n<!-- data: glossary -->\n",
    "docs/glossary.en.md": HEAD + "# Glossary\n\nIntroduction.\n\n<!-- data: glossary -->\n",
    "docs/about.md": HEAD + "# 关于\n\n导语。\n\n<!-- data: article -->\n",
    "docs/about.en.md": HEAD + "# About\n\nIntroduction.\n\n<!-- data: article -->\n",
}


FOLDERS, STRINGS = ("overrides", "docs/assets", "docs/data/schemas"), "docs/data/strings.yml"
"""What a small site has of the real one, beside `scripts/`."""
DRAWN = ("fonts", "photos", "posters", "share")
"""What a build keeps in `.cache/` because it is dear to draw."""
lender: Callable[[str, Callable[[Path], None]], Path] | None = None
"""Makes a folder of that name once for all tests, and gives it; conftest.py puts it here.

Its files are lent to the small sites as hard links, so nobody writes into one in place: `put` replaces it.
Without a lender, in looks.py, each site has copies.
"""


def make(folder: Path, files: dict[str, str | bytes | None] | None = None, code: bool = True) -> Path:
    """Write the small site into `folder`, with `files` added or (None) left out, and return it.

    Without `code` it has no `scripts/`, which are most of its files and of use to commands and builds alone.
    """
    if lender:
        shutil.copytree(_lent("small"), folder, copy_function=os.link, dirs_exist_ok=True)
    else:
        _copy(folder)
    if code:
        with_code(folder)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[0]
    nav = "\nnav: [index.md, train.md, figures.md, glossary.md, about.md]\n"
    (folder / "mkdocs.yml").write_text(config + nav, encoding="utf-8")
    for name, text in (FILES | (files or {})).items():
        put(folder, name, text)
    return folder


def with_code(folder: Path) -> Path:
    """Give a small site its `scripts/`, unless it has them."""
    if not (folder / "scripts").exists():
        if lender:
            shutil.copytree(_lent("code"), folder / "scripts", copy_function=os.link)
        else:
            _compile(folder / "scripts")
    return folder


def warm(folder: Path) -> Path:
    """Lend a small site the pictures that its build would draw; they take five times as long as the rest."""
    with_code(folder)
    if lender and folder != ROOT and not (folder / ".cache").exists():
        shutil.copytree(_lent("drawn"), folder / ".cache", copy_function=os.link)
    return folder


def apart(folder: Path) -> Path:
    """Give a small site files of its own: a link that another test makes to a lent one is written into that
    file, to whoever looks at what was written since."""
    for path in [path for path in folder.rglob("*") if path.is_file() and path.stat().st_nlink > 1]:
        shutil.copy2(path, own := path.with_name(f".part-{path.name}"))
        own.replace(path)
    return folder


@cache
def _lent(name: str) -> Path:
    folder = lender(name, {"small": _copy, "code": _compile, "drawn": _draw}[name])
    _stamps.update({path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()})
    return folder


_stamps: dict[Path, int] = {}


def spoilt() -> list[str]:
    """Files that somebody has written into while they were lent."""
    return [str(path) for path, stamp in _stamps.items() if path.stat().st_mtime_ns != stamp]


def _copy(folder: Path) -> None:
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / STRINGS, folder / STRINGS)


def _compile(folder: Path) -> None:
    """The scripts, with what Python makes of them at their first run."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "scripts", folder, ignore=ignore, dirs_exist_ok=True)
    compileall.compile_dir(folder, quiet=2)


def _draw(folder: Path) -> None:
    """The pictures of a small site."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        project = make(Path(temporary) / "project")
        _borrow(project / ".cache" / "photos")
        result = _mkdocs(project)
        assert result.returncode == 0, result.stdout
        for name in DRAWN:
            (project / ".cache" / name).rename(folder / name)


def _borrow(pictures: Path) -> None:
    """What the real site has drawn of late: the home page's pictures are the same, and take the longest.

    A build uses what is whole and of today, draws the rest, and removes what it does not need.
    """
    with suppress(shutil.Error, FileNotFoundError):  # a build at this moment changes what is there
        ignore = shutil.ignore_patterns(".part-*")
        shutil.copytree(ROOT / ".cache" / "photos", pictures, ignore=ignore)


def put(folder: Path, name: str, text: str | bytes | None) -> None:
    """Write one file, dedented; None removes it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None or (path.exists() and path.stat().st_nlink > 1):
        path.unlink(missing_ok=True)
    if isinstance(text, bytes):
        path.write_bytes(text)
    elif text is not None:
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


def alter(folder: Path, name: str, old: str, new: str) -> None:
    """Write one of `FILES` with `old` replaced; a fault that would not be planted is an error."""
    assert old in FILES[name], f"{name} does not say {old!r}"
    put(folder, name, FILES[name].replace(old, new))


def build(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run `mkdocs build --strict` there; the result holds what it printed."""
    return _mkdocs(warm(folder), *arguments, **environment)


def _mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(
        command,
        cwd=folder,
        env=variables,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def build_here(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """The same without a process of its own, in a third of the time, and with the network cut.

    Its hooks are the folder's, loaded anew; what they import from `story` is this process' own.
    """
    Hooks._load_hook.cache_clear()
    logging.getLogger(mkdocs_build.__name__).filters.clear()  # else it says nothing twice
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(warm(folder))
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.setattr(socket.socket, "connect", _cut)
        result = CliRunner().invoke(mkdocs, ["build", "--strict", *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess([], result.exit_code, result.output)


def _cut(*arguments):
    raise AssertionError("a build asks nothing of a network")


def run_here(folder: Path, script: str, *arguments, **environment: str) -> subprocess.CompletedProcess:
    """Run `python SCRIPT ARGUMENTS` in `folder` without a process of its own; what it imports is this one's.

    `stdout` and `stderr` are what it printed, each apart.
    """
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setattr(sys, "argv", [script, *map(str, arguments)])
        for name, value in environment.items():
            patch.setenv(name, value)
        # What the commands have in common knows the project by where it stands itself.
        patch.setitem(sys.modules, "command", _commands_of(folder))
        try:
            runpy.run_path(str(folder / script), run_name="__main__")
            status = 0
        except SystemExit as end:
            status = end.code
    printed = []
    for stream in (out, err):
        stream.seek(0)
        printed.append(stream.read())
    return subprocess.CompletedProcess([script, *arguments], int(status or 0), *printed)


def _commands_of(folder: Path) -> ModuleType:
    """The module `command` of the project in `folder`."""
    spec = spec_from_file_location("command", folder / "scripts" / "command.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


KITCHEN_SINK = "kitchen-sink"
_SHOP = """
    photos:
    - id: shop
      source: P01
      page: train
      caption: {zh: 店里，一张图注, en: The shop and a caption}
      alt: {zh: 一家店的柜台, en: The counter of a shop}
      illustration: {zh: 柜台, en: A counter}
      plate: store
    """


def page(path: Path) -> str:
    """A built page with the quotation marks and end tags that its readers do not pay for."""
    return LexborHTMLParser(path.read_text(encoding="utf-8")).html or ""


def build_kitchen_sink(folder: Path) -> Path:
    """Build the small site with tests/kitchen_sink/kitchen-sink.md added; where the result is."""
    pages = {
        f"docs/{path.name}": path.read_text(encoding="utf-8")
        for path in (ROOT / "tests" / "kitchen_sink").glob(f"{KITCHEN_SINK}*.md")
    }
    make(folder, pages | {"docs/data/photos.yml": _SHOP})
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("about.md]", f"about.md, {KITCHEN_SINK}.md]"),
        encoding="utf-8",
    )
    result = build(folder)
    assert result.returncode == 0, result.stdout
    return folder / "site"
