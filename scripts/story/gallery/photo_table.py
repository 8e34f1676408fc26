"""The manifest file: read, held against its schema, matched with the photos folder."""

from collections.abc import Iterator
from pathlib import Path

from story.findings import Faults, Finding
from story.gallery import manifest
from story.gallery.update import Source, shown
from story.tables import schemas
from story.tables.tables import not_utf8, yaml_finding
from story.tables.yamlfile import Marks, YamlFault, mark_of, parse


def sources(path: Path, photos: Path, root: Path) -> tuple[list[Source], list[Finding]]:
    """Sources and findings of a manifest. Raises `Faults` if it cannot be read or breaks the schema."""
    name = shown(path)
    try:
        data, marks = parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Faults(
            [
                Finding(
                    name,
                    1,
                    1,
                    "yaml",
                    f"清单读不出来（{error.strerror}）。请检查文件名和权限。",
                    f"The manifest cannot be read ({error.strerror}). Check its name and permissions.",
                )
            ]
        ) from None
    except UnicodeDecodeError:
        raise Faults([not_utf8(name)]) from None
    except YamlFault as fault:
        raise Faults([yaml_finding(name, fault)]) from None
    faults = list(schemas.faults(root / schemas.FOLDER, "photos", data, marks, name)) or list(
        _repeated(data["photos"], marks, name)
    )
    if faults:
        raise Faults(faults)
    return manifest.from_entries(
        data["photos"], lambda index, field: mark_of(marks, ("photos", index, field)), photos, name
    )


def _repeated(entries: list[dict], marks: Marks, name: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        line, column = mark_of(marks, ("photos", index))
        if entry["id"] in seen:
            first = seen[entry["id"]]
            yield Finding(
                name,
                line,
                column,
                "id-repeated",
                f"编号 {entry['id']} 已经在第 {first} 行用过，请另起一个。",
                f"The id {entry['id']} is already used on line {first}; choose another.",
            )
        seen.setdefault(entry["id"], line)
