"""What Pillow draws: plates, the home page's picture, cards, icons, and the letters on them."""

from pathlib import Path

FONT = Path(__file__).parents[2] / "fonts" / "NotoSerifSC-Bold-subset.otf"
"""The one face in pictures and titles."""
