"""Posters: a tall picture of each page with its title, its first picture and a QR code (ISO/IEC 18004) of its address,
for chat apps that show a picture where they would hide a link. Kept until words, address or picture change."""

import hashlib
import io
import json
from pathlib import Path

from PIL import Image, ImageDraw

from story.drawing import cards
from story.drawing.digest import drawing_digest
from story.drawing.lettering import MissingGlyphs, draw_text, fit
from story.drawing.palette import palette
from story.files import prune, put
from story.parts.pictures import of_page
from story.site.share import Words, each_page
from story.tables.tables import Tables, strings

SIZE = (720, 1280)
MODULE = 7
"""Pixels of one square of the code."""
LEFT, BOTTOM = round(SIZE[0] * cards.MARGIN), 715
"""Where the code ends: in the clear between title and picture."""
GAP, HINT, ADDRESS = 28, 40, 22
"""White beside the code, and the sizes of the words there and of the address under it."""
COLOURS = 128
"""Enough for the band, at a third of the weight of all its shades."""


def run(tables: Tables, out: Path, site_url: str, pictures: dict[str, dict], folder: Path) -> dict[str, str]:
    """Bring the posters in `out` up to date; file names by key (`train-zh`).

    `pictures` are the index of derivatives, by id, and `folder` holds their files. A page without any has the band.
    A title with a character that the bundled font lacks has no poster; `checks/rules/title_glyph.py` reports it.
    """
    out.mkdir(parents=True, exist_ok=True)
    names = {}
    for words in each_page(tables):
        address, hint = address_of(words, site_url), strings(tables, words.lang)["poster_hint"]
        try:
            names[key(words.page, words.lang)] = _kept(
                words, address, hint, first(words.page, tables, pictures, folder), tables.root, out
            )
        except MissingGlyphs:
            continue
    prune(out, set(names.values()))
    return names


def key(page: str, lang: str) -> str:
    return f"{page}-{lang}"


def first(page: str, tables: Tables, pictures: dict[str, dict], folder: Path) -> Path | None:
    """The smallest JPEG, as wide as a poster, of the first picture that a page shows."""
    shown = [pictures[entry["id"]] for entry in of_page(tables, page) if entry["id"] in pictures]
    files = (
        [file for file in shown[0]["derivatives"] if file["format"] == "jpeg" and file["width"] >= SIZE[0]]
        if shown
        else []
    )
    return folder / min(files, key=lambda file: file["width"])["name"] if files else None


def address_of(words: Words, site_url: str) -> str:
    return (
        site_url + ("en/" if words.lang == "en" else "") + ("" if words.page == "home" else f"{words.page}/")
    )


def _kept(words: Words, address: str, hint: str, picture: Path | None, root: Path, out: Path) -> str:
    name = f"{key(words.page, words.lang)}.{_digest(words.title, words.kicker, words.site, address, hint, picture.name if picture else '')}.png"
    if not (out / name).exists():
        put(out / name, _png(poster(words, address, hint, picture, root)))
    return name


def _digest(*words: str) -> str:
    parts = [words, drawing_digest(), Path(__file__).read_text(encoding="utf-8")]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:8]


def poster(words: Words, address: str, hint: str, picture: Path | None, root: Path) -> Image.Image:
    """The card of a page, as tall as a phone, with the code between title and picture."""
    shown = Image.open(picture).convert("RGB") if picture else None
    image, colours = cards.card(words.title, words.kicker, words.site, SIZE, root, shown), palette(root)
    code = modules(address)
    _code(image, code, colours)
    side = len(code) * MODULE
    _hint(image, hint, (LEFT + side + GAP, BOTTOM - side), colours)
    size, _ = fit(_shown(address), SIZE[0] - 2 * LEFT, 1, ADDRESS, 1)
    draw_text(image, (LEFT, BOTTOM + GAP + ADDRESS), _shown(address), size, colours["muted"])
    return image


def modules(address: str) -> list[list[bool]]:
    """The squares of the code, row by row, without its white border; error correction M survives a crease."""
    import segno  # here, not above: a build with nothing new to draw needs none of it

    return [[bool(square) for square in row] for row in segno.make_qr(address, error="m").matrix]


def _code(image: Image.Image, code: list[list[bool]], colours: dict[str, str]) -> None:
    pen, top = ImageDraw.Draw(image), BOTTOM - len(code) * MODULE
    for y, row in enumerate(code):
        for x, dark in enumerate(row):
            if dark:
                corner = LEFT + x * MODULE, top + y * MODULE
                pen.rectangle((*corner, corner[0] + MODULE - 1, corner[1] + MODULE - 1), fill=colours["ink"])


def _hint(image: Image.Image, hint: str, at: tuple[int, int], colours: dict[str, str]) -> None:
    size, rows = fit(hint, SIZE[0] - LEFT - at[0], 3, HINT)
    for number, row in enumerate(rows):
        draw_text(image, (at[0], at[1] + size * (1 + cards.LEADING * number)), row, size, colours["azurite"])


def _shown(address: str) -> str:
    return address.partition("://")[2]


def _png(image: Image.Image) -> bytes:
    """With few colours, chosen by octree: a median cut drops the red line for one more grey."""
    stream = io.BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()
