"""The manifest `photos.yml` against the photos folder: which file belongs to which entry."""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from story.files import shown
from story.findings import Faults, Finding, nearest
from story.gallery.update import Source, about

if TYPE_CHECKING:  # the command line, with nothing to do, is done before these would be loaded
    from story.tables.tables import Tables
    from story.tables.yamlfile import Mark

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".heic", ".heif", ".gif", ".bmp")
"""Endings that mean a photograph, usable or not; what cannot be used is refused later, by name."""
BAND = Source("band", plate="band")
"""The home page's wide drawing, which is no photograph's stand-in and has no entry."""
_LONGEST_ID = 160
"""Bytes of an id; a name on disk has at most 255, with the rest of a derivative's name."""
_HTML = re.compile(r"<[a-zA-Z/!]")

Found = tuple[list[Source], list[Finding]]
"""Sources, and what is to be said of them."""


def files(photos: Path) -> dict[str, list[Path]]:
    """Photograph-like names in a folder, by their stem, in a steady order."""
    found: dict[str, list[Path]] = {}
    for path in sorted(photos.iterdir()) if photos.is_dir() else []:
        if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            found.setdefault(path.stem, []).append(path)
    return found


def from_folder(photos: Path) -> Found:
    """Without a manifest every file is a picture and its name is its id; two files of one name are held."""
    sources, findings = {}, []
    for stem, paths in files(photos).items():
        name = _id(stem)
        name = _id(stem, unlike=True) if name in sources else name
        sources[name] = Source(name, paths[0], held=len(paths) > 1)
        findings += [_twice(path) for path in paths[1:]]
    return list(sources.values()), findings


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
        zh = f"清单读不出来（{error.strerror}）。请检查文件名和权限。"
        en = f"The manifest cannot be read ({error.strerror}). Check its name and permissions."
        raise Faults([about(path, "yaml", zh, en)]) from None
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
    return sources, findings


def _source(entry: dict, paths: list[Path], held: bool) -> Source:
    embed = paths and not held and entry.get("embed_copyright")
    line = f"© {entry['credit']}. {entry['licence']}" if embed else ""
    return Source(entry["id"], paths[0] if paths else None, entry.get("plate"), line, held)


def _faults(
    entry: dict, paths: list[Path], mark: "Callable[[str], Mark]", manifest: str
) -> Iterator[Finding]:
    """What keeps a picture from being shown, placed at its fields; of two files, at the second."""

    def told(field: str, rule: str, zh: str, en: str) -> Finding:
        return Finding(manifest, *mark(field), rule, zh, en)

    name, file = entry["id"], paths[0].name if paths else ""
    for field in ("caption", "alt"):
        for text in (entry.get(field) or {}).values():
            if _HTML.search(text):
                zh = f"{name} 的 {field} 里有 HTML 标签。这里只写文字，删去尖括号里的东西。"
                en = f"The {field} of {name} holds HTML. Write words only; delete what is in angle brackets."
                yield told(field, "photo-html", zh, en)
    if len(paths) > 1:
        yield _twice(paths[1])
    if not paths:
        if "plate" not in entry:
            yield told(
                "id",
                "photo-missing",
                f"清单里有 {name}，photos 文件夹里没有这张照片，也没有插图可以代替。"
                f"请放入 {name}.jpg，或删去这一条。",
                f"The manifest lists {name}, but there is neither a photograph nor a drawing. "
                f"Add {name}.jpg or remove the entry.",
            )
        return
    for field, called in (("credit", "摄影者"), ("licence", "许可")):
        if not (entry.get(field) or "").strip():
            zh = f"照片 {file} 已经放入，但清单里没有写 {field}（{called}）。没有它，照片不能上网。"
            en = f"The photograph {file} is there but the manifest gives no {field}. "
            yield told("id", f"photo-{field}", zh, en + "Without it the picture cannot be shown.")
    if not all((entry.get("alt") or {}).get(lang, "").strip() for lang in ("zh", "en")):
        zh = f"照片 {file} 没有替代文字（alt）。请用一句话说出画面里有什么，中英文各一句。"
        en = f"The photograph {file} has no alt text. Say in one sentence what it shows, in each language."
        yield told("id", "photo-alt", zh, en)


def _twice(path: Path) -> Finding:
    picture = Path(shown(path)).stem
    zh = f"{picture} 有两个文件，不知道用哪一个。请只留一个。"
    return about(path, "photo-twice", zh, f"There are two files for {picture}. Keep one.")


def _unlisted(path: Path, known: list[str], manifest: str) -> Finding:
    zh, en = "请先在清单里添上它，或把文件移走。", "Add one, or remove the file."
    if near := nearest(path.stem, known):
        right = near + path.suffix.lower()
        zh, en = f"是不是应当叫 {right}？", f"Should it be {right}?"
    stem = Path(shown(path)).stem
    zh, en = f"{manifest} 里没有 {stem} 这一条。{zh}", f"{manifest} has no entry {stem}. {en}"
    return about(path, "photo-unlisted", zh, en)
