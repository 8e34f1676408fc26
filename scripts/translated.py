"""Record that a page has been brought up to date with its twin in the other language.

    python scripts/translated.py train                 both pages of the pair
    python scripts/translated.py train.en docs/store.md   these two only
    python scripts/translated.py train --no-change     the other page changed, this one need not

Exit status: 0 recorded or nothing to record, 1 a page was not recorded, 2 no such page, or none named.
"""

import argparse
from pathlib import Path

from command import ROOT, Parser, Words, run, say
from story.files import put, reason_of
from story.findings import any_of, meant, relative
from story.pages import twins
from story.pages.page import Page, find
from story.tables.yamlfile import YamlFault

_ALONE = "{page} 没有对应的另一种语言的页面，无从对照。", "{page} has no twin to be compared with."
_UP_TO_DATE = "{page} 已经跟上，不用记。", "{page} is up to date already."
_UNTOUCHED = (
    "{page} 没有记：{twin} 改过了，这一页一个字也没有改。"
    "请先改好；确实不用改，就在命令后面加 --no-change（用 make 时加 NO_CHANGE=1）。",
    "{page} was not recorded: {twin} has changed and this page has not. "
    "Bring it up to date; if nothing needs to change, add --no-change (with make, NO_CHANGE=1).",
)
_UNREADABLE = (
    "{page} 的开头读不懂，请先运行 make check 看哪里不对。",
    "The head of {page} cannot be read; run make check to see why.",
)
_RECORDED = "{page} 记下了：已对照 {twin}。", "{page} recorded as held against {twin}."


def main(arguments: list[str], root: Path = ROOT) -> int:
    options = _parser().parse_args(arguments)
    if not options.page:
        return say(("请写页名：make translated PAGE=train。", "Name a page: make translated PAGE=train."), 2)
    docs = root / "docs"
    pages = {relative(path, docs).removesuffix(".md"): path for path in find(docs)}
    chosen = {name: _named(name, pages) for name in options.page}
    if unknown := [name for name, found in chosen.items() if not found]:
        return max(say(_unknown(name, pages), 2) for name in unknown)
    wanted = dict.fromkeys(name for found in chosen.values() for name in found)
    # All are read before any is written: what one keeps of the other tells whether the other was touched.
    try:
        needed = {*wanted, *map(_twin, wanted)}
        read = {name: _page(path) for name, path in pages.items() if name in needed}
        pairs = [(read[name], read.get(_twin(name))) for name in wanted]
        return max(_bring(page, twin, root, options.no_change) for page, twin in pairs)
    except UnicodeDecodeError:
        zh = "有一个文件不是 UTF-8 编码，请运行 make check 看是哪一个。"
        return say((zh, "A file is not UTF-8; run make check to see which."), 2)
    except BrokenPipeError:
        raise  # no fault of a file: `command.run` ends quietly
    except OSError as error:
        place, reason = error.filename, reason_of(error)
        return say((f"{place} 写不进去：{reason}。", f"{place} cannot be written: {reason}."), 2)


def _named(name: str, pages: dict[str, Path]) -> list[str]:
    """The pages an argument means: `train` both of a pair, `train.en` or `docs/train.md` one."""
    bare = name.replace("\\", "/").removeprefix("./").removeprefix("docs/")
    one = bare.removesuffix(".md")
    both = [one] if bare != one or one.endswith(".en") else [one, f"{one}.en"]
    return [each for each in both if each in pages] if set(both) <= pages.keys() or len(both) > 1 else []


def _twin(name: str) -> str:
    return name.removesuffix(".en") if name.endswith(".en") else f"{name}.en"


def _unknown(name: str, pages: dict[str, Path]) -> Words:
    known = [page for page in pages if not page.endswith(".en")]
    bare = name.removeprefix("docs/").removesuffix(".md").removesuffix(".en")
    zh, en = meant(bare, known, any_of(known))
    return f"没有“{name}”这一页。{zh}", f"There is no page “{name}”. {en}"


def _bring(page: Page, twin: Page | None, root: Path, no_change: bool) -> int:
    """Record one page; what was done is printed. 1 if it could not be."""

    def said(words: Words, status: int = 1) -> int:
        names = {"page": relative(page.path, root), "twin": twin.path.name if twin else ""}
        print("\n    ".join(words).format_map(names))
        return status

    if twin is None:
        return said(_ALONE)
    if twins.recorded(page.text) == twins.mark(twin.text):
        return said(_UP_TO_DATE, 0)
    if twins.recorded(page.text) and twins.untouched(page, twin) and not no_change:
        return said(_UNTOUCHED)
    try:
        new = twins.record(page.text, twin)
    except YamlFault:
        return said(_UNREADABLE)
    put(page.path, new.encode("utf-8"))
    return said(_RECORDED, 0)


def _page(path: Path) -> Page:
    """A file as it stands, its line ends and byte order mark included."""
    return Page(path, path.read_bytes().decode("utf-8"))


def _parser() -> argparse.ArgumentParser:
    parser = Parser("记下：这一页已经跟上另一种语言的那一页 / Record that a page is up to date with its twin")
    which = "页名：train 是一对，train.en 或 docs/train.md 是一页 / a pair by its name, or one file"
    parser.add_argument("page", nargs="*", help=which)
    need_not = "另一页改了，这一页不用改 / the other page changed, this one need not"
    parser.add_argument("--no-change", action="store_true", help=need_not)
    return parser


if __name__ == "__main__":
    run(main)
