"""A run over a folder: what is made, kept, removed, and what a broken picture, disk or run leaves."""

import errno
import json
import os
import time

import pytest
from PIL import Image

import pictures
from pictures import encoded, noisy, put, several
from story.gallery import decode, encode, manifest, update
from story.gallery.recipe import Recipe

SMALL = Recipe((210, 300), (210, 300), zoom=0, formats=("webp", "jpeg"))
FILES = 4
"""Derivatives of one picture under that recipe."""


@pytest.fixture
def folders(tmp_path):
    """A folder of two photographs and the folder to be filled."""
    several(tmp_path / "photos", 2)
    return tmp_path / "photos", tmp_path / "out"


def run(folders, sources=None, **options) -> update.Report:
    photos, out = folders
    sources, found = (sources, []) if sources is not None else manifest.from_folder(photos)
    report = update.run(
        sources, photos, out, options.pop("jobs", 1), recipe=options.pop("recipe", SMALL), **options
    )
    report.findings = sorted([*report.findings, *found])
    return report


def entry(folders, name: str = "p00", **fields) -> list:
    """A manifest of that one entry, as sources and findings."""
    whole = {
        "id": name,
        "caption": {"zh": "图注", "en": "Caption"},
        "alt": {"zh": "画面", "en": "Scene"},
        "credit": "王丽",
        "licence": "CC BY 4.0",
    }
    return manifest.from_entries([whole | fields], lambda index, field: (1, 1), folders[0], "photos.yml")


def test_a_plate_is_made_by_night_too_in_one_format_and_a_photograph_is_not(folders, monkeypatch):
    monkeypatch.setattr("story.drawing.plates.draw", lambda name, root, night=False: noisy(320, 200))
    photo, plate = entry(folders)[0][0], entry(folders, "later", plate="store")[0][0]
    chosen = manifest.with_drawings([photo, plate])
    assert [source.id for source in chosen if "hero" not in source.id] == ["p00", "later", "later.night"]
    report = run(folders, chosen)
    made = report.pictures["later.night"]["derivatives"]
    assert [(file["format"], file["width"]) for file in made] == [("webp", 300), ("webp", 210)]
    assert run(folders, chosen).made == 0


def stamps(out) -> dict:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.iterdir()}


def names(out, of: str = "") -> set:
    return {path.name for path in out.iterdir() if path.name.startswith(of) and path.name != update.INDEX}


def rules(report) -> list:
    return [finding.rule for finding in report.findings]


def whole(out) -> bool:
    """True if the index lists exactly the files that are there, and each is a picture of its size."""
    listed = [derivative for picture in update.index(out).values() for derivative in picture["derivatives"]]
    for derivative in listed:
        with Image.open(out / derivative["name"]) as image:
            image.load()
            if (
                image.size != (derivative["width"], derivative["height"])
                or (out / derivative["name"]).stat().st_size != derivative["size"]
            ):
                return False
    return {derivative["name"] for derivative in listed} == names(out)


# Only what changed


def test_a_second_run_makes_nothing_and_touches_nothing(folders):
    assert run(folders).made == 2 * FILES
    before = stamps(folders[1])
    report = run(folders)
    assert (report.made, report.kept, report.removed) == (0, 2 * FILES, 0) and stamps(folders[1]) == before


def test_two_folders_are_filled_with_the_same_bytes_and_the_same_index(folders, tmp_path):
    run(folders)
    run((folders[0], tmp_path / "other"), jobs=2)
    one, two = (
        {path.name: path.read_bytes() for path in out.iterdir()} for out in (folders[1], tmp_path / "other")
    )
    assert one == two and update.INDEX in one


def test_a_changed_photograph_is_made_again_and_the_others_are_not_touched(folders):
    run(folders)
    before, old = stamps(folders[1]), names(folders[1], "p00")
    put(folders[0], "p00.jpg", noisy(320, 240, 9))
    report = run(folders)
    assert (report.made, report.kept, report.removed) == (FILES, FILES, FILES)
    assert not old & names(folders[1]) and len(names(folders[1], "p00")) == FILES and whole(folders[1])
    assert all(before[name] == stamp for name, stamp in stamps(folders[1]).items() if name.startswith("p01"))


