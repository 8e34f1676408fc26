"""`build_gallery.py` as an editor meets it: what it prints, its exit status, what it leaves when killed."""

import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest
from PIL import Image

import pictures
from pictures import encoded, noisy, put, several
from small import ROOT
from story.gallery import update

SCRIPTS = ROOT / "scripts"
ENTRY = """
photos:
- id: p00
  page: train
  caption: {zh: 图注, en: Caption}
  alt: {zh: 画面, en: Scene}
  credit: 王丽
  licence: CC BY 4.0
"""


@pytest.fixture
def photos(tmp_path):
    several(tmp_path / "photos", 2)
    return tmp_path / "photos"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def run(status: int, *arguments, here=False, **options):
    """Run it and look at what no editor should see; returns what was printed.

    `here` spares it a process of its own, where only words are at stake.
    """
    result = pictures.run_here(*arguments) if here else pictures.run(*arguments, **options)
    printed = result.stdout + result.stderr
    for word in ("Traceback", "Warning", "Error", 'File "', "PIL"):
        assert word not in printed, printed
    assert result.returncode == status, printed
    return result


def whole(out) -> bool:
    """True if the index lists exactly the pictures that are there, each of them readable and of its size."""
    listed = {
        derivative["name"]: derivative
        for picture in update.index(out).values()
        for derivative in picture["derivatives"]
    }
    for name, derivative in listed.items():
        with Image.open(out / name) as image:
            image.load()
            assert image.size == (derivative["width"], derivative["height"])
        assert (out / name).stat().st_size == derivative["size"]
    return set(listed) | {update.INDEX} == {path.name for path in out.iterdir()}


def age(out) -> None:
    """Make unfinished files look as if they had been left a while ago."""
    for path in out.glob(".part-*"):
        os.utime(path, (time.time() - 90,) * 2)


# What it prints


def test_done_is_0_and_says_what_was_done_in_both_languages(photos, out):
    printed = run(0, "--photos", photos, "--out", out).stdout
    assert "新做6个文件" in printed and "6 files made" in printed and whole(out)
    assert "0 files made, 6 kept" in run(0, "--photos", photos, "--out", out).stdout


def test_a_refusal_is_1_and_names_file_fault_and_cure_in_both_languages_and_the_rest_is_made(photos, out):
    put(photos, "坏的.jpg", encoded(noisy())[:2000])
    put(photos, "iphone.heic", pictures.heic())
    put(
        photos, "large.png", pictures.png_of_size(10_000, 10_000)
    )  # more than Pillow's limit, less than twice as much
    put(
        photos,
        "strange.jpg",
        pictures.with_segments(encoded(noisy()), pictures.segment(0xE2, b"MPF\0II*\0\x08\0\0\0\x05\0")),
    )
    put(photos, "torn.tif", encoded(noisy(), "TIFF", compression="tiff_lzw")[:4000])
    result = run(1, "--photos", photos, "--out", out)
    assert not result.stderr and whole(out) and "4 pictures refused" in result.stdout
    assert (
        "坏的.jpg:1:1 error photo-broken 文件不完整" in result.stdout and "Export it again" in result.stdout
    )
    assert "photo-heic" in result.stdout and "photo-huge" in result.stdout and "strange" not in result.stdout


def test_looking_changes_nothing(photos, out):
    assert "会新做6个" in run(0, "--photos", photos, "--out", out, "--check").stdout
    assert not out.exists()


def test_the_report_is_json(photos, out, tmp_path):
    put(photos, os.fsdecode(b"\xd5\xd5.jpg"), b"junk")
    run(1, "--photos", photos, "--out", out, "--json", tmp_path / "report.json", "--jobs", 2)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["made"], report["refused"], list(report["pictures"])) == (6, 1, ["p00", "p01"])
    assert (
        report["findings"][0]["rule"] == "photo-unusable"
        and report["findings"][0]["zh"]
        and report["findings"][0]["en"]
    )


def test_a_terminal_without_chinese_gets_no_traceback(photos, out):
    put(photos, "坏的.jpg", b"junk")
    assert (
        "photo-unusable"
        in run(
            1, "--photos", photos, "--out", out, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        ).stdout
    )


def test_nothing_to_do_is_found_without_reading_yaml(photos, out):
    """The rules and their sentences are read when there is something to say: YAML would double the time."""
    arguments = ["--photos", str(photos), "--out", str(out)]
    run(0, *arguments)
    code = f"import sys, build_gallery; build_gallery.main({arguments!r}); print('yaml' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], cwd=SCRIPTS, text=True, capture_output=True)
    assert printed.stdout.endswith("\nFalse\n"), printed.stdout + printed.stderr


# The manifest


@pytest.mark.parametrize(
    "text, rule",
    [
        ("photos: [", "yaml"),
        ("", "schema"),
        ("photos: 3", "schema"),
        ("- a\n\tb: c", "yaml"),
        (b"\xff\xfe\x00", "encoding"),
        (ENTRY + ENTRY.split("photos:\n")[1], "id-repeated"),
        (ENTRY.replace("{zh: 画面, en: Scene}", ""), "schema"),
        (ENTRY.replace("图注,", "<b>图注</b>,"), "photo-html"),
        (ENTRY.replace("p00", "p09"), "photo-missing"),
        (ENTRY.replace("  credit: 王丽\n  licence: CC BY 4.0\n", ""), "photo-credit"),
        (None, "yaml"),
    ],
)
def test_a_manifest_that_is_wrong_is_placed_and_explained(photos, out, tmp_path, text, rule):
    path = tmp_path / "清单.yml"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    printed = run(1, "--photos", photos, "--out", out, "--manifest", path, here=True).stdout
    assert any(
        line.split(" ")[0].rsplit("/", 1)[-1].startswith("清单.yml:") and f" error {rule} " in line
        for line in printed.splitlines()
    ), printed


