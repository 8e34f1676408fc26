"""Reduce photographs that are larger than any use of them; the originals are kept in `originals/`.

    python scripts/shrink.py docs/photos/store.jpg

Exit status: 0 done or small enough already, 1 a file was refused, 2 no such file or a fault of the disk.
"""

import io
from pathlib import Path

from command import ROOT, Parser, run, say
from story.files import put, reason_of
from story.gallery.decode import Refusal, decode, read
from story.gallery.recipe import ENOUGH, LONGEST, MOST_BYTES

QUALITY = 90
"""Of the JPEG, from which every size of the site is made."""


def main(arguments: list[str], root: Path = ROOT) -> int:
    en = "Reduce photographs that are too large; originals are kept"
    parser = Parser(f"把太大的照片缩小，原图留在 originals/ / {en}")
    parser.add_argument("photo", nargs="+", type=Path, help="照片文件 / files")
    paths = parser.parse_args(arguments).photo
    if missing := [path for path in paths if not path.is_file()]:
        return max([say((f"没有 {path} 这个文件。", f"There is no file {path}."), 2) for path in missing])
    try:
        return max([_shrink(path, root / "originals") for path in paths])
    except BrokenPipeError:
        raise  # no fault of a file: `command.run` ends quietly
    except OSError as error:
        place, reason = error.filename, reason_of(error)
        en = f"{place} cannot be written: {reason}. The photograph is as it was."
        return say((f"{place} 写不进去：{reason}。照片没有动。", en), 2)


def _shrink(path: Path, originals: Path) -> int:
    """One photograph; what was done is printed. The original is kept before the small one takes its place."""
    ending = path.suffix.lower()
    new = path if ending in (".jpg", ".jpeg") else path.with_suffix(".jpg")
    try:
        if new != path and new.exists():
            raise Refusal("photo-twice", name=path.stem)
        data = read(path, path.parent)
        small = shrunk(data, ending)
    except Refusal as refusal:
        print(f"{path.name}：{refusal.zh}\n    {path.name}: {refusal.en}")
        return 1
    if small is None:
        print(f"{path.name} 不大，不用缩。\n    {path.name} is small enough.")
        return 0
    originals.mkdir(exist_ok=True)
    kept = _free(originals / path.name)
    put(kept, data)
    put(new, small)
    if new != path:
        path.unlink()
    sizes = f"{len(data) / 1e6:.1f} MB → {len(small) / 1e6:.1f} MB"
    print(f"{new.name}：{sizes}，原图在 originals/{kept.name}。")
    print(f"    {new.name} reduced; the original is originals/{kept.name}.")
    return 0


def shrunk(data: bytes, suffix: str) -> bytes | None:
    """The picture as an upright JPEG of at most `ENOUGH` pixels, without metadata; None if it is small
    enough. Raises `Refusal`."""
    image = decode(data, suffix, LONGEST + 1)
    if len(data) <= MOST_BYTES and max(image.size) <= LONGEST:
        return None
    image.thumbnail((ENOUGH, ENOUGH))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def _free(path: Path) -> Path:
    """The path, or with a number if there is a file of that name: an original is never written over."""
    number = 1
    while path.exists():
        number += 1
        path = path.with_name(f"{path.stem.removesuffix(f'-{number - 1}')}-{number}{path.suffix}")
    return path


if __name__ == "__main__":
    run(main)
