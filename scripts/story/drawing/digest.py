"""What tells that a drawing kept from an earlier run is still what would be drawn."""

import hashlib
from functools import cache
from pathlib import Path


@cache
def drawing_digest() -> str:
    """Changes with the drawing code, the font and the palette, and with nothing else."""
    here = Path(__file__).parent
    drawn_by = [*sorted(here.glob("plates/*.py")), here / "scenery.py", here / "lettering.py", here / "cards.py",
                *sorted(here.parent.glob("fonts/*.otf")), here.parents[1] / "docs/assets/stylesheets/tokens.css"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in drawn_by)).hexdigest()[:10]
