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
from typing import Any

from command import ROOT, Parser, Words, run, say
from story.files import shown
from story.findings import Faults, Finding, show
from story.gallery import manifest, update

PHOTOS, MANIFEST = ROOT / "docs" / "photos", ROOT / "docs" / "data" / "photos.yml"
OUT = ROOT / ".cache" / "photos"


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    if misuse := _misuse(options):
        return say(misuse, 2)
    report = _run(options)
    if options.json:
        text = json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"
        options.json.write_text(text, encoding="utf-8", errors="backslashreplace")
    for finding in report.findings:
        print(show(finding))
    print(report.summary())
    return 1 if report.findings else 0


def _misuse(options) -> Words | None:
    """What is wrong with the folders that were asked for, in both languages."""
    photos, misuse = shown(options.photos), None
    if options.photos.resolve() == options.out.resolve():
        zh = f"--out 不能就是照片文件夹 {photos}。请另写一个文件夹。"
        misuse = zh, f"--out must not be the folder of photographs, {photos}. Name another folder."
    elif not _of_site(options.photos) and not options.photos.is_dir():
        zh = f"没有 {photos} 这个文件夹。请检查 --photos 后面写的名字。"
        misuse = zh, f"There is no folder {photos}. Check the name after --photos."
    return misuse


def _run(asked) -> update.Report:
    try:
        sources, findings = _sources(asked)
    except Faults as faults:
        return update.Report(asked.check, findings=faults.findings)
    how = asked.jobs, asked.force, asked.check
    report = update.run(sources, asked.photos, asked.out, *how, root=ROOT, progress=_Bar(asked.quiet))
    report.findings = sorted({*report.findings, *findings})
    return report


def _of_site(photos: Path) -> bool:
    return photos.resolve() == PHOTOS.resolve()


def _sources(options) -> tuple[list[update.Source], list[Finding]]:
    """Pictures by the manifest; by file name where a folder is given without one."""
    path = options.manifest or (MANIFEST if _of_site(options.photos) else None)
    if path is None:
        return manifest.from_folder(options.photos)
    sources, findings = manifest.from_file(path, options.photos, ROOT)
    return (manifest.with_drawings(sources) if _of_site(options.photos) else sources), findings


class _Bar:
    """A progress bar for long work, on a terminal only."""

    def __init__(self, quiet: bool):
        self.quiet = quiet or not sys.stderr.isatty()
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self.quiet or total < 4:
            return
        if self.bar is None:
            from tqdm import tqdm

            self.bar = tqdm(total=total, unit="张", leave=False)
        self.bar.update(done - self.bar.n)
        if done == total:
            self.bar.close()


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    zh, en = f"“{text}” 不是数目，请写 0、1、2……", f"“{text}” is no number; write 0, 1, 2…"
    raise argparse.ArgumentTypeError(f"{zh} / {en}")


def _parser() -> argparse.ArgumentParser:
    parser = Parser("照片做成网页用的图 / Photographs to pictures for the web")
    add = parser.add_argument
    add("--check", action="store_true", help="只看不做 / look, change nothing")
    jobs = "同时做几张，默认与处理器核数相同 / pictures side by side, default one a core"
    add("--jobs", type=_count, default=0, metavar="N", help=jobs)
    add("--force", action="store_true", help="全部重做 / make everything again")
    add("--photos", type=Path, default=PHOTOS, metavar="DIR", help="照片文件夹 / folder of photographs")
    add("--manifest", type=Path, metavar="FILE", help="清单 / the manifest")
    add("--out", type=Path, default=OUT, metavar="DIR", help="放在哪里 / where to put them")
    add("--json", type=Path, metavar="REPORT", help="把结果写成 JSON / write the report as JSON")
    add("--quiet", action="store_true", help="不要进度条 / no progress bar")
    return parser


if __name__ == "__main__":
    run(main, stopped=("已停下。再运行一次，会接着做。", "Stopped. Run it again and it goes on from here."))
