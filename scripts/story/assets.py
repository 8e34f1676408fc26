"""Style sheets and scripts: many small files for whoever reads them, one request for whoever visits."""

import hashlib
from pathlib import Path


def joined(docs: Path, names: list[str]) -> tuple[str, str]:
    """Files of one kind as one: its name, which changes with its content, and the content."""
    content = "\n".join((docs / name).read_text(encoding="utf-8") for name in names)
    folder, suffix = Path(names[0]).parent.as_posix(), Path(names[0]).suffix
    return f"{folder}/site.{hashlib.sha256(content.encode()).hexdigest()[:10]}{suffix}", content
