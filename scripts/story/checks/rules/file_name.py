"""A file name that would vanish from the site or make an address that cannot be passed on."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from story.checks.rule import Rule
from story.findings import Finding, relative
from story.pages.page import UNPUBLISHED, Page
from story.tables.tables import Tables

RULE = Rule(
    "file-name",
    "文件名只用小写英文字母、数字和连字符，例如 train-inside.svg；除了 .en，不写别的两个字母的后缀。",
    "File names are of small letters, digits and hyphens, as train-inside.svg; no two-letter suffix but .en.",
    "文件名就是网址。空格和汉字在网址里变成一串百分号；大小写在有的电脑上不分，在服务器上分，换一台就打不开。倒数第二节是两个字母的（map.cn.png），会被当成语言代码，文件就不出现在网站上，也没有人告诉你。",
    "The file’s name is its address. Spaces and Chinese become a row of percent signs; capitals are told apart by the server and not by every computer. Two letters before the ending (map.cn.png) are taken for a language, "
    "and the file vanishes from the site without a word.",
    "docs/assets/images/列车 Map.cn.png",
    "docs/assets/images/train-map.png",
)

# As RE_LOCALE in the i18n plugin’s config.py.
_LOCALE_LIKE = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2})\.[^.]+$")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    docs = tables.root / "docs"
    for path in sorted(docs.rglob("*")):
        inside = path.relative_to(docs)
        hidden = inside.parts[0] in UNPUBLISHED or any(part.startswith(".") for part in inside.parts)
        if not hidden and (fault := _fault(path)):
            yield Finding(relative(path, tables.root), 1, 1, RULE.id, *fault, RULE.severity)


def _fault(path: Path) -> tuple[str, str] | None:
    match = _LOCALE_LIKE.search(path.name) if path.is_file() else None
    if match and match[1] != "en":
        better = path.name.replace(f".{match[1]}.", f"-{match[1]}.")
        return (
            f"文件名里的“.{match[1]}.”会被当成语言代码，文件就不会出现在网站上。请改名为 {better}，并改用到它的页面。",
            f"“.{match[1]}.” in the name is taken for a language, and the file would vanish from the site. Rename it {better} and update the pages that use it.",
        )
    zh, en = _odd(path.name)
    if not zh:
        return None
    better = _better(path.name)
    return (
        f"名字“{path.name}”里有{'、'.join(zh)}，放到网址里会出错。请改名，只用小写英文字母、数字和连字符{f'，例如 {better}' if better else ''}，并改用到它的页面。",
        f"The name “{path.name}” has {', '.join(en)}, which breaks as an address. Rename it with small letters, digits and hyphens{f', such as {better}' if better else ''}, and update the pages that use it.",
    )


def _odd(name: str) -> tuple[list[str], list[str]]:
    """What in a name does not belong there, in both languages."""
    kinds = [
        (r"\s", "空格", "spaces"),
        (r"[A-Z]", "大写字母", "capitals"),
        (r"[^\x00-\x7f]", "中文或其他非英文的字", "characters other than ASCII"),
        (r"[^\w\s.\-]", "符号", "signs"),
    ]
    found = [(zh, en) for pattern, zh, en in kinds if re.search(pattern, name)]
    return [zh for zh, _ in found], [en for _, en in found]


def _better(name: str) -> str | None:
    """The name in small letters, its odd characters as hyphens; None if nothing readable is left of it."""
    stem, dot, ending = unicodedata.normalize("NFKC", name).lower().rpartition(".")
    plain = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9._]+", "-", stem if dot else ending)).strip("-.")
    return (f"{plain}.{ending}" if dot else plain) if plain and ending.isascii() else None
