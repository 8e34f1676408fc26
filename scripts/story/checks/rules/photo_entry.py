"""A photograph without credit, licence, alt text or entry; an entry without a picture; two files for one."""

from collections.abc import Iterator

from story.checks.rule import Rule
from story.findings import Finding
from story.gallery.manifest import of_site
from story.pages.page import Page
from story.tables.tables import Tables

_ENTRY = "- id: store\n  credit: 李明\n  licence: CC BY 4.0\n  alt: {zh: 店门口站着几个人, en: Several people at a shop door}"

RULES = (
    Rule(
        "photo-html",
        "照片的图注和替代文字里不写 HTML。",
        "Caption and alt text of a photograph hold no HTML.",
        "尖括号会原样印出来，也可能带进坏东西。",
        "Angle brackets would be printed, or smuggle something in.",
        "- id: store\n  caption: {zh: <b>店</b>, en: <b>Shop</b>}",
        "- id: store\n  caption: {zh: 店, en: Shop}",
    ),
    Rule(
        "photo-missing",
        "清单里的每一条，要有照片或插图。",
        "Every entry of the manifest has a photograph or a drawing.",
        "没有图的条目会在网页上留下一个空框。",
        "An entry without a picture leaves an empty frame.",
        "- id: store",
        "- id: store\n  plate: store",
    ),
    Rule(
        "photo-credit",
        "放进来的照片要写摄影者（credit）。",
        "A photograph has its credit.",
        "没有摄影者的同意和姓名，照片不能上网。",
        "Without the photographer's name and consent a picture cannot be shown.",
        "- id: store\n  licence: CC BY 4.0",
        _ENTRY,
    ),
    Rule(
        "photo-licence",
        "放进来的照片要写许可（licence）。",
        "A photograph has its licence.",
        "没有许可，别人不知道能不能转用，我们也不能用。",
        "Without a licence nobody may use it, nor may we.",
        "- id: store\n  credit: 李明",
        _ENTRY,
    ),
    Rule(
        "photo-alt",
        "照片要有中英文的替代文字（alt）。",
        "A photograph has alt text in both languages.",
        "看不见图的读者，靠它知道画面里有什么。",
        "Readers who cannot see the picture are told by it what it shows.",
        "- id: store\n  credit: 李明\n  licence: CC BY 4.0",
        _ENTRY,
    ),
    Rule(
        "photo-twice",
        "一条只放一个文件。",
        "An entry has one file.",
        "store.jpg 和 store.png 都在，不知道用哪一个。",
        "With store.jpg and store.png both there, nobody can tell which is meant.",
        "docs/photos/store.jpg\ndocs/photos/store.png",
        "docs/photos/store.jpg",
    ),
    Rule(
        "photo-unlisted",
        "photos 文件夹里的照片，清单里要有。",
        "A photograph in the folder stands in the manifest.",
        "清单里没有的照片不会出现在网站上，多半是文件名写错了。",
        "It would never be shown; most often its name is misspelt.",
        "docs/photos/stor.jpg",
        "docs/photos/store.jpg",
    ),
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    yield from of_site(tables)[1]
