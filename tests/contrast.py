"""Contrast of two colours as WCAG 2 counts it."""

from collections.abc import Sequence


def ratio(first: Sequence[float | str], second: Sequence[float | str]) -> float:
    """From 1 to 21, of two colours as red, green and blue from 0 to 255."""
    dark, light = sorted(_luminance(colour) for colour in (first, second))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Sequence[float | str]) -> float:
    parts = [float(part) / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
