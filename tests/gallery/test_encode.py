"""What is written: sizes, names, bytes; and what is never in the bytes."""

import errno
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter, PngImagePlugin

import pictures
from pictures import encoded, near, noisy
from story.gallery import encode, update
from story.gallery.decode import decode
from story.gallery.likeness import likeness
from story.gallery.recipe import Recipe

SMALL = Recipe((210, 300), (210, 300), zoom=0)
TELLTALES = (
    b"TELLTALE",
    b"Photoshop",
    b"8BIM",
    b"adobe",
    b"xmpmeta",
    b"ICC_PROFILE",
    b"iCCP",
    b"ICCP",
    b"XMP ",
    b"GPS",
    b"acsp",
    b"mntr",
    "TELLTALE".encode("utf-16-be"),
    "TELLTALE".encode("utf-16-le"),
)


def told() -> bytes:
    """EXIF that says a good deal about who took a picture and where."""
    return pictures.exif(
        orientation=6,
        description="TELLTALE-DESCRIPTION",
        make="TELLTALE-CAMERA",
        artist="TELLTALE-ARTIST",
        copyright="TELLTALE-COPYRIGHT",
        gps="TELLTALE-GPS",
        comment=b"TELLTALE-NOTE",
    )


def with_everything(kind: str) -> bytes:
    """A photograph that carries every sort of metadata its format knows."""
    image, options = noisy(320, 240), {"exif": told(), "icc_profile": pictures.wide_gamut()}
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", "TELLTALE-TEXT")
        words.add_itxt("XML:com.adobe.xmp", pictures.xmp("TELLTALE-XMP").decode())
        return encoded(image, kind, pnginfo=words, **options)
    if kind == "TIFF":
        return encoded(
            image,
            kind,
            icc_profile=options["icc_profile"],
            description="TELLTALE-DESCRIPTION",
            artist="TELLTALE-ARTIST",
        )
    if kind != "JPEG":
        return encoded(image, kind, xmp=pictures.xmp("TELLTALE-XMP"), **options)
    thumbnail = b"\xff\xd8TELLTALE-THUMBNAIL\xff\xd9"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0dTELLTALE-IPTC"
    xmp = b"http://ns.adobe.com/xap/1.0/\0" + pictures.xmp("TELLTALE-XMP")
    whole = encoded(image, kind, comment=b"TELLTALE-COMMENT", **options)
    return (
        pictures.with_segments(
            whole,
            pictures.segment(0xED, iptc),
            pictures.segment(0xE1, xmp),
            pictures.segment(0xEF, thumbnail),
        )
        + b"TELLTALE-TRAILER"
    )


def made(data: bytes, suffix: str, out, recipe: Recipe = SMALL, **options) -> list[encode.Derivative]:
    return encode.make(decode(data, suffix, recipe.largest), "a-0123456789", out, recipe, **options)


# Metadata


@pytest.mark.parametrize(
    "kind, suffix",
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("TIFF", ".tif")],
)
def test_no_metadata_of_the_original_is_in_any_written_byte(tmp_path, kind, suffix):
    original = with_everything(kind)
    assert b"TELLTALE" in original
    for derivative in made(original, suffix, tmp_path):
        written = (tmp_path / derivative.name).read_bytes()
        assert not [telltale for telltale in TELLTALES if telltale in written], derivative.name
        assert b"Exif" not in written and b"EXIF" not in written


@pytest.mark.parametrize("size", [(210, 300), (320, 240)])
def test_a_picture_that_already_has_its_final_size_loses_its_metadata_too(tmp_path, size):
    for derivative in made(
        encoded(noisy(*size), exif=pictures.exif(artist="TELLTALE"), comment=b"TELLTALE"),
        ".jpg",
        tmp_path,
        Recipe((size[0],), (size[0],), zoom=0),
    ):
        assert b"TELLTALE" not in (tmp_path / derivative.name).read_bytes()


@pytest.mark.parametrize("line", ["© Wang Li. CC BY 4.0", "© 王丽（商洛日报）. 经作者同意"])
def test_a_copyright_line_is_written_whole_in_any_script_and_nothing_else_with_it(tmp_path, line):
    files = made(with_everything("JPEG"), ".jpg", tmp_path, exif=update._exif(line))
    assert len(files) == 3
    for derivative in files:
        written = (tmp_path / derivative.name).read_bytes()
        assert line.encode() in written and b"TELLTALE" not in written
        with Image.open(tmp_path / derivative.name) as image:
            assert set(image.getexif()) == {0x8298}


