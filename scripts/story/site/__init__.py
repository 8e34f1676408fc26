"""What stands around the pages: foot, cards, feed, search, downloads, the copy and the books to keep."""
