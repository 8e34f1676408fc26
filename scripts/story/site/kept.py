"""Pictures drawn once and kept, each under a name that changes with what it shows and what draws it."""

import hashlib
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from story.drawing.digest import drawing_digest
from story.drawing.lettering import MissingGlyphs
from story.files import prune, put


@dataclass(frozen=True)
class Wanted:
    """A picture: its file is `key.DIGEST.ending`, and `draw` gives the file's content.

    `shows` is what it depends on beside the drawing itself: words, an address, the name of a picture.
    """

    key: str
    ending: str
    shows: tuple[str, ...]
    draw: Callable[[], bytes | memoryview]


def keep(wanted: Iterable[Wanted], out: Path) -> dict[str, str]:
    """Draw what `out` lacks, remove what nobody wants any more; file names by key.

    Words with a character that the bundled font lacks have no picture; `checks/rules/title_glyph.py` reports
    it. Raises OSError if `out` cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    names = {}
    for each in wanted:
        digest = hashlib.sha256(json.dumps([each.shows, drawing_digest()]).encode()).hexdigest()[:8]
        name = f"{each.key}.{digest}.{each.ending}"
        try:
            if not (out / name).exists():
                put(out / name, each.draw())
        except MissingGlyphs:
            continue
        names[each.key] = name
    prune(out, set(names.values()))
    return names


def png(draw: Callable[..., Image.Image], *arguments, optimize: bool = False) -> bytes:
    """What is drawn from some arguments as a PNG file (ISO/IEC 15948); `optimize` takes longer for a smaller
    one. Raises what `draw` raises."""
    stream = io.BytesIO()
    draw(*arguments).save(stream, "PNG", optimize=optimize)
    return stream.getvalue()
