"""The Markdown files as editors wrote them, and the order in which they stand."""