def test_a_photograph_that_was_only_touched_makes_nothing_new(folders):
    run(folders)
    before = stamps(folders[1])
    os.utime(folders[0] / "p00.jpg", (1, 1))
    report = run(folders)
    assert (report.made, report.kept, report.removed) == (0, 2 * FILES, 0)
    after = stamps(folders[1])
    assert all(after[name] == stamp for name, stamp in before.items() if name != update.INDEX)
    assert run(folders).bytes_in == 0


def test_a_new_photograph_is_made_alone(folders):
    run(folders)
    put(folders[0], "p02.jpg", noisy(320, 240, 2))
    report = run(folders)
    assert (report.made, report.kept) == (FILES, 2 * FILES)


def test_a_removed_photograph_takes_its_derivatives_with_it(folders):
    run(folders)
    (folders[0] / "p00.jpg").unlink()
    report = run(folders)
    assert (
        report.removed == FILES
        and not names(folders[1], "p00")
        and set(update.index(folders[1])) == {"p01"}
        and whole(folders[1])
    )


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: os.truncate(path, 50),
        lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    ],
)
def test_a_damaged_derivative_is_made_again_alone(folders, damage):
    run(folders)
    before = stamps(folders[1])
    name = sorted(names(folders[1]))[0]
    damage(folders[1] / name)
    assert run(folders).made == 1
    after = stamps(folders[1])
    assert after[name][1] == before[name][1] and all(
        after[other] == before[other] for other in before if other != name
    )


def test_a_change_of_the_recipe_replaces_everything(folders):
    run(folders)
    report = run(folders, recipe=Recipe((210,), (210,), zoom=0))
    assert (report.made, report.removed) == (6, 2 * FILES) and whole(folders[1])


def test_a_change_of_the_copyright_line_makes_the_picture_anew(folders):
    run(folders, entry(folders)[0])
    report = run(folders, entry(folders, embed_copyright=True)[0])
    assert report.made == FILES
    assert all("© 王丽. CC BY 4.0".encode() in (folders[1] / name).read_bytes() for name in names(folders[1]))


def test_force_makes_everything_again(folders):
    run(folders)
    report = run(folders, force=True)
    assert (report.made, report.removed) == (2 * FILES, 0) and whole(folders[1])


# What is refused


def test_each_bad_file_is_named_with_its_cure_and_the_good_ones_are_made(folders):
    photos, out = folders
    put(photos, "empty.jpg", b"")
    put(photos, "half.jpg", encoded(noisy())[:3000])
    put(photos, "ending.png", encoded(noisy()))
    put(photos, "text.jpg", b"Dear editor")
    put(photos, "bomb.png", pictures.png_of_size(30_000, 30_000))
    put(photos, "large.png", pictures.png_of_size(10_000, 10_000))
    put(photos, "strip.jpg", noisy(2000, 210))
    put(photos, "moves.webp", encoded(noisy(), "WEBP", save_all=True, append_images=[noisy(seed=2)]))
    put(photos, "iphone.heic", pictures.heic())
    (photos / "folder.jpg").mkdir()
    (photos / "link.jpg").symlink_to("/etc/hostname")
    report = run(folders, jobs=2)
    found = {finding.path.rsplit("/", 1)[1]: finding.rule for finding in report.findings}
    assert found == {
        "empty.jpg": "photo-empty",
        "half.jpg": "photo-broken",
        "ending.png": "photo-ending",
        "text.jpg": "photo-unusable",
        "bomb.png": "photo-huge",
        "large.png": "photo-huge",
        "strip.jpg": "photo-size",
        "moves.webp": "photo-frames",
        "iphone.heic": "photo-heic",
        "folder.jpg": "photo-folder",
        "link.jpg": "photo-outside",
    }
    assert all("请" in finding.zh and finding.en for finding in report.findings)
    assert (report.made, report.refused) == (2 * FILES, 11) and whole(out)


