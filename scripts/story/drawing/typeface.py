"""The face of Chinese titles: the bundled font cut down to the characters of titles, for every reader alike.

Android phones mostly have no Chinese serif. Sixty characters weigh 14 KB; the whole font would be a thousand.
"""

import hashlib
import io
import re
from pathlib import Path

from story.drawing import FONT
from story.files import prune, put
from story.language.counting import HAN
from story.pages.chapters import page_titles
from story.tables.tables import Tables

_COVERED = re.compile(f"[{HAN}“”《》，、：；？！…—]")
_ALSO = "余"
"""Stands behind a figure that is a lower bound."""


def characters(tables: Tables) -> str:
    """Every Chinese character and sign of the titles of pages and of the line, sorted."""
    titles = page_titles(tables.root, "zh").values()
    stops = (stop["short"]["zh"] for stop in tables.data["line"]["stops"])
    words = "".join([*titles, *stops, tables.data["strings"]["not_found_title"]["zh"], _ALSO])
    return "".join(sorted(set(_COVERED.findall(words))))


def run(tables: Tables, out: Path) -> Path:
    """Bring the WOFF2 file in `out` up to date and return it; its name changes with its characters."""
    wanted = characters(tables)
    digest = hashlib.sha256(wanted.encode() + FONT.read_bytes()).hexdigest()[:10]
    path = out / f"title.{digest}.woff2"
    if not path.exists():
        out.mkdir(parents=True, exist_ok=True)
        put(path, subset(wanted))
        prune(out, {path.name})
    return path


def subset(wanted: str) -> bytes:
    """The bundled font with no other characters than `wanted`, as WOFF2 (W3C WOFF File Format 2.0)."""
    # Half a second, and only when a title has changed.
    from fontTools import subset

    features = ["kern", "locl", "palt", "halt"]
    options = subset.Options(flavor="woff2", hinting=False, recalc_timestamp=False, layout_features=features)
    with subset.load_font(FONT, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=wanted)
        cutter.subset(font)
        stream = io.BytesIO()
        subset.save_font(font, stream, options)
        return stream.getvalue()


def face(path: Path) -> str:
    """The style rule that names it: only for Chinese, and never in the way of the words."""
    return (
        '@font-face { font-family: "Story Title"; font-weight: 700; font-display: swap; '
        "unicode-range: U+2E80-9FFF, U+2014, U+201C-201D, U+2026, U+FF00-FFEF; "
        f'src: url("../fonts/{path.name}") format("woff2"); }}\n'
    )
