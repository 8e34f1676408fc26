"""Go through the site in browsers that `make test` does not have.

    python tests/browsers [NAME …] [--site FOLDER]    all of them, or those whose name holds one of the words;
                                                      a site that is already built, or one built for this

Exit 1 if a path fails, or, where the environment has CI, if none of the browsers could be had.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import small
from browsers import engines, watch
from browsers.paths import PATHS
from screens import LANGS

NONE = """一种浏览器也没有，什么都没有看。
None of the browsers could be had; nothing was looked at."""


def look(name: str, site: Path) -> list[str]:
    """What goes wrong in one browser. Raises Missing if it cannot be had."""
    _, _, full = engines.ENGINES[name]
    found = []
    with watch.watching(site) as (address, faults), engines.running(name) as tab:
        print(f"{name}（{tab.version}）", flush=True)
        for path, walk in PATHS.items():
            for lang, prefix in LANGS.items():
                wrong = _walked(walk, tab, address, prefix, full) + _taken(faults)
                print(f"  {'✗' if wrong else '✓'} {path} {lang}", *wrong, sep="\n      ", flush=True)
                found += wrong
    return found


def _walked(walk, *arguments) -> list[str]:
    try:
        walk(*arguments)
    except Exception as error:  # whatever stops a path is what we came to see
        return str(error).splitlines() or [repr(error)]
    return []


def _taken(faults: list[str]) -> list[str]:
    taken = sorted({*faults})
    faults.clear()
    return taken


def look_into(names: list[str], site: Path) -> int:
    """The exit status after all of those browsers."""
    wrong, missing = [], {}
    for name in names:
        try:
            wrong += look(name, site)
        except engines.Missing as reason:
            missing[name] = reason
        except Exception as error:  # it does not start, or is gone
            wrong.append(f"{name}: {error!r}")
            print(f"  ✗ {wrong[-1]}", flush=True)
    for name, reason in missing.items():
        print(f"没有 {name}，没有看：{reason.zh}。", file=sys.stderr)
        print(f"{name} was not there and was not looked at: {reason.en}.", file=sys.stderr)
    if len(missing) == len(names):
        print(NONE, file=sys.stderr)
    return int(bool(wrong) or (len(missing) == len(names) and "CI" in os.environ))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--site", type=Path)
    asked = parser.parse_args()
    names = [one for one in engines.ENGINES if not asked.names or any(word in one for word in asked.names)]
    with tempfile.TemporaryDirectory() as folder:
        return look_into(names, asked.site or built(Path(folder)))


def built(folder: Path) -> Path:
    result = small.build(small.ROOT, "--site-dir", str(folder))
    if result.returncode:
        sys.exit(result.stdout)
    return folder


if __name__ == "__main__":
    sys.exit(main())
