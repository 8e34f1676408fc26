"""How scripts may be written: one spelling that an old browser cannot read stops all of a file."""

import re

import pytest

import small
from story.site import assets

FOLDER = small.ROOT / "docs/assets/javascripts"
FIRST = (FOLDER / "first.js").read_text(encoding="utf-8")
EVERYWHERE = [*sorted(FOLDER.glob("*.js")), FOLDER / "on-demand/search.js"]
"""What runs in every browser: the script of all pages, and search."""
LATER = {
    "optional chaining": r"\?\.(?!\d)",
    "?? or ??=": r"\?\?",
    "||= or &&=": r"(\|\||&&)=",
    "lookbehind or a named group": r"\(\?<",
    "a separator of digits": r"\d_\d",
    "import, export or await at the top": r"(?m)^(import|export|await)\b",
    "a class": r"\bclass\s+[\w{]",
}
"""What Chromium 67 or Safari 12 cannot read."""
LACKING = r"""\.(at|flat|flatMap|matchAll|replaceAll|replaceChildren|findLast|toSorted|allSettled|any)\(
    |Object\.(fromEntries|hasOwn|groupBy)|structuredClone|globalThis|queueMicrotask|ResizeObserver|\.showModal\("""
"""What they do not have. `showModal` stands where `able` has been asked."""


@pytest.mark.parametrize("script", sorted(FOLDER.rglob("*.js")), ids=lambda path: path.stem)
def test_every_script_is_written_in_what_an_old_browser_reads(script):
    text = script.read_text(encoding="utf-8")
    assert [name for name, spelling in LATER.items() if re.search(spelling, text)] == []


@pytest.mark.parametrize("script", EVERYWHERE, ids=lambda path: path.stem)
def test_what_runs_in_every_browser_calls_nothing_that_an_old_one_lacks(script):
    text = script.read_text(encoding="utf-8")
    called = [found[0] for found in re.finditer(LACKING, text, re.VERBOSE)]
    assert [call for call in called if call != ".showModal("] == []
    assert ".showModal(" not in called or "if (!able) return;" in text


def test_tools_are_offered_where_the_full_page_is():
    """What else the full page asks for is older than a sheet of one's own and this, in every engine."""
    asked = re.search(r"document\.adoptedStyleSheets && CSS\.supports\('(.+?)'\)", FIRST)
    assert asked and f"(container-type: inline-size) and {asked[1]}" == assets.FULL
