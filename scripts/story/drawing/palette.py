"""The pictures' colours, read from the style sheet so that a change of palette is one edit."""

import re
from pathlib import Path

TOKENS = Path("docs/assets/stylesheets/tokens.css")
_ROOT_BLOCK = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\s*;")

Colours = dict[str, str]
"""Hex by the name of a token."""


NIGHT = {
    "ink": "#050b10",
    "muted": "#5d6c75",
    "azurite": "#35668f",
    "malachite": "#2d7064",
    "ochre": "#55768a",
    "mist": "#27353d",
    "wall": "#c3cbca",
    "fog": "#1b303c",
    "orb": "#efe6cb",
    "lamp": "#f7c873",
    "shine": "#46565f",
    "wood": "#7d5c36",
    "white": "#f0dfbd",
}
"""The pigments by moonlight; paper and the line are those of the dark theme."""


def palette(root: Path, night: bool = False) -> Colours:
    """Colour tokens by name, as the light theme has them: `{"paper": "#faf7f0", …}`.

    Besides: `wall`, which is whitewashed, `fog` between mountains, `orb`, sun or moon, and `lamp`, what a
    window shows; in rooms `wood`, the `white` of paper and the `shine` that falls in; `text`, letters on the
    ground.
    """
    light, dark = map(dict, map(_COLOUR.findall, _ROOT_BLOCK.findall(_read(root))[:2]))
    if night:
        return light | dark | NIGHT | {"text": dark["ink"]}
    orb = mix(mix(light["ochre"], light["cinnabar"], 0.6), light["paper"], 0.5)
    lamp, room = mix(light["ink"], light["azurite"], 0.55), {"wood": light["ochre"], "white": "#ffffff"}
    white = dict.fromkeys(("wall", "fog", "shine"), light["paper"])
    return light | white | room | {"orb": orb, "lamp": lamp, "text": light["ink"]}


def _read(root: Path) -> str:
    return (root / TOKENS).read_text(encoding="utf-8")


def mix(first: str, second: str, share: float) -> str:
    """A colour between two; `share` 0 is all first, 1 is all second."""
    from PIL import ImageColor  # here, not above: to look whether a drawing is up to date needs no Pillow

    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
