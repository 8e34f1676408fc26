"""A file name whose last-but-one ending looks like a language, such as `map.cn.png`.

The i18n plugin takes any two letters there for a locale and leaves the file out without a word.
"""

import re
from collections.abc import Iterator

from story.findings import Finding, relative
from story.pages import UNPUBLISHED, Page
from story.rules import Rule
from story.tables import Tables

RULE = Rule(
    "file-name",
    zh="文件名倒数第二段不能是两个字母的语言代码，“.en.”除外。",
    en="The last but one part of a file name is no two-letter language code, save “.en.”.",
    why_zh="两个字母会被当成一种语言，文件就悄悄地从网站上消失，没有任何提示。",
    why_en="Any two letters there are taken for a language, and the file vanishes from the site without a word.",
    wrong="docs/assets/images/map.cn.png",
    right="docs/assets/images/map-cn.png",
)

# As RE_LOCALE in the plugin’s config.py.
_LOCALE_LIKE = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2})\.[^.]+$")


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    docs = tables.root / "docs"
    for path in sorted(docs.rglob("*")):
        match = _LOCALE_LIKE.search(path.name)
        if match and match[1] != "en" and path.is_file() and path.relative_to(docs).parts[0] not in UNPUBLISHED:
            better = path.name.replace(f".{match[1]}.", f"-{match[1]}.")
            yield Finding(relative(path, tables.root), 1, 1, "file-name",
                          f"文件名里的“.{match[1]}.”会被当成语言代码，文件就不会出现在网站上。请改名为 {better}，并改用到它的页面。",
                          f"“.{match[1]}.” in the name is taken for a language, and the file would vanish from the site. "
                          f"Rename it {better} and update the pages that use it.")
