"""What can be read as a photograph, what is refused and in which words, what becomes of turns, colours."""

import contextlib
import os
import random
import re
import struct
import tracemalloc
import warnings
import zlib

import pytest
from PIL import Image, ImageFile, TiffImagePlugin

import pictures
from pictures import BLUE, CORNERS, GREEN, RED, YELLOW, corners, encoded, near
from story.gallery import decode as decoding
from story.gallery.decode import Refusal, decode, read

ORIENTED = {
    1: (RED, GREEN, BLUE, YELLOW),
    2: (GREEN, RED, YELLOW, BLUE),
    3: (YELLOW, BLUE, GREEN, RED),
    4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW),
    6: (BLUE, RED, YELLOW, GREEN),
    7: (YELLOW, GREEN, BLUE, RED),
    8: (GREEN, YELLOW, RED, BLUE),
}
"""What the four corners show once a file of each EXIF orientation stands upright."""


def refusal(data: bytes, suffix: str = ".jpg") -> str:
    """The rule by which it is refused, after a look at the words."""
    with pytest.raises(Refusal) as caught:
        decode(data, suffix, 1600)
    assert re.search("请", caught.value.zh) and re.match("[A-Z].+[.]$", caught.value.en)
    return caught.value.rule


def seen(image: Image.Image) -> tuple:
    """The colours of the four quarters."""
    width, height = image.size
    return tuple(
        image.getpixel((width * (1 + 2 * column) // 4, height * (1 + 2 * row) // 4))
        for row in (0, 1)
        for column in (0, 1)
    )


def alike(found: tuple, wanted: tuple) -> bool:
    return all(near(one, other) for one, other in zip(found, wanted, strict=True))


def only(colour, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (240, 240), colour)


def colour(data: bytes, suffix: str) -> tuple:
    return decode(data, suffix, 1600).getpixel((120, 120))


# What is refused


@pytest.mark.parametrize(
    "kind, suffix",
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("TIFF", ".tif")],
)
def test_a_truncated_file_is_refused_whatever_its_format(kind, suffix):
    whole = encoded(pictures.noisy(), kind)
    for part in (0.02, 0.5, 0.95):
        assert refusal(whole[: int(len(whole) * part)], suffix) in ("photo-broken", "photo-unusable")


@pytest.mark.parametrize(
    "kind, suffix",
    [
        ("JPEG", ".jpg"),
        ("PNG", ".png"),
        ("WEBP", ".webp"),
        ("AVIF", ".avif"),
        ("TIFF", ".tif"),
        ("MPO", ".jpg"),
    ],
)
def test_bytes_changed_at_random_never_raise_anything_but_a_refusal(kind, suffix):
    chance = random.Random(7)
    whole = encoded(pictures.noisy(240, 240), kind, exif=pictures.exif(orientation=6, gps="x"))
    for attempt in range(60):
        data = bytearray(whole)
        for _ in range(1 + attempt % 12):
            data[chance.randrange(len(data) if attempt % 2 else min(len(data), 400))] = chance.randrange(256)
        with contextlib.suppress(Refusal):
            assert decode(bytes(data), suffix, 480).mode == "RGB"


def test_a_file_that_begins_like_a_picture_and_goes_no_further_is_called_broken_and_not_something_else():
    for data in (b"\xff\xd8\xff", encoded(corners(), "WEBP")[:-3], encoded(corners(), "AVIF")[:40]):
        assert refusal(data) == "photo-broken"


@pytest.mark.parametrize("at", [b"IHDR", b"IDAT", b"IEND", b"iCCP"])
def test_a_png_with_a_wrong_checksum_anywhere_is_refused_as_damaged(at):
    data = bytearray(encoded(pictures.noisy(), "PNG", icc_profile=pictures.wide_gamut()))
    start = data.index(at)
    data[start + 4 + int.from_bytes(data[start - 4 : start], "big")] ^= 1
    assert refusal(bytes(data), ".png") == "photo-broken"


def test_a_png_of_which_only_the_end_is_missing_is_refused():
    assert refusal(encoded(corners(), "PNG")[:-12], ".png") == "photo-broken"


@pytest.mark.parametrize(
    "kind, suffix",
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("TIFF", ".tif")],
)
@pytest.mark.parametrize("more", [b"\0" * 999, b"\0\0\0\x18ftypmp42" + b"\xff\xda" * 2000], ids=["", "film"])
def test_what_a_phone_appends_to_a_picture_does_not_matter(kind, suffix, more):
    assert alike(seen(decode(encoded(corners(), kind) + more, suffix, 1600)), CORNERS)


