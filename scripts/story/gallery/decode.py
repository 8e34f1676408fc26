"""One picture file in, one clean upright sRGB image out, or a refusal in an editor's words."""

import io
import logging
import math
import warnings
from pathlib import Path
from typing import cast

from PIL import ExifTags, Image, ImageCms, ImageOps, JpegImagePlugin

from story.files import reason_of
from story.gallery import parts
from story.gallery.kinds import FORMATS, HEIC, UNREAD, sentence
from story.rules import rule

# What Pillow has to say about a file is said here, in an editor's words.
logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)

SHORTEST = 200
"""A side shorter than this (pixels) is no photograph for a page."""
LONGEST_RATIO = 8
"""Longer than this against the other side, it is a strip, not a photograph."""
MOST_BYTES = 600_000_000
"""A larger file is not even read: no photograph within Pillow's limit needs as much."""
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_SRGB = ImageCms.createProfile("sRGB")


class Refusal(Exception):
    """A picture that cannot be used. `rule` is the id of the rule that it breaks, one of whose sentences says
    in both languages why, and what to do."""

    def __init__(self, name: str, key: str = "", /, **fields: object):
        self.rule = name
        self.zh, self.en = rule(name).words(key, **fields)
        super().__init__(self.en)


def read(path: Path, inside: Path) -> bytes:
    """The bytes of a picture file. Raises `Refusal` if it is no ordinary file below `inside`, or empty."""
    try:
        _ordinary(path, inside)
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:  # before Python 3.13 a link to itself is a RuntimeError
        if not isinstance(error, OSError) or path.is_symlink():
            raise Refusal("photo-outside") from None
        raise Refusal("photo-unreadable", "refused", reason=reason_of(error)) from None
    if not data:
        raise Refusal("photo-empty")
    return data


def look(data: bytes, suffix: str) -> Image.Image:
    """The picture in a file whose name ends in `suffix` (lower case), of which nothing is decoded yet.

    Raises `Refusal` for what is no single still photograph, as far as its first bytes and its parts tell.
    """
    with warnings.catch_warnings(action="ignore"):
        _bounded(data)
        image = _open(data, suffix)
        _measure(image)
        _named(image.format or "", suffix)
        return image


def refusal(path: Path, inside: Path) -> Refusal | None:
    """Why a picture file below `inside` cannot be used, as far as `read` and `look` tell."""
    try:
        look(read(path, inside), path.suffix.lower())
    except Refusal as found:
        return found
    return None


def decode(data: bytes, suffix: str, width: int) -> Image.Image:
    """Upright RGB image in sRGB, decoded no larger than needed for a width of `width` pixels.

    The result carries no metadata. Raises `Refusal` for anything that is not one whole still photograph.
    JPEG is decoded at a reduced size by libjpeg's DCT scaling, never below `width`; others are reduced first
    of all.
    """
    image = look(data, suffix)
    with warnings.catch_warnings(action="ignore"):
        try:
            if image.format == "JPEG":
                image.draft(None, _covering(image, width))
            image.load()
            return _clean(image, width)
        except MemoryError:
            raise Refusal("photo-huge", "memory") from None
        except Exception as error:  # a damaged file can make a decoder raise anything
            raise _spoilt(error) from None


def _ordinary(path: Path, inside: Path) -> None:
    if not path.resolve().is_relative_to(inside.resolve()):
        raise Refusal("photo-outside")
    if path.is_dir():
        raise Refusal("photo-folder")
    if path.exists() and not path.is_file():
        raise Refusal("photo-unreadable", "special")
    if key := sentence(path.suffix.lower(), UNREAD):
        raise Refusal("photo-unusable", key)
    if path.stat().st_size > MOST_BYTES:
        raise Refusal("photo-huge", "bytes", most=f"{MOST_BYTES // 10**6} MB")


def _bounded(data: bytes) -> None:
    """Refuse what would keep a decoder busy for minutes, and a PNG that is not as it was written."""
    if data.startswith(parts.JPEG):
        segments, scans = parts.jpeg(data)
        if scans > parts.MOST_SCANS:
            raise Refusal("photo-overloaded", "scans", most=parts.MOST_SCANS)
        if segments > parts.MOST_SEGMENTS:
            raise Refusal("photo-overloaded", "extras")
    elif data.startswith(parts.PNG):
        chunks, whole = parts.png(data)
        if chunks > parts.MOST_CHUNKS:
            raise Refusal("photo-overloaded", "extras")
        if not whole:
            raise Refusal("photo-broken")


def _open(data: bytes, suffix: str) -> Image.Image:
    if _is_heic(data):
        raise _heic(suffix)
    try:
        return _identified(data)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception as error:  # a damaged file can make a decoder raise anything
        raise (_spoilt(error) if parts.begun(data) else _unusable(suffix)) from None


