"""Traditional characters and those that stand for them in Simplified Chinese."""

from functools import cache

from opencc import OpenCC

_HAN = "".join(map(chr, range(0x4E00, 0xA000)))
_WRITERS = ("t2s", "tw2s", "hk2s")
"""As books have them, then what Taiwan (裡) and Hong Kong (綫) write otherwise."""


def simplified(text: str) -> tuple[str, str]:
    """The other characters whose Simplified one stands in `text`, and that of each, as two strings of one
    length. Sorted by the second, which packs best."""
    own = set(text)
    pairs = sorted((short, long) for long, short in _all().items() if short in own)
    return "".join(long for _, long in pairs), "".join(short for short, _ in pairs)


@cache
def _all() -> dict[str, str]:
    """Every character that has a Simplified one, whatever words it is used in: 乾 is 干 even in 乾隆."""
    found: dict[str, str] = {}
    for writer in _WRITERS:
        # Apart: a dictionary of words would look at its neighbours.
        shorts = OpenCC(writer).convert("\n".join(_HAN)).split("\n")
        found = {long: short for long, short in zip(_HAN, shorts, strict=True) if long != short} | found
    return found
