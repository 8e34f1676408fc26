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

ROOT = Path(__file__).resolve().parent.parent


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(
            2,
            f"命令写得不对，用 --help 看写法。\nThe command is not understood; --help shows how it is used: {message}\n",
        )


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _stop("已停下。没有写到一半的文件。", "Stopped. No file is half-written.")
    except ModuleNotFoundError as error:
        return _stop(
            f"还缺少 {error.name}。请用 make check，或者先装好 requirements.txt。",
            f"{error.name} is missing. Use make check, or install requirements.txt first.",
            options,
        )
    except OSError as error:
        return _stop(
            f"{error.filename or ROOT} 用不了（{error.strerror}）。请检查磁盘空间和权限。",
            f"{error.filename or ROOT} cannot be used ({error.strerror}). Check disk space and permissions.",
            options,
        )
    except Exception as error:
        return _stop(
            f"检查程序自己出了错（{type(error).__name__}: {error}），不是你的错。请在本站的代码仓库新开一个议题（issue），附上这句话；加上 --debug 再运行一次，可以看到细节。",
            "The check itself has failed; it is not your fault. Please open an issue with this line; --debug shows the details.",
            options,
        )


def _stop(zh: str, en: str, options: argparse.Namespace | None = None) -> int:
    """Say it in both languages. Must be called where an exception is handled: with --debug it is raised again."""
    if options and options.debug:
        raise
    print(f"{zh}\n{en}", file=sys.stderr)
    return 2


def _run(options: argparse.Namespace) -> int:
    from story import checks
    from story.checks import report

    if unknown := next(
        (path for path in options.paths if not path.exists() or not path.resolve().is_relative_to(ROOT)), None
    ):
        return _stop(
            f"没有 {unknown} 这个文件或文件夹。请检查名字。",
            f"There is no file or folder {unknown} here. Check its name.",
        )
    survey = checks.survey(ROOT)
    if options.fix:
        survey = _fix(options, survey)
    found = [finding for finding in survey.findings if _wanted(options, finding.path)]
    if not (options.fix and options.dry_run):
        _print(options.format, found, survey, report)
    return int(any(finding.severity == "error" for finding in found))


def _wanted(options: argparse.Namespace, shown: str) -> bool:
    """Whether a path is one of those asked for, or below one."""
    path = ROOT / shown
    return not options.paths or any(path.is_relative_to(wanted.resolve()) for wanted in options.paths)


def _fix(options: argparse.Namespace, survey):
    """Write the certain cures, or show them; then what is left."""
    from story import checks
    from story.checks import fixing

    changes = fixing.changes(survey, lambda shown: _wanted(options, shown))
    if options.dry_run:
        print(*map(fixing.diff, changes), sep="", end="")
        print(
            f"以上改动没有写盘，共{len(changes)}个文件。 Nothing was written; {len(changes)} file{'s' * (len(changes) != 1)} would change.",
            file=sys.stderr,
        )
        return survey
    fixing.tidy(ROOT / "docs")
    for change in changes:
        said = (
            "改好了 / cured"
            if fixing.write(change)
            else "刚刚被别的程序改过，没有动 / saved by another program meanwhile, left alone"
        )
        print(f"{change.shown} {said}: {', '.join(change.rules)}", file=sys.stderr)
    if not changes:
        print("没有能自动改的地方。 There is nothing that can be cured automatically.", file=sys.stderr)
    return checks.survey(ROOT)


def _print(form: str, found: list, survey, report) -> None:
    if form == "json":
        print(report.as_json(found))
    elif form == "github":
        print(report.github(found, survey))
        _summarise(report.markdown(found, survey, _address()))
    else:
        print(report.text(found, survey))


def _summarise(markdown: str) -> None:
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(markdown + "\n")


def _address() -> str:
    """Where this version of the project's files can be read, in a run on GitHub."""
    server, repository, version = (
        os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")
    )
    return f"{server}/{repository}/blob/{version}/" if server and repository and version else ""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(description="检查每一页、每张表 / Check every page and table")
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="只显示这些文件或文件夹的 / show only what concerns these files or folders",
    )
    add("--format", choices=("text", "github", "json"), default="text", help="写法 / form of the output")
    add("--fix", action="store_true", help="把有把握的直接改好 / apply the cures that are certain")
    add(
        "--dry-run",
        action="store_true",
        help="同 --fix 连用：只显示会改什么，不写盘 / with --fix: show what would change, write nothing",
    )
    add("--debug", action="store_true", help="出错时显示细节 / show details of a fault of the command")
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(
            errors="replace"
        )  # a terminal that knows no Chinese shows question marks, not a traceback
    sys.exit(main(sys.argv[1:]))
