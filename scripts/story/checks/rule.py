"""A rule of the check: its name, how grave a breach is, and the words of its page in the manual."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """`id` is the slug that findings print and `docs/rules/<id>.md` is named after.

    `zh` and `en` say in one sentence what is asked; `why_zh` and `why_en` why, and what happens otherwise;
    `wrong` and `right` are what an editor might type. `severity` is `error` (stops a strict build) or `warning`.
    """

    id: str
    zh: str
    en: str
    why_zh: str
    why_en: str
    wrong: str
    right: str
    severity: str = "error"
