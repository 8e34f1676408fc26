"""Build the site beside the one that is there, and put it in its place when it is whole, for `make build`.

A build that fails or is interrupted leaves `site/` as it was; the next one begins anew.
"""

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

from command import ROOT, run
from story.files import alone

SITE = ROOT / "site"


def main(arguments: list[str]) -> int:
    site = SITE.resolve()  # a link stays one: it leads to where the host reads
    # On one disk with the site, or they could not change places in one step.
    new, old = (site.with_name(f".{site.name}.{age}") for age in ("new", "old"))
    with alone(ROOT, site):
        restore(site, old)
        try:
            command = [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--site-dir",
                str(new),
                *arguments,
            ]
            # In a group of its own Ctrl-C is ours alone: Python would end it with a traceback.
            status = subprocess.run(command, cwd=ROOT, process_group=0).returncode
            if status == 0:
                swap(site, new, old)
        finally:  # else a disk that was full stays full
            shutil.rmtree(new, ignore_errors=True)
        return status


def swap(site: Path, new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `site`; `old` holds what was there for the moment between, and is
    put back if the exchange fails. Raises OSError."""
    shutil.rmtree(old, ignore_errors=True)
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        restore(site, old)
        raise
    with contextlib.suppress(KeyboardInterrupt):  # the new site is in its place, and the next run tidies up
        shutil.rmtree(old, ignore_errors=True)


def restore(site: Path, old: Path) -> None:
    """Bring back the site of a run that was killed in that moment."""
    if old.exists() and not site.exists():
        old.rename(site)


if __name__ == "__main__":
    run(main, stopped=("已停下，site/ 还是原来的。", "Stopped; site/ is what it was."))
