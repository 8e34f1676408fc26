"""Find a program that some tests need, or fetch it.

    python tests/tools.py nginx caddy    find or fetch each, and say what to do about one that cannot be had

Where there is apt-get, Debian's package is unpacked into .cache/tools/ and not installed: no service of it is
started, and whoever has a server on port 80 keeps it. A test starts the program itself, on a free port.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOOLS = Path(__file__).resolve().parent.parent / ".cache" / "tools"
PLACES = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", TOOLS / "usr/sbin", TOOLS / "usr/bin")
"""Beside PATH, on which Debian has no folder of servers for those who are not root."""
ALSO = {"nginx": ("nginx-common",)}
"""Packages with files that the program reads."""
MISSING = """没有找到 {0}，也没能取来；用到它的测试会略过。请用系统的软件管理器装好，如 brew install {0}。
{0} was not found and could not be fetched; tests that need it are skipped. Install it by the means of your
system, such as brew install {0}."""


def find(name: str) -> str | None:
    """Path of a program, or None."""
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(map(str, PLACES)))


def ensure(name: str) -> str | None:
    """Path of a program, fetched if need be; None if that fails."""
    return find(name) or _debians(name)


def _debians(name: str) -> str | None:
    if not shutil.which("apt-get"):
        return None
    root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    TOOLS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _run([*root, "apt-get", "update", "-qq"], folder)
        _run(["apt-get", "download", "-qq", name, *ALSO.get(name, ())], folder)
        for package in sorted(Path(folder).glob("*.deb")):
            _run(["dpkg-deb", "--extract", package.name, str(TOOLS)], folder)
    return find(name)


def _run(command: list[str], folder: str, limit: int = 900) -> None:
    """Run it in that folder, whatever it says. `limit` is in seconds."""
    print("+", *command, flush=True)
    try:
        subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, timeout=limit)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        if not ensure(name):
            print(MISSING.format(name), file=sys.stderr)
