"""What a reader pays for each kind of page, in bytes on the way, as a Markdown table.

    python scripts/sizes.py [site]                    the site as built
    python scripts/sizes.py [site] --base REVISION    compared with another version, which is built for it
    (main, HEAD^1, a tag)

HTML, styles and scripts as gzip -9 packs them; a font as it is. Of several pages of one kind the heaviest
counts.
"""

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from command import ROOT, Parser, run, say
from story.site.foot import kind
from story.tables.tables import load

PARTS = {"HTML": (".html",), "CSS": (".css",), "JS": (".js",), "字体 font": (".woff2",)}
_TITLES = (
    *("首页 home", "章 chapter", "图集 gallery", "时间线 timeline"),
    *("数字 figures", "词语 glossary", "关于 about", "搜索 search"),
)
NAMES = {title.split()[1]: title for title in _TITLES}
"""Kinds of page, in the table's order."""
Sizes = dict[tuple[str, str], dict[str, int]]
"""Kind of page and language (`zh`, `en`) to bytes of each part."""


def weigh(site: Path) -> Sizes:
    """The heaviest page of each kind and language in a built site."""
    found: Sizes = {}
    for page in sorted(site.rglob("index.html")):
        key, size = _key(page.parent.relative_to(site).parts), _page(page)
        if key[0] in NAMES and sum(size.values()) > sum(found.get(key, {}).values()):
            found[key] = size
    return dict(sorted(found.items(), key=lambda item: (list(NAMES).index(item[0][0]), item[0][1] == "en")))


def _key(place: tuple[str, ...]) -> tuple[str, str]:
    lang, name = ("en", place[1:]) if place[:1] == ("en",) else ("zh", place)
    return kind(name[0] if name else "home", load(ROOT)), lang


def _page(page: Path) -> dict[str, int]:
    """Bytes of a page and of the files that its head names."""
    named = re.findall(r'(?:src|href)="?([^":?# >]+\.(?:css|js|woff2))\b', page.read_text(encoding="utf-8"))
    files = {page, *((page.parent / name).resolve() for name in named)}
    return {
        part: sum(_packed(file) for file in files if file.suffix in endings and file.exists())
        for part, endings in PARTS.items()
    }


def _packed(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 9))


def table(now: Sizes, before: Sizes | None = None) -> str:
    """Sizes as Markdown, in KB; what has changed since `before` stands in brackets, in bytes."""
    head = ["页 Page", "语言 Language", *PARTS, "合计 Total"]
    rows = [_row(key, size, (before or {}).get(key, size)) for key, size in now.items()]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows])


def _row(key: tuple[str, str], size: dict[str, int], before: dict[str, int]) -> list[str]:
    pairs = [*((size[part], before[part]) for part in PARTS), (sum(size.values()), sum(before.values()))]
    return [NAMES[key[0]], {"zh": "中文", "en": "English"}[key[1]], *(_cell(*pair) for pair in pairs)]


def _cell(size: int, before: int) -> str:
    change = f" ({size - before:+d})" if size != before else ""
    return f"{size / 1024:.1f}{change}" if size or change else ""


def built_at(revision: str, folder: Path) -> Path | None:
    """Build another version of the site below `folder`; where it is, or None if there is no such version or
    it does not build with what is installed (why, is on stderr)."""
    tree, site, cache = folder / "tree", folder / "site", ROOT / ".cache"
    if subprocess.run(["git", "worktree", "add", "-q", "--detach", str(tree), revision], cwd=ROOT).returncode:
        return None
    try:
        # Pictures are named after their content: those that are made need not be made again.
        if cache.exists():
            unneeded = shutil.ignore_patterns("looks", "offline", "tools")
            shutil.copytree(cache, tree / ".cache", ignore=unneeded)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=tree, env=quiet, stdout=sys.stderr)
        return site if done.returncode == 0 else None
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    parser = Parser(__doc__)
    parser.add_argument("site", nargs="?", default="site", type=Path)
    parser.add_argument("--base", metavar="REVISION", default="")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").exists():
        zh, en = "{} 里没有网站，请先运行 make build。", "There is no site in {}; run make build first."
        return say((zh.format(options.site), en.format(options.site)), 1)
    units = "单位KB，压缩后；括号里是增减的字节数。 In KB, compressed; in brackets the change in bytes."
    print(f"\n### 页面大小 / What pages weigh\n\n{units}\n\n{_compared(options)}\n")
    return 0


def _compared(options: argparse.Namespace) -> str:
    now = weigh(options.site)
    if not options.base:
        return table(now)
    with tempfile.TemporaryDirectory() as folder:
        base = built_at(options.base, Path(folder))
        if base:
            return table(now, weigh(base))
    zh, en = "没有能生成 {} 的网站，所以没有比较。", "{} did not build, so there is nothing to compare."
    return f"{table(now)}\n\n{zh.format(options.base)} {en.format(options.base)}"


if __name__ == "__main__":
    run(main)
