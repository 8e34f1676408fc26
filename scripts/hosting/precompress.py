"""Pack style sheets and scripts of a built site once, better than a host would at every visit: `.gz` and
`.br` beside each.

    python scripts/hosting/precompress.py [site]

Pages are not packed: a copy that was forgotten would show readers the former page. A file named after its
content has no former content. The same texts give the same bytes; only what changed is written.
"""

import gzip
import re
import sys
from pathlib import Path

import brotli

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from command import run as command  # noqa: E402
from story.files import put  # noqa: E402

HASHED = re.compile(r"/assets/.*[.-][0-9a-f]{8,10}\.(css|js)$")
"""Texts named after their content; nginx.conf says the same."""
PACKERS = {".gz": lambda text: gzip.compress(text, 9, mtime=0), ".br": brotli.compress}


def run(site: Path) -> int:
    """Pack what may be packed below `site`; how many files were written. Raises OSError if the disk
    refuses."""
    names = sorted(f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file())
    texts = [site / name[1:] for name in names if HASHED.search(name)]
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
