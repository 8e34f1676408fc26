"""The manifest file: read, held against its schema, matched with the photos folder."""

from pathlib import Path

from story.findings import Faults, Finding
from story.gallery import manifest
from story.gallery.update import Source, shown
from story.tables import schemas
from story.tables.reading import read
from story.tables.yamlfile import mark_of


def sources(path: Path, photos: Path, root: Path) -> tuple[list[Source], list[Finding]]:
    """Sources and findings of a manifest. Raises `Faults` if it cannot be read or breaks the schema."""
    name = shown(path)
    try:
        data, marks = read(path, name)
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
    if faults := list(schemas.faults(root, "photos", data, marks, name)):
        raise Faults(faults)
    return manifest.from_entries(
        data["photos"], lambda index, field: mark_of(marks, ("photos", index, field)), photos, name
    )
