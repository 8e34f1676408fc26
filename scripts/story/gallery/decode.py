"""One picture file in, one clean upright sRGB image out, or a refusal in an editor's words."""

import io
import logging
import math
import warnings
from pathlib import Path
from typing import cast

from PIL import ExifTags, Image, ImageCms, ImageOps, JpegImagePlugin

# What Pillow has to say about a file is said here, in an editor's words.
logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)

FORMATS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "TIFF": (".tif", ".tiff"),
}
"""Formats that are read, and the endings each may have."""
HEIC = (".heic", ".heif")
SUFFIXES = tuple(suffix for suffixes in FORMATS.values() for suffix in suffixes) + HEIC
SHORTEST = 200
"""A side shorter than this (pixels) is no photograph for a page."""
LONGEST_RATIO = 8
"""Longer than this against the other side, it is a strip, not a photograph."""
MOST_BYTES = 600_000_000
"""A larger file is not even read: no photograph within Pillow's limit needs as much."""
_AT_MOST = "Reduce it to at most 6,000 pixels on the long side."
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_SRGB = ImageCms.createProfile("sRGB")


class Refusal(Exception):
    """A picture that cannot be used: why, and what to do, in both languages."""

    def __init__(self, rule: str, zh: str, en: str):
        super().__init__(en)
        self.rule, self.zh, self.en = rule, zh, en


def read(path: Path, inside: Path) -> bytes:
    """The bytes of a picture file. Raises `Refusal` if it is no ordinary file below `inside`, or empty."""
    try:
        _ordinary(path, inside)
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:  # before Python 3.13 a link to itself is a RuntimeError
        reason = getattr(error, "strerror", None) or "symlink loop"
        zh = f"读不出来（{reason}）。请检查文件权限，或重新放一份。"
        en = f"It cannot be read ({reason}). Check its permissions, or copy it here again."
        raise Refusal("photo-unreadable", zh, en) from None
    if not data:
        zh = "文件是空的，多半是没有传完。请重新放一份。"
        en = "The file is empty; the upload was probably cut off. Put it here again."
        raise Refusal("photo-empty", zh, en)
    return data


def decode(data: bytes, suffix: str, width: int) -> Image.Image:
    """Upright RGB image in sRGB, decoded no larger than needed for a width of `width` pixels.

    The result carries no metadata. Raises `Refusal` for anything that is not one whole still photograph.
    JPEG is decoded at a reduced size by libjpeg's DCT scaling, never below `width`; others are reduced first
    of all.
    """
    with warnings.catch_warnings(action="ignore"):
        image = _open(data, suffix)
        try:
            _measure(image)
            if image.format == "JPEG":
                image.draft(None, _covering(image, width))
            image.load()
            return _clean(image, width)
        except Refusal:
            raise
        except MemoryError:
            zh = "图太大，这台电脑的内存装不下。请缩小到长边6000像素以内。"
            en = "It is too large for this computer's memory. " + _AT_MOST
            raise Refusal("photo-huge", zh, en) from None
        except Exception:  # a damaged file can make a decoder raise anything
            zh = "文件不完整或已损坏，读到一半读不下去。请从相机或手机里重新导出一份。"
            en = "The file is damaged or incomplete. Export it again from the camera or phone."
            raise Refusal("photo-broken", zh, en) from None


def _ordinary(path: Path, inside: Path) -> None:
    if not path.resolve().is_relative_to(inside.resolve()):
        zh = "这是一个指向别处的链接。请把照片本身放进这个文件夹。"
        en = "This is a link to somewhere else. Put the photograph itself into this folder."
        raise Refusal("photo-outside", zh, en)
    if path.is_dir():
        zh = "这是一个文件夹，名字却像照片。请改名或移走。"
        en = "This is a folder with the name of a photograph. Rename or move it."
        raise Refusal("photo-folder", zh, en)
    if path.exists() and not path.is_file():
        zh = "这不是普通文件，读不出来。请把照片本身放进这个文件夹。"
        en = "This is no ordinary file and cannot be read. Put the photograph itself into this folder."
        raise Refusal("photo-unreadable", zh, en)
    if path.stat().st_size > MOST_BYTES:
        most = f"{MOST_BYTES // 10**6} MB"
        zh = f"文件超过{most}，不像照片。请导出成 JPEG 再放进来。"
        en = f"The file is larger than {most}, which no photograph is. Export it as JPEG."
        raise Refusal("photo-huge", zh, en)