# Sizes and names


def test_no_picture_is_made_larger_than_it_is(tmp_path):
    recipe = Recipe((480, 900, 1600), (480, 1200), zoom=1600)
    for size, found in (((320, 240), {320}), ((960, 700), {480, 900, 960})):
        files = made(encoded(noisy(*size)), ".jpg", tmp_path, recipe)
        assert {derivative.width for derivative in files} == found


def test_files_have_the_size_and_the_format_their_names_say(tmp_path):
    for derivative in made(encoded(noisy(500, 375)), ".jpg", tmp_path):
        path = tmp_path / derivative.name
        with Image.open(path) as image:
            assert (image.format, image.size, image.mode) == (
                derivative.format.upper(),
                (derivative.width, derivative.height),
                "RGB",
            )
        assert (
            derivative.name.startswith(f"a-0123456789-{derivative.width}.")
            and path.stat().st_size == derivative.size
        )
        assert (
            abs(derivative.width / derivative.height - 4 / 3) < 0.02 and path.stat().st_mode & 0o777 == 0o644
        )


def test_a_turned_picture_is_measured_upright(tmp_path):
    largest = made(encoded(pictures.corners(400, 300), exif=pictures.exif(orientation=6)), ".jpg", tmp_path)[
        0
    ]
    assert (largest.width, largest.height) == (300, 400)
    with Image.open(tmp_path / largest.name) as image:
        assert near(image.getpixel((10, 10)), pictures.BLUE, 20)


def test_a_name_changes_with_the_picture_the_recipe_and_the_copyright_line():
    names = {
        encode.digest(data, recipe, mark)
        for data in (b"1", b"2")
        for recipe in (Recipe(), Recipe(jpeg=70), SMALL)
        for mark in ("", "© A", "© 甲")
    }
    assert len(names) == 18 and all(len(name) == 10 for name in names)


def test_two_runs_write_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        made(with_everything("JPEG"), ".jpg", tmp_path / folder)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("one", "two")
    )
    assert one == two and len(one) == 3


def test_colours_are_those_of_top_middle_and_bottom():
    image = Image.new("RGB", (300, 300), "#0000ff")
    image.paste("#ff0000", (0, 0, 300, 100))
    assert encode.colours(image) == ["#ff0000", "#0000ff", "#0000ff"]


