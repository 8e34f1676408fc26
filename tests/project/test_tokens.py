"""The colours of tokens.css: all text can be read on every ground, by day, by night, on paper."""

import re
from collections.abc import Iterator

import pytest
from PIL import ImageColor

import small
from contrast import ratio

CSS = re.sub(
    r"/\*.*?\*/",
    "",
    (small.ROOT / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8"),
    flags=re.S,
)
GROUNDS = ("paper", "mist")
BODY = ("ink",)
TEXTS = ("muted", "azurite", "malachite", "cinnabar", "ochre")
ORNAMENTS = ("line", "azurite-pale", "cinnabar-pale")
"""Rules and frames, which carry neither words nor meaning."""


def blocks(css: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each block of the style sheet: where it holds (its media query and selector), and its declarations."""
    media = ""
    for found in re.finditer(r"@media([^{]+)\{|([^{}]+)\{([^{}]*)\}|\}", css):
        if found[2]:
            yield f"{media} {found[2].strip()}".strip(), dict(re.findall(r"--([\w-]+):\s*([^;]+);", found[3]))
        else:
            media = (found[1] or "").strip()


def palettes(css: str) -> dict[str, dict[str, str]]:
    """All colours that hold together: by day, by night, and each other block upon either."""
    (_, day), *others = blocks(css)
    night = next((block for where, block in others if "dark" in where), {})
    found = {"day": day, "night": day | night}
    for where, block in others:
        for time in ("night",) if "dark" in where else ("day", "night"):
            found[f"{where}, by {time}"] = found[time] | block
    return {where: _colours(block) for where, block in found.items()}


def _colours(block: dict[str, str]) -> dict[str, str]:
    """Colours by name; `var(--other)` is that other one."""
    plain = {
        name: re.sub(r"var\(--([\w-]+)\)", lambda other: block[other[1]], value)
        for name, value in block.items()
    }
    return {name: value for name, value in plain.items() if re.fullmatch(r"#[0-9a-fA-F]{3,8}", value)}


PALETTES = palettes(CSS)


def weak(palette: dict[str, str], names: tuple[str, ...], least: float) -> list[str]:
    """Pairs of text and ground with less contrast than that."""
    pairs = [
        (name, ground, ratio(*(ImageColor.getrgb(palette[part]) for part in (name, ground))))
        for name in names
        for ground in GROUNDS
    ]
    return [
        f"--{name} on --{ground}: {found:.2f}, needs {least}"
        for name, ground, found in pairs
        if found < least
    ]


@pytest.mark.parametrize("where", PALETTES)
def test_no_text_is_too_pale_for_its_ground(where):
    assert weak(PALETTES[where], BODY, 7) + weak(PALETTES[where], TEXTS, 4.5) == []


@pytest.mark.parametrize("where", PALETTES)
def test_no_colour_is_left_out_of_this_count(where):
    assert set(PALETTES[where]) == {*GROUNDS, *BODY, *TEXTS, *ORNAMENTS}, (
        "put a new colour into one of the groups above"
    )


def test_a_pale_colour_would_be_found():
    night = "@media (prefers-color-scheme: dark) { :root { --paper: #000; } }"
    css = ":root { --paper: #fff; --mist: #eee; --ink: #767676; } " + night
    found = palettes(css)
    assert weak(found["day"], BODY, 4.5) == ["--ink on --mist: 3.91, needs 4.5"]
    assert found["night"] == {"paper": "#000", "mist": "#eee", "ink": "#767676"}