def _open(data: bytes, suffix: str) -> Image.Image:
    if _is_heic(data):
        raise _heic()
    try:
        image = _identified(data)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception:  # a damaged file can make a decoder raise anything
        if suffix in HEIC:
            raise _heic() from None
        raise Refusal(
            "photo-unusable",
            "这不是能用的照片：内容不是 JPEG、PNG、WebP、AVIF 或 TIFF，或者开头就坏了。"
            "请用看图软件打开它，导出成 JPEG；打不开，就换成真正的照片。",
            "This is not a usable photograph: the content is not JPEG, PNG, WebP, AVIF or TIFF, "
            "or is damaged from the start. "
            "Open it in a picture viewer and export it as JPEG; if it will not open, use the real picture.",
        ) from None
    kind = image.format or ""
    if suffix not in FORMATS[kind]:
        zh = f"内容是 {kind}，文件名却以 {suffix} 结尾。请把结尾改成 {FORMATS[kind][0]}。"
        en = f"The content is {kind} but the name ends in {suffix}. Rename it to end in {FORMATS[kind][0]}."
        raise Refusal("photo-ending", zh, en)
    return image


def _identified(data: bytes) -> Image.Image:
    if data.startswith(b"\xff\xd8\xff"):
        # Phones append depth maps and second views to a JPEG (MPO). As plain JPEG, it is its first picture.
        return JpegImagePlugin.JpegImageFile(io.BytesIO(data))
    return Image.open(io.BytesIO(data), formats=tuple(FORMATS))


def _is_heic(data: bytes) -> bool:
    """By the brands at its start; those of a still AVIF may be the general ones, with `avif` further on."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[12:64]


def _heic() -> Refusal:
    return Refusal(
        "photo-heic",
        "这是苹果手机的 HEIC 格式，浏览器大多不认。"
        "请在手机“设置 → 相机 → 格式”里选“兼容性最佳”再拍，或用“照片”App 导出为 JPEG。",
        "This is an iPhone HEIC picture, which most browsers cannot show. "
        "Choose “Most Compatible” under Settings, Camera, Formats, or export it from Photos as JPEG.",
    )


def _measure(image: Image.Image) -> None:
    """Refuse what is no single photograph: several frames, far too many pixels, a strip, a thumbnail."""
    width, height = image.size
    if width * height > (Image.MAX_IMAGE_PIXELS or math.inf):
        raise _too_large()
    if (frames := getattr(image, "n_frames", 1)) > 1:
        zh = f"这是会动的图或多页的图（{frames}帧）。请导出其中一帧，存成 JPEG。"
        en = f"This picture moves or has several pages ({frames} frames). Export one of them as JPEG."
        raise Refusal("photo-frames", zh, en)
    if min(width, height) < SHORTEST or max(width, height) > LONGEST_RATIO * min(width, height):
        raise Refusal(
            "photo-size",
            f"尺寸是{width}×{height}像素，不像一张照片："
            f"短边至少{SHORTEST}像素，长边不超过短边的{LONGEST_RATIO}倍。请换成原图，或裁一裁。",
            f"It measures {width}×{height} pixels: the short side must be at least {SHORTEST} "
            f"and the long side at most {LONGEST_RATIO} times the short one. "
            "Use the original picture, or crop it.",
        )


def _too_large() -> Refusal:
    limit = round((Image.MAX_IMAGE_PIXELS or 0) / 1e6)
    zh = f"像素太多，超过{limit}百万。请缩小到长边6000像素以内。"
    return Refusal("photo-huge", zh, f"It has more than {limit} million pixels. {_AT_MOST}")


def _covering(image: Image.Image, width: int) -> tuple[int, int]:
    """The smallest size, as stored, that is still `width` wide once the picture is upright."""
    scale = width / image.size[1 if _orientation(image) >= 5 else 0]
    return round(image.size[0] * scale), round(image.size[1] * scale)


def _clean(image: Image.Image, width: int) -> Image.Image:
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    clean = _opaque(_srgb(_reduced(_eight_bit(image), _covering(image, width)), profile))
    if orientation > 1:
        clean.getexif()[ExifTags.Base.Orientation] = orientation
        ImageOps.exif_transpose(clean, in_place=True)
    clean.info = {}
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
