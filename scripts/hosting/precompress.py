"""Pack the texts of a built site once, so that a host need not at every visit: `.gz` and `.br` beside each.

    python scripts/hosting/precompress.py [site]

The same texts give the same bytes; only what changed is written.
"""

import gzip
import sys
from pathlib import Path

import brotli

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from command import run as command  # noqa: E402
from story.files import put  # noqa: E402

TEXTS = {".css", ".csv", ".html", ".js", ".json", ".svg", ".xml"}
PACKERS = {".gz": lambda text: gzip.compress(text, 9, mtime=0), ".br": brotli.compress}


def run(site: Path) -> int:
    """Pack every text below `site`; how many files were written. Raises OSError if the disk refuses."""
    texts = sorted(path for path in site.rglob("*") if path.suffix in TEXTS and path.is_file())
    return sum(_pack(path, ending) for path in texts for ending in PACKERS)


def _pack(path: Path, ending: str) -> bool:
    target, packed = path.with_name(path.name + ending), PACKERS[ending](path.read_bytes())
    if target.exists() and target.read_bytes() == packed:
        return False
    put(target, packed)
    return True


def main(arguments: list[str]) -> int:
    site = Path(arguments[0] if arguments else "site")
    if not (site / "index.html").exists():
        print(f"{site} 里没有网站，请先运行 make build。\nThere is no site in {site}; run make build first.")
        return 1
    count = run(site)
    print(f"写了{count}个压缩文件。 {count} packed files written.")
    return 0


if __name__ == "__main__":
    command(main)
