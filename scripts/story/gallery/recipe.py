"""What is made of every picture. Apart from the making, so that looking needs no Pillow."""

from dataclasses import asdict, dataclass, replace

from story.gallery.screens import COMMON, DESKS, HOME, PHONES, PLACES, gallery, ladder, needs

MOST_BYTES, LONGEST = 10_000_000, 6000
"""The largest photograph to keep in the repository: bytes of the file, pixels of its long side."""
ENOUGH = 4000
"""Pixels of the long side that serve every size the site makes, with some to spare for cropping."""
_WIDEST = 2400
"""Pixels across a drawn plate, and enough of a photograph for every page and for looking closely."""
_NEEDED = [need for place in (*PLACES.values(), gallery()) for need in needs(place)]


@dataclass(frozen=True)
class Recipe:
    """What is made of each picture. Widths in pixels; never upscaled. A change gives new names."""

    # As AVIF: the fewest that no screen finds too wide. Of the other formats two, for older browsers.
    widths: tuple[int, ...] = ladder(
        _NEEDED, _WIDEST, [needs(PLACES[place], [COMMON])[0] for place in ("opening", "text")]
    )
    others: tuple[int, ...] = (786, 1520)
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    # One more, as JPEG only, for looking closely: no page loads it before somebody asks.
    zoom: int = _WIDEST
    # The least of these with which a picture 824 across is `like` itself (likeness.py). With 58 for all, the
    # plates were so by .966 (the return visit by night) to .973, so none is less like than that one was.
    # SSIMULACRA2 agrees: 70 was the least there, and at 46 it is 71 for the plates that may have it by day.
    avif: tuple[int, ...] = (46, 49, 52, 55, 58)
    like: float = 0.966
    # Chosen by `make bench`: structural similarity not below, and weight not above, that of the peers there.
    webp: int = 78
    jpeg: int = 81
    version: int = 2

    @property
    def largest(self) -> int:
        """The widest derivative there may be."""
        return max(self.zoom, *(max(self.of(kind)) for kind in self.formats))

    def of(self, kind: str) -> tuple[int, ...]:
        """The widths of a format."""
        return self.widths if kind == "avif" else self.others

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
FULL_BLEED = {
    "wide": Recipe(ladder(needs(HOME, DESKS), 2880), (1280,), zoom=0),
    "tall": Recipe(ladder(needs(HOME, PHONES), 1170), (824,), zoom=0),
}
"""Of the home page's picture, as wide as the window: for desks and for phones."""
