"""A file name that would vanish from the site or make an address that cannot be passed on."""

import re
import unicodedata
from pathlib import Path

from story.checks.rule import Findings, Pages, rule
from story.findings import Words, relative
from story.pages.page import UNPUBLISHED
from story.tables.tables import Tables

RULE = rule("file-name")
# As RE_LOCALE in the i18n plugin’s config.py.
_LOCALE_LIKE = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2})\.[^.]+$")
_ODD = [
    (r"\s", "空格", "spaces"),
    (r"[A-Z]", "大写字母", "capitals"),
    (r"[^\x00-\x7f]", "中文或其他非英文的字", "characters other than ASCII"),
    (r"[^\w\s.\-]", "符号", "signs"),
]
"""What in a name does not belong there."""


def check(pages: Pages, tables: Tables) -> Findings:
    docs = tables.root / "docs"
    for path in sorted(docs.rglob("*")):
        inside = path.relative_to(docs)
        hidden = inside.parts[0] in UNPUBLISHED or any(part.startswith(".") for part in inside.parts)
        if not hidden and (fault := _fault(path)):
            yield RULE.finding(relative(path, tables.root), (1, 1), *fault)


def _fault(path: Path) -> Words | None:
    match = _LOCALE_LIKE.search(path.name) if path.is_file() else None
    if match and match[1] != "en":
        better = path.name.replace(f".{match[1]}.", f"-{match[1]}.")
        return (
            f"文件名里的“.{match[1]}.”会被当成语言代码，文件就不会出现在网站上。"
            f"请改名为 {better}，并改用到它的页面。",
            f"“.{match[1]}.” in the name is taken for a language, and the file would vanish from the site. "
            f"Rename it {better} and update the pages that use it.",
        )
    odd = [words for pattern, *words in _ODD if re.search(pattern, path.name)]
    if not odd:
        return None
    zh, en, better = "、".join(zh for zh, _ in odd), ", ".join(en for _, en in odd), _better(path.name)
    such_zh, such_en = (f"，例如 {better}", f", such as {better}") if better else ("", "")
    return (
        f"名字“{path.name}”里有{zh}，放到网址里会出错。"
        f"请改名，只用小写英文字母、数字和连字符{such_zh}，并改用到它的页面。",
        f"The name “{path.name}” has {en}, which breaks as an address. "
        f"Rename it with small letters, digits and hyphens{such_en}, and update the pages that use it.",
    )


def _better(name: str) -> str | None:
    """The name in small letters, its odd characters as hyphens; None if nothing readable is left of it."""
    stem, dot, ending = unicodedata.normalize("NFKC", name).lower().rpartition(".")
    plain = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9._]+", "-", stem if dot else ending)).strip("-.")
    return (f"{plain}.{ending}" if dot else plain) if plain and ending.isascii() else None