PASSED_OVER = {
    "store.svg": (b"<svg/>", "drawing (SVG)"),
    "store.pgm": (b"P5 1 1 255\n0", "export it as JPEG"),
    "store.TGA": (b"\0\0\2" + bytes(60), "export it as JPEG"),
    "store.psd": (b"8BPS" + bytes(60), "working file"),
    "store.CR2": (b"II*\0" + bytes(60), "raw file"),
    "store.dng": (encoded(noisy(), "TIFF"), "raw file"),
    "store.NEF": (b"MM\0*" + bytes(60), "raw file"),
    "store.MOV": (b"\0\0\0\x14ftypqt  ", "film"),
    "store.mp4": (b"\0\0\0\x18ftypmp42", "film"),
    "store.pdf": (b"%PDF-1.7", "document"),
    "store.zip": (b"PK\3\4", "packed file"),
    "store.AAE": (b"<plist/>", "a note"),
    "notes.txt": ("照片说明".encode(), "a note"),
    "store.apng": (encoded(noisy(), "PNG", save_all=True, append_images=[noisy(seed=2)]), "moves"),
    "still.apng": (encoded(noisy(), "PNG"), "Rename it to end in .png"),
    "store.jpg_large": (encoded(noisy()), "Rename it to end in .jpg"),
    "store.jpg ": (encoded(noisy()), "Rename it to end in .jpg"),
    "store": (encoded(noisy()), "Add .jpg to it"),
    "店 😀": (b"", "empty"),
    "store.xyz": (b"xyz", "export it as JPEG"),
}
"""Files that are named like no photograph, and what is said of each."""


def test_every_file_that_is_passed_over_is_named_with_its_cure(folders):
    for name, (content, _) in PASSED_OVER.items():
        put(folders[0], name, content)
    (folders[0] / "2024").mkdir()
    (folders[0] / "elsewhere").symlink_to("/etc")
    wanted = {name: said for name, (_, said) in PASSED_OVER.items()}
    wanted |= {"2024": "Move them up beside it", "elsewhere": "a link to somewhere else"}
    report = run(folders)
    assert {finding.path.rsplit("/", 1)[1]: finding.en for finding in report.findings}.keys() == wanted.keys()
    for finding in report.findings:
        assert wanted[finding.path.rsplit("/", 1)[1]] in finding.en, finding
        assert "请" in finding.zh
    assert set(report.pictures) == {"p00", "p01"} and whole(folders[1])


def test_what_passes_for_a_photograph_by_its_name_alone_is_named(folders):
    contents = {
        "a.jpg": (pictures.heic(), "photo-heic"),
        "b.jpg": (encoded(noisy(), "WEBP"), "photo-ending"),
        "c.jpeg": (encoded(noisy(), "PNG"), "photo-ending"),
        "d.hif": (pictures.heic(), "photo-heic"),
        "e.gif": (encoded(noisy(), "GIF"), "photo-unusable"),
        "f.bmp": (encoded(noisy(), "BMP"), "photo-unusable"),
        "g.jpg": (b"%PDF-1.7", "photo-unusable"),
    }
    for name, (content, _) in contents.items():
        put(folders[0], name, content)
    assert rules(run(folders)) == [rule for _, rule in contents.values()]


@pytest.mark.parametrize("name", [".DS_Store", "._p00.jpg", ".gitkeep", "Thumbs.db", "desktop.ini"])
def test_what_a_system_puts_into_a_folder_and_hides_is_no_editors_business(folders, name):
    put(folders[0], name, b"x")
    assert not run(folders).findings


def test_the_film_and_the_raw_file_beside_a_photograph_do_not_keep_it_from_being_shown(folders):
    put(folders[0], "p00.MOV", b"\0\0\0\x14ftypqt  ")
    put(folders[0], "p00.CR2", b"II*\0")
    sources, found = entry(folders)
    assert [finding.rule for finding in found if "p00" in finding.path] == ["photo-unusable"] * 2
    assert set(run(folders, sources).pictures) == {"p00"}


@pytest.mark.parametrize("after", [None, noisy(320, 240, 9)])
def test_a_file_that_goes_or_is_replaced_while_it_is_read_is_made_by_the_next_run(
    folders, monkeypatch, after
):
    real = decode.read

    def read(path, inside):
        if path.name != "p00.jpg":
            return real(path, inside)
        if after:
            data = real(path, inside)
            put(folders[0], "p00.jpg", after)
            return data
        path.unlink()
        return real(path, inside)

    with monkeypatch.context() as patch:
        patch.setattr(decode, "read", read)
        report = run(folders)
    assert rules(report) == ([] if after else ["photo-unreadable"])
    before = names(folders[1], "p00")
    assert run(folders).made == (FILES if after else 0) and not before & names(folders[1], "p00")
    assert whole(folders[1])


