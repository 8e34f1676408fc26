"""Front matter that does not parse, or misses a field. MkDocs would print it as text and go on."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page, empty, front_matter, project
from story.tables import schemas
from story.tables.reading import yaml_finding
from story.tables.tables import Tables
from story.tables.yamlfile import YamlFault

_SAFE = "---\nrevised: 2026-11-23\n---\n\n# 列车"
YAML = Rule(
    "yaml",
    zh="表格和页面开头要是读得通的 YAML：半角冒号加空格，对齐，引号成对。",
    en="Tables and the head of each page are readable YAML: a colon and a space, even indentation, quotes in pairs.",
    why_zh="读不通，后面的检查就没法做；页面开头读不通，还会原样印在网页上。",
    why_en="What cannot be read cannot be checked, and an unreadable head of a page would be printed on the page.",
    wrong="---\nrevised: '2026-11-23\n---\n\n# 列车",
    right=_SAFE,
)
SCHEMA = Rule(
    "schema",
    zh="每一条都要写齐必写的几项，格式照数据表手册（docs/data/README.md）。",
    en="Every entry has the fields it needs, in the form the manual of the tables lays down (docs/data/README.md).",
    why_zh="少写一项，例如事实没有出处（source），网页上就缺一块，或者画错。",
    why_en="Without a field, such as the source of a fact, the page has a hole or draws something wrong.",
    wrong="---\nrevised: 2026年11月23日\n---\n\n# 列车",
    right=_SAFE,
)
ENCODING = Rule(
    "encoding",
    zh="文件要存成 UTF-8。",
    en="Files are saved as UTF-8.",
    why_zh="旧的记事本会存成 GBK，别的电脑读出来是乱码。在编辑器里“另存为”，编码选 UTF-8。",
    why_en="Old editors save Chinese as GBK, which other computers show as rubbish. Choose UTF-8 in “Save as”.",
    wrong="（用 GBK 保存的 train.md / train.md saved as GBK）",
    right="（用 UTF-8 保存的 train.md / train.md saved as UTF-8）",
)
ID_REPEATED = Rule(
    "id-repeated",
    zh="同一张表里，一个编号只用一次。",
    en="An id is used once in a table.",
    why_zh="两条同号，链接就不知道该到哪一条。",
    why_en="If two entries share an id, a link cannot tell them apart.",
    wrong="- id: total\n  …\n- id: total\n  …",
    right="- id: total\n  …\n- id: total-2024\n  …",
)
RULES = (YAML, SCHEMA, ENCODING, ID_REPEATED)


def check(pages: dict[str, Page], tables: Tables | None) -> Iterator[Finding]:
    for shown, page in pages.items():
        if empty(page):
            continue  # a rule of its own
        try:
            data, marks = front_matter(page.text)
        except YamlFault as fault:
            yield _unclosed(shown) if fault.mark[0] == 0 else yaml_finding(shown, fault, first_line=1)
            continue
        yield from schemas.faults(project(pages), "page", data, marks, shown)


def _unclosed(shown: str) -> Finding:
    zh = (
        "页面开头的 --- 没有对应的结尾。请在页面开头最后一行"
        "（translated 那一行；没有就是 revised 那一行）下面另起一行写 ---。"
    )
    en = (
        "The opening --- is never closed. Put a line --- under the last line of the head "
        "(“translated”; without one, “revised”)."
    )
    return Finding(shown, 1, 1, "yaml", zh, en)
