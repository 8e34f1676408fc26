"""What a page's comment or picture turns into."""
