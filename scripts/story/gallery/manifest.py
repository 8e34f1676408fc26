"""The manifest `photos.yml` against the photos folder: which file belongs to which entry."""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from story.findings import Finding
from story.gallery.update import Source, shown

if TYPE_CHECKING:  # the command line, with nothing to do, is done before these would be loaded
    from story.tables.tables import Tables
    from story.tables.yamlfile import Mark

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".heic", ".heif", ".gif", ".bmp")
"""Endings that mean a photograph, usable or not; what cannot be used is refused later, by name."""
_LONGEST_ID = 160
"""Bytes of an id; a name on disk has at most 255, with the rest of a derivative's name."""
_HTML = re.compile(r"<[a-zA-Z/!]")


def files(photos: Path) -> dict[str, list[Path]]:
    """Photograph-like names in a folder, by their stem, in a steady order."""
    found: dict[str, list[Path]] = {}
    for path in sorted(photos.iterdir()) if photos.is_dir() else []:
        if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            found.setdefault(path.stem, []).append(path)
    return found


def from_folder(photos: Path) -> tuple[list[Source], list[Finding]]:
    """Without a manifest every file is a picture and its name is its id; two files of one name are held."""
    sources, findings = {}, []
    for stem, paths in files(photos).items():
        name = _id(stem)
        name = _id(stem, unlike=True) if name in sources else name
        sources[name] = Source(name, paths[0], held=len(paths) > 1)
        findings += [_twice(path) for path in paths[1:]]
    return list(sources.values()), findings


def _id(stem: str, unlike: bool = False) -> str:
    """A file name as an id. Cut so that its derivatives' names fit a disk, or `unlike` another's, it gets digits of its own."""
    name = re.sub(r"[^\w-]+", "-", stem).strip("-") or "photo"
    short = name.encode("utf-8")[:_LONGEST_ID].decode("utf-8", "ignore")
    if short == name and not unlike:
        return name
    return f"{short}-{hashlib.sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:6]}"


BAND = Source("band", plate="band")
"""The home page's wide drawing, which is no photograph's stand-in and has no entry."""


def of_site(tables: "Tables") -> tuple[list[Source], list[Finding]]:
    """Sources and findings of the site's own photographs."""
    place = partial(tables.mark, "photos", "photos")
    return from_entries(
        tables.data["photos"]["photos"], place, tables.root / "docs" / "photos", tables.path("photos")
    )


def from_entries(
    entries: list[dict], marks: "Callable[[int, str], Mark]", photos: Path, manifest: str
) -> tuple[list[Source], list[Finding]]:
    """A source for each entry of a manifest, held where it is not fit to be shown, and the findings that say why.

    `marks(index, field)` gives line and column in the manifest, which findings call `manifest`.
    """
    found, sources, findings = files(photos), [], []
    for index, entry in enumerate(entries):
        paths = found.pop(entry["id"], [])
        faults = list(_faults(entry, paths, partial(marks, index), manifest))
        findings += faults
        sources.append(_source(entry, paths, bool(faults)))
    findings += [
        _unlisted(path, [entry["id"] for entry in entries], manifest)
        for paths in found.values()
        for path in paths
    ]
    return sources, findings


def _source(entry: dict, paths: list[Path], held: bool) -> Source:
    embed = paths and not held and entry.get("embed_copyright")
    line = f"© {entry['credit']}. {entry['licence']}" if embed else ""
    return Source(entry["id"], paths[0] if paths else None, entry.get("plate"), line, held)


def _faults(entry: dict, paths: list[Path], mark, manifest: str) -> Iterator[Finding]:
    for field in ("caption", "alt"):
        for text in (entry.get(field) or {}).values():
            if _HTML.search(text):
                yield Finding(
                    manifest,
                    *mark(field),
                    "photo-html",
                    f"{entry['id']} 的 {field} 里有 HTML 标签。这里只写文字，删去尖括号里的东西。",
                    f"The {field} of {entry['id']} holds HTML. Write words only; delete what is in angle brackets.",
                )
    if len(paths) > 1:
        yield _twice(paths[1])
    if not paths and "plate" not in entry:
        yield Finding(
            manifest,
            *mark("id"),
            "photo-missing",
            f"清单里有 {entry['id']}，photos 文件夹里没有这张照片，也没有插图可以代替。请放入 {entry['id']}.jpg，或删去这一条。",
            f"The manifest lists {entry['id']}, but there is neither a photograph nor a drawing. Add {entry['id']}.jpg or remove the entry.",
        )
    for field, name in (("credit", "摄影者"), ("licence", "许可")):
        if paths and not (entry.get(field) or "").strip():
            yield Finding(
                manifest,
                *mark("id"),
                f"photo-{field}",
                f"照片 {paths[0].name} 已经放入，但清单里没有写 {field}（{name}）。没有它，照片不能上网。",
                f"The photograph {paths[0].name} is there but the manifest gives no {field}. Without it the picture cannot be shown.",
            )
    if paths and not all((entry.get("alt") or {}).get(lang, "").strip() for lang in ("zh", "en")):
        yield Finding(
            manifest,
            *mark("id"),
            "photo-alt",
            f"照片 {paths[0].name} 没有替代文字（alt）。请用一句话说出画面里有什么，中英文各一句。",
            f"The photograph {paths[0].name} has no alt text. Say in one sentence what it shows, in each language.",
        )


def _twice(path: Path) -> Finding:
    picture = Path(shown(path)).stem
    return Finding(
        shown(path),
        1,
        1,
        "photo-twice",
        f"{picture} 有两个文件，不知道用哪一个。请只留一个。",
        f"There are two files for {picture}. Keep one.",
    )


def _unlisted(path: Path, known: list[str], manifest: str) -> Finding:
    from difflib import get_close_matches

    stem, near = Path(shown(path)).stem, get_close_matches(path.stem, known, 1)
    return Finding(
        shown(path),
        1,
        1,
        "photo-unlisted",
        f"{manifest} 里没有 {stem} 这一条。{f'是不是应当叫 {near[0]}{path.suffix.lower()}？' if near else '请先在清单里添上它，或把文件移走。'}",
        f"{manifest} has no entry {stem}. {f'Should it be {near[0]}{path.suffix.lower()}?' if near else 'Add one, or remove the file.'}",
    )
