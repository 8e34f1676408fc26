"""Figures in running words: digits, Chinese numerals, English number words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ORDINARY = 10
"""Number words up to this are ordinary language (“一座城”, “two roads”); digits always are a figure."""


@dataclass(frozen=True)
class Figure:
    """A number as it is written: its value, its words, where they begin and end."""

    value: float
    words: str
    start: int
    end: int


_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# A digit that follows a letter belongs to a name: S6, A4, P05.
_AFTER = r"(?<![A-Za-z\d.,_-])"
_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_YEAR = re.compile("(?:一[八九]|二[〇零])..")
_TENS = {"十": 10, "百": 100, "千": 1000}
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_STEMS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_TEENS = ["ten", "eleven", "twelve", *(f"{stem}teen" for stem in _STEMS)]
_TIES = ["twenty", "thirty", "forty", *(f"{stem}ty" for stem in _STEMS[2:])]
_SMALL = (
    {word: value for value, word in enumerate(_UNITS + _TEENS, 1)}
    | {word: 10 * value for value, word in enumerate(_TIES, 2)}
    | {"a": 1}
)
_MANY = {"decade": 10, "decades": 10, "dozen": 12, "hundred": 100, "thousand": 1000}
_ONE = "|".join(_UNITS)
_BELOW = rf"(?:{'|'.join(_TIES)})(?:[- ](?:{_ONE}))?|{'|'.join(reversed(_TEENS))}|{_ONE}"
_WORDS = (
    rf"\b(?:(?:a|{_ONE}) (?:decades?|dozen)"
    rf"|(?:a|{_ONE}) (?:hundred|thousand)(?: (?:and )?(?:{_BELOW}))?|{_BELOW})\b"
)
_PATTERNS = {
    "zh": re.compile(
        rf"{_AFTER}(?P<digits>{_DIGITS})(?P<scale> ?[万亿])?"
        "|(?P<words>[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*)"
    ),
    "en": re.compile(
        rf"{_AFTER}(?P<digits>{_DIGITS})(?P<scale> (?:thousand|million|billion)\b|[万亿])?"
        rf"|(?P<words>{_WORDS})",
        re.I,
    ),
}
# Items of a list that a sentence points at: 第十四、十五条; numbers 3, 4 and 16.
_ITEMS = {
    "zh": re.compile(r"第[\d零〇一二两三四五六七八九十百、和与至到—–-]+[条段站章页节栏列行幅点款项]"),
    "en": re.compile(
        r"\b(?:numbers?|nos?\.|measures?|paragraphs?|chapters?|pages?|sections?|stops?|items?|lines?|figures?)"
        r"\s+\d+(?:(?:,? and |, | to |[–-])\d+)*\b",
        re.I,
    ),
}


def figures(text: str, lang: str) -> Iterator[Figure]:
    """Every number in `text`, in order, but for those that count off the items of a list."""
    text = _ITEMS[lang].sub(lambda match: " " * len(match[0]), text)
    for match in _PATTERNS[lang].finditer(text):
        value = _digits(match) if match["digits"] else (_han if lang == "zh" else _english)(match["words"])
        if value is not None:
            yield Figure(value, match[0], match.start(), match.end())


def notable(figure: Figure) -> bool:
    """Whether a number is a figure to be cited, not a word of ordinary language."""
    return figure.value > ORDINARY or figure.words[0].isdigit()


def spelled(number: int, lang: str) -> str:
    """A small number in words, as 五 and five; from ten on in digits."""
    words = "一二三四五六七八九" if lang == "zh" else _UNITS
    return words[number - 1] if 0 < number < ORDINARY else str(number)


def counted(number: int, lang: str) -> str:
    """A place in a row, from 1: 十二 and 12. From a hundred on in digits."""
    if lang != "zh" or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (
        (spelled(tens, lang) if tens > 1 else "") + "十" * (tens > 0) + (spelled(ones, lang) if ones else "")
    )


def _digits(match: re.Match) -> float:
    value = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").strip().lower(), 1)
    return round(value, 6)


def _han(words: str) -> int | None:
    """A Chinese numeral as a number; None for what only looks like one (“一一”, “三四十”)."""
    if set(words) <= set(_HAN):
        single = len(words) == 1 or _YEAR.fullmatch(words)
        return int("".join(str(_HAN[char]) for char in words)) if single else None
    total = 0
    for part, scale in _myriads(words):
        value = _below_myriad(part)
        if value is None:
            return None
        total += value * scale
    return total


def _myriads(words: str) -> Iterator[tuple[str, int]]:
    """`一亿二千万三十` as its parts below ten thousand, each with its scale."""
    rest = words
    for char in "亿万":
        part, found, after = rest.partition(char)
        if found:
            yield part, _SCALES[char]
            rest = after
    if rest:
        yield rest, 1


_THOUSANDS = re.compile(
    "(?:[一二两三四五六七八九]千)?[零〇]?(?:[一二两三四五六七八九]百)?[零〇]?"
    "(?:[一二三四五六七八九]?十)?[零〇]?[一二三四五六七八九]?"
)


def _below_myriad(words: str) -> int | None:
    if not words or not _THOUSANDS.fullmatch(words):
        return None
    total = digit = 0
    for char in words:
        if char in _TENS:
            total, digit = total + (digit or 1) * _TENS[char], 0
        else:
            digit = _HAN[char]
    return total + digit


def _english(words: str) -> int:
    total = 0
    for word in re.split(r"[- ]", words.lower()):
        if word in _MANY:
            total *= _MANY[word]
        elif word != "and":
            total += _SMALL[word]
    return total
