"""Make what is to keep, the zip and the books, unless it is up to date. `make build` publishes it."""

import subprocess

from command import ROOT, run
from story.site import offline


def main(arguments: list[str]) -> int:
    try:
        folder = offline.run(ROOT)
    except subprocess.CalledProcessError as error:  # which has said why
        return error.returncode
    for name, path in offline.files(folder).items():
        said = "整站副本 / Copy of the site" if name == offline.FILE else "书 / Book"
        print(f"{said}: {path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    run(main)
