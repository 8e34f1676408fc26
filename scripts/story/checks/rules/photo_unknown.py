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
                hint = meant(picture, known, RULE.words("add"))
                yield RULE.finding(shown, (line, 1), "unknown", photo=picture, hint=hint)