# What would keep a computer busy


def overloaded(data: bytes, suffix: str = ".jpg") -> str:
    """The English words, where that is why it is refused."""
    assert refusal(data, suffix) == "photo-overloaded"
    with pytest.raises(Refusal) as caught:
        decode(data, suffix, 1600)
    return caught.value.en


def test_a_jpeg_of_hundreds_of_scans_is_refused_before_it_is_unfolded(monkeypatch):
    data = encoded(corners(), progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: pytest.fail("unfolded"))
    assert "more than 64 passes" in overloaded(data[:-2] + last * 60 + data[-2:])


def test_a_progressive_jpeg_as_programs_write_it_is_taken():
    data = encoded(corners(), progressive=True)
    assert data.count(b"\xff\xda") > 5 and alike(seen(decode(data, ".jpg", 1600)), CORNERS)


def test_scans_of_further_pictures_and_of_a_film_behind_a_jpeg_do_not_count():
    more = encoded(pictures.noisy(240, 240), progressive=True) * 400 + b"\xff\xda\0\2" * 100
    assert alike(seen(decode(encoded(corners()) + more, ".jpg", 1600)), CORNERS)


@pytest.mark.parametrize("content", [b"Exif\0\0xx", b"ICC_PROFILE\0\1\1", b""])
def test_a_jpeg_of_endless_segments_is_refused(content):
    many = pictures.with_segments(encoded(corners()), pictures.segment(0xE1, content) * 1001)
    assert "besides the picture" in overloaded(many)


def test_a_jpeg_with_a_profile_and_a_depth_map_in_hundreds_of_segments_is_taken():
    many = pictures.with_segments(encoded(corners()), pictures.segment(0xE1, b"depth" * 9) * 600)
    assert alike(seen(decode(many, ".jpg", 1600)), CORNERS)


