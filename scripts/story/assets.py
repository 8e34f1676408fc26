"""Style sheets and scripts: many small files for whoever reads them, one small one for whoever visits."""

import hashlib
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_SMALLER = {".css": cssmin, ".js": jsmin}


def joined(docs: Path, names: list[str], first: str = "") -> tuple[str, str]:
    """Files of one kind as one, after what comes `first`: its name, which changes with its content, and the content."""
    folder, suffix = Path(names[0]).parent.as_posix(), Path(names[0]).suffix
    content = _SMALLER[suffix](first + "\n".join((docs / name).read_text(encoding="utf-8") for name in names))
    return f"{folder}/site.{hashlib.sha256(content.encode()).hexdigest()[:10]}{suffix}", content
