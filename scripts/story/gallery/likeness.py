"""How much one picture looks like another."""

from PIL import Image, ImageMath

_SQUARE = 8
"""Pixels of a window's side, as in the paper."""
_STEADY = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Mean structural similarity of luminance (Wang et al. 2004) over windows side by side: 1 is the same."""
    a, b = (image.convert("L").convert("F") for image in (one, other))
    products = (_product(a, a), _product(b, b), _product(a, b))
    names = dict(zip(("a", "b", "aa", "bb", "ab"), (each.reduce(_SQUARE) for each in (a, b, *products))))
    found = ImageMath.lambda_eval(_similar, **names)
    return found.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda of: of["one"] * of["other"], one=one, other=other)


def _similar(of):
    both, squares = of["a"] * of["b"], of["a"] * of["a"] + of["b"] * of["b"]
    light, texture = _STEADY
    spread = of["aa"] + of["bb"] - squares
    return (2 * both + light) * (2 * (of["ab"] - both) + texture) / ((squares + light) * (spread + texture))
