"""What a template needs to show one picture: `srcset`, size, placeholder, words."""

from pathlib import PurePosixPath

from story.tables.records import Photo
from story.tables.tables import Tables

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOLDER = "assets/photos/"


def view(
    entry: dict, made: dict | None, lang: str, plate_words: str, to_root: str, night: dict | None = None
) -> dict:
    """One picture of the manifest (a `Photo`, or the band with as much of one as is shown) in one language:
    `id`, `entry`, `plate` (whether it is drawn), `caption`, `alt`, `credit`, `licence`, `src`, and with a
    `src` also `srcset`, `small` (the two least widths of its first source), `sources`, `full`, `width` and `height` in pixels and
    the placeholder's `colours`; a plate has its `night` too, a source as those of `sources`, for who reads in
    the dark.

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
        "small": _srcset(by_format.get("avif", jpegs)[:2], to_root),
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


_BLOCKS = (3, 2, 2)
"""Pictures in the blocks of a composed page, in turn: one large with two beside it, a pair, a pair."""
_SHARES = {
    "alone": (18 / 24, 1),
    "large": (17 / 24, 1),
    "large-last": (17 / 24, 1),
    "last": (7 / 24, 1 / 2),
    "first": (7 / 24, 1 / 2),
    "broad": (14 / 24, 14 / 24),
    "narrow": (10 / 24, 10 / 24),
}
"""How wide each place is, as a share of the page, on a desk and on a tablet; as in gallery.css."""
TALL = 0.45
"""The share of its place that a picture higher than wide takes; its caption stands beside it."""


def spread(photos: list[dict]) -> list[tuple[dict, str, str]]:
    """Each picture (as `view` gives it) of a composed page with its place and the `sizes` that the browser
    chooses a file by."""
    return [(photo, place, _sizes(place, photo)) for photo, place in zip(photos, places(len(photos)))]


def places(count: int) -> list[str]:
    """Places for any number of pictures, none left alone under a block."""
    chosen: list[str] = []
    for turn in range(count):
        left = count - len(chosen)
        if left:
            size = min(left, _BLOCKS[turn % 3])
            chosen += _block(5 - size if left - size == 1 else size, turn)
    return chosen


def _block(size: int, turn: int) -> list[str]:
    if size == 3:
        return ["first", "first", "large-last"] if turn else ["large", "last", "last"]
    pair = ["narrow", "broad"] if turn % 2 else ["broad", "narrow"]
    return pair if size == 2 else ["alone"]


def _sizes(place: str, photo: dict) -> str:
    """`sizes` counts in rem of 16 px, where the page's 64 rem are 68 and its gap of 1.6 rem is 1.7."""
    desk, tablet = _SHARES[place]
    part = TALL if photo["src"] and photo["height"] > photo["width"] else 1
    fluid = lambda share: f"calc({part * 100 * share:.2f}vw - {part * (0.85 * share + 1.7):.2f}rem)"
    return (
        f"(min-width: 70.55rem) {part * (69.7 * desk - 1.7):.2f}rem, (min-width: 64rem) {fluid(desk)}, "
        f"(min-width: 46rem) {fluid(tablet)}, min(42.925rem, 100vw)"
    )
