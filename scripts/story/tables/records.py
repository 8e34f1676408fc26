"""What stands in an entry of each table: the fields of the schemas, as types.

A test holds them against `docs/data/schemas/`, where each field is explained.
"""

from typing import NotRequired, TypedDict

Text = dict[str, str]
"""The same in both languages, by `zh` and `en`."""
Wordings = dict[str, list[str]]
"""The ways to write a fact in each language, the usual one first."""
Which = dict[str, int]
"""Which of those is meant in each language, from 0."""


class Fact(TypedDict):
    """An entry of the ledger. A number has no unit; a date is ISO 8601, an interval two with a slash."""

    id: str
    kind: str
    value: float | str | list[str]
    unit: NotRequired[Text]
    bound: NotRequired[str]
    precision: NotRequired[str]
    open: NotRequired[bool]
    wording: Wordings
    statement: Text
    note: NotRequired[Text]
    source: str
    page: str


class Rhythm(TypedDict):
    """How often measures are taken: `times` a year, 0 if always, without it if no calendar says."""

    id: str
    title: Text
    note: NotRequired[Text]
    times: NotRequired[int]


class Measure(TypedDict):
    """One of the measures; `fact` is its entry in the ledger, `number` counts from 1."""

    fact: str
    number: int
    rhythm: str
    gloss: Text
    after: NotRequired[Text]


class Entry(TypedDict):
    """An event of the timeline, told by a fact or by a background item."""

    id: str
    lane: str
    fact: NotRequired[str]
    background: NotRequired[str]
    page: NotRequired[str]
    label: NotRequired[Text]
    text: NotRequired[Text]


class Theme(TypedDict):
    """A group of terms."""

    id: str
    title: Text


class Term(TypedDict):
    """An entry of the glossary; `basis` says whose translation it is, or the numbers of its sources."""

    id: str
    theme: str
    term: str
    pinyin: str
    english: str
    avoid: NotRequired[list[str]]
    explanation: Text
    pitfall: NotRequired[Text]
    basis: str | list[int]


class TermSource(TypedDict):
    """What a translation rests on."""

    number: int
    address: NotRequired[str]
    supports: Text
    read_at: NotRequired[list[str]]


class Photo(TypedDict):
    """A photograph or the plate in its place; `focal` is the point to keep, from 0 to 1 across and down."""

    id: str
    source: NotRequired[str]
    fact: NotRequired[str]
    page: str
    caption: Text
    alt: NotRequired[Text]
    illustration: NotRequired[Text]
    plate: NotRequired[str]
    date: NotRequired[str]
    place: NotRequired[Text]
    credit: NotRequired[str]
    licence: NotRequired[str]
    focal: NotRequired[list[float]]
    embed_copyright: NotRequired[bool]


class Paragraph(TypedDict):
    """A paragraph of the article, as `P12`."""

    id: str
    summary: Text


class Part(TypedDict):
    """A part of the article, told on one page."""

    id: str
    title: Text
    page: str
    paragraphs: list[Paragraph]


class Check(TypedDict):
    """What came of checking a thing that the article says."""

    id: str
    result: str
    note: Text


class BackgroundItem(TypedDict):
    """What other sources say; `parts` are named shares of `value`."""

    id: str
    text: Text
    source: Text
    addresses: NotRequired[list[str]]
    confidence: str
    value: NotRequired[str | float]
    parts: NotRequired[dict[str, float]]
    names: NotRequired[list[Text]]


class Callout(TypedDict):
    """A further fact beside a row."""

    fact: str
    label: Text


class Row(TypedDict):
    """A row of a graphic: what it is about and how it is drawn; `months` are first and last, from 1."""

    fact: NotRequired[str]
    background: NotRequired[str]
    label: Text
    style: NotRequired[str]
    shape: NotRequired[str]
    callout: NotRequired[Callout]
    wording: NotRequired[Which]
    group: NotRequired[str]
    level: NotRequired[int]
    way: NotRequired[str]
    months: NotRequired[list[int]]
    part: NotRequired[str]
    shown: NotRequired[Text]
    item: NotRequired[int]


class Group(TypedDict):
    """The heading of some rows."""

    id: str
    label: Text


class Total(TypedDict):
    """The sum of the rows whose facts are `over`."""

    fact: str
    label: Text
    over: list[str]


class Graphic(TypedDict):
    """A data graphic; which rows it takes depends on its kind."""

    id: str
    kind: str
    title: Text
    caption: Text
    rows: NotRequired[list[Row]]
    note: NotRequired[Text]
    groups: NotRequired[list[Group]]
    total: NotRequired[Total]


class Stop(TypedDict):
    """A stop of the line: a chapter, its one figure, and the picture it opens on."""

    page: str
    short: Text
    fact: str
    meaning: Text
    photo: NotRequired[str]


class Correction(TypedDict):
    """What was wrong, what it says now, and why; `date` is the day of the change."""

    date: str
    page: str
    was: Text
    now: Text
    why: Text
    source: NotRequired[str]
    thanks: NotRequired[Text]


class Head(TypedDict):
    """The head of a page."""

    revised: str
    translated: NotRequired[str]
