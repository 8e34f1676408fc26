"""`mkdocs serve` on a small site: bad input ends neither it nor what it shows, a cure brings it back."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request

import pytest

import small

BAD = {
    "YAML that does not parse": ("docs/data/facts.yml", "facts:\n- id: [\n", "docs/data/facts.yml:"),
    "a page without its twin": ("docs/train.en.md", None, "docs/train.md:1:1 error pair-missing"),
    "a fact that does not exist": (
        "docs/train.md",
        small.HEAD + "# 列车\n\n合计[1788万元](figures.md#totall)。\n",
        "docs/train.md:7:3 error fact-unknown",
    ),
    "a page that is not UTF-8": (
        "docs/train.md",
        "# 列车，从商洛开来".encode("gb18030"),
        "docs/train.md:1:1 error encoding",
    ),
    "a table that names what is not there": (
        "docs/data/facts.yml",
        small.FILES["docs/data/facts.yml"].replace("source: P02", "source: P22"),
        "docs/data/facts.yml:9:11 error reference-unknown",
    ),
    "a marker that nothing fills": (
        "docs/train.md",
        small.HEAD + "# 列车\n\n<!-- data: figure -->\n",
        "docs/train.md:7:1 error marker-unknown",
    ),
}
PATIENCE = 60
"""Seconds to wait for what is bound to come: a busy machine takes its time."""


class Preview:
    """A running `mkdocs serve` and all it has printed."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.printed = ""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.printed += line

    def wait(self, condition, what):
        """Until `condition()` holds while the preview is alive."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, f"the preview has ended\n{self.printed}"
            assert time.monotonic() < end, f"{what} has not come\n{self.printed}"
            time.sleep(0.1)

    def wait_for(self, words, after=0):
        self.wait(lambda: words in self.printed[after:], words)

    def page(self):
        address = f"http://127.0.0.1:{self.port}/train/"
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except OSError:
            return ""


@pytest.fixture
def preview(request):
    """Start a preview of a folder; it ends with the test."""
    started = []

    def start(folder):
        started.append(Preview(folder))
        return started[0]

    yield start
    for running in started:
        running.process.kill()
        running.process.wait()


def test_a_preview_survives_bad_input_and_recovers_when_it_is_cured(site, preview):
    running = preview(small.warm(site))
    running.wait(lambda: "1788万元" in running.page(), "the first page")
    for number, (name, bad, said) in enumerate(BAD.values(), 1):
        before = len(running.printed)
        small.put(site, name, bad)
        running.wait_for(said, before)
        running.wait(running.page, "any page while the fault is there")
        good = small.FILES["docs/train.md"].replace("合计", f"改好了{name}，{'又' * number}合计")
        small.put(site, name, small.FILES[name])
        small.put(site, "docs/train.md", good)
        running.wait(lambda again="又" * number: f"，{again}合计" in running.page(), "the cured page")
    assert "Traceback" not in running.printed
    assert "livereload(" in running.page() and "Content-Security-Policy" not in running.page(), (
        "a policy would stop the script by which an open page sees an edit"
    )


def test_a_preview_that_begins_with_a_broken_table_waits_for_the_cure(site, preview):
    small.put(site, "docs/data/facts.yml", "facts:\n- id: [\n")
    running = preview(small.warm(site))
    running.wait_for("改好存盘，预览就会开始")
    assert "docs/data/facts.yml:" in running.printed and "Traceback" not in running.printed
    small.put(site, "docs/data/facts.yml", small.FILES["docs/data/facts.yml"])
    running.wait(lambda: "1788万元" in running.page(), "the first page")


def test_a_warning_stops_no_strict_build_and_is_seen(site):
    fact = (
        small.FILES["docs/data/facts.yml"].rstrip(" ")
        + """\
        - id: nobody-asked
          kind: count
          value: 3
          unit: {zh: 家, en: shops}
          wording: {zh: [3家], en: [3 shops]}
          statement: {zh: 有3家。, en: There are 3.}
          source: P01
          page: train
        """
    )
    small.put(site, "docs/data/facts.yml", fact)
    result = small.build_here(site)
    assert result.returncode == 0, result.stdout
    assert "warning fact-unused" in result.stdout and "nobody-asked" in result.stdout


def test_an_address_that_is_in_use_is_said_before_anything_is_built(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=small.make(tmp_path / "p"),
            capture_output=True,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
            text=True,
            encoding="utf-8",
            timeout=300,
        )
    said = result.stdout + result.stderr
    assert (
        result.returncode != 0
        and f"{port}端口有人在用" in said
        and "Traceback" not in said
        and "Documentation built" not in said
    )


COUNTED = """
from pathlib import Path
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
converted, convert = [], Markdown.convert
Markdown.convert = lambda self, source: converted.append(source.strip()[:40]) or convert(self, source)

def shown(started=[]):
    converted.clear()
    config = load_config(dev_addr="127.0.0.1:0", site_dir="shown")
    if not started:
        config.plugins.on_startup(command="serve", dirty=False)
        started.append(True)
    build(config, serve_url="http://127.0.0.1/")
    return {str(path): path.read_bytes() for path in Path("shown").rglob("*") if path.is_file()}

def save(name, old, new):
    path = Path("docs") / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

first, all_of_them = shown(), len(converted)
assert shown() == first and converted == [], converted
save("train.md", "合计", "一共")
changed = shown()
page = "shown/train/index.html"
assert [text[:4] for text in converted] == ["# 列车"] * 2, converted  # for the check, and for the page
assert "一共".encode() in changed[page] and all_of_them > 10
save("train.md", "# 列车", "# 火车")  # a title shows on other pages
assert "火车".encode() in shown()["shown/figures/index.html"] and len(converted) > 10
save("data/facts.yml", "牵头和参与的都算。", "牵头的、参与的都算。")
assert "牵头的、参与的都算".encode() in shown()["shown/figures/index.html"]
save("data/facts.yml", "牵头的、参与的都算。", "牵头和参与的都算。")
save("train.md", "# 火车", "# 列车")
save("train.md", "一共", "合计")
assert shown() == first
print("counted")
"""


def test_a_save_converts_the_page_that_was_saved_and_no_other(site):
    result = subprocess.run(
        [sys.executable, "-c", COUNTED],
        cwd=small.apart(small.warm(site)),
        capture_output=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        text=True,
        encoding="utf-8",
    )
    assert result.stdout.endswith("counted\n"), result.stderr
