"""What is made of every picture. Apart from the making, so that looking needs no Pillow."""

from dataclasses import asdict, dataclass, replace

MOST_BYTES, LONGEST = 10_000_000, 6000
"""The largest photograph to keep in the repository: bytes of the file, pixels of its long side."""
ENOUGH = 4000
"""Pixels of the long side that serve every size the site makes, with some to spare for cropping."""


@dataclass(frozen=True)
class Recipe:
    """What is made of each picture. Widths in pixels; never upscaled. A change gives new names."""

    widths: tuple[int, ...] = (480, 960, 1600)
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    # One more, as JPEG only, for looking closely: no page loads it before somebody asks.
    zoom: int = 2400
    # Chosen by `make bench`: structural similarity not below, and weight not above, that of the peers there.
    avif: int = 58
    webp: int = 78
    jpeg: int = 81
    version: int = 1

    @property
    def largest(self) -> int:
        """The widest derivative there may be."""
        return max(self.zoom, *self.widths)

    def drawn(self) -> "Recipe":
        """For a plate: the first format, and the last for who cannot see that. It pays its night."""
        return replace(self, formats=tuple(dict.fromkeys((self.formats[0], self.formats[-1]))))

    def by_night(self) -> "Recipe":
        """For a plate's second palette: who cannot see the first format sees the plate by day."""
        return replace(self, formats=self.formats[:1], zoom=0)

    def fingerprint(self) -> str:
        return repr(sorted(asdict(self).items()))


RECIPE = Recipe()
"""The site's own."""
FULL_BLEED = Recipe(widths=(480, 780, 1170, 1600, 2560), zoom=0)
"""Of a picture as wide as the window: of a phone's at two and three dots to a pixel, then of a desk's."""
