"""The content security policy (W3C CSP Level 3): every page says it, as GitHub Pages sends no headers, and so
do the headers of other hosts."""

import base64
import hashlib

from story.site.ahead import RULES

_SCRIPTS = "'self' 'sha256-{}' 'sha256-{}'"
"""`'inline-speculation-rules'` is shorter, but browsers that do not know it complain of it on every page."""
_RULES = {
    "default-src": "'none'",
    "script-src": _SCRIPTS,
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_HEADER_ONLY = {"frame-ancestors": "'none'"}
"""A page cannot say it of itself, and a browser complains of one that does."""


def header(script: str) -> str:
    """What a host sends; `script` is the text of the one that stands in the pages themselves."""
    return _written(_RULES | _HEADER_ONLY, script)


def meta(script: str) -> str:
    """What a page says in its head, before anything that it governs."""
    return _written(_RULES, script)


def _written(rules: dict[str, str], script: str) -> str:
    digests = _digest(script), _digest(RULES)
    return "; ".join(f"{name} {sources.format(*digests)}" for name, sources in rules.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