# What is there already


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"junk" * 500]
)
def test_a_damaged_file_that_no_index_lists_is_made_again(tmp_path, damage):
    files = made(encoded(noisy()), ".jpg", tmp_path)
    before = {derivative.name: (tmp_path / derivative.name).read_bytes() for derivative in files}
    for derivative in files:
        (tmp_path / derivative.name).write_bytes(damage(before[derivative.name]))
    made(encoded(noisy()), ".jpg", tmp_path)
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_file_that_is_whole_is_not_written_again(tmp_path):
    made(encoded(noisy()), ".jpg", tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    ticks = []
    made(encoded(noisy()), ".jpg", tmp_path, tick=lambda: ticks.append(1))
    assert stamps == {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} and not ticks


def test_looking_writes_nothing_and_counts_what_would_be_written(tmp_path):
    ticks = []
    files = made(encoded(noisy()), ".jpg", tmp_path, check=True, tick=lambda: ticks.append(1))
    assert len(files) == len(ticks) == 6 and not list(tmp_path.iterdir())
    assert [file.name for file in files] == [file.name for file in made(encoded(noisy()), ".jpg", tmp_path)]


# A disk that refuses


def test_a_full_disk_leaves_the_old_file_and_no_unfinished_one(tmp_path, monkeypatch):
    path = tmp_path / "a.jpg"
    encode.write(path, noisy(), "jpeg", SMALL)
    before = path.read_bytes()
    monkeypatch.setattr(
        Image.Image,
        "save",
        lambda *arguments, **options: exec("raise OSError(28, 'No space left on device')"),
    )
    with pytest.raises(OSError):
        encode.write(path, noisy(seed=2), "jpeg", SMALL)
    assert path.read_bytes() == before and [path] == list(tmp_path.iterdir())


def test_a_new_file_takes_the_place_of_the_old_one_in_one_step(tmp_path):
    """Whoever has the old file open goes on reading it: its bytes are never written over."""
    path = tmp_path / "a.jpg"
    encode.write(path, noisy(), "jpeg", SMALL)
    before = path.read_bytes()
    with path.open("rb") as old:
        encode.write(path, noisy(seed=2), "jpeg", SMALL)
        assert old.read() == before != path.read_bytes()


def test_a_write_that_stops_half_way_leaves_the_old_file_and_says_why(tmp_path):
    """A limit on the size of files makes the system itself refuse in the middle of a file."""
    path = tmp_path / "a.jpg"
    encode.write(path, noisy(240, 240), "jpeg", SMALL)
    before = path.read_bytes()
    code = f"""
import resource, sys
sys.path[:0] = [{str(pictures.ROOT / "scripts")!r}, {str(pictures.ROOT / "tests")!r}]
import pictures
from pathlib import Path
from story.gallery import encode
from story.gallery.recipe import Recipe
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
for kind in ("jpeg", "webp", "avif"):
    try:
        encode.write(Path({str(path)!r}), pictures.noisy(400, 300), kind, Recipe())
    except OSError as error:
        print(error.errno, error.strerror)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout.splitlines() == [f"{errno.EFBIG} {os.strerror(errno.EFBIG)}"] * 3, result.stderr
    assert path.read_bytes() == before and [path] == list(tmp_path.iterdir())


# Memory


def peak(photos, out) -> int:
    """Bytes of memory that making every photograph of a folder one after the other needs at most."""
    # Where the system tells it, of the program alone: what `getrusage` gives may be the larger size of
    # whoever started it.
    code = f"""
import resource, sys
sys.path.insert(0, {str(pictures.ROOT / "scripts")!r})
from pathlib import Path
from story.gallery import update
from story.gallery import manifest
from story.gallery.recipe import Recipe
photos, status = Path({str(photos)!r}), Path("/proc/self/status")
recipe = Recipe(zoom=0, widths=(480,), formats=("jpeg",))
report = update.run(manifest.from_folder(photos)[0], photos, Path({str(out)!r}), jobs=1, recipe=recipe)
assert not report.findings and report.made
if status.exists():
    print(1024 * int(status.read_text().split("VmHWM:")[1].split()[0]))
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return int(result.stdout)


def test_memory_does_not_grow_with_the_number_of_photographs(tmp_path):
    original = encoded(noisy(3000, 2000), "PNG", compress_level=1)
    for count in (4, 16):
        for number in range(count):
            pictures.put(tmp_path / str(count), f"p{number:02}.png", original + bytes([number]))
    few, many = (peak(tmp_path / str(count), tmp_path / f"out{count}") for count in (4, 16))
    assert many < few * 1.25


def test_a_large_photograph_is_held_in_memory_once(tmp_path):
    """One decoded picture of 36 million pixels takes 144 MB; twice that would show."""
    side = 6000
    pictures.put(tmp_path / "small", "a.png", encoded(Image.new("RGB", (300, 300)), "PNG"))
    pictures.put(
        tmp_path / "large",
        "a.png",
        encoded(
            Image.new("RGB", (side, side), (90, 120, 60)),
            "PNG",
            compress_level=1,
            icc_profile=pictures.wide_gamut(),
        ),
    )
    base, top = (peak(tmp_path / name, tmp_path / f"out-{name}") for name in ("small", "large"))
    assert top - base < 1.4 * side * side * 4


def test_a_large_photograph_has_one_more_jpeg_for_looking_closely(tmp_path):
    recipe = Recipe((200, 300), (200, 300), zoom=500)
    found = {
        (derivative.format, derivative.width)
        for derivative in made(encoded(noisy(640, 480)), ".jpg", tmp_path, recipe)
    }
    assert found == {(kind, width) for kind in ("avif", "webp", "jpeg") for width in (200, 300)} | {
        ("jpeg", 500)
    }


# Quality


@pytest.mark.parametrize("like, chosen", [(0.0, 46), (1.1, 58)])
def test_a_picture_takes_no_more_than_it_needs_and_never_more_than_before(tmp_path, like, chosen):
    """What is easy to draw weighs less for the same look; what cannot be had stays as it was."""
    recipe = Recipe((300,), formats=("avif",), zoom=0, like=like)
    image = noisy(300, 225)
    found = encode.make(image, "a-0123456789", tmp_path, recipe)[-1]
    plain = encode.encoded(image, "avif", replace(recipe, avif=(chosen,)))
    assert encode.quality(image, recipe) == chosen and found.size == len(plain)


def test_likeness_falls_with_what_is_lost_and_is_one_for_the_same():
    image = noisy(400, 300)
    blurred = [image.filter(ImageFilter.GaussianBlur(radius)) for radius in (0, 1, 3)]
    same, little, much = (likeness(image, each) for each in blurred)
    assert same == pytest.approx(1) and 1 > little > much
