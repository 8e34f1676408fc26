"""The workflows: what they may do, how they are pinned, that each step of a pull request runs as written."""

import json
import os
import re
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest
import yaml

import small

GITHUB = small.ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCHEMAS = [
    *(
        (path, schema)
        for path in WORKFLOWS
        for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout")
    ),
    (GITHUB / "dependabot.yml", "vendor.dependabot"),
    (GITHUB / "ISSUE_TEMPLATE" / "config.yml", "vendor.github-issue-config"),
    *(
        (path, "vendor.github-issue-forms")
        for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
        if path.name != "config.yml"
    ),
]
QUICK = {"TESTS": "tests/language/test_dates.py", "LOOKS": "--pages 404 --looks 390.light"}
"""What keeps the two long steps short here: one file of tests, one photograph of one page."""


def workflow(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> list[dict]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


PULL_REQUEST = GITHUB / "workflows" / "pull-request.yml"
RUNS = [step for step in steps(PULL_REQUEST) if "run" in step]


def tool(name: str) -> str:
    """A command installed beside this Python."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def test_the_linter_for_what_outsiders_could_abuse_finds_nothing():
    result = subprocess.run(
        [tool("zizmor"), "--offline", "--persona", "auditor", "--format", "json", str(GITHUB)],
        capture_output=True,
        text=True,
    )
    assert (result.returncode, json.loads(result.stdout)) == (0, []), result.stderr


@pytest.mark.parametrize(
    "path, schema", SCHEMAS, ids=lambda value: value.name if isinstance(value, Path) else value.split(".")[1]
)
def test_files_for_github_are_of_the_form_that_github_states(path, schema):
    result = subprocess.run(
        [tool("check-jsonschema"), "--builtin-schema", schema, str(path)], capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_their_version_is_named_beside(path):
    used = re.findall(r"uses: .*", path.read_text(encoding="utf-8"))
    assert [
        line for line in used if not re.fullmatch(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_an_action_is_pinned_alike_everywhere():
    pins = {
        line for path in WORKFLOWS for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    }
    assert len({pin.split("@")[0] for pin in pins}) == len(pins)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_words_from_outside_reach_a_shell_and_no_secret_a_build(path):
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []
    assert [
        step
        for step in steps(path)
        if "checkout@" in step.get("uses", "") and step["with"].get("persist-credentials") is not False
    ] == []
    assert not re.search(
        r"pull_request_target|workflow_run|secrets(\.\w|\[)", path.read_text(encoding="utf-8")
    )


def test_a_pull_request_may_read_and_nothing_else():
    found = workflow(PULL_REQUEST)
    assert found["permissions"] == {"contents": "read"}
    assert found[True] == "pull_request", "YAML reads the key `on` as true"
    assert [job for job in found["jobs"].values() if "permissions" in job or "environment" in job] == []


def test_only_the_job_that_deploys_and_the_one_that_releases_may_write():
    jobs = {
        f"{path.stem}/{name}": job.get("permissions", {})
        for path in WORKFLOWS
        for name, job in workflow(path)["jobs"].items()
    }
    assert {
        name: {key for key, value in given.items() if value == "write"}
        for name, given in jobs.items()
        if "write" in given.values()
    } == {"publish/deploy": {"pages", "id-token"}, "publish/release": {"contents"}}
    assert all(workflow(path)["permissions"] in ({}, {"contents": "read"}) for path in WORKFLOWS)


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A fresh clone of what is committed, lent what is installed here and the pictures already made."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    subprocess.run(["git", "clone", "--quiet", small.ROOT.as_uri(), str(folder)], check=True)
    venv.create(folder / ".venv", symlinks=os.name != "nt")
    packages = next((folder / ".venv").rglob("site-packages"))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (folder / ".venv" / ".made").touch()
    for cache in (small.ROOT / ".cache").glob("*"):
        if cache.name in ("photos", "share", "posters", "fonts"):
            shutil.copytree(cache, folder / ".cache" / cache.name)
    return folder


@pytest.fixture(scope="module")
def runner(tmp_path_factory) -> dict[str, str]:
    """The variables of a run on GitHub, as far as our steps read them, and what keeps this one short."""
    folder = tmp_path_factory.mktemp("runner")
    given = {
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "example/shangluo-nanjing",
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "CI": "true",
    }
    return (
        {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MAKE", "MFLAGS", "PYTEST"))
        }
        | given
        | QUICK
    )


@pytest.mark.parametrize("step", RUNS, ids=lambda step: step["run"].split(" >>")[0])
def test_each_step_of_a_pull_request_runs_in_a_fresh_clone(clone, runner, step):
    """In their order, as GitHub runs them: `bash -e`, a clone of what is committed, nothing left over."""
    result = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=clone,
        env=runner | step.get("env", {}),
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert result.returncode == 0, result.stdout


def test_the_steps_have_left_what_the_artifacts_promise_and_a_report(clone, runner):
    for step in steps(PULL_REQUEST):
        if "upload-artifact@" in step.get("uses", ""):
            for path in step["with"]["path"].split():
                assert list(clone.glob(path + "*.png" if path.endswith("/") else path)), path
    summary = Path(runner["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")
    assert "### 页面大小" in summary and "| 首页 home | 中文 |" in summary
    assert not subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True
    ).stdout, "the steps write nothing that git would see"
