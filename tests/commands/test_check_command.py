"""`check.py` as editor, GitHub and programs meet it: what it prints, its exit status, what `--fix` writes."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

import small

WRONG = small.FILES["docs/train.md"].replace("1788万元", "1888万元")
CROOKED = (
    small.HEAD + "# 数字\n\n导语。\n\n<!-- data：figures -->\n\n<!--data: ledger-->\n\n[表](figures.csv)\n"
)
STRAIGHT = small.FILES["docs/figures.md"]
UNUSED = (
    "docs/data/timeline.yml",
    small.FILES["docs/data/timeline.yml"].replace("fact: opened", "fact: source-publication-date"),
)


def start(site, *arguments, env=None, **options):
    return subprocess.Popen(
        [sys.executable, "scripts/check.py", *arguments],
        cwd=site,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | (env or {}),
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.fixture
def site(site):
    return small.with_code(site)


@pytest.fixture(autouse=True)
def not_on_github(monkeypatch):
    for name in [name for name in os.environ if name.startswith("GITHUB_")]:
        monkeypatch.delenv(name)


def run(site, status, *arguments, env=None):
    """Run it in this process; returns what it printed to either stream."""
    result = small.run_here(site, "scripts/check.py", *arguments, **env or {})
    assert result.returncode == status, result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    return result.stdout, result.stderr


def test_when_all_is_well_it_says_so_in_both_languages(site):
    process = start(site)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert out == "检查了21个文件、5条事实：没有发现问题。 Checked 21 files, 5 facts: nothing is wrong.\n"


def test_a_finding_has_its_place_both_languages_and_its_page_in_the_manual(site):
    small.put(site, "docs/train.md", WRONG)
    out, _ = run(site, 1)
    first, english, more, blank, total = out.splitlines()
    assert first.startswith("docs/train.md:7:3 error fact-wording ") and re.search("[\u4e00-\u9fff]", first)
    assert english.startswith("    The link says") and more.strip() == "docs/rules/README.md#fact-wording"
    manual, name = more.strip().split("#")
    assert f"\n## {name}\n" in (small.ROOT / manual).read_text(encoding="utf-8")
    assert blank == "" and total.endswith("1处错误。 Checked 21 files, 5 facts: 1 error.")


def test_everything_comes_at_once_and_sorted(site):
    small.put(site, "docs/train.md", WRONG + "\n店里有365种货。\n")
    small.put(site, "docs/about.en.md", None)
    small.put(site, "docs/index.md", "# 首页\n")
    places = re.findall(r"^docs/\S+", run(site, 1)[0], re.M)
    assert places == ["docs/about.md:1:1", "docs/index.md:1:1", "docs/train.md:7:3", "docs/train.md:13:4"]


def test_errors_come_before_warnings(site):
    small.put(site, *UNUSED)
    small.put(site, "docs/train.md", WRONG)
    assert [line.split()[1] for line in run(site, 1)[0].splitlines() if line.startswith("docs/")] == [
        "error",
        "warning",
    ]


def test_how_many_can_be_cured_by_the_command_is_said_last(site):
    small.put(site, "docs/figures.md", CROOKED)
    small.put(
        site, "docs/train.md", WRONG + "\n好,好。\n\n<!-- check: punctuation-width off, 试一试 -->\n好,好\n"
    )
    last = run(site, 1)[0].splitlines()[-1]
    assert (
        last == "其中3处能自动改：make check FIX=1。 3 of them can be cured automatically: make check FIX=1."
    )
    assert "其中1处能自动改" in run(site, 1, "docs/train.md")[0]
    assert "能自动改" not in run(site, 1, "--fix")[0]


def test_warnings_alone_do_not_fail(site):
    small.put(site, *UNUSED)
    assert "1处提醒。" in run(site, 0)[0]


def test_tables_that_cannot_be_read_are_said_to_limit_the_check(site):
    small.put(site, "docs/data/facts.yml", "facts:\n- id: [\n")
    out, _ = run(site, 1)
    assert "error yaml" in out and "只做了一部分检查" in out


def test_reasons_for_what_was_left_out_are_listed(site):
    small.put(
        site,
        "docs/train.md",
        small.FILES["docs/train.md"] + "\n<!-- check: fact-uncited off, 本站自己数的 -->\n店里有365种货。\n",
    )
    out, _ = run(site, 0)
    assert "docs/train.md:13 略过1处 fact-uncited，理由：本站自己数的" in out and "没有发现问题" in out


@pytest.mark.parametrize(
    "path, status", [("docs/train.md", 1), ("docs", 1), ("docs/index.md", 0), ("docs/data", 0)]
)
def test_paths_limit_what_is_shown(site, path, status):
    small.put(site, "docs/train.md", WRONG)
    assert ("fact-wording" in run(site, status, path)[0]) is bool(status)


# Faults of the command itself


@pytest.mark.parametrize(
    "arguments, words",
    [(["docs/trian.md"], "docs/trian.md"), (["--format", "xml"], "--help"), (["/etc"], "/etc")],
)
def test_a_command_that_cannot_be_followed_is_told_in_both_languages(site, arguments, words):
    out, err = run(site, 2, *arguments)
    assert words in err and re.search("[\u4e00-\u9fff]", err.splitlines()[0]) and out == ""


def test_a_fault_of_its_own_is_no_traceback_and_not_the_editors(site):
    small.put(
        site,
        "scripts/story/checks/rules/file_name.py",
        "RULE = None\ndef check(pages, tables):\n    raise KeyError('oops')\n",
    )
    process = start(site)
    out, err = process.communicate()
    assert process.returncode == 2 and "Traceback" not in err
    assert "不是你的错" in err and "issue" in err and "oops" in err and out == ""
    process = start(site, "--debug")
    assert "Traceback" in process.communicate()[1]


def test_a_missing_library_names_the_cure(site):
    result = subprocess.run(
        [sys.executable, "-S", "scripts/check.py"],
        cwd=site,
        text=True,
        encoding="utf-8",
        capture_output=True,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    assert result.returncode == 2 and "make check" in result.stderr and "Traceback" not in result.stderr


def test_a_terminal_that_knows_no_chinese_is_no_reason_to_fail(site):
    small.put(site, "docs/train.md", WRONG)
    process = start(site, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    out, err = process.communicate()
    assert process.returncode == 1 and "fact-wording" in out and "Traceback" not in err


# Other forms


def test_json_is_a_list_of_records(site):
    small.put(site, "docs/train.md", WRONG)
    (record,) = json.loads(run(site, 1, "--format", "json")[0])
    assert (record["path"], record["line"], record["column"], record["rule"], record["severity"]) == (
        "docs/train.md",
        7,
        3,
        "fact-wording",
        "error",
    )
    assert record["zh"] and record["en"] and record["manual"] == "docs/rules/README.md#fact-wording"


def test_json_of_nothing_is_an_empty_list(site):
    assert json.loads(run(site, 0, "--format", "json")[0]) == []


def test_annotations_are_escaped_and_closed_by_the_total(site, tmp_path):
    small.put(site, *UNUSED)
    small.alter(site, "docs/train.md", "1788万元", "8%，a,b：")
    page = tmp_path / "summary.md"
    env = {
        "GITHUB_STEP_SUMMARY": str(page),
        "GITHUB_SERVER_URL": "https://example.org",
        "GITHUB_REPOSITORY": "a/b",
        "GITHUB_SHA": "c0ffee",
    }
    out, _ = run(site, 1, "--format", "github", env=env)
    first, second, last = out.splitlines()
    assert (
        first.startswith("::error file=docs/train.md,line=7,col=3,title=fact-wording::")
        and "8%25，a,b：" in first
        and "%0A" in first
    )
    assert (
        second.startswith("::warning file=docs/data/facts.yml,")
        and last.startswith("::notice title=")
        and "1 error and 1 warning" in last
    )
    summary = page.read_text(encoding="utf-8")
    assert summary.startswith("## 检查结果") and "1处错误，1处提醒" in summary
    assert (
        "https://example.org/a/b/blob/c0ffee/docs/train.md#L7" in summary
        and "https://example.org/a/b/blob/c0ffee/docs/rules/README.md#fact-wording" in summary
    )


def test_a_summary_is_not_broken_by_what_an_editor_typed(site, tmp_path):
    small.put(site, "docs/train.md", small.HEAD + "# 列车\n\n合计[a|b<script>*x*](figures.md#total)。\n")
    page = tmp_path / "summary.md"
    run(site, 1, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(page)})
    row = next(line for line in page.read_text(encoding="utf-8").splitlines() if "docs/train.md" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 4 and "<script" not in row


# Cures


def test_fix_cures_says_what_it_did_and_has_nothing_to_do_the_second_time(site):
    small.put(site, "docs/figures.md", CROOKED)
    _, err = run(site, 0, "--fix")
    assert (site / "docs/figures.md").read_text(
        encoding="utf-8"
    ) == STRAIGHT and "docs/figures.md 改好了 / cured: marker-unknown" in err
    before = (site / "docs/figures.md").stat()
    assert "没有能自动改的地方" in run(site, 0, "--fix")[1]
    assert (site / "docs/figures.md").stat().st_mtime_ns == before.st_mtime_ns


def test_a_dry_run_shows_a_diff_that_git_takes_and_writes_nothing(site):
    small.put(site, "docs/figures.md", CROOKED)
    out, err = run(site, 1, "--fix", "--dry-run")
    assert (site / "docs/figures.md").read_text(encoding="utf-8") == CROOKED and "1 file would change" in err
    assert "-<!-- data：figures -->" in out and "+<!-- data: figures -->" in out
    subprocess.run(["git", "apply"], cwd=site, input=out, text=True, encoding="utf-8", check=True)
    assert (site / "docs/figures.md").read_text(encoding="utf-8") == STRAIGHT


def test_fix_leaves_pages_alone_that_were_not_asked_for(site):
    small.put(site, "docs/figures.md", CROOKED)
    run(site, 0, "--fix", "docs/train.md")
    assert (site / "docs/figures.md").read_text(encoding="utf-8") == CROOKED


def test_fix_keeps_the_line_ends_a_page_had(site):
    small.put(site, "docs/figures.md", CROOKED.replace("\n", "\r\n").encode())
    run(site, 0, "--fix")
    assert (site / "docs/figures.md").read_bytes() == STRAIGHT.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_fix_leaves_every_page_whole(site, blow):
    """Killed as soon as the first page has changed: each page is as it was or as it was to be."""
    names = [f"docs/extra-{number:03}{suffix}.md" for number in range(150) for suffix in ("", ".en")]
    for name in names:
        small.put(site, name, CROOKED)
    menu = (site / "mkdocs.yml").read_text(encoding="utf-8")
    small.put(site, "mkdocs.yml", menu.replace("  /search.md\n", "  /search.md\n  /extra-*.md\n"))
    # A suite that was started in the background ignores Ctrl+C, and hands that down.
    process = start(
        site, "--fix", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler)
    )
    first = site / names[1]
    while first.read_text(encoding="utf-8") == CROOKED and process.poll() is None:
        time.sleep(0.0005)
    process.send_signal(blow)
    process.communicate(timeout=60)
    texts = [(site / name).read_text(encoding="utf-8") for name in names]
    assert set(texts) == {CROOKED, STRAIGHT}
    run(site, 0, "--fix")
    assert {(site / name).read_text(encoding="utf-8") for name in names} == {STRAIGHT}
    assert [path.name for path in (site / "docs").rglob(".*")] == []
