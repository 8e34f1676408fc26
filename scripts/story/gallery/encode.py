"""One image in, its derivatives out: widths × formats, named by content, written atomically."""

import hashlib
import io
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from PIL import Image

from story.files import put
from story.gallery.likeness import likeness
from story.gallery.recipe import Recipe
from story.gallery.screens import PHONES

ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}

_OPTIONS: dict[str, dict] = {
    # One thread each: the pictures themselves are made side by side.
    "avif": {"max_threads": 1},
    "webp": {"method": 4},
    "jpeg": {"progressive": True, "optimize": True},
}


_SLOW, _FAST = 6, 8
"""Speeds of the encoder of AVIF."""
_PHONE = max(screen.width * screen.dots for screen in PHONES)
_TRIAL = 824
"""Pixels across, at which `Recipe.like` was chosen."""


@dataclass(frozen=True)
class Derivative:
    """One written file; `name` is relative to the output folder, `size` in bytes."""

    format: str
    width: int
    height: int
    name: str
    size: int


def digest(data: bytes, recipe: Recipe, mark: str = "") -> str:
    """Ten hexadecimal digits that change with the picture, the recipe or the text written into it."""
    found = hashlib.sha256(data)
    found.update(recipe.fingerprint().encode() + mark.encode())
    return found.hexdigest()[:10]


def plan(size: tuple[int, int], recipe: Recipe) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    """Every size to make of an upright picture, largest first, with its formats. For looking closely JPEG
    has one more; a picture smaller than all that a format has is made at its own size."""
    widths = {kind: _possible(recipe.of(kind), size[0]) for kind in recipe.formats}
    if close := recipe.zoom and min(recipe.zoom, size[0]):
        widths["jpeg"] = {*widths.get("jpeg", ()), close}
    every = sorted(set().union(*widths.values()), reverse=True)
    return [(_scaled(size, one), tuple(kind for kind in widths if one in widths[kind])) for one in every]


def _possible(widths: tuple[int, ...], most: int) -> set[int]:
    return {wanted for wanted in widths if wanted <= most} or {most}


def _scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    return width, max(1, round(size[1] * width / size[0]))


def _reduced(images: list[Image.Image], size: tuple[int, int]) -> Image.Image:
    """From the least that is half as wide again, for each reduction takes some of the sharpness.

    By LANCZOS; below a third BICUBIC does as well, measured after encoding, in two thirds of the time.
    """
    image = next((each for each in reversed(images) if each.width >= 1.5 * size[0]), images[0])
    if image.size == size:
        return image
    filter = Image.Resampling.BICUBIC if image.width < 1.5 * size[0] else Image.Resampling.LANCZOS
    return image.resize(size, filter, reducing_gap=3.0)


def quality(image: Image.Image, recipe: Recipe) -> int:
    """The least of `recipe.avif` with which a picture is `recipe.like` itself, found in at most three trials;
    the last if none is. Tried small and fast: what is then made is no less like."""
    width = min(_TRIAL, image.width)
    small = _reduced([image], _scaled(image.size, width))

    def good(number: int) -> bool:
        made = encoded(small, "avif", replace(recipe, avif=(number,)), speed=_FAST)
        return likeness(small, Image.open(io.BytesIO(made)).convert("RGB")) >= recipe.like

    return recipe.avif[bisect_left(recipe.avif[:-1], True, key=good)]


def make(
    image: Image.Image,
    stem: str,
    out: Path,
    recipe: Recipe,
    exif: bytes = b"",
    again: bool = False,
    check: bool = False,
    known: Mapping[str, int] = MappingProxyType({}),
    tick: Callable[[], None] = lambda: None,
) -> list[Derivative]:
    """Write every derivative of `image` as `out/stem-WIDTH.ENDING`; sound ones there are kept unless `again`.

    `known` gives the bytes a file had when it was written.
    `tick` is called for each file written, or with `check` for each that would be; of those no size in bytes
    is told.
    Raises `OSError` if the disk refuses; nothing half-written keeps a final name.
    """
    made, images = [], [image]
    for size, formats in plan(image.size, recipe):
        if not check:
            images.append(_reduced(images, size))
        for kind in formats:
            path = out / f"{stem}-{size[0]}.{ENDINGS[kind]}"
            new = again or not _sound(path, size, known.get(path.name))
            if new:
                tick()
            if new and not check:
                if kind == "avif" and len(recipe.avif) > 1:
                    recipe = replace(recipe, avif=(quality(image, recipe),))
                write(path, images[-1], kind, recipe, exif)
            made.append(Derivative(kind, *size, path.name, 0 if new and check else path.stat().st_size))
    return made


def _sound(path: Path, size: tuple[int, int], known: int | None) -> bool:
    """True if a file is as it was written: as long as it is known to be, or a whole picture of its size."""
    try:
        if known is not None:
            return path.stat().st_size == known
        with Image.open(path) as image:
            image.load()
            return image.size == size
    except Exception:  # a damaged file can make a decoder raise anything
        return False


def write(path: Path, image: Image.Image, kind: str, recipe: Recipe, exif: bytes = b"") -> None:
    """Encode, then `put`. Raises OSError."""
    put(path, encoded(image, kind, recipe, exif))


def encoded(image: Image.Image, kind: str, recipe: Recipe, exif: bytes = b"", **more: int) -> memoryview:
    """The content of a file. Not straight into the file: for a full disk the encoders have only a number."""
    stream = io.BytesIO()
    image.save(stream, kind.upper(), **options(kind, recipe, image.width, exif) | more)
    return stream.getbuffer()


def colours(image: Image.Image) -> list[str]:
    """Top, middle and bottom colour of a picture, as hex: the placeholder that costs no request."""
    column = image.resize((1, 3), Image.Resampling.BOX)
    return [f"#{column.tobytes()[start : start + 3].hex()}" for start in (0, 3, 6)]


def options(kind: str, recipe: Recipe, width: int, exif: bytes = b"") -> dict:
    """What Pillow is told for each format. What is too wide for phones takes a quarter of the time, and a few
    bytes in a hundred more."""
    how = {"quality": recipe.avif[-1] if kind == "avif" else getattr(recipe, kind)}
    speed = {"speed": _SLOW if width <= _PHONE else _FAST} if kind == "avif" else {}
    return how | speed | ({"exif": exif} if exif else {}) | _OPTIONS[kind]