@pytest.mark.parametrize(
    "name, head", [(b"zTXt", b"Comment\0\0"), (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0"), (b"iCCP", b"x\0\0")]
)
@pytest.mark.parametrize("behind", [False, True])
def test_a_png_whose_text_or_profile_unfolds_to_gigantic_size_is_refused(name, head, behind):
    bomb = pictures.chunk(name, head + zlib.compress(b"a" * 5_000_000))
    data = pictures.with_chunks(encoded(corners(), "PNG"), bomb, before=b"IEND" if behind else b"IDAT")
    assert "besides the picture" in overloaded(data, ".png")


def test_a_png_of_endless_chunks_is_refused():
    many = pictures.chunk(b"tEXt", b"") * 100_001
    assert "besides" in overloaded(pictures.with_chunks(encoded(corners(), "PNG"), many), ".png")


def test_a_picture_of_which_more_unfolds_than_it_holds_is_cut_off():
    """The rows of 300 pixels are followed by five million zeros."""
    rows = zlib.compress(b"\0" * (901 * 300 + 5_000_000), 9)
    assert colour(pictures.png_of_size(300, 300, rows), ".png") == (0, 0, 0)


def test_pages_of_a_tiff_are_not_counted(monkeypatch):
    """Each is work, and one is looked for among all before it."""
    monkeypatch.setattr(TiffImagePlugin.TiffImageFile, "n_frames", property(lambda image: pytest.fail("")))
    pages = encoded(corners(), "TIFF", save_all=True, append_images=[corners()])
    assert refusal(pages, ".tif") == "photo-frames"


def test_exif_that_claims_far_more_than_the_file_holds_does_not_fill_the_memory():
    tags = b"".join(struct.pack("<HHII", 1000 + tag, 1, 900_000, 8) for tag in range(3000))
    claims = b"II*\0\x08\0\0\0" + struct.pack("<H", 3000) + tags + bytes(900_000)
    data = pictures.with_chunks(encoded(corners(), "PNG"), pictures.chunk(b"eXIf", claims))
    tracemalloc.start()
    assert alike(seen(decode(data, ".png", 1600)), CORNERS)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


# Names and contents


def test_a_wrong_ending_is_told_the_right_one():
    with pytest.raises(Refusal, match="end in .png") as caught:
        decode(encoded(corners(), "PNG"), ".jpg", 1600)
    assert caught.value.rule == "photo-ending" and ".png" in caught.value.zh


@pytest.mark.parametrize(
    "content", [b"Dear editor,\n", "这是一封信。".encode(), b"<html></html>", bytes(3000), b"%PDF-1.7 "]
)
def test_text_renamed_to_jpg_is_refused(content):
    assert refusal(content) == "photo-unusable"


@pytest.mark.parametrize("kind", ["GIF", "BMP"])
def test_a_format_that_is_not_read_is_told_to_become_jpeg(kind):
    with pytest.raises(Refusal, match="export it as JPEG"):
        decode(encoded(corners(), kind), f".{kind.lower()}", 1600)


@pytest.mark.parametrize("side", [10_000, 20_000, 60_000])
def test_a_decompression_bomb_is_refused_before_it_unfolds_and_without_a_warning(side, recwarn):
    assert refusal(pictures.png_of_size(side, side), ".png") == "photo-huge"
    assert not recwarn.list


def test_the_limit_of_pillow_stays_on():
    assert Image.MAX_IMAGE_PIXELS == 1024 * 1024 * 1024 // 4 // 3


@pytest.mark.parametrize("width, height", [(1, 1), (199, 300), (2000, 240), (210, 1700)])
def test_absurd_dimensions_are_refused(width, height):
    assert refusal(encoded(only(RED).resize((width, height)))) == "photo-size"


@pytest.mark.parametrize(
    "kind, suffix", [("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("TIFF", ".tif")]
)
def test_an_animated_or_many_paged_picture_is_refused(kind, suffix):
    assert (
        refusal(encoded(corners(), kind, save_all=True, append_images=[pictures.noisy(320, 240)]), suffix)
        == "photo-frames"
    )


@pytest.mark.parametrize("suffix", [".heic", ".HEIC".lower(), ".jpg", ".heif"])
def test_heic_is_recognised_by_its_content_whatever_its_name(suffix):
    assert refusal(pictures.heic(), suffix) == "photo-heic"


def test_a_picture_without_an_ending_is_told_one():
    with pytest.raises(Refusal, match="Add .png to it"):
        decode(encoded(corners(), "PNG"), "", 1600)


def test_a_camera_that_writes_hif_is_told_another_way_out_than_a_phone():
    with pytest.raises(Refusal, match="camera"):
        decode(pictures.heic(), ".hif", 1600)


def test_a_jpeg_named_heic_is_told_its_ending_and_not_that_it_is_heic():
    assert refusal(encoded(corners()), ".heic") == "photo-ending"


def test_an_avif_of_a_general_brand_is_not_taken_for_heic():
    data = encoded(corners(), "AVIF")
    assert alike(seen(decode(data[:8] + b"mif1" + data[12:], ".avif", 1600)), CORNERS)


def test_no_memory_is_a_refusal(monkeypatch):
    monkeypatch.setattr(Image.Image, "draft", lambda *arguments: None)
    monkeypatch.setattr(decoding, "_clean", lambda *arguments: exec("raise MemoryError"))
    assert refusal(encoded(corners())) == "photo-huge"


# Reading the file


def rule_of(path, inside) -> str:
    with pytest.raises(Refusal) as caught:
        read(path, inside)
    return caught.value.rule


def test_an_empty_file_is_refused(tmp_path):
    assert rule_of(pictures.put(tmp_path, "a.jpg", b""), tmp_path) == "photo-empty"


def test_a_folder_named_like_a_photo_is_refused(tmp_path):
    (tmp_path / "a.jpg").mkdir()
    assert rule_of(tmp_path / "a.jpg", tmp_path) == "photo-folder"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = pictures.put(tmp_path, "secret.jpg")
    (tmp_path / "photos").mkdir()
    link = tmp_path / "photos" / "a.jpg"
    link.symlink_to(outside)
    assert rule_of(link, tmp_path / "photos") == "photo-outside"


def test_a_link_inside_the_folder_is_followed(tmp_path):
    pictures.put(tmp_path, "a.jpg")
    (tmp_path / "b.jpg").symlink_to(tmp_path / "a.jpg")
    assert read(tmp_path / "b.jpg", tmp_path)


@pytest.mark.parametrize("target", ["a.jpg", "gone.jpg"])
def test_a_link_to_itself_or_to_nothing_is_called_a_link(tmp_path, target):
    (tmp_path / "a.jpg").symlink_to(tmp_path / target)
    assert rule_of(tmp_path / "a.jpg", tmp_path) == "photo-outside"


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.jpg")
    assert rule_of(tmp_path / "a.jpg", tmp_path) == "photo-unreadable"


def test_a_file_too_large_for_a_photograph_is_not_read(tmp_path):
    path = pictures.put(tmp_path, "a.jpg")
    os.truncate(path, decoding.MOST_BYTES + 1)
    assert rule_of(path, tmp_path) == "photo-huge"


def test_an_unreadable_file_is_refused(tmp_path, monkeypatch):
    path = pictures.put(tmp_path, "a.jpg")
    monkeypatch.setattr(
        type(path), "read_bytes", lambda self: exec("raise PermissionError(13, 'Permission denied')")
    )
    assert rule_of(path, tmp_path) == "photo-unreadable"


# What is accepted


def test_an_ordinary_phone_photo_of_two_frames_shows_its_first():
    data = pictures.mpo(corners(), pictures.noisy(320, 240))
    assert Image.open(pictures.io.BytesIO(data)).n_frames == 2
    assert alike(seen(decode(data, ".jpg", 1600)), CORNERS)


def test_a_phone_photo_of_two_frames_is_turned_upright():
    data = encoded(
        corners(), "MPO", save_all=True, append_images=[corners()], exif=pictures.exif(orientation=6)
    )
    assert alike(seen(decode(data, ".jpg", 1600)), ORIENTED[6])


def test_a_phone_photo_whose_second_frame_is_cut_off_is_still_shown():
    data = pictures.mpo(corners(), pictures.noisy(320, 240))
    assert alike(seen(decode(data[:-300], ".jpg", 1600)), CORNERS)


@pytest.mark.parametrize("suffix", [".mpo", ".jfif", ".jpe"])
def test_other_endings_of_a_jpeg_are_taken(suffix):
    assert alike(seen(decode(pictures.mpo(corners(), corners()), suffix, 1600)), CORNERS)


def test_a_phone_photo_with_a_gain_map_is_taken_in_its_colours_and_upright():
    """Ultra HDR: a picture in Display P3, behind it a grey map, and words in XMP about both."""
    words = b"http://ns.adobe.com/xap/1.0/\0" + pictures.xmp('<hdrgm:Version="1.0"/>')
    picture, gain = only((200, 60, 60)), only(128, "L").resize((60, 60))
    both = encoded(
        picture,
        "MPO",
        save_all=True,
        append_images=[gain],
        icc_profile=pictures.wide_gamut(),
        exif=pictures.exif(orientation=6),
    )
    found = decode(pictures.with_segments(both, pictures.segment(0xE1, words)), ".jpg", 1600)
    assert near(found.getpixel((120, 120)), p3_as_srgb((200, 60, 60)), 6)


def test_exif_that_cannot_be_written_anew_does_not_lose_a_picture_that_is_turned():
    whole = bytearray(pictures.exif(orientation=6, description="x" * 60))
    tag = whole.index(b"\x01\x0e" if whole[6:8] == b"MM" else b"\x0e\x01")
    whole[tag : tag + 2] = b"\x01\x28" if whole[6:8] == b"MM" else b"\x28\x01"  # a unit, in letters
    data = encoded(corners(), "PNG", exif=bytes(whole))
    assert alike(seen(decode(data, ".png", 1600)), ORIENTED[6])


def test_a_damaged_list_of_frames_does_not_matter():
    for content in (b"MPF\0", b"MPF\0II*\0\x08\0\0\0", b"MPF\0II*\0\x08\0\0\0\x05\0" + b"\xb0\x01" * 30):
        data = pictures.with_segments(encoded(corners()), pictures.segment(0xE2, content))
        assert alike(seen(decode(data, ".jpg", 1600)), CORNERS)


@pytest.mark.parametrize("length", [6, 8, 10, 14, 16, 20, 30, 40])
def test_truncated_exif_does_not_lose_the_picture(length):
    whole = pictures.exif(orientation=1, description="x" * 60, gps="here")
    data = pictures.with_segments(encoded(corners()), pictures.segment(0xE1, whole[:length]))
    assert alike(seen(decode(data, ".jpg", 1600)), CORNERS)


@pytest.mark.parametrize("orientation", [0, 9, 700])
def test_an_orientation_that_does_not_exist_is_ignored(orientation):
    assert alike(
        seen(decode(encoded(corners(), exif=pictures.exif(orientation=orientation)), ".jpg", 1600)), CORNERS
    )


# Upright


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    "kind, suffix",
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("TIFF", ".tif"), ("AVIF", ".avif")],
)
def test_every_orientation_stands_upright(kind, suffix, orientation):
    upright = decode(encoded(corners(), kind, exif=pictures.exif(orientation=orientation)), suffix, 1600)
    assert upright.size == ((320, 240) if orientation < 5 else (240, 320))
    assert alike(seen(upright), ORIENTED[orientation])


def test_an_orientation_only_in_xmp_counts():
    data = pictures.with_segments(
        encoded(corners()),
        pictures.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + pictures.xmp(orientation=6)),
    )
    assert alike(seen(decode(data, ".jpg", 1600)), ORIENTED[6])


@pytest.mark.parametrize("kind, suffix", [("JPEG", ".jpg"), ("PNG", ".png")])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_picture_is_reduced_and_yet_wide_enough_once_upright(kind, suffix, orientation):
    image = decode(
        encoded(corners(2400, 1600), kind, exif=pictures.exif(orientation=orientation)), suffix, 480
    )
    assert (
        480 <= image.width < 960
        and abs(image.width / image.height - (1.5 if orientation == 1 else 2 / 3)) < 0.01
    )
    assert alike(seen(image), ORIENTED[orientation])


# Colours


def p3_as_srgb(colour: tuple) -> tuple:
    """Display P3 to sRGB by the published matrix."""
    linear = [
        value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour
    ]
    rows = ((1.2249, -0.2247, 0), (-0.0420, 1.0419, 0), (-0.0197, -0.0786, 1.0979))
    mixed = [
        min(1, max(0, sum(part * value for part, value in zip(row, linear, strict=True)))) for row in rows
    ]
    return tuple(
        round(255 * (value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))
        for value in mixed
    )


@pytest.mark.parametrize(
    "kind, suffix",
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif"), ("TIFF", ".tif")],
)
def test_wide_gamut_is_converted_by_its_profile(kind, suffix):
    found = colour(encoded(only((200, 60, 60)), kind, icc_profile=pictures.wide_gamut()), suffix)
    assert near(found, p3_as_srgb((200, 60, 60)), 6) and not near(found, (200, 60, 60), 12)


def test_wide_gamut_is_converted_in_a_palette_too():
    found = colour(
        encoded(
            only((200, 60, 60)).convert("P", palette=Image.Palette.ADAPTIVE),
            "PNG",
            icc_profile=pictures.wide_gamut(),
        ),
        ".png",
    )
    assert near(found, p3_as_srgb((200, 60, 60)), 6)


def test_a_profile_whose_name_only_mentions_srgb_is_still_used():
    named = pictures.wide_gamut().replace(
        "TELLTALE-ICC".encode("utf-16-be"), "sRGB no, P3!".encode("utf-16-be")
    )
    assert near(
        colour(encoded(only((200, 60, 60)), "PNG", icc_profile=named), ".png"), p3_as_srgb((200, 60, 60)), 6
    )


def test_a_profile_that_is_srgb_changes_nothing():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert near(colour(encoded(only((200, 60, 60)), "PNG", icc_profile=profile), ".png"), (200, 60, 60), 1)


@pytest.mark.parametrize("profile", [b"junk", b"\0" * 200, pictures.wide_gamut()[:300], pictures.press()])
def test_a_profile_that_does_not_fit_is_left_aside(profile):
    assert near(colour(encoded(only((200, 60, 60)), "PNG", icc_profile=profile), ".png"), (200, 60, 60), 1)


def test_cmyk_without_a_profile_is_not_inverted():
    assert near(colour(encoded(only((0, 255, 255, 0), "CMYK")), ".jpg"), (255, 0, 0))
    assert near(colour(encoded(only((0, 0, 0, 0), "CMYK")), ".jpg"), (255, 255, 255))
    assert near(colour(encoded(only((255, 255, 255, 255), "CMYK"), "TIFF"), ".tif"), (0, 0, 0))


def test_cmyk_is_converted_by_its_profile():
    red, green, blue = colour(encoded(only((255, 0, 0, 0), "CMYK"), icc_profile=pictures.press()), ".jpg")
    assert red > 150 and green < 100 and blue < 100  # this press prints cyan as red


@pytest.mark.parametrize("kind, suffix", [("JPEG", ".jpg"), ("PNG", ".png"), ("TIFF", ".tif")])
def test_grey_stays_grey(kind, suffix):
    assert near(colour(encoded(only(90, "L"), kind), suffix), (90, 90, 90), 2)


@pytest.mark.parametrize("kind, suffix", [("PNG", ".png"), ("TIFF", ".tif")])
@pytest.mark.parametrize("value", [0, 90, 255])
def test_grey_of_16_bits_is_scaled_and_not_cut_off(kind, suffix, value):
    assert near(colour(encoded(only(value * 257, "I;16"), kind), suffix), (value,) * 3, 1)


def test_a_bitmap_is_grey():
    assert colour(encoded(only(1, "1"), "PNG"), ".png") == (255, 255, 255)


def test_lab_is_converted():
    found = colour(
        encoded(Image.merge("LAB", [only(value, "L") for value in (128, 128, 128)]), "TIFF"), ".tif"
    )
    assert near(found, (119, 119, 119), 6)


def test_transparent_parts_of_rgba_lie_on_white():
    image = Image.new("RGBA", (240, 240), (*RED, 255))
    image.paste((*BLUE, 0), (0, 0, 240, 120))
    for kind, suffix in (("PNG", ".png"), ("WEBP", ".webp")):
        flat = decode(encoded(image, kind), suffix, 1600)
        assert near(flat.getpixel((120, 60)), (255, 255, 255)) and near(flat.getpixel((120, 180)), RED)


@pytest.mark.parametrize("transparency", [0, b"\0\xff"])
def test_transparent_parts_of_a_palette_lie_on_white(transparency):
    image = Image.new("P", (240, 240), 1)
    image.putpalette([*BLUE, *RED])
    image.paste(0, (0, 0, 240, 120))
    flat = decode(encoded(image, "PNG", transparency=transparency), ".png", 1600)
    assert flat.getpixel((120, 60)) == (255, 255, 255) and near(flat.getpixel((120, 180)), RED, 1)


@pytest.mark.parametrize(
    "mode, clear, kept, key",
    [("RGB", BLUE, RED, BLUE), ("L", 10, 200, 10), ("I;16", 2570, 51400, 2570), ("1", 0, 1, 0)],
)
def test_a_colour_that_means_transparent_lies_on_white(mode, clear, kept, key):
    image = only(kept, mode)
    image.paste(clear, (0, 0, 240, 120))
    flat = decode(encoded(image, "PNG", transparency=key), ".png", 1600)
    assert flat.getpixel((120, 60)) == (255, 255, 255)
    assert near(flat.getpixel((120, 180)), {"RGB": RED, "1": (255, 255, 255)}.get(mode, (200, 200, 200)), 1)


def test_grey_with_alpha_lies_on_white():
    assert near(colour(encoded(Image.new("LA", (240, 240), (90, 0)), "PNG"), ".png"), (255, 255, 255), 1)
    assert near(colour(encoded(Image.new("LA", (240, 240), (90, 255)), "PNG"), ".png"), (90, 90, 90), 1)


def test_nothing_of_the_file_clings_to_the_decoded_picture():
    image = decode(
        encoded(
            corners(),
            exif=pictures.exif(artist="TELLTALE"),
            comment=b"TELLTALE",
            icc_profile=pictures.wide_gamut(),
        ),
        ".jpg",
        1600,
    )
    assert image.info == {} and not dict(image.getexif())


def test_no_warning_of_the_library_escapes(recwarn):
    warnings.simplefilter("always")
    for data, suffix in (
        (pictures.mpo(corners(), corners()), ".jpg"),
        (pictures.png_of_size(9500, 9500), ".png"),
        (
            pictures.with_segments(
                encoded(corners()), pictures.segment(0xE1, pictures.exif(description="x" * 90)[:40])
            ),
            ".jpg",
        ),
    ):
        with contextlib.suppress(Refusal):
            decode(data, suffix, 480)
    assert not recwarn.list
