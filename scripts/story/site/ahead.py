"""The page that a reader is about to open comes before the click (WICG, “Speculation Rules”)."""

import json

_LINKS = ":is(.story-nav,.story-switch,.story-strip,.story-line,.story-platform) a"
RULES = json.dumps(
    {"prefetch": [{"where": {"selector_matches": f"{_LINKS}:not([aria-current])"}, "eagerness": "moderate"}]},
    separators=(",", ":"),
)
"""The ways from page to page, not the citations, over which a mouse only passes. A page's words and no more:
styles and scripts are there already, and pictures would be paid for by whoever does not click."""
