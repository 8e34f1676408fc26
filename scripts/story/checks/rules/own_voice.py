"""Words of caution or blame in the site's own voice; docs/data/style.md says what to write instead."""

import re

from story.checks.rule import Findings, Pages, rule
from story.checks.texts import Text
from story.pages.prose import prose, quoted
from story.tables.tables import Tables

RULE = rule("own-voice")
_WORDS = {
    "zh": {
        "source": r"据[^。，]{0,24}(?:见报|刊登|发表)的?一篇",
        "blame": r"点(?:了(?:[一两三四五几]个)?)?名(?![气声誉录])|写出名字的只有|交账|(?:没有|未作?)交代",
        "gap": r"(?:文中|文章|原文|综述)(?:都|也|并)?没有(?:写|说|提)",
    },
    "en": {
        "source": r"\baccording to an? (?:newspaper )?(?:review|article)\b",
        "blame": r"\bself-reported\b|\bthe investor side\b",
        "gap": r"\bthe (?:review|article) (?:gives no|does not (?:say|name|give|explain))\b",
    },
}


def check(pages: Pages, tables: Tables) -> Findings:
    for shown, page in pages.items():
        text = Text(shown, page.lang, page.text)
        seen = prose(text.body)
        for key, pattern in _WORDS[page.lang].items():
            for match in re.finditer(pattern, seen.words, re.I):
                if not quoted(text.body, position := seen.at[match.start()]):
                    said = RULE.words(
                        "source" if key == "source" else "gap" if key == "gap" else "blame", words=match[0]
                    )
                    yield text.finding(RULE, position, said)
