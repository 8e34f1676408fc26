"""Look at every page and table, and say in plain words what is wrong, where, and how to cure it.

    python scripts/check.py                       everything
    python scripts/check.py docs/train.md         the same, but only what concerns this page is shown
    python scripts/check.py --fix                 apply the cures that are certain, then check
    python scripts/check.py --fix --dry-run       show them as a diff, write nothing
    python scripts/check.py --format github       annotations for a pull request (or json, for a program)

Exit status: 0 no errors (warnings do not count), 1 errors were found, 2 a fault of the command itself.
"""

import argparse
import os
import sys
from pathlib import Path

from command import ROOT, Parser, run, say
from story import checks
from story.checks import fixing, report


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    for path in options.paths:
        if not path.exists() or not path.resolve().is_relative_to(ROOT):
            zh = f"没有 {path} 这个文件或文件夹。请检查名字。"
            return say((zh, f"There is no file or folder {path} here. Check its name."), 2)
    survey = checks.survey(ROOT)
    if options.fix:
        survey = _fix(options, survey)
    found = [finding for finding in survey.findings if _wanted(options, finding.path)]
    if not (options.fix and options.dry_run):
        _print(options.format, found, survey)
    return int(any(finding.severity == "error" for finding in found))


def _wanted(options: argparse.Namespace, shown: str) -> bool:
    """Whether a path is one of those asked for, or below one."""
    path = ROOT / shown
    return not options.paths or any(path.is_relative_to(wanted.resolve()) for wanted in options.paths)


def _fix(options: argparse.Namespace, survey):
    """Write the certain cures, or show them; then what is left."""
    changes = fixing.changes(survey, lambda shown: _wanted(options, shown))
    if options.dry_run:
        print(*map(fixing.diff, changes), sep="", end="")
        zh = f"以上改动没有写盘，共{len(changes)}个文件。"
        en = f"Nothing was written; {len(changes)} file{'s' * (len(changes) != 1)} would change."
        print(zh, en, file=sys.stderr)
        return survey
    fixing.tidy(ROOT / "docs")
    late = "刚刚被别的程序改过，没有动 / saved by another program meanwhile, left alone"
    for change in changes:
        said = "改好了 / cured" if fixing.write(change) else late
        print(f"{change.shown} {said}: {', '.join(change.rules)}", file=sys.stderr)
    if not changes:
        print("没有能自动改的地方。 There is nothing that can be cured automatically.", file=sys.stderr)
    return checks.survey(ROOT)


def _print(form: str, found: list, survey) -> None:
    if form == "json":
        print(report.as_json(found))
    elif form == "github":
        print(report.github(found, survey))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with open(path, "a", encoding="utf-8") as file:
                print(report.markdown(found, survey, _address()), file=file)
    else:
        print(report.text(found, survey))


def _address() -> str:
    """Where this version of the project's files can be read, in a run on GitHub."""
    names = "SERVER_URL", "REPOSITORY", "SHA"
    server, repository, version = (os.environ.get(f"GITHUB_{name}") for name in names)
    return f"{server}/{repository}/blob/{version}/" if server and repository and version else ""


def _parser() -> argparse.ArgumentParser:
    parser = Parser("检查每一页、每张表 / Check every page and table")
    add = parser.add_argument
    only = "只显示这些文件或文件夹的 / show only what concerns these files or folders"
    add("paths", nargs="*", type=Path, metavar="PATH", help=only)
    add("--format", choices=("text", "github", "json"), default="text", help="写法 / form of the output")
    add("--fix", action="store_true", help="把有把握的直接改好 / apply the cures that are certain")
    dry = "同 --fix 连用：只显示会改什么，不写盘 / with --fix: show what would change, write nothing"
    add("--dry-run", action="store_true", help=dry)
    return parser


if __name__ == "__main__":
    run(main, name=("检查程序", "check"))
