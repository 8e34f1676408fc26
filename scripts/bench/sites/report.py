"""Numbers as a reader of the table sees them, and the page that holds it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

KB = 1024
NONE = "–"
Rows = list[tuple[str, dict[str, str]]]
"""Title of a row, and its cell by contestant."""
_PAGE = Path(__file__).with_name("page.md")


def kilobytes(*sizes: float) -> str:
    """`29.3 / 22.6` for sizes in bytes, Chinese and English; one figure if both read the same."""
    return several(f"{size / KB:.1f}" if size < 1000 * KB else f"{size / KB:.0f}" for size in sizes)


def several(figures: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(figures))


def against(base: str, seconds: Mapping[str, Sequence[float]]) -> dict[str, str]:
    """The cell of each contestant: its median's ratio to that of `base`, and the median."""
    unit = median(seconds[base])
    return {name: f"{median(times) / unit:.2f} ({median(times):.1f} s)" for name, times in seconds.items()}


def table(heads: Mapping[str, str], rows: Rows) -> str:
    """Markdown: a line for each row, a column for each contestant of `heads`, under the words given there."""
    lines = [["", *heads.values()], ["---", *["---:"] * len(heads)]]
    lines += [[title, *(cells.get(name, NONE) for name in heads)] for title, cells in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def document(found: Mapping[str, dict], heads: Mapping[str, str], machine: str) -> str:
    """The page, from what each part found: `rows`, and the `date`."""
    rows = [(title, cells) for part in found.values() for title, cells in part["rows"]]
    when = ", ".join(f"{name} {part['date']}" for name, part in found.items())
    return _PAGE.read_text(encoding="utf-8").format(table=table(heads, rows), when=when, machine=machine)
