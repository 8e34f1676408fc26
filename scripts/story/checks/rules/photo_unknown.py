"""A page that shows a photograph the manifest does not list."""

from story.checks.rule import Findings, Pages, rule
from story.findings import meant
from story.pages.page import photographs
from story.tables.tables import Tables

RULE = rule("photo-unknown")


def check(pages: Pages, tables: Tables) -> Findings:
    known = [entry["id"] for entry in tables.data["photos"]["photos"]]
    for shown, page in pages.items():
        for picture, line in photographs(page.text):
            if picture not in known:
                zh, en = meant(picture, known, ("请先在那里添上它。", "Add it there first."))
                yield RULE.finding(
                    shown,
                    (line, 1),
                    f"docs/data/photos.yml 里没有 {picture} 这张照片。{zh}",
                    f"docs/data/photos.yml lists no photograph {picture}. {en}",
                )
