"""What Pillow draws: plates, the band, cards, icons, and the letters on them."""
