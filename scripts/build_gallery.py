"""Turn photographs (or drawn plates) into everything the site shows as a picture.

    python scripts/build_gallery.py                              the site's own photographs
    python scripts/build_gallery.py --photos DIR --out DIR       any folder of pictures, by file name
    python scripts/build_gallery.py --check                      say what would happen, change nothing

Exit status: 0 done, 1 something was refused (the rest is made), 2 a fault of the command itself.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from story import gallery, manifest
from story.findings import Faults, Finding, show

ROOT = Path(__file__).resolve().parent.parent
PHOTOS, MANIFEST, OUT = ROOT / "docs" / "photos", ROOT / "docs" / "data" / "photos.yml", ROOT / ".cache" / "photos"


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        sources, findings = _sources(options)
        report = gallery.run(sources, options.photos, options.out, options.jobs, options.force, options.check, root=ROOT, progress=_Bar(options.quiet))
    except Faults as faults:
        return _say(faults.findings)
    except OSError as error:
        print(f"写不进 {options.out}：{error.strerror}。请检查磁盘空间和权限。\n{options.out} cannot be written: {error.strerror}. Check disk space and permissions.", file=sys.stderr)
        return 2
    report.findings = sorted({*report.findings, *findings})
    if options.json:
        options.json.write_text(json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    status = _say(report.findings)
    print(report.summary())
    return status


def _sources(options) -> tuple[list[gallery.Source], list[Finding]]:
    """Pictures by the manifest; by file name where a folder is given without one."""
    path = options.manifest or (MANIFEST if options.photos == PHOTOS else None)
    if path is None:
        return manifest.from_folder(options.photos)
    from story import photo_table
    return photo_table.sources(path, options.photos, ROOT)


def _say(findings: list[Finding]) -> int:
    for finding in findings:
        print(show(finding))
    return 1 if findings else 0


class _Bar:
    """A progress bar for long work, on a terminal only."""

    def __init__(self, quiet: bool):
        self.quiet, self.bar = quiet or not sys.stderr.isatty(), None

    def __call__(self, done: int, total: int) -> None:
        if self.quiet or total < 4:
            return
        if self.bar is None:
            from tqdm import tqdm
            self.bar = tqdm(total=total, unit="张", leave=False)
        self.bar.update(done - self.bar.n)
        if done == total:
            self.bar.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="照片做成网页用的图 / Photographs to pictures for the web")
    add = parser.add_argument
    add("--check", action="store_true", help="只看不做 / look, change nothing")
    add("--jobs", type=int, default=0, metavar="N", help="同时做几张，默认与处理器核数相同 / pictures side by side, default one a core")
    add("--force", action="store_true", help="全部重做 / make everything again")
    add("--photos", type=Path, default=PHOTOS, metavar="DIR", help="照片文件夹 / folder of photographs")
    add("--manifest", type=Path, metavar="FILE", help="清单 / the manifest")
    add("--out", type=Path, default=OUT, metavar="DIR", help="放在哪里 / where to put them")
    add("--json", type=Path, metavar="REPORT", help="把结果写成 JSON / write the report as JSON")
    add("--quiet", action="store_true", help="不要进度条 / no progress bar")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
