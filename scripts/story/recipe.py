"""What is made of every picture. Apart from the making, so that looking needs no Pillow."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Recipe:
    """What is made of each picture. Widths in pixels; never upscaled. A change gives new names."""

    widths: tuple[int, ...] = (480, 960, 1600)
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    # Set side by side by eye and by SSIM on the plates and on photographs: about 0.95 at a phone's width.
    avif: int = 58
    webp: int = 78
    jpeg: int = 80
    version: int = 1

    def fingerprint(self) -> str:
        return repr(sorted(asdict(self).items()))
