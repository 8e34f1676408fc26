"""The pictures' colours, read from the style sheet so that a change of palette is one edit."""

import re
from pathlib import Path

TOKENS = Path("docs/assets/stylesheets/tokens.css")
_ROOT_BLOCK = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\s*;")

Colours = dict[str, str]
"""Hex by the name of a token."""


def palette(root: Path) -> Colours:
    """Colour tokens by name, as the light theme has them: `{"paper": "#faf7f0", …}`."""
    light = _ROOT_BLOCK.findall((root / TOKENS).read_text(encoding="utf-8"))[0]
    return dict(_COLOUR.findall(light))


def mix(first: str, second: str, share: float) -> str:
    """A colour between two; `share` 0 is all first, 1 is all second."""
    from PIL import ImageColor  # here, not above: to look whether a drawing is up to date needs no Pillow

    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
