"""A book's cover: over the wide picture the title, in Chinese down the right side, in English across it."""

from pathlib import Path

from PIL import Image

from story.drawing import cards
from story.drawing.lettering import draw_text, fit, missing
from story.drawing.palette import palette

SIZE = WIDTH, HEIGHT = 1200, 1800
MARGIN, TOP = 110, 150
DOWN, STEP = 132, 1.16
"""Type size of a title that runs down, and how far from one character to the next."""
ACROSS = {False: 150, True: 76}
"""Type size of a title that runs across, at most, alone and beside one that runs down."""
PICTURE = 1090
"""Where the picture begins; it is as wide as the cover and runs out into paper above and below."""


def cover(titles: list[tuple[str, str]], picture: Image.Image, root: Path) -> Image.Image:
    """`titles` are languages (`zh-Hans`, `en`) and words; one with a character that the bundled font lacks is
    left out, as `checks/rules/title_glyph.py` reports."""
    colours = palette(root)
    image = Image.new("RGB", SIZE, colours["paper"])
    image.paste(cards.as_wide(picture.convert("RGB"), WIDTH), (0, PICTURE))
    for lang, title in titles:
        if missing(title):
            continue
        if lang == "en":
            width = WIDTH - 2 * MARGIN - (2 * DOWN if len(titles) > 1 else 0)
            rows = fit(title, width, 3, ACROSS[len(titles) > 1])
            cards.draw_rows(image, (MARGIN, TOP + rows[0]), rows, colours["ink"])
        else:
            for number, character in enumerate(title):
                at = WIDTH - MARGIN - DOWN, TOP + DOWN * (0.88 + STEP * number)
                draw_text(image, at, character, DOWN, colours["ink"])
    return image