@pytest.mark.parametrize("force", [False, True])
def test_the_old_derivatives_stay_while_a_new_photograph_is_refused(folders, force):
    run(folders)
    before = stamps(folders[1])
    put(folders[0], "p00.jpg", encoded(noisy(320, 240, 9))[:2000])
    report = run(folders, force=force)
    assert rules(report) == ["photo-broken"] and set(report.pictures) == {"p00", "p01"}
    after = stamps(folders[1])
    assert all(after[name] == stamp for name, stamp in before.items() if name.startswith("p00"))
    assert run(folders).made == 0


def test_a_refused_photograph_whose_old_derivatives_are_damaged_is_not_listed_as_if_they_were_there(folders):
    run(folders)
    put(folders[0], "p00.jpg", b"junk")
    next(folders[1].glob("p00*.jpg")).unlink()
    assert set(run(folders).pictures) == {"p01"} and whole(folders[1])


def test_chinese_and_very_long_names_are_ordinary(folders):
    photos, out = folders
    long = "秦岭南京路上的二十名干部" * 6
    put(photos, f"{long}一.jpg", noisy(320, 240, 3))
    put(photos, f"{long}二.jpg", noisy(320, 240, 4))
    put(photos, "商洛 山珍（一）.JPG", noisy(320, 240, 5))
    put(photos, "a b.jpg", noisy(320, 240, 6))
    put(photos, "a-b.jpg", noisy(320, 240, 7))
    report = run(folders)
    assert not report.findings and len(report.pictures) == 7 and whole(out)
    assert "商洛-山珍-一" in report.pictures and run(folders).made == 0


def test_a_name_that_is_not_unicode_is_still_made_and_can_be_printed(folders):
    name = os.fsdecode("照片.jpg".encode("gbk"))
    put(folders[0], name, noisy(320, 240, 5))
    put(folders[0], "x" + name, b"junk")
    report = run(folders)
    assert report.made == 3 * FILES and rules(report) == ["photo-unusable"]
    assert report.findings[0].path.encode("utf-8") and run(folders).made == 0


def test_two_files_of_one_name_are_named_and_neither_is_guessed(folders):
    put(folders[0], "p00.png", encoded(noisy(), "PNG"))
    report = run(folders)
    assert (
        rules(report) == ["photo-twice"]
        and report.findings[0].path.endswith("p00.png")
        and set(report.pictures) == {"p01"}
    )


# The manifest


@pytest.mark.parametrize(
    "fields, rule",
    [
        ({"alt": {"zh": "", "en": ""}}, "photo-alt"),
        ({"alt": {"zh": "画面", "en": " "}}, "photo-alt"),
        ({"alt": None}, "photo-alt"),
        ({"credit": " "}, "photo-credit"),
        ({"licence": None}, "photo-licence"),
        ({"caption": {"zh": "<b>图</b>", "en": "x"}}, "photo-html"),
        ({"alt": {"zh": "画", "en": "a <script>"}}, "photo-html"),
    ],
)
def test_an_entry_that_is_not_fit_holds_its_picture_and_keeps_what_it_had(folders, fields, rule):
    run(folders, entry(folders)[0])
    before = stamps(folders[1])
    put(folders[0], "p00.jpg", noisy(320, 240, 9))
    sources, found = entry(folders, **fields)
    assert rule in [finding.rule for finding in found] and all(
        "请" in finding.zh or "。" in finding.zh for finding in found
    )
    run(folders, sources)
    assert stamps(folders[1]) == before
    assert not run((folders[0], folders[1].parent / "empty"), sources).pictures


def test_a_file_without_an_entry_is_told_the_likely_one(folders):
    found = entry(folders)[1]
    assert (
        [finding.rule for finding in found] == ["photo-unlisted"]
        and found[0].path.endswith("p01.jpg")
        and "p00.jpg" in found[0].en
    )


