"""What every command has in common: two languages, an exit status, and never a traceback.

Exit status: what the command says, and 2 for a fault that it did not foresee. A library that is missing ends
a command while it is loaded: `command` is imported first.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from story.files import refused

ROOT = Path(__file__).resolve().parent.parent
Words = tuple[str, str]
"""One sentence: Chinese, English."""
_DEBUG = "--debug"
STOPPED = ("已停下。没有写到一半的文件。", "Stopped. No file is half-written.")


class Parser(argparse.ArgumentParser):
    """Says in both languages that a command is not understood. Every command takes `--debug`: see `run`."""

    def __init__(self, description: str):
        super().__init__(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        details = "出错时显示细节 / show details of a fault of the command"
        self.add_argument(_DEBUG, action="store_true", help=details)

    def error(self, message):
        en = f"The command is not understood; --help shows how it is used: {message}"
        self.exit(2, f"命令写得不对，用 --help 看写法。\n{en}\n")


def say(words: Words, status: int = 0) -> int:
    """Print a sentence, to stderr if the status is not 0; returns the status."""
    print("\n".join(words), file=sys.stderr if status else sys.stdout)
    return status


def run(
    main: Callable[[list[str]], int], name: Words = ("这个命令", "command"), stopped: Words = STOPPED
) -> None:
    """Run `main` on the arguments of the command and end with its status.

    `name` is what a fault of its own calls it; `stopped` is said after Ctrl-C. `--debug` shows a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that knows no Chinese shows question marks
            stream.reconfigure(errors="replace")
    try:
        status = main([argument for argument in sys.argv[1:] if argument != _DEBUG])
        sys.stdout.flush()  # here, where it is known what to do if nobody reads any more
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except KeyboardInterrupt:
        status = say(stopped, 2)
    except Exception as error:
        if _DEBUG in sys.argv:
            raise
        status = say(_fault(error, name), 2)
    sys.exit(status)


def _while_loading(kind, error, trace) -> None:
    """The hook for what is raised before `run`. Python takes the exit status from here."""
    if isinstance(error, ModuleNotFoundError | KeyboardInterrupt) and _DEBUG not in sys.argv:
        sys.exit(say(STOPPED if isinstance(error, KeyboardInterrupt) else _missing(error), 2))
    sys.__excepthook__(kind, error, trace)


sys.excepthook = _while_loading


def _missing(error: ModuleNotFoundError) -> Words:
    target = Path(sys.argv[0]).stem.removeprefix("build_")
    return (
        f"还缺少 {error.name}。请用 make {target}，或者先装好 requirements.txt。",
        f"{error.name} is missing. Use make {target}, or install requirements.txt first.",
    )


def _fault(error: Exception, name: Words) -> Words:
    """What has gone wrong, in words."""
    if isinstance(error, OSError):
        return refused(error, ROOT)
    if isinstance(error, ModuleNotFoundError):
        return _missing(error)
    return (
        f"{name[0]}自己出了错（{type(error).__name__}: {error}），不是你的错。"
        "请在本站的代码仓库新开一个议题（issue），附上这句话；加上 --debug 再运行一次，可以看到细节。",
        f"The {name[1]} itself has failed; it is not your fault. "
        "Please open an issue with this line; --debug shows the details.",
    )
