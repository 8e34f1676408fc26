"""What a template needs to show one picture: `srcset`, size, placeholder, words."""

from pathlib import PurePosixPath

from story.tables.records import Photo
from story.tables.tables import Tables

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOLDER = "assets/photos/"


def view(
    entry: dict, made: dict | None, lang: str, plate_words: str, to_root: str, night: dict | None = None
) -> dict:
    """One picture of the manifest (a `Photo`, or the home page's with as much as is shown) in one language:
    `id`, `entry`, `plate` (whether it is drawn), `caption`, `alt`, `credit`, `licence`, `src`, and with a
    `src` also `srcset`, `small` (the two least widths of its AVIF, if it has any), `sources`, `full`, `width`
    and `height` in pixels and the placeholder's `colours`; a plate has its `night` too, a source as those of
    `sources`, for who reads in the dark.

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
    dark = _sources(night, to_root)[0] if plate and night else None
    return shown | {"night": dark} | (_files(made, to_root) if made else {"src": None})


def of_page(tables: Tables, page: str) -> list[Photo]:
    """The manifest's entries that belong to a page."""
    return [entry for entry in tables.data["photos"]["photos"] if entry["page"] == page]


def _files(made: dict, to_root: str) -> dict:
    """`srcset` by format, largest and default file, size and colours."""
    by_format = _by_format(made)
    close = by_format["jpeg"][-1]["name"]
    on_pages = {derivative["width"] for derivative in made["derivatives"] if derivative["format"] != "jpeg"}
    jpegs = [file for file in by_format["jpeg"] if file["width"] in on_pages] or by_format["jpeg"]
    return {key: made[key] for key in ("width", "height", "colours")} | {
        "sources": _sources(made, to_root),
        "srcset": _srcset(jpegs, to_root),
        "small": _srcset(by_format.get("avif", [])[:2], to_root),
        "src": FOLDER + jpegs[len(jpegs) // 2]["name"],
        "full": FOLDER + close,
    }


def _sources(made: dict, to_root: str) -> list[dict[str, str]]:
    """Type and `srcset` of each format but the last, which the picture itself has."""
    kinds = {kind: _srcset(files, to_root) for kind, files in _by_format(made).items() if kind in _TYPES}
    return [{"type": _TYPES[kind], "srcset": srcset} for kind, srcset in kinds.items()]


def _by_format(made: dict) -> dict[str, list[dict]]:
    """Derivatives by format, each from the narrowest to the widest."""
    found: dict[str, list[dict]] = {}
    for derivative in sorted(made["derivatives"], key=lambda derivative: derivative["width"]):
        found.setdefault(derivative["format"], []).append(derivative)
    return found


def _srcset(files: list[dict], to_root: str) -> str:
    folder = PurePosixPath(to_root) / FOLDER
    return ", ".join(f"{folder / file['name']} {file['width']}w" for file in files)


def spread(photos: list[dict]) -> list[tuple[dict, str]]:
    """Each picture of the handscroll (as `view` gives it) with the `sizes` a browser chooses a file by."""
    return [(photo, _sizes(photo["width"] / photo["height"]) if photo["src"] else "") for photo in photos]


def _sizes(ratio: float) -> str:
    """On a desk all are of one height, on a phone as wide as it and never too high: as in gallery.css."""
    vh, px, vw, phone = (f"{share * ratio:.2f}" for share in (54, 816, 52, 80))
    return f"(min-width: 46rem) min({vh}vh, {px}px, {vw}vw, 94vw), min(100vw, {phone}vh)"
