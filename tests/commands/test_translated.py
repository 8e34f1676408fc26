"""The command that records that a page has been brought up to date."""

import pytest

import planted
import translated
from story.checks.rules.translation_behind import RULE


@pytest.fixture
def kept(site):
    assert translated.main(["train"], site) == 0
    return site


def read(site, name):
    return (site / "docs" / name).read_bytes()


def change(site, name="train.md"):
    (site / "docs" / name).write_bytes(read(site, name) + "\n改了。\n".encode())


def test_a_pair_is_recorded_and_only_one_line_of_each_is_new(site):
    before = read(site, "train.md").decode().splitlines()
    assert translated.main(["train"], site) == 0
    after = read(site, "train.md").decode().splitlines()
    assert [line for line in after if not line.startswith("translated: ")] == before and len(after) == len(
        before
    ) + 1
    assert planted.found(site, RULE.id) == []


def test_recording_twice_writes_nothing(kept):
    stamps = [(kept / "docs" / name).stat().st_mtime_ns for name in ("train.md", "train.en.md")]
    assert translated.main(["train"], kept) == 0
    assert stamps == [(kept / "docs" / name).stat().st_mtime_ns for name in ("train.md", "train.en.md")]


def test_a_page_that_was_not_touched_is_not_recorded_without_saying_so(kept, capsys):
    change(kept)
    before = read(kept, "train.en.md")
    assert translated.main(["train"], kept) == 1
    assert read(kept, "train.en.md") == before and "--no-change" in capsys.readouterr().out


def test_no_change_is_an_explicit_act(kept):
    change(kept)
    assert translated.main(["train", "--no-change"], kept) == 0
    assert planted.found(kept, RULE.id) == []


def test_both_changed_are_both_recorded(kept):
    change(kept)
    change(kept, "train.en.md")
    assert translated.main(["train"], kept) == 0
    assert planted.found(kept, RULE.id) == []


@pytest.mark.parametrize("name", ["train.en", "docs/train.en.md", "./docs/train.en.md", "docs\\train.en.md"])
def test_one_page_may_be_named_alone(site, name):
    before = read(site, "train.md")
    assert translated.main([name], site) == 0
    assert b"translated: " in read(site, "train.en.md") and read(site, "train.md") == before


@pytest.mark.parametrize(
    "name, hint", [("trian", "train"), ("docs/stroe.md", "可以写的有"), ("train.fr", "train")]
)
def test_an_unknown_page_is_named_and_the_likely_one_offered(site, name, hint, capsys):
    assert translated.main([name, "train"], site) == 2
    said = capsys.readouterr().err
    assert name in said and hint in said and b"translated" not in read(site, "train.md")


def test_a_page_without_a_twin_cannot_be_recorded(site, capsys):
    (site / "docs/train.en.md").unlink()
    assert translated.main(["docs/train.md"], site) == 1
    assert "没有对应" in capsys.readouterr().out


def test_a_head_that_cannot_be_read_is_left_alone(site, capsys):
    text = b"---\nrevised: [\n---\n\n# x\n"
    (site / "docs/train.md").write_bytes(text)
    assert translated.main(["docs/train.md"], site) == 1
    assert read(site, "train.md") == text and "make check" in capsys.readouterr().out


def test_windows_line_ends_stay(site):
    (site / "docs/train.md").write_bytes(read(site, "train.md").replace(b"\n", b"\r\n"))
    assert translated.main(["docs/train.md"], site) == 0
    assert b"\n" not in read(site, "train.md").replace(b"\r\n", b"")


def test_a_full_disk_leaves_the_page_as_it_was(site, monkeypatch, capsys):
    def full(path, content):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(translated, "put", full)
    before = read(site, "train.md")
    assert translated.main(["train"], site) == 2
    assert read(site, "train.md") == before and "写不进去" in capsys.readouterr().err


def test_without_a_page_one_is_asked_for(site, capsys):
    assert translated.main([], site) == translated.main(["--no-change"], site) == 2
    assert "请写页名：make translated PAGE=train" in capsys.readouterr().err
