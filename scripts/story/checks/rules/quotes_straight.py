"""Straight quotation marks in prose."""

import re
from collections.abc import Iterator

from story.checks.rule import rule
from story.checks.texts import Fault, Text, around, framed
from story.pages.prose import prose

RULE = rule("quotes-straight")
_CURLY = {'"': "“ ”", "＂": "“ ”", "'": "‘ ’"}
_OTHER = dict(zip("「」『』", "“”‘’"))
_OPENING, _CLOSING = "\n \t([（“‘—–", "\n \t)]）”’—–,.;:!?，。；：！？、…"


def faults(text: Text) -> Iterator[Fault]:
    """Each straight mark, in Chinese each of another style; cured where only one can be meant."""
    seen = prose(text.body)
    certain = _certain(seen.words, text.lang)
    for index in _found(seen.words, "\"'＂「」『』" if text.lang == "zh" else "\"'＂"):
        mark, place = seen.words[index], seen.at[index]
        curly, here = _CURLY.get(mark) or _OTHER[mark], around(text.body, place)
        told = RULE.words("straight" if mark in _CURLY else "other", mark=mark, curly=curly, around=here)
        yield Fault(place, place + 1, told, certain.get(index))


check, fix = framed(RULE, faults, straight=False)


def _found(words: str, marks: str) -> list[int]:
    return [match.start() for match in re.finditer(f"[{marks}]", words)]


def _certain(words: str, lang: str) -> dict[int, str]:
    """Position of each mark that can be meant in one way only, line by line, and the curly mark for it."""
    return {
        line.start() + index: curly
        for line in re.finditer(r"[^\n]*[\"'＂][^\n]*", words)
        for index, curly in _of_line(line[0].replace("＂", '"'), lang).items()
    }


def _of_line(line: str, lang: str) -> dict[int, str]:
    apostrophes = [match.start() for match in re.finditer(r"(?<=[A-Za-z])'(?=[A-Za-z])", line)]
    singles = [index for index in _found(line, "'") if index not in apostrophes]
    return (
        dict.fromkeys(apostrophes, "’")
        | _paired(line, _found(line, '"'), "“”", lang)
        | _paired(line, singles, "‘’", lang)
    )


def _paired(line: str, marks: list[int], curly: str, lang: str) -> dict[int, str]:
    """Marks that open and close in turn, with words between them; nothing if one is out of step."""
    pairs = list(zip(marks[::2], marks[1::2]))
    there = re.sub(rf"(?<=[A-Za-z])’(?=[A-Za-z])|[^{curly}]", "", line)
    nested = any(set(curly) & set(line[first:last]) for first, last in pairs)
    sound = all(_opens_and_closes(line, *pair, lang) for pair in pairs)
    if len(marks) % 2 or nested or there.replace(curly, "") or not sound:
        return {}
    return {index: mark for pair in pairs for index, mark in zip(pair, curly)}


def _opens_and_closes(line: str, first: int, last: int, lang: str) -> bool:
    inside = line[first + 1 : last]
    if not inside or inside != inside.strip():
        return False
    before, after = line[first - 1 : first] if first else "\n", line[last + 1 : last + 2] or "\n"
    # Chinese has no spaces to tell by, but a length in inches is no quotation.
    return not before.isdigit() if lang == "zh" else before in _OPENING and after in _CLOSING
