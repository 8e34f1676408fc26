"""Values of the ledger in words."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from story.language.counting import HAN
from story.language.dates import human

LANGUAGES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
"""What each language is called in both."""
_OPEN = {"zh": "余", "en": "+"}
HAN_RUN = re.compile(
    f"[《“‘（「]?[{HAN}](?:[{HAN}\u3000-\u303f\uff01-\uff5e，。、；：？！“”‘’《》（）—…·]*[{HAN}》）」])?"
)
"""A run of Han characters with the full-width punctuation inside and around it."""


def marked(text: str, lang: str) -> Markup:
    """Text for a template; Chinese in English carries its language, or it is drawn with Japanese glyphs."""
    html = str(escape(text))  # else the pieces that `sub` joins would be escaped again
    return Markup(HAN_RUN.sub(r'<span lang="zh-Hans">\g<0></span>', html) if lang == "en" else html)


def span(source: str) -> tuple[str, str]:
    """A source `P12` or `C01-C07` as the anchor it links to and the words it shows."""
    return source.split("-")[0].lower(), source.replace("-", "–")


def number(value: float) -> str:
    """A number as it is printed: 17880000 as 17,880,000 in both languages, 2024 as it is."""
    return f"{value:,}" if value >= 10000 else str(value)


def numeral(fact: Mapping[str, Any], lang: str) -> str:
    """A figure set large, without its unit: an open end in the words of the language, as 50余 and 50+."""
    open_end = _OPEN[lang] if fact.get("bound") else ""
    return number(fact["value"]) + open_end


def parted(numeral: str) -> tuple[str, str]:
    """A numeral as its digits and the sign of an open end, which is set smaller: 50 and 余; the sign may be
    empty."""
    digits = numeral.rstrip("".join(_OPEN.values()))
    return digits, numeral[len(digits) :]


def figure(fact: Mapping[str, Any], lang: str) -> str:
    """A figure’s value for a table, without its unit: a number with an open end, a large one as it is said
    (1788万, 17.88 million), a period in words, else the usual wording."""
    usual, value = fact["wording"][lang][0], fact["value"]
    if isinstance(value, (int, float)):
        return numeral(fact, lang) if value < 10000 else usual.removesuffix(fact["unit"][lang]).strip()
    in_words = human(value, lang)
    return in_words if in_words != value else usual
