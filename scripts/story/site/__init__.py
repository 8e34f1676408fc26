"""What stands around the pages: foot, cards, feed, search, downloads, the copy to keep."""
