"""What a template needs to show one picture: `srcset`, size, placeholder, words."""

from pathlib import PurePosixPath

from story.tables import Tables

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOLDER = "assets/photos/"


def view(entry: dict, made: dict | None, lang: str, plate_words: str, to_root: str) -> dict:
    """One picture of the manifest in one language.

    `made` is its entry in the index of derivatives, or None before there is one. `to_root` leads from the page
    to the site's root, because MkDocs resolves `src` and `href` but not `srcset`.
    """
    plate = made["plate"] if made else True
    shown = {"id": entry["id"], "entry": entry, "plate": plate, "caption": entry["caption"][lang],
             "alt": alt(entry, plate, lang, plate_words), "credit": None if plate else entry.get("credit"),
             "licence": None if plate else entry.get("licence")}
    return shown | (_files(made, to_root) if made else {"src": None})


def alt(entry: dict, plate: bool, lang: str, plate_words: str) -> str:
    """The alternative text: the photograph's, or the drawing's with the words that say it is one."""
    if not plate:
        return entry["alt"][lang]
    return plate_words + entry["illustration"][lang]


def of_page(tables: Tables, page: str) -> list[dict]:
    """The manifest's entries that belong to a page."""
    return [entry for entry in tables.data["photos"]["photos"] if entry["page"] == page]


def _files(made: dict, to_root: str) -> dict:
    """`srcset` by format, largest and default file, size and colours."""
    by_format: dict[str, list[dict]] = {}
    for derivative in sorted(made["derivatives"], key=lambda derivative: derivative["width"]):
        by_format.setdefault(derivative["format"], []).append(derivative)
    jpegs = by_format["jpeg"]
    return {
        "width": made["width"], "height": made["height"], "colours": made["colours"],
        "sources": [{"type": _TYPES[kind], "srcset": _srcset(files, to_root)} for kind, files in by_format.items() if kind in _TYPES],
        "srcset": _srcset(jpegs, to_root), "src": FOLDER + jpegs[len(jpegs) // 2]["name"], "full": FOLDER + jpegs[-1]["name"],
    }


def _srcset(files: list[dict], to_root: str) -> str:
    folder = PurePosixPath(to_root) / FOLDER
    return ", ".join(f"{folder / file['name']} {file['width']}w" for file in files)
