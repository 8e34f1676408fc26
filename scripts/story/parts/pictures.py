"""What a template needs to show one picture: `srcset`, size, placeholder, words."""

import re
from functools import partial
from pathlib import PurePosixPath

from story.gallery import screens
from story.tables.records import Photo
from story.tables.tables import Tables

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOLDER = "assets/photos/"


def view(
    entry: dict, made: dict | None, lang: str, plate_words: str, to_root: str, night: dict | None = None
) -> dict:
    """One picture of the manifest (a `Photo`, or the home page's with as much as is shown) in one language:
    `id`, `entry`, `plate` (whether it is drawn), `caption`, `alt`, `credit`, `licence`, `src`, and with a
    `src` also `srcset`, `full`, `width` and `height` in pixels, the placeholder's `colours`, and for a place
    of gallery/screens.py `sizes(place)` and `sources(place)`, of a plate first its night.

    `made` is its entry in the index of derivatives, or None before there is one, `night` that of its plate by
    night. `to_root` leads from the page to the site's root, because MkDocs resolves `src` and `href` but not
    `srcset`.
    """
    plate = made["plate"] if made else True
    shown = {
        "id": entry["id"],
        "entry": entry,
        "plate": plate,
        "caption": entry["caption"][lang],
        "alt": plate_words + entry["illustration"][lang] if plate else entry["alt"][lang],
        "credit": None if plate else entry.get("credit"),
        "licence": None if plate else entry.get("licence"),
    }
    return shown | (_files(made, to_root, night if plate else None) if made else {"src": None})


def of_page(tables: Tables, page: str) -> list[Photo]:
    """The manifest's entries that belong to a page."""
    return [entry for entry in tables.data["photos"]["photos"] if entry["page"] == page]


def named(html: str) -> set[str]:
    """The files of pictures that a page names, without their folder."""
    return set(re.findall(FOLDER + r"([\w.-]+)", html))


def _files(made: dict, to_root: str, night: dict | None) -> dict:
    """`srcset` by format, largest and default file, size and colours."""
    jpegs = _by_format(made)["jpeg"]
    for_pages = jpegs[:-1] or jpegs
    return {key: made[key] for key in ("width", "height", "colours")} | {
        "sizes": partial(screens.sizes, ratio=made["width"] / made["height"]),
        "sources": partial(_sources, made, night, to_root),
        "srcset": _srcset(for_pages, to_root),
        "src": FOLDER + for_pages[0]["name"],
        "full": FOLDER + jpegs[-1]["name"],
    }


def _sources(made: dict, night: dict | None, to_root: str, place: str) -> list[dict]:
    """What a picture offers in a place before its JPEG: `type` and `srcset` by format, with whether it is
    its `night`. Of a long row of widths the files that screens choose there."""
    needed = screens.needs(screens.steps(place, made["width"] / made["height"]))
    return [
        {"type": _TYPES[kind], "night": each is night, "srcset": _srcset(_chosen(files, needed), to_root)}
        for each in (night, made)
        for kind, files in (_by_format(each) if each else {}).items()
        if kind in _TYPES
    ]


def _chosen(files: list[dict], needed: list[float]) -> list[dict]:
    chosen = screens.chosen([file["width"] for file in files], needed)
    return [file for file in files if file["width"] in chosen]


def _by_format(made: dict) -> dict[str, list[dict]]:
    """Derivatives by format, each from the narrowest to the widest."""
    found: dict[str, list[dict]] = {}
    for derivative in sorted(made["derivatives"], key=lambda derivative: derivative["width"]):
        found.setdefault(derivative["format"], []).append(derivative)
    return found


def _srcset(files: list[dict], to_root: str) -> str:
    folder = PurePosixPath(to_root) / FOLDER
    return ", ".join(f"{folder / file['name']} {file['width']}w" for file in files)
