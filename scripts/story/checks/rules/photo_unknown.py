"""A page that shows a photograph the manifest does not list."""

from collections.abc import Iterator
from difflib import get_close_matches

from story.checks.rule import Rule
from story.findings import Finding
from story.pages.page import Page, photographs
from story.tables.tables import Tables

RULE = Rule(
    "photo-unknown",
    zh="页面上的照片，photos.yml 里要有这一条。",
    en="A photograph on a page has its entry in photos.yml.",
    why_zh="图注、替代文字、摄影者都写在那里；没有这一条，图就出不来。",
    why_en="Caption, alt text and credit are kept there; without the entry there is no picture.",
    wrong="![](photos/stor.jpg)",
    right="![](photos/store.jpg)",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    known = [entry["id"] for entry in tables.data["photos"]["photos"]]
    for shown, page in pages.items():
        for picture, line in photographs(page.text):
            if picture not in known:
                near = get_close_matches(picture, known, 1)
                yield Finding(
                    shown,
                    line,
                    1,
                    "photo-unknown",
                    f"docs/data/photos.yml 里没有 {picture} 这张照片。{f'是不是想写 {near[0]}？' if near else '请先在那里添上它。'}",
                    f"docs/data/photos.yml lists no photograph {picture}. {f'Did you mean {near[0]}?' if near else 'Add it there first.'}",
                )
