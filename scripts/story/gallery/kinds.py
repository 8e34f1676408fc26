"""What the ending of a name says a file is. Apart from the decoding, so that looking needs no Pillow."""

FORMATS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "TIFF": (".tif", ".tiff"),
}
"""Formats that are read, and the endings each may have."""
HEIC = (".heic", ".heif", ".hif")
PHOTOGRAPHS = (*(suffix for suffixes in FORMATS.values() for suffix in suffixes), *HEIC, ".gif", ".bmp")
"""Endings that mean a photograph, usable or not; what cannot be used is refused later, by name."""
UNREAD = {
    "raw": ".3fr .arw .cr2 .cr3 .crw .dng .erf .gpr .iiq .kdc .nef .nrw .orf .pef .raf .raw .rw2 .srw .x3f",
    "film": ".3gp .avi .insv .m4v .mkv .mov .mp4 .mts .webm .wmv",
}
"""Endings of which the content need not be looked at, by the sentence of `photo-unusable` that is theirs: a
raw file may pass for a TIFF, and a film may be as long as it likes."""
OTHERS = UNREAD | {
    "layers": ".afphoto .ai .cdr .clip .eps .kra .pdn .procreate .psb .psd .sai .sketch .xcf",
    "drawn": ".svg .svgz",
    "document": ".doc .docx .htm .html .pages .pdf .ppt .pptx .rtf .wps .xls .xlsx",
    "packed": ".7z .gz .rar .tar .zip",
    "aside": ".aae .csv .json .log .md .thm .txt .xmp .yaml .yml",
}
"""The same of all endings that have a sentence of their own."""


def sentence(suffix: str, among: dict[str, str] = OTHERS) -> str:
    """The key of the sentence about files of that ending, in lower case; empty if there is none."""
    return next((key for key, suffixes in among.items() if suffix and suffix in suffixes.split()), "")
