"""A photograph that cannot be used, as far as that is told without decoding it, or is larger than any use."""

from pathlib import Path

from story.checks.rule import Findings, Pages, rule
from story.files import shown
from story.gallery.decode import Refusal, look, read
from story.gallery.manifest import files
from story.gallery.recipe import ENOUGH, LONGEST, MOST_BYTES
from story.tables.tables import Tables

RULE = rule("photo-too-large")


def check(pages: Pages, tables: Tables) -> Findings:
    photos = tables.root / "docs" / "photos"
    for path in [path for paths in files(photos).values() for path in paths]:
        place = shown(path.relative_to(tables.root))
        try:
            size, sides = _measured(path, photos)
        except Refusal as refusal:
            yield rule(refusal.rule).finding(place, (1, 1), (refusal.zh, refusal.en))
            continue
        if size > MOST_BYTES or max(sides) > LONGEST:
            yield RULE.finding(
                place,
                (1, 1),
                width=sides[0],
                height=sides[1],
                size=size / 1e6,
                longest=LONGEST,
                most=f"{MOST_BYTES // 10**6} MB",
                photo=place,
                enough=ENOUGH,
            )


def _measured(path: Path, photos: Path) -> tuple[int, tuple[int, int]]:
    """Bytes and pixels of a file. Raises `Refusal`."""
    data = read(path, photos)
    return len(data), look(data, path.suffix.lower()).size
