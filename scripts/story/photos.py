"""One picture file in, one clean upright sRGB image out, or a refusal in an editor's words."""

import io
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",), "AVIF": (".avif",), "TIFF": (".tif", ".tiff")}
"""Formats that are read, and the endings each may have."""
HEIC = (".heic", ".heif")
SUFFIXES = tuple(suffix for suffixes in FORMATS.values() for suffix in suffixes) + HEIC
SHORTEST = 200
"""A side shorter than this (pixels) is no photograph for a page."""
LONGEST_RATIO = 8
"""Longer than this against the other side, it is a strip, not a photograph."""
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim")
_SRGB = ImageCms.createProfile("sRGB")


class Refusal(Exception):
    """A picture that cannot be used: why, and what to do, in both languages."""

    def __init__(self, rule: str, zh: str, en: str):
        super().__init__(en)
        self.rule, self.zh, self.en = rule, zh, en


def read(path: Path, inside: Path) -> bytes:
    """The bytes of a picture file. Raises `Refusal` if it is no ordinary file below `inside`, or empty."""
    if not path.resolve().is_relative_to(inside.resolve()):
        raise Refusal("photo-outside", "这是一个指向别处的链接。请把照片本身放进这个文件夹。", "This is a link to somewhere else. Put the photograph itself into this folder.")
    if path.is_dir():
        raise Refusal("photo-folder", "这是一个文件夹，名字却像照片。请改名或移走。", "This is a folder with the name of a photograph. Rename or move it.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal("photo-unreadable", f"读不出来（{error.strerror}）。请检查文件权限，或重新放一份。", f"It cannot be read ({error.strerror}). Check its permissions, or copy it here again.") from None
    if not data:
        raise Refusal("photo-empty", "文件是空的，多半是没有传完。请重新放一份。", "The file is empty; the upload was probably cut off. Put it here again.")
    return data


def decode(data: bytes, suffix: str, width: int) -> Image.Image:
    """Upright RGB image in sRGB, decoded no larger than needed for a width of `width` pixels.

    The result carries no metadata. Raises `Refusal` for anything that is not one whole still photograph.
    JPEG is decoded at a reduced size by libjpeg's DCT scaling, never below `width`.
    """
    image = _open(data, suffix)
    _measure(image)
    image.draft(None, _covering(image, width))
    try:
        image.load()
        return _clean(image)
    except MemoryError:
        raise Refusal("photo-huge", "图太大，这台电脑的内存装不下。请缩小到长边6000像素以内。", "It is too large for this computer's memory. Reduce it to at most 6,000 pixels on the long side.") from None
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise Refusal("photo-broken", "文件不完整或已损坏，读到一半读不下去。请从相机或手机里重新导出一份。", "The file is damaged or incomplete. Export it again from the camera or phone.") from None


def _open(data: bytes, suffix: str) -> Image.Image:
    if suffix in HEIC or data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise Refusal("photo-heic", "这是苹果手机的 HEIC 格式，浏览器大多不认。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”再拍，或用“照片”App 导出为 JPEG。",
                      "This is an iPhone HEIC picture, which most browsers cannot show. Choose “Most Compatible” under Settings, Camera, Formats, or export it from Photos as JPEG.")
    try:
        image = Image.open(io.BytesIO(data), formats=tuple(FORMATS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise Refusal("photo-unknown", "这不是能用的照片：内容不是 JPEG、PNG、WebP、AVIF 或 TIFF。如果只是改了文件名，请换成真正的照片。",
                      "This is not a usable photograph: the content is not JPEG, PNG, WebP, AVIF or TIFF. If a file was only renamed, use the real picture.") from None
    if suffix not in FORMATS[image.format]:
        right = FORMATS[image.format][0]
        raise Refusal("photo-ending", f"内容是 {image.format}，文件名却以 {suffix} 结尾。请把结尾改成 {right}。", f"The content is {image.format} but the name ends in {suffix}. Rename it to end in {right}.")
    return image


def _measure(image: Image.Image) -> None:
    """Refuse what is no single photograph: several frames, far too many pixels, a strip, a thumbnail."""
    width, height = image.size
    if width * height > Image.MAX_IMAGE_PIXELS:
        raise _too_large()
    if getattr(image, "n_frames", 1) > 1:
        raise Refusal("photo-frames", f"这是会动的图或多页的图（{image.n_frames}帧）。请导出其中一帧，存成 JPEG。", f"This picture moves or has several pages ({image.n_frames} frames). Export one of them as JPEG.")
    if min(width, height) < SHORTEST or max(width, height) > LONGEST_RATIO * min(width, height):
        raise Refusal("photo-size", f"尺寸是{width}×{height}像素，不像一张照片：短边至少{SHORTEST}像素，长边不超过短边的{LONGEST_RATIO}倍。",
                      f"It measures {width}×{height} pixels: the short side must be at least {SHORTEST} and the long side at most {LONGEST_RATIO} times the short one.")


def _too_large() -> Refusal:
    limit = round(Image.MAX_IMAGE_PIXELS / 1e6)
    return Refusal("photo-huge", f"像素太多，超过{limit}百万。请缩小到长边6000像素以内。", f"It has more than {limit} million pixels. Reduce it to at most 6,000 pixels on the long side.")


def _covering(image: Image.Image, width: int) -> tuple[int, int]:
    """The smallest size, as stored, that is still `width` wide once the picture is upright."""
    sideways = image.getexif().get(ExifTags.Base.Orientation) in (5, 6, 7, 8)
    scale = width / image.size[1 if sideways else 0]
    return round(image.size[0] * scale), round(image.size[1] * scale)


def _clean(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    clean = _opaque(_srgb(_eight_bit(upright), profile))
    clean.info = {}
    return clean


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey is scaled, not cut off, to 8 bits; bitmaps become grey."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    return image.convert("L") if image.mode in ("1", "F") else image


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as sRGB by the embedded profile; without a usable profile they are taken for sRGB."""
    if image.mode in ("P", "PA"):
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    alpha = image.getchannel("A") if "A" in image.getbands() and image.mode in ("RGBA", "LA") else None
    plain = image.convert("L" if image.mode == "LA" else "RGB") if alpha else image
    plain = _converted(plain, profile)
    if alpha:
        plain.putalpha(alpha)
    return plain


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")


def _opaque(image: Image.Image) -> Image.Image:
    """Transparent parts lie on white, as on paper."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
