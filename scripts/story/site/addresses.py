"""Addresses that a build takes for what it generates: no file of `docs` may have them."""

from story.site import llms, offline

BESIDE = ("figures.csv", "figures.json", "feed.xml", llms.INDEX)
"""Files beside the pages of each language."""
SHARED = ("ledger.csv", "datapackage.json")
"""Files of both."""
DOWNLOADS = (*BESIDE, *SHARED)
FILES = (
    *("sitemap.xml", "sitemap.xml.gz", "404.html", "404/index.html", *offline.FILES),
    *DOWNLOADS,
    *(f"en/{name}" for name in BESIDE),
)
FOLDERS = ("en", *(f"assets/{name}" for name in ("both", "fonts", "photos", "posters", "search", "share")))
"""Of these it makes every file itself."""