def test_an_entry_without_a_file_is_named(folders):
    sources, found = entry(folders, "p07")
    assert [finding.rule for finding in found if finding.path == "photos.yml"] == [
        "photo-missing"
    ] and sources[0].held


def test_two_files_for_one_entry_hold_it(folders):
    put(folders[0], "p00.png", encoded(noisy(), "PNG"))
    sources, found = entry(folders)
    assert "photo-twice" in [finding.rule for finding in found] and sources[0].held


def test_a_photograph_that_replaces_a_drawing_is_recognised(folders, monkeypatch):
    monkeypatch.setattr(update, "_stamp", lambda source, recipe: [str(source.file), source.plate])
    drawn = Image.new("RGB", (320, 240), "green")
    real = update._picture
    monkeypatch.setattr(
        update,
        "_picture",
        lambda source, *rest: (drawn, "0123456789", 0) if source.file is None else real(source, *rest),
    )
    report = run(folders, entry(folders, "later", plate="later")[0])
    assert report.pictures["later"]["plate"] is True
    put(folders[0], "later.jpg", b"junk")
    report = run(folders, entry(folders, "later", plate="later")[0])
    assert report.pictures["later"]["plate"] is True and rules(report) == ["photo-unusable"]
    put(folders[0], "later.jpg", noisy(320, 240, 4))
    report = run(folders, entry(folders, "later", plate="later")[0])
    assert report.pictures["later"]["plate"] is False and report.removed == FILES


# Looking


def test_looking_says_what_a_run_does_and_changes_nothing(folders):
    photos, out = folders
    run(folders)
    put(photos, "p00.jpg", noisy(320, 240, 9))
    put(photos, "new.jpg", noisy(320, 240, 8))
    put(photos, "bad.jpg", b"junk")
    (photos / "p01.jpg").unlink()
    before = stamps(out)
    looked = run(folders, check=True)
    assert stamps(out) == before
    done = run(folders)
    assert (
        (looked.made, looked.kept, looked.removed, looked.refused)
        == (done.made, done.kept, done.removed, done.refused)
        == (2 * FILES, 0, 2 * FILES, 1)
    )
    assert (
        rules(looked) == rules(done)
        and f"会新做{2 * FILES}个" in looked.summary()
        and "would be made" in looked.summary()
    )


def test_looking_at_a_touched_photograph_promises_nothing(folders):
    run(folders)
    os.utime(folders[0] / "p00.jpg", (1, 1))
    assert run(folders, check=True).made == 0


def test_looking_makes_no_folder(folders):
    assert run(folders, check=True).made == 2 * FILES and not folders[1].exists()


# What is not ours


def test_other_files_in_the_folder_are_never_removed(folders):
    photos, out = folders
    for name in ("holiday.jpg", "notes.txt", "p00-1600.jpg", ".hidden", "a-0123456789-x.jpg"):
        put(out, name, b"mine")
    run(folders)
    (photos / "p00.jpg").unlink()
    run(folders)
    assert {"holiday.jpg", "notes.txt", "p00-1600.jpg", ".hidden", "a-0123456789-x.jpg"} <= names(out)


# What a killed run leaves


def test_unfinished_files_of_a_killed_run_go_after_a_minute_and_those_of_a_running_one_stay(folders):
    run(folders)
    old, new = put(folders[1], ".part-old", b"half"), put(folders[1], ".part-new", b"half")
    os.utime(old, (time.time() - 90,) * 2)
    run(folders)
    assert not old.exists() and new.exists()


def test_files_of_a_run_killed_before_its_index_are_used_if_whole_and_made_again_if_not(folders):
    run(folders)
    (folders[1] / update.INDEX).unlink()
    first, second = sorted(names(folders[1]))[:2]
    (folders[1] / first).write_bytes(b"")
    os.truncate(folders[1] / second, 100)
    assert run(folders).made == 2 and whole(folders[1])


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"p00": 5}',
        '{"p00": {}}',
        '{"p00": {"stamp": [], "derivatives": [{"name": 3}]}}',
        '{"p00": {"stamp": 1, "width": 1, "height": 1, "plate": 1, "colours": 1, "derivatives": []}}',
        "\udcff",
    ],
)
def test_a_damaged_index_is_mended(folders, content):
    run(folders)
    before = (folders[1] / update.INDEX).read_bytes()
    (folders[1] / update.INDEX).write_bytes(content.encode("utf-8", "surrogateescape"))
    report = run(folders)
    assert report.made == 0 and (folders[1] / update.INDEX).read_bytes() == before