def _named(kind: str, suffix: str) -> None:
    """Refuse a format under the ending of another; last, or whoever mends the name is sent back once more."""
    right = FORMATS[kind]
    if not suffix:
        raise Refusal("photo-ending", "none", kind=kind, right=right[0])
    if suffix not in right:
        raise Refusal("photo-ending", "ending", kind=kind, suffix=suffix, right=right[0])


def _heic(suffix: str) -> Refusal:
    return Refusal("photo-heic", "camera" if suffix == ".hif" else "phone")


def _unusable(suffix: str) -> Refusal:
    if key := sentence(suffix):
        return Refusal("photo-unusable", key)
    return _heic(suffix) if suffix in HEIC else Refusal("photo-unusable", "unusable")


def _spoilt(error: Exception) -> Refusal:
    """What Pillow raised, by the only words that matter: those that name its limit for a PNG's texts."""
    return Refusal("photo-overloaded", "extras") if "MAX_TEXT" in str(error) else Refusal("photo-broken")


def _identified(data: bytes) -> Image.Image:
    if data.startswith(parts.JPEG):
        # Phones append depth maps and second views to a JPEG (MPO). As plain JPEG, it is its first picture.
        return JpegImagePlugin.JpegImageFile(io.BytesIO(data))
    return Image.open(io.BytesIO(data), formats=tuple(FORMATS))


def _is_heic(data: bytes) -> bool:
    """By the brands at its start; those of a still AVIF may be the general ones, with `avif` further on."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[12:64]


def _measure(image: Image.Image) -> None:
    """Refuse what is no single photograph: several frames, far too many pixels, a strip, a thumbnail."""
    width, height = image.size
    if width * height > (Image.MAX_IMAGE_PIXELS or math.inf):
        raise _too_large()
    if getattr(image, "is_animated", False):  # `n_frames` would look for every page of a TIFF
        raise Refusal("photo-frames")
    if min(width, height) < SHORTEST or max(width, height) > LONGEST_RATIO * min(width, height):
        raise Refusal("photo-size", width=width, height=height, shortest=SHORTEST, ratio=LONGEST_RATIO)


def _too_large() -> Refusal:
    return Refusal("photo-huge", "pixels", limit=round((Image.MAX_IMAGE_PIXELS or 0) / 1e6))


def _covering(image: Image.Image, width: int) -> tuple[int, int]:
    """The smallest size, as stored, that is still `width` wide once the picture is upright."""
    scale = width / image.size[1 if _orientation(image) >= 5 else 0]
    return round(image.size[0] * scale), round(image.size[1] * scale)


def _clean(image: Image.Image, width: int) -> Image.Image:
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    clean = _opaque(_srgb(_reduced(_eight_bit(image), _covering(image, width)), profile))
    clean.info = {}  # before the turn, which would write all of it anew, or fail to
    if orientation > 1:
        clean.getexif()[ExifTags.Base.Orientation] = orientation
        ImageOps.exif_transpose(clean, in_place=True)
    return clean


def _orientation(image: Image.Image) -> int:
    """1 to 8, as EXIF or XMP says; 1 where neither can be read.

    Not to be asked of a TIFF before it is loaded and turned.
    """
    try:
        found = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # damaged metadata can raise anything, and is no reason to refuse the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _reduced(image: Image.Image, enough: tuple[int, int]) -> Image.Image:
    """Smaller by a whole number: a large picture is not held twice while its colours are converted."""
    factor = image.size[0] // enough[0]
    mixes = image.mode not in ("P", "PA") and "transparency" not in image.info
    return image.reduce(factor) if factor > 1 and mixes else image


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey is scaled, not cut off, to 8 bits; bitmaps become grey."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    return image.convert("L") if image.mode in ("1", "F") else image


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as sRGB by the embedded profile; without a usable profile they are taken for sRGB."""
    if "transparency" in image.info or image.mode == "PA":
        image = image.convert("RGBA")
    elif image.mode == "P":
        image = image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    plain = image.convert("L" if image.mode == "LA" else "RGB") if alpha else image
    plain = _converted(plain, profile)
    if alpha:
        plain.putalpha(alpha)
    return plain


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    lab, embedded = image.mode == "LAB", io.BytesIO(profile or b"")
    try:
        source = ImageCms.createProfile("LAB") if lab else ImageCms.ImageCmsProfile(embedded)
        # Nothing comes back only where the image itself is converted, which is not asked for.
        return cast(Image.Image, ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB"))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image if image.mode == "RGB" else image.convert("RGB")


def _opaque(image: Image.Image) -> Image.Image:
    """Transparent parts lie on white, as on paper."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
