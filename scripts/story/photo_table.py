"""The manifest file: read, held against its schema, matched with the photos folder."""

import os
from pathlib import Path

from story import manifest, schemas
from story.findings import Faults, Finding
from story.gallery import Source
from story.tables import not_utf8, yaml_finding
from story.yamlfile import YamlFault, mark_of, parse


def sources(path: Path, photos: Path, root: Path) -> tuple[list[Source], list[Finding]]:
    """Sources and findings of a manifest. Raises `Faults` if it cannot be read or breaks the schema."""
    shown = os.path.relpath(path).replace(os.sep, "/")
    try:
        data, marks = parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise Faults([not_utf8(shown)]) from None
    except YamlFault as fault:
        raise Faults([yaml_finding(shown, fault)]) from None
    faults = list(schemas.faults(root / schemas.FOLDER, "photos", data, marks, shown))
    if faults:
        raise Faults(faults)
    return manifest.from_entries(data["photos"], lambda index, field: mark_of(marks, ("photos", index, field)), photos, shown)
