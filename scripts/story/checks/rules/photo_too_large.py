"""A photograph that is larger than any use of it."""

from pathlib import Path

from PIL import Image

from story.checks.rule import Findings, Pages, rule
from story.findings import relative
from story.gallery.manifest import files
from story.gallery.recipe import ENOUGH, LONGEST, MOST_BYTES
from story.tables.tables import Tables

RULE = rule("photo-too-large")


def check(pages: Pages, tables: Tables) -> Findings:
    most = f"{MOST_BYTES // 10**6} MB"
    for path in [path for paths in files(tables.root / "docs" / "photos").values() for path in paths]:
        if found := _measured(path):
            shown, (size, (width, height)) = relative(path, tables.root), found
            yield RULE.finding(
                shown,
                (1, 1),
                width=width,
                height=height,
                size=size / 1e6,
                longest=LONGEST,
                most=most,
                photo=shown,
                enough=ENOUGH,
            )


def _measured(path: Path) -> tuple[int, tuple[int, int]] | None:
    """Bytes and pixels of a file that is too large; None for others, and for what is no picture: another
    check says so."""
    try:
        size = path.stat().st_size
        with Image.open(path) as image:
            return (size, image.size) if size > MOST_BYTES or max(image.size) > LONGEST else None
    except Exception:  # a damaged file can make a decoder raise anything
        return None
