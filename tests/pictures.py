"""Small real picture files, whole and damaged, made where a test needs them."""

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

from PIL import Image

import small

ROOT = small.ROOT
RED, GREEN, BLUE, YELLOW = (220, 40, 40), (40, 180, 60), (40, 60, 200), (240, 200, 40)
CORNERS = (RED, GREEN, BLUE, YELLOW)
"""Colours of `corners`: top left, top right, bottom left, bottom right."""


def corners(width: int = 320, height: int = 240) -> Image.Image:
    """A picture whose four quarters have four colours, so that any turn shows."""
    image = Image.new("RGB", (width, height))
    for index, colour in enumerate(CORNERS):
        box = (index % 2 * width // 2, index // 2 * height // 2)
        image.paste(colour, (*box, box[0] + width // 2, box[1] + height // 2))
    return image


def noisy(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    """A picture that differs for each seed and hardly compresses."""
    base = Image.linear_gradient("L").resize((width, height))
    return Image.merge(
        "RGB",
        [
            base.rotate(90 * (seed + band)).point(lambda value: (value * (7 + seed) + 13 * seed) % 256)
            for band in range(3)
        ],
    )


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    """The bytes of a file of that format."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def put(folder: Path, name: str, data: "bytes | Image.Image | None" = None) -> Path:
    """Write a photograph: given bytes, or a picture as JPEG, or `corners`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else encoded(data or corners()))
    return path


def several(folder: Path, count: int, width: int = 320, height: int = 240) -> None:
    """`count` different photographs, p00.jpg and on."""
    for number in range(count):
        put(folder, f"p{number:02}.jpg", noisy(width, height, number))


def exif(**tags) -> bytes:
    """EXIF of the tags given by name, with a GPS position and a thumbnail if asked for."""
    found = Image.Exif()
    numbers = {
        "orientation": 0x0112,
        "description": 0x010E,
        "make": 0x010F,
        "artist": 0x013B,
        "copyright": 0x8298,
    }
    for name, value in tags.items():
        if name in numbers:
            found[numbers[name]] = value
    if "gps" in tags:
        found.get_ifd(0x8825).update({1: "N", 2: (33.0, 52.0, 0.0), 29: tags["gps"]})
    if "comment" in tags:
        found.get_ifd(0x8769)[0x9286] = tags["comment"]
    return found.tobytes()


def xmp(text: str = "", orientation: int | None = None) -> bytes:
    turned = f' tiff:Orientation="{orientation}"' if orientation else ""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:tiff="http://ns.adobe.com/tiff/1.0/"{turned}>{text}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def segment(marker: int, content: bytes) -> bytes:
    """One marker segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """A JPEG with more segments straight after its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def mpo(*images: Image.Image) -> bytes:
    """A phone's JPEG with further pictures behind the first."""
    return encoded(images[0], "MPO", save_all=True, append_images=images[1:])


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_chunks(png: bytes, *chunks: bytes, before: bytes = b"IDAT") -> bytes:
    """A PNG with more chunks before one of its own."""
    place = png.index(before) - 4
    return png[:place] + b"".join(chunks) + png[place:]


def png_of_size(width: int, height: int, packed: bytes = zlib.compress(b"\0" * 1000)) -> bytes:
    """A PNG that claims a size and holds next to nothing, or those packed rows."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def heic() -> bytes:
    """The start of an iPhone's picture; no decoder here goes further."""
    return struct.pack(">I", 24) + b"ftypheic" + b"\0\0\0\0mif1heic" + b"\0" * 500


def wide_gamut() -> bytes:
    """An ICC profile like Display P3: primaries further out than sRGB's, the same curve and white."""
    # The colorants of Display P3, adapted to D50, and sRGB's curve as one parametric function.
    colorants = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    curve = b"para\0\0\0\0" + struct.pack(
        ">HH5i",
        3,
        0,
        *(round(value * 65536) for value in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)),
    )
    tags = {
        tag: b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in xyz))
        for tag, xyz in colorants.items()
    }
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"RGB ", b"XYZ ", tags)


def press() -> bytes:
    """An ICC profile for CMYK in which plain cyan is a strong red: its use cannot be overlooked."""
    entries = []
    for number in range(16):
        cyan, magenta, yellow, black = (number >> 3 & 1, number >> 2 & 1, number >> 1 & 1, number & 1)
        light = 255 - 140 * cyan - 40 * (magenta + yellow) - 200 * black
        entries += [max(0, light), 128 + 70 * cyan, 128 + 50 * cyan]
    curve = bytes(range(256))
    table = (
        b"mft1\0\0\0\0"
        + bytes((4, 3, 2, 0))
        + struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
        + curve * 4
        + bytes(entries)
        + curve * 3
    )
    return _profile(b"CMYK", b"Lab ", {b"A2B0": table}, kind=b"prtr", version=0x02400000)


def _profile(
    space: bytes,
    connection: bytes,
    tags: dict[bytes, bytes],
    kind: bytes = b"mntr",
    version: int = 0x04300000,
) -> bytes:
    if version >= 0x04000000:
        words = lambda text: (
            b"mluc\0\0\0\0"
            + struct.pack(">II", 1, 12)
            + b"enUS"
            + struct.pack(">II", 2 * len(text), 28)
            + text.encode("utf-16-be")
        )
    else:
        words = lambda text: b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text.encode() + b"\0" * 79
    tags = tags | {
        b"desc": words("TELLTALE-ICC"),
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061),
    }
    tags |= {b"cprt": words("none") if version >= 0x04000000 else b"text\0\0\0\0none\0"}
    table, body, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", version, kind, space, connection)
    head += (
        struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
        + b"acsp"
        + b"\0" * 28
        + struct.pack(">3i", 63190, 65536, 54061)
    )
    return head.ljust(128, b"\0") + table + body


def near(found: tuple, wanted: tuple, by: int = 12) -> bool:
    """True if two colours look the same."""
    return max(abs(one - other) for one, other in zip(found, wanted, strict=True)) <= by


def command(*arguments, env: dict[str, str] | None = None, **options) -> subprocess.Popen:
    """`build_gallery.py` as an editor runs it, started and not waited for."""
    line = [sys.executable, str(ROOT / "scripts" / "build_gallery.py"), *map(str, arguments)]
    return subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | (env or {}),
        **options,
    )


def run(*arguments, **options) -> subprocess.CompletedProcess:
    """The same, to its end. `stdout` and `stderr` are what it printed."""
    process = command(*arguments, **options)
    stdout, stderr = process.communicate(timeout=50)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


def run_here(*arguments) -> subprocess.CompletedProcess:
    """The same without a process of its own."""
    return small.run_here(ROOT, "scripts/build_gallery.py", *arguments)
