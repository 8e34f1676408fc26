"""The manifest `photos.yml` against the photos folder: which file belongs to which entry."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from story.files import shown
from story.findings import Faults, Finding, nearest
from story.gallery.kinds import PHOTOGRAPHS
from story.gallery.recipe import FULL_BLEED
from story.gallery.update import Source, about
from story.rules import rule

if TYPE_CHECKING:  # the command line, with nothing to do, is done before these would be loaded
    from story.tables.tables import Tables
    from story.tables.yamlfile import Mark

_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
"""What a system puts into folders and hides from whoever looks at them, as it does names with a first dot."""
HERO = tuple(Source(f"hero-{shape}", plate=f"hero-{shape}", recipe=how) for shape, how in FULL_BLEED.items())
"""The home page's picture for desks and for phones, which is no photograph's stand-in and has no entry."""
NIGHT = "{}.night"
"""What a plate by night is called among the pictures; no id has a full stop."""
_LONGEST_ID = 160
"""Bytes of an id; a name on disk has at most 255, with the rest of a derivative's name."""
_HTML = re.compile(r"<[a-zA-Z/!]")

Found = tuple[list[Source], list[Finding]]
"""Sources, and what is to be said of them."""


def files(photos: Path) -> dict[str, list[Path]]:
    """Photograph-like names in a folder, by their stem, in a steady order."""
    found: dict[str, list[Path]] = {}
    for path in _seen(photos):
        if _like_a_photograph(path):
            found.setdefault(path.stem, []).append(path)
    return found


def _seen(photos: Path) -> list[Path]:
    """What somebody sees who looks into a folder."""
    found = sorted(photos.iterdir()) if photos.is_dir() else []
    return [path for path in found if path.name[0] != "." and path.name.lower() not in _OF_SYSTEMS]


def _like_a_photograph(path: Path) -> bool:
    return path.suffix.lower() in PHOTOGRAPHS


def _passed_over(photos: Path) -> list[Finding]:
    """What is named like no photograph, each with what becomes of it."""
    others = [path for path in _seen(photos) if not _like_a_photograph(path)]
    if not others:
        return []
    from story.gallery.decode import refusal  # here, not above: it loads Pillow

    return [about(path, why.rule, (why.zh, why.en)) for path in others if (why := refusal(path, photos))]


def from_folder(photos: Path) -> Found:
    """Without a manifest every file is a picture and its name is its id; two files of one name are held."""
    sources, findings = {}, []
    for stem, paths in files(photos).items():
        name = _id(stem)
        name = _id(stem, unlike=True) if name in sources else name
        sources[name] = Source(name, paths[0], held=len(paths) > 1)
        findings += [_twice(path) for path in paths[1:]]
    return list(sources.values()), findings + _passed_over(photos)


def _id(stem: str, unlike: bool = False) -> str:
    """A file name as an id, cut so that its derivatives' names fit a disk.

    If it is cut, or is to be `unlike` another's, it gets digits of its own.
    """
    name = re.sub(r"[^\w-]+", "-", stem).strip("-") or "photo"
    short = name.encode("utf-8")[:_LONGEST_ID].decode("utf-8", "ignore")
    if short == name and not unlike:
        return name
    return f"{short}-{hashlib.sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:6]}"


def of_site(tables: "Tables") -> Found:
    """Sources and findings of the site's own photographs."""
    marks, manifest = partial(tables.mark, "photos", "photos"), tables.path("photos")
    return from_entries(tables.data["photos"]["photos"], marks, tables.root / "docs" / "photos", manifest)


def with_drawings(sources: list[Source]) -> list[Source]:
    """The pictures of a site: besides its photographs the home page's, and whatever is drawn by night."""
    by_day = [*sources, *HERO]
    drawn = [source for source in by_day if source.plate and not source.file]
    return [*by_day, *(replace(each, id=NIGHT.format(each.id), night=True) for each in drawn)]


def from_file(path: Path, photos: Path, root: Path) -> Found:
    """Sources and findings of a manifest. Raises `Faults` if it cannot be read or breaks the schema."""
    # Here, not above: what reads YAML and holds it against a schema takes longer to load than a run does
    # that has nothing to do.
    from story.tables import schemas
    from story.tables.reading import read
    from story.tables.yamlfile import mark_of

    name = shown(path)
    try:
        data, marks = read(path, name)
    except OSError as error:
        raise Faults([about(path, "yaml", "manifest", reason=error.strerror)]) from None
    if faults := list(schemas.faults(root, "photos", data, marks, name)):
        raise Faults(faults)
    return from_entries(
        data["photos"], lambda index, field: mark_of(marks, ("photos", index, field)), photos, name
    )


def from_entries(
    entries: list[dict], marks: "Callable[[int, str], Mark]", photos: Path, manifest: str
) -> Found:
    """A source for each entry of a manifest, held where it is not fit to be shown, and findings that say why.

    `marks(index, field)` gives line and column in the manifest, which findings call `manifest`.
    """
    found, sources, findings = files(photos), [], []
    for index, entry in enumerate(entries):
        paths = found.pop(entry["id"], [])
        faults = list(_faults(entry, paths, partial(marks, index), manifest))
        findings += faults
        sources.append(_source(entry, paths, bool(faults)))
    known = [entry["id"] for entry in entries]
    findings += [_unlisted(path, known, manifest) for paths in found.values() for path in paths]
    return sources, findings + _passed_over(photos)


def _source(entry: dict, paths: list[Path], held: bool) -> Source:
    embed = paths and not held and entry.get("embed_copyright")
    line = f"© {entry['credit']}. {entry['licence']}" if embed else ""
    return Source(entry["id"], paths[0] if paths else None, entry.get("plate"), line, held)


def _faults(
    entry: dict, paths: list[Path], mark: "Callable[[str], Mark]", manifest: str
) -> Iterator[Finding]:
    """What keeps a picture from being shown, placed at its fields; of two files, at the second."""

    name, file = entry["id"], paths[0].name if paths else ""
    for field in ("caption", "alt"):
        for text in (entry.get(field) or {}).values():
            if _HTML.search(text):
                yield rule("photo-html").finding(manifest, mark(field), name=name, field=field)
    if len(paths) > 1:
        yield _twice(paths[1])
    if not paths:
        if "plate" not in entry:
            yield rule("photo-missing").finding(manifest, mark("id"), name=name)
        return
    if not (entry.get("credit") or "").strip():
        yield rule("photo-credit").finding(manifest, mark("id"), file=file)
    if not (entry.get("licence") or "").strip():
        yield rule("photo-licence").finding(manifest, mark("id"), file=file)
    if not all((entry.get("alt") or {}).get(lang, "").strip() for lang in ("zh", "en")):
        yield rule("photo-alt").finding(manifest, mark("id"), file=file)


def _twice(path: Path) -> Finding:
    return about(path, "photo-twice", name=Path(shown(path)).stem)


def _unlisted(path: Path, known: list[str], manifest: str) -> Finding:
    near, asked = nearest(path.stem, known), rule("photo-unlisted")
    hint = asked.words("near", right=near + path.suffix.lower()) if near else asked.words("add")
    name = Path(shown(path)).stem
    return about(path, "photo-unlisted", "unlisted", manifest=manifest, name=name, hint=hint)
