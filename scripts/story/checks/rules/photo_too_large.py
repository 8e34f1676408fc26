"""A photograph that is larger than any use of it."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from story.checks.rule import Rule
from story.findings import Finding, relative
from story.gallery.manifest import files
from story.gallery.recipe import ENOUGH, LONGEST, MOST_BYTES
from story.pages.page import Page
from story.tables.tables import Tables

RULE = Rule(
    "photo-too-large",
    f"docs/photos 里的照片不超过{MOST_BYTES // 10**6} MB，长边不超过{LONGEST}像素。",
    f"A photograph in docs/photos has at most {MOST_BYTES // 10**6} MB and {LONGEST:,} pixels on its long side.",
    f"照片放进来就永远留在仓库的历史里，人人都要下载一遍；网页上最大的一种也只要两千多像素。提示里的命令把它缩到长边{ENOUGH}像素，原来的文件移到 originals 文件夹，不会丢。"
    "不用命令的话，用看图软件或手机导出一份小的，换上去。",
    f"Once added, a file stays in the repository’s history for ever and everybody downloads it, while the largest picture on a page needs little more than two thousand pixels. The command in the message "
    f"reduces it to {ENOUGH:,} pixels and moves the original to the folder originals. Without commands, export a smaller copy from a picture viewer or a phone.",
    "docs/photos/store.jpg（8256×5504像素，24 MB）",
    "make shrink PHOTO=docs/photos/store.jpg",
)


def check(pages: dict[str, Page], tables: Tables) -> Iterator[Finding]:
    for paths in files(tables.root / "docs" / "photos").values():
        for path in paths:
            if found := _measured(path):
                shown, (size, (width, height)) = relative(path, tables.root), found
                yield Finding(
                    shown,
                    1,
                    1,
                    RULE.id,
                    f"照片太大：{width}×{height}像素，{size / 1e6:.1f} MB；不超过{LONGEST}像素、{MOST_BYTES // 10**6} MB 就够了。请运行 make shrink PHOTO={shown}（原图会留在 originals 里），"
                    f"或者用看图软件导出一份长边{ENOUGH}像素的。",
                    f"The photograph is too large: {width}×{height} pixels, {size / 1e6:.1f} MB; {LONGEST:,} pixels and {MOST_BYTES // 10**6} MB are plenty. Run make shrink PHOTO={shown} "
                    f"(the original is kept in originals), or export a copy of {ENOUGH:,} pixels from a picture viewer.",
                    RULE.severity,
                )


def _measured(path: Path) -> tuple[int, tuple[int, int]] | None:
    """Bytes and pixels of a file that is too large; None for others, and for what is no picture: another check says so."""
    try:
        size = path.stat().st_size
        with Image.open(path) as image:
            return (size, image.size) if size > MOST_BYTES or max(image.size) > LONGEST else None
    except Exception:  # a damaged file can make a decoder raise anything
        return None
