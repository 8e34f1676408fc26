"""What a file is put together from, read from its bytes: before a decoder is given it, in linear time."""

import re
import zlib

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
"""How files begin."""
_BEGINNINGS = JPEG, PNG, b"II*\0", b"MM\0*"
MOST_SCANS = 64
"""A decoder goes over the whole picture for each scan of a JPEG; programs write some ten."""
MOST_SEGMENTS = 1000
"""Of a JPEG. Pillow joins those of EXIF one by one, in quadratic time; a profile has 255 at most."""
MOST_CHUNKS = 100_000
"""Of a PNG; each is work, however little it holds."""
_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd8]")
"""Starts a segment; between them stand filling, and in the picture's data nothing else that matches."""
_SCAN, _END = 0xDA, 0xD9


def begun(data: bytes) -> bool:
    """Whether it begins like a file of a format that is read, however it goes on."""
    webp, avif = (data[:4], data[8:12]) == (b"RIFF", b"WEBP"), data[4:12] in (b"ftypavif", b"ftypavis")
    return data.startswith(_BEGINNINGS) or webp or avif


def jpeg(data: bytes) -> tuple[int, int]:
    """Segments and scans of the first picture in a JPEG, counted until there are more than any has."""
    position, segments, scans = 2, 0, 0
    while segments <= MOST_SEGMENTS and scans <= MOST_SCANS and (found := _MARKER.search(data, position)):
        kind = data[found.end() - 1]
        if kind == _END:
            break
        segments, scans = segments + 1, scans + (kind == _SCAN)
        position = found.end() + int.from_bytes(data[found.end() : found.end() + 2])
    return segments, scans


def png(data: bytes) -> tuple[int, bool]:
    """Chunks of a PNG, counted until there are more than any has; and whether all up to its last are there,
    each with the checksum that it was written with."""
    view, position, chunks = memoryview(data), len(PNG), 0
    while position < len(data) and chunks <= MOST_CHUNKS:
        kind = position + 4
        end = kind + 4 + int.from_bytes(view[position:kind])
        if zlib.crc32(view[kind:end]) != int.from_bytes(view[end : end + 4]):
            return chunks, False
        if view[kind : kind + 4] == b"IEND":
            return chunks, True
        position, chunks = end + 4, chunks + 1
    return chunks, False
