"""The face of Chinese titles: the bundled font cut down to the characters of titles, for every reader alike.

Android phones mostly have no Chinese serif. The story's forty characters weigh 7.0 KB, and hold for every
chapter; those that only the other titles add (3.6 KB) are a second file, which a browser fetches where they
stand. A walk of six pages (home, three chapters, gallery, figures) fetches both, 10.6 KB. A file for each
page would begin at 3.5 to 4.4 KB and cost 24.2 on that walk; one of what stands on four pages or more and the
rest page by page, in two requests, 4.7 and 17.0.
"""

import hashlib
import io
import re
from collections.abc import Iterable
from pathlib import Path

from story.drawing import FONT
from story.files import prune, put
from story.language.counting import HAN
from story.pages.chapters import page_titles
from story.tables.tables import Tables

_COVERED = re.compile(f"[{HAN}“”《》，、：；？！…—]")
UNITS = 400
"""Of an em: at three pixels a point a title is off by a sixth of a pixel. A thousand weigh 15 % more."""
_ALSO = "余"
"""Stands behind a figure that is a lower bound."""


def characters(tables: Tables) -> list[str]:
    """Chinese characters and signs, sorted: of the story's titles, then those that only other titles have."""
    titles, words = page_titles(tables.root, "zh"), tables.data["strings"]
    # The last chapter leads to the gallery.
    shown = ["home", *(stop["page"] for stop in tables.data["line"]["stops"]), "gallery"]
    ends = (words[end]["zh"] for end in ("line_from", "line_to"))
    story = _covered([*(titles.get(page, "") for page in shown), *ends, _ALSO])
    others = _covered([*titles.values(), words["not_found_title"]["zh"]]) - story
    return ["".join(sorted(each)) for each in (story, others) if each]


def _covered(titles: Iterable[str]) -> set[str]:
    return set(_COVERED.findall("".join(titles)))


def run(tables: Tables, out: Path) -> list[Path]:
    """Bring the WOFF2 files in `out` up to date; theirs is the order of `characters`. A file's name changes
    with what it holds."""
    out.mkdir(parents=True, exist_ok=True)
    paths = [_made(wanted, out) for wanted in characters(tables)]
    prune(out, {path.name for path in paths})
    return paths


def _made(wanted: str, out: Path) -> Path:
    digest = hashlib.sha256(f"{wanted} {UNITS}".encode() + FONT.read_bytes()).hexdigest()[:10]
    path = out / f"title.{digest}.woff2"
    if not path.exists():
        put(path, subset(wanted))
    return path


def subset(wanted: str) -> bytes:
    """The bundled font with no other characters than `wanted`, as WOFF2 (W3C WOFF File Format 2.0)."""
    # Half a second, and only when a title has changed.
    from fontTools import subset

    # Brotli packs outlines better than subroutines do. Nothing here is set upright or has parts to place.
    tables = ["BASE", "VORG", "vhea", "vmtx"]
    options = subset.Options(flavor="woff2", hinting=False, recalc_timestamp=False, desubroutinize=True)
    options.set(layout_features=[], name_IDs=[], glyph_names=False, notdef_outline=False, drop_tables=tables)
    with subset.load_font(FONT, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=wanted)
        cutter.subset(font)
        _scale(font)
        stream = io.BytesIO()
        subset.save_font(font, stream, options)
        return stream.getvalue()


def _scale(font) -> None:
    """Bring a font of CFF outlines to `UNITS`, each point rounded where it stands: `scale_upem` rounds the
    steps between points, whose errors add up along a stroke."""
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib.scaleUpem import scale_upem

    share, glyphs, drawn = UNITS / font["head"].unitsPerEm, font.getGlyphSet(), {}
    for name in glyphs:
        drawn[name] = T2CharStringPen(round(glyphs[name].width * share), None)
        glyphs[name].draw(TransformPen(drawn[name], (share, 0, 0, share, 0, 0)))
    scale_upem(font, UNITS)
    outlines = font["CFF "].cff[0].CharStrings
    for name, pen in drawn.items():
        outlines[name] = pen.getCharString(outlines[name].private, outlines[name].globalSubrs)


def face(paths: list[Path], wanted: list[str]) -> str:
    """The style rules that name them: only for Chinese, and never in the way of the words."""
    ranges = ["U+2E80-9FFF, U+2014, U+201C-201D, U+2026, U+FF00-FFEF", *map(_points, wanted[1:])]
    return "".join(
        '@font-face { font-family: "Story Title"; font-weight: 700; font-display: swap; '
        f'unicode-range: {range_}; src: url("../fonts/{path.name}") format("woff2"); }}\n'
        for path, range_ in zip(paths, ranges, strict=True)
    )


def _points(wanted: str) -> str:
    return ", ".join(f"U+{ord(each):X}" for each in wanted)
