"""Build the site beside the one that is there, and put it in its place when it is whole, for `make build`.

A build that fails or is interrupted leaves `site/` as it was; the next one begins anew.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from command import ROOT, run
from story.files import alone

SITE, NEW, OLD = ROOT / "site", ROOT / ".cache" / "site.new", ROOT / ".cache" / "site.old"


def main(arguments: list[str]) -> int:
    with alone(ROOT, SITE):
        restore(SITE, OLD)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(NEW), *arguments]
        status = subprocess.run(command, cwd=ROOT).returncode
        if status == 0:
            swap(SITE, NEW, OLD)
        return status


def swap(site: Path, new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `site`; `old` holds what was there for the moment between, and is
    put back if the exchange fails. Raises OSError."""
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        restore(site, old)
        raise
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path, old: Path) -> None:
    """Bring back the site of a run that was killed in that moment."""
    if old.exists() and not site.exists():
        old.rename(site)


if __name__ == "__main__":
    run(main, stopped=("已停下，site/ 还是原来的。", "Stopped; site/ is what it was."))