def test_an_index_that_points_out_of_the_folder_is_not_followed(folders):
    run(folders)
    outside = put(folders[1].parent, "precious.jpg", b"x")
    found = json.loads((folders[1] / update.INDEX).read_text())
    found["p00"]["derivatives"][0]["name"] = "../precious.jpg"
    (folders[1] / update.INDEX).write_text(json.dumps(found))
    run(folders)
    assert outside.exists() and whole(folders[1])


def test_a_file_that_another_run_takes_away_meanwhile_is_no_fault(folders, monkeypatch):
    run(folders)
    gone = put(folders[1], ".part-gone", b"half")
    real = type(gone).is_file
    monkeypatch.setattr(
        type(gone),
        "is_file",
        lambda self: (real(self), self.unlink())[0] if self.name == ".part-gone" else real(self),
    )
    assert not run(folders).findings


# A disk that refuses


def test_a_full_disk_is_named_and_the_old_files_stay(folders, monkeypatch):
    run(folders)
    before = stamps(folders[1])
    put(folders[0], "p00.jpg", noisy(320, 240, 9))
    with monkeypatch.context() as patch:
        patch.setattr(
            Image.Image,
            "save",
            lambda *arguments, **options: exec(f"raise OSError({errno.ENOSPC}, 'No space left on device')"),
        )
        report = run(folders)
    assert (
        rules(report) == ["photo-not-written"]
        and "No space left" in report.findings[0].zh
        and "磁盘" in report.findings[0].zh
    )
    assert stamps(folders[1]) == before
    assert run(folders).made == FILES and whole(folders[1])


def test_a_disk_that_is_full_after_some_files_leaves_the_old_ones(folders, monkeypatch):
    run(folders)
    before = stamps(folders[1])
    put(folders[0], "p00.jpg", noisy(320, 240, 9))
    real, written = encode.write, []

    def write(*arguments):
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(real(*arguments))

    with monkeypatch.context() as patch:
        patch.setattr(encode, "write", write)
        assert rules(run(folders)) == ["photo-not-written"]
    assert stamps(folders[1]) == before


def test_an_index_that_cannot_be_written_leaves_the_old_one_and_every_file(folders, monkeypatch):
    run(folders)
    before = stamps(folders[1])
    put(folders[0], "p00.jpg", noisy(320, 240, 9))
    real = os.replace
    with monkeypatch.context() as patch:
        patch.setattr(
            os,
            "replace",
            lambda old, new: (
                exec("raise OSError(28, 'No space left on device')")
                if str(new).endswith(update.INDEX)
                else real(old, new)
            ),
        )
        with pytest.raises(OSError):
            run(folders)
    after = stamps(folders[1])
    assert all(after[name] == stamp for name, stamp in before.items()) and not list(
        folders[1].glob(".part-*")
    )
    assert run(folders).made == 0 and whole(folders[1])


def test_a_picture_for_which_memory_is_wanting_is_named_and_the_others_are_made(folders, monkeypatch):
    real = update._picture
    monkeypatch.setattr(
        update,
        "_picture",
        lambda source, *rest: exec("raise MemoryError") if source.id == "p00" else real(source, *rest),
    )
    report = run(folders)
    assert rules(report) == ["photo-not-made"] and set(report.pictures) == {"p01"}


def test_a_worker_that_is_killed_is_named_and_the_next_run_makes_the_rest(folders, monkeypatch):
    real = update._picture
    with monkeypatch.context() as patch:
        patch.setattr(
            update,
            "_picture",
            lambda source, *rest: os.kill(os.getpid(), 9) if source.id == "p00" else real(source, *rest),
        )
        report = run(folders, jobs=2)
    assert "photo-not-made" in rules(report) and "--jobs 1" in report.findings[0].zh
    assert not run(folders, jobs=2).findings and whole(folders[1])
