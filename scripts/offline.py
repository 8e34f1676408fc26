"""Make the copy to keep (a zip of the whole site), unless it is up to date. `make build` publishes it."""

import subprocess

from command import ROOT, run
from story.site import offline


def main(arguments: list[str]) -> int:
    try:
        path = offline.run(ROOT)
    except subprocess.CalledProcessError as error:  # which has said why
        return error.returncode
    print(f"整站副本 / Copy of the site: {path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    run(main)
