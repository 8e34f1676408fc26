"""Which files of a built site nothing in it refers to."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

BY_THEMSELVES = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
"""What is asked for by its name: by the host, and by search engines."""
_HERE = "https://site.test/"
_ADDRESSES = {
    ".html": r"""\b(?:href|src|srcset|content|data-[\w-]+)=(?:"([^"]*)"|([^\s"'>]+))""",
    ".css": r"""url\(\s*["']?([^"')]+)""",
    ".js": r"""["'`]([\w./-]+\.\w+)(?=["'`])""",
    ".xml": r"""(?:href|src)="([^"]*)"|<loc>([^<]*)""",
}
"""Where a kind of text names others."""


def unreferred(site: Path, site_url: str = _HERE) -> list[str]:
    """Names of files that no page, style sheet, script or feed of `site` refers to, in order. Pages refer to
    one another in this sense too; `site_url` is where absolute addresses begin."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    named: set[str] = {"index.html"}
    for name, path in files.items():
        if path.suffix in _ADDRESSES:
            named |= _named(name, path.read_text(encoding="utf-8"), path.suffix, site_url) - {name}
    return sorted(files.keys() - named - BY_THEMSELVES)


def _named(name: str, text: str, kind: str, site_url: str) -> set[str]:
    """Names of files that a text refers to, if they are there."""
    values = ["".join(found) for found in re.findall(_ADDRESSES[kind], text)]
    values += re.findall(re.escape(site_url) + r'[^\s"<]*', text)  # in JSON-LD
    parts = (part for value in values for part in (value, *re.split(r"[\s,]+", value)))
    return {_file(urljoin(_HERE + name, part.replace(site_url, _HERE))) for part in parts if part}


def _file(address: str) -> str:
    path = unquote(re.sub(r"\?.*", "", urldefrag(address)[0])).removeprefix(_HERE)
    return f"{path}index.html" if path.endswith("/") or not path else path
