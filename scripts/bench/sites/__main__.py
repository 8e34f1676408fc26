"""Compare the site with Starlight and Material: the same words, pictures, browser and host, in turn.

    python scripts/bench/sites [--parts bytes build growth save lighthouse] [--rounds 5]

Writes scripts/bench/RESULTS.md, and prints its table. A part that is not asked for keeps what was measured
last. Peers are fetched into `.cache/bench/` on first use (needs npm).
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS / "bench"), str(SCRIPTS.parent / "tests")]

from command import ROOT, Parser, run, say  # noqa: E402
from sites import content, contestants, report, times, weights  # noqa: E402
from story.pages.chapters import chapters  # noqa: E402
from story.tables import menu  # noqa: E402
from story.tables.tables import load  # noqa: E402

WORK = ROOT / ".cache" / "bench" / "sites"
KEPT, RESULTS = WORK / "results.json", ROOT / "scripts" / "bench" / "RESULTS.md"
PARTS = {
    "bytes": weights.rows,
    "build": times.builds,
    "growth": times.growth,
    "save": times.saves,
    "lighthouse": times.lighthouse,
}
NO_NPM = (
    "没有找到 npm，同类工具取不来。请装好 Node.js（连同 npm），再运行 make bench。",
    "npm was not found, so the peers cannot be fetched. Install Node.js with npm and run make bench again.",
)
NOT_FETCHED = (
    "同类工具没有取全，多半是网络不通；细节见上面几行。网络好了再运行一次就行。",
    "The peers could not all be fetched, most likely for want of a network: see the lines above. "
    "Run this again when there is one.",
)
BROKEN = ("{0} 没有做成，它自己的话在上面。", "{0} has failed; what it says of it is above.")


def main(arguments: list[str]) -> int:
    parser = Parser(__doc__ or "")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=[*PARTS])
    parser.add_argument(
        "--rounds", type=int, default=5, help="of builds and saves; Lighthouse takes three at most"
    )
    options = parser.parse_args(arguments)
    if not shutil.which("npm"):
        return say(NO_NPM, 1)
    try:
        contestants.installed(WORK / "starlight")
    except (OSError, subprocess.CalledProcessError):
        return say(NOT_FETCHED, 1)
    try:
        found = measured(options.parts, options.rounds)
    except subprocess.CalledProcessError as error:
        print((error.output or b"").decode(errors="replace"), file=sys.stderr)
        return say((BROKEN[0].format(error.cmd[0]), BROKEN[1].format(error.cmd[0])), 1)
    text = report.document(found, contestants.HEADS, machine())
    RESULTS.write_text(text, encoding="utf-8")
    print(text)
    return 0


def measured(parts: list[str], rounds: int) -> dict[str, dict]:
    """What these parts find, and the others have found before, by the name of the part."""
    found = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    runners, words = line_up()
    for part in parts:
        print(f"{part} …", file=sys.stderr, flush=True)
        found[part] = {"date": date.today().isoformat(), "rows": PARTS[part](runners, words, rounds)}
        KEPT.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return {part: found[part] for part in PARTS if part in found}


def line_up() -> tuple[list[contestants.Contestant], content.Content]:
    """Every contestant, built once, which fills its caches. Raises `CalledProcessError`."""
    tables, ours = load(ROOT), contestants.ours(ROOT, WORK / "ours")
    ours.build()
    slugs = ["index" if page == "home" else page for page in menu.pages(ROOT)]
    words = content.gather(ours.site, contestants.URL, slugs, chapters(tables))
    peers = [contestants.starlight(words, WORK / "starlight"), contestants.material(words, WORK / "material")]
    for peer in peers:
        peer.build()
    return [ours, *peers], words


def machine() -> str:
    """What was measured on, without a name."""
    with weights.browsing() as browser:
        seen = browser.version
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    programs = f"Python {platform.python_version()}, Node {contestants.ORDERED['node']}, Chromium {seen}"
    return f"{os.cpu_count()} × {platform.machine()}, {memory:.0f} GB, {platform.system()}; {programs}"


if __name__ == "__main__":
    run(main)
