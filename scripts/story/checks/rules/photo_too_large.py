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
                f"照片太大：{width}×{height}像素，{size / 1e6:.1f} MB；不超过{LONGEST}像素、"
                f"{most} 就够了。请运行 make shrink PHOTO={shown}（原图会留在 originals 里），"
                f"或者用看图软件导出一份长边{ENOUGH}像素的。",
                f"The photograph is too large: {width}×{height} pixels, {size / 1e6:.1f} MB; "
                f"{LONGEST:,} pixels and {most} are plenty. Run make shrink PHOTO={shown} "
                "(the original is kept in originals), "
                f"or export a copy of {ENOUGH:,} pixels from a picture viewer.",
            )


def _measured(path: Path) -> tuple[int, tuple[int, int]] | None:
    """Bytes and pixels of a file that is too large; None for others, and for what is no picture: another
    check says
    so."""
    try:
        size = path.stat().st_size
        with Image.open(path) as image:
            return (size, image.size) if size > MOST_BYTES or max(image.size) > LONGEST else None
    except Exception:  # a damaged file can make a decoder raise anything
        return None