def test_a_good_manifest_names_the_file_without_an_entry_and_makes_the_other(photos, out, tmp_path):
    (tmp_path / "photos.yml").write_text(ENTRY + "  embed_copyright: true\n", encoding="utf-8")
    printed = run(1, "--photos", photos, "--out", out, "--manifest", tmp_path / "photos.yml").stdout
    assert (
        "p01.jpg:1:1 error photo-unlisted" in printed
        and len(list(out.glob("p00-*"))) == 3
        and not list(out.glob("p01-*"))
    )
    assert all("© 王丽. CC BY 4.0".encode() in path.read_bytes() for path in out.glob("p00-*"))


# Faults of the command itself


def test_a_misuse_is_2_and_explained_in_both_languages(photos, out, tmp_path):
    file = put(tmp_path, "file", b"x")
    for arguments, said in (
        (("--photos", tmp_path / "no", "--out", out), "There is no folder"),
        (("--photos", photos, "--out", photos), "must not be the folder"),
        (("--photos", photos, "--out", file), "cannot be used"),
        (("--photos", photos, "--out", file / "below"), "cannot be used"),
        (("--photos", photos, "--out", out, "--json", file / "x.json"), "cannot be used"),
        (("--jobs", "-1"), "is no number"),
        (("--jobs", "two"), "is no number"),
    ):
        result = pictures.run_here(*arguments)
        assert result.returncode == 2 and said in result.stderr and "Traceback" not in result.stderr, result
        assert "请" in result.stderr


def test_a_misspelt_folder_of_photographs_does_not_empty_the_output(photos, out):
    run(0, "--photos", photos, "--out", out)
    run(2, "--photos", photos.parent / "fotos", "--out", out)
    assert whole(out) and len(list(out.iterdir())) == 7


def test_a_disk_that_refuses_half_way_is_named_and_the_old_files_stay(photos, out):
    """A limit on the size of files makes the system itself refuse in the middle of a file."""
    run(0, "--photos", photos, "--out", out)
    before = {path: path.read_bytes() for path in out.iterdir()}
    put(photos, "p00.jpg", noisy(320, 240, 9))
    result = run(
        1,
        "--photos",
        photos,
        "--out",
        out,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert (
        "p00.jpg:1:1 error photo-not-written" in result.stdout
        and "磁盘" in result.stdout
        and "disk space" in result.stdout
    )
    assert before == {path: path.read_bytes() for path in out.iterdir()}
    assert "3 files made" in run(0, "--photos", photos, "--out", out).stdout and whole(out)


# Killed, and two at once


def test_a_run_killed_at_any_moment_is_completed_by_the_next(tmp_path, out):
    several(tmp_path / "photos", 15, 640, 480)
    arguments = ("--photos", tmp_path / "photos", "--out", out, "--jobs", 2)
    for wanted in (1, 9, 18):
        process = pictures.command(*arguments, start_new_session=True)
        until = time.monotonic() + 20
        while len(list(out.glob("p*"))) < wanted and time.monotonic() < until:
            time.sleep(0.005)
        assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert_ended(process.pid)
        for path in out.glob("p*"):
            with Image.open(path) as image:
                image.load()
    before = {path: path.stat().st_mtime_ns for path in out.glob("p*")}
    age(out)
    run(0, *arguments)
    assert whole(out) and len(list(out.glob("p*"))) == 75
    assert before.items() <= {path: path.stat().st_mtime_ns for path in out.glob("p*")}.items()


def assert_ended(group: int) -> None:
    """Workers of a killed run end by themselves; they would wait for ever."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    raise AssertionError("workers outlive their parent")


def test_old_derivatives_are_whole_at_every_moment_of_a_run_that_replaces_them(tmp_path, out):
    several(tmp_path / "photos", 4, 700, 525)
    run(0, "--photos", tmp_path / "photos", "--out", out)
    files = sorted(out.glob("p*"))
    process = pictures.command("--photos", tmp_path / "photos", "--out", out, "--force")
    looks = 0
    while process.poll() is None:
        for path in files:
            with Image.open(path) as image:
                image.load()
            looks += 1
    process.communicate()
    assert looks > len(files) and process.returncode == 0 and whole(out)


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_two_runs_at_once_leave_everything_whole(tmp_path, out, more):
    several(tmp_path / "photos", 6)
    arguments = ("--photos", tmp_path / "photos", "--out", out)
    running = [pictures.command(*arguments), pictures.command(*arguments, *more)]
    for process in running:
        stdout, stderr = process.communicate(timeout=50)
        assert process.returncode == 0 and not stderr, stdout + stderr
    assert whole(out) and "0 files made, 18 kept" in run(0, *arguments).stdout


def test_an_interrupted_run_says_so_and_the_next_goes_on(tmp_path, out):
    photograph = encoded(noisy(800, 600))
    for number in range(40):
        put(tmp_path / "photos", f"p{number:02}.jpg", photograph)
    arguments = ("--photos", tmp_path / "photos", "--out", out, "--jobs", 2)
    # A suite that was started in the background hands its deafness to Ctrl+C down.
    process = pictures.command(
        *arguments, start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
    )
    while not list(out.glob("p*")):
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=20)
    assert (
        process.returncode == 2
        and stderr == "已停下。再运行一次，会接着做。\nStopped. Run it again and it goes on from here.\n"
    )
    assert not list(out.glob(".part-*")) and len(list(out.glob("p*"))) < 40 * 3
